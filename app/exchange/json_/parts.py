"""The parts of an application in our own JSON: people, interviews, letters and what else belongs to it.

Ids are temporary: -1, -2, ... in the order in which things stand.
"""

from __future__ import annotations

from datetime import tzinfo

from app.etiquette.errors import InvalidFieldError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import (
    Decision,
    Event,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Outcome,
    OutcomeKind,
    Part,
    Person,
    Reply,
    ReplyBy,
    Snooze,
    StepName,
    Waiver,
)
from app.etiquette.stages import Stage
from app.etiquette.time.dates import zone_named
from app.exchange.json_.fields import JsonObject


def person(told: JsonObject, position: int, refs: dict[object, int]) -> Person:
    """Return a person, and note by which ref others name them."""
    person = Person(
        -position,
        told.text("given"),
        told.text("family"),
        told.text("honorific"),
        told.text("email"),
        told.text("title"),
        told.one_of("part", Part) or Part.INTERVIEWER,
        told.flag("family_first"),
        told.uid(),
    )
    if not person.name:
        raise told.wrong("given", "a given name, a family name, or an email is needed.")
    ref = told.values.get("ref", position)
    if not isinstance(ref, int | str):
        raise told.wrong("ref", "should be text or a number.")
    if ref in refs:
        raise told.wrong("ref", f"{ref!r} is used twice.")
    refs[ref] = person.id
    return person


def _whom(told: JsonObject, name: str, refs: dict[object, int]) -> int | None:
    ref = told.values.get(name)
    return None if ref is None else _ref(told, name, ref, refs)


def _ref(told: JsonObject, name: str, ref: object, refs: dict[object, int]) -> int:
    if not isinstance(ref, int | str) or ref not in refs:
        raise told.wrong(name, f"{ref!r} is not the ref of anyone in people.")
    return refs[ref]


def interview(told: JsonObject, position: int, refs: dict[object, int], zone: tzinfo, is_named: bool) -> Interview:
    """Return an interview. Documents whose applications have no uid call the calendar's UID so (`is_named` False)."""
    calendar_uid = "calendar_uid" if is_named or "calendar_uid" in told.values else "uid"
    named = told.text("timezone")
    try:
        own = zone_named(named) if named else zone
    except InvalidFieldError as error:
        raise told.wrong("timezone", str(error)) from None
    day_only = told.flag("day_only")
    starts, ends = (told.whole_day(name) if day_only else told.moment(name, own) for name in ("starts", "ends"))
    if starts is None:
        raise told.wrong("starts", "is needed and is missing.")
    if ends is not None and ends <= starts:
        raise told.wrong("ends", "it ends before it starts.")
    return Interview(
        -position,
        told.number("round", position),
        starts,
        ends,
        named,
        told.text("kind"),
        told.text("location"),
        tuple(_ref(told, "met", ref, refs) for ref in told.items("met")),
        told.text("noted", lines=True),
        told.one_of("status", InterviewStatus) or InterviewStatus.PLANNED,
        told.text(calendar_uid),
        told.number("sequence"),
        told.moment("stamped", zone),
        "" if calendar_uid == "uid" else told.uid(),
        day_only,
    )


class Rounds:
    """The interviews of an application, as letters and waivers name them: by uid, or by round where that is enough."""

    def __init__(self, interviews: tuple[Interview, ...]):
        self._by_uid = {interview.uid: interview.id for interview in interviews if interview.uid}
        self._by_round: dict[int, int] = {}
        for interview in sorted(interviews, key=lambda each: each.status is InterviewStatus.MISSED):
            self._by_round.setdefault(interview.round, interview.id)  # a missed one may have had the number before

    def of(self, told: JsonObject) -> int | None:
        """Return the id of the interview that something belongs to, None when it names none."""
        uid = told.text("interview")
        if uid:
            if uid not in self._by_uid:
                raise told.wrong("interview", f"{uid!r} is not the uid of any interview.")
            return self._by_uid[uid]
        if told.values.get("round") is None:
            return None
        wanted = told.number("round")
        if wanted not in self._by_round:
            raise told.wrong("round", f"{wanted} is not the round of any interview.")
        return self._by_round[wanted]


def letter(told: JsonObject, position: int, refs: dict[object, int], rounds: Rounds, zone: tzinfo) -> Letter:
    """Return a letter."""
    kind = told.one_of("kind", Kind)
    if kind is None:
        raise told.wrong("kind", "is needed and is missing.")
    sent = told.moment("sent", zone)
    status = told.one_of("status", LetterStatus) or (LetterStatus.SENT if sent else LetterStatus.DRAFT)
    if status is LetterStatus.SENT and sent is None:
        raise told.wrong("sent", "is needed, since the letter was sent.")
    return Letter(
        -position,
        kind,
        _whom(told, "to", refs),
        told.text("subject"),
        told.text("body", lines=True),
        status,
        sent if status is LetterStatus.SENT else None,
        told.text("how"),
        rounds.of(told),
        told.text("message_id"),
        told.text("in_reply_to"),
        told.text("thread_subject"),
        told.moment("written", zone) or sent,
        uid=told.uid(),
    )


def reply(told: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Reply:
    """Return an answer of theirs."""
    at = told.moment("at", zone)
    if at is None:
        raise told.wrong("at", "is needed and is missing.")
    return Reply(
        -position,
        at,
        told.text("text", lines=True),
        told.day("reply_by"),
        told.day("away_until"),
        _whom(told, "person", refs),
        told.text("message_id"),
        told.text("subject"),
        told.uid(),
    )


def reply_by(told: JsonObject, zone: tzinfo) -> ReplyBy | None:
    """Return their reply-by date, None without a day."""
    day = told.day("date")
    return None if day is None else ReplyBy(day, told.flag("stated", default=True), told.moment("known", zone))


def outcome(told: JsonObject, zone: tzinfo) -> Outcome:
    """Return how it ended."""
    kind = told.one_of("kind", OutcomeKind)
    at = told.moment("at", zone)
    if kind is None:
        raise told.wrong("kind", "is needed and is missing.")
    return Outcome(
        kind,
        at,
        told.day("decide_by"),
        told.one_of("decision", Decision),
        told.one_of("came_from", Stage) or Stage.OUTCOME,
        told.moment("decided", zone),
    )


def waiver(told: JsonObject, position: int, refs: dict[object, int], rounds: Rounds, zone: tzinfo) -> Waiver:
    """Return a waiver."""
    step, at = told.one_of("step", StepName), told.moment("at", zone)
    if step is None or at is None:
        raise told.wrong("step" if step is None else "at", "is needed and is missing.")
    whom, reason = _whom(told, "person", refs), told.text("reason")
    return Waiver(-position, step, whom, rounds.of(told), reason, at, told.uid())


def snooze(told: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Snooze:
    """Return a snooze."""
    step, until = told.one_of("step", StepName), told.moment("until", zone)
    if step is None or until is None:
        raise told.wrong("step" if step is None else "until", "is needed and is missing.")
    return Snooze(-position, step, _whom(told, "person", refs), until, told.uid())


def event(told: JsonObject, zone: tzinfo) -> Event:
    """Return an event."""
    at = told.moment("at", zone)
    if at is None:
        raise told.wrong("at", "is needed and is missing.")
    return Event(
        at,
        told.text("what") or "note",
        told.text("text", lines=True),
        told.one_of("before", Stage),
        told.one_of("after", Stage),
        told.text("rule", lines=True),
        recorded=told.moment("recorded", zone),
        uid=told.uid(),
        is_day=told.flag("is_day"),
    )
