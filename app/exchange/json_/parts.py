"""The parts of an application in our own JSON: people, interviews, letters and what else belongs to it.

Ids are temporary: -1, -2, ... in the order in which things stand.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from app.etiquette.errors import InvalidFieldError
from app.etiquette.records import (
    Event,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Outcome,
    Person,
    Reply,
    ReplyBy,
    Snooze,
    Waiver,
)
from app.etiquette.stages import Stage
from app.etiquette.time.dates import zone_named
from app.exchange.json_.fields import JsonObject
from app.exchange.json_.plain_fields import read


def person(told: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Person:
    """Return a person, and note by which ref others name them."""
    person = Person(id=-position, **read(told, Person, zone))
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
    apart = {"starts", "ends", "calendar_uid", "uid"}
    fields = read(told, Interview, zone, apart=apart)
    if told.values.get("round") is None:
        fields["round"] = position
    return Interview(
        id=-position,
        starts=starts,
        ends=ends,
        met=tuple(_ref(told, "met", ref, refs) for ref in told.items("met")),
        calendar_uid=told.text(calendar_uid),
        uid="" if calendar_uid == "uid" else told.uid(),
        **fields,
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
    fields = read(told, Letter, zone, needed=("kind",))
    sent: datetime | None = fields["sent"]
    if told.one_of("status", LetterStatus) is None:
        fields["status"] = LetterStatus.SENT if sent else LetterStatus.DRAFT
    if fields["status"] is LetterStatus.SENT and sent is None:
        raise told.wrong("sent", "is needed, since the letter was sent.")
    fields["sent"] = sent if fields["status"] is LetterStatus.SENT else None
    fields["written"] = fields["written"] or sent
    return Letter(id=-position, to=_whom(told, "to", refs), interview=rounds.of(told), **fields)


def reply(told: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Reply:
    """Return an answer of theirs."""
    fields = read(told, Reply, zone, needed=("at",))
    return Reply(id=-position, person=_whom(told, "person", refs), **fields)


def reply_by(told: JsonObject, zone: tzinfo) -> ReplyBy | None:
    """Return their reply-by date, None without a day."""
    if told.day("date") is None:
        return None
    return ReplyBy(stated=told.flag("stated", default=True), **read(told, ReplyBy, zone, apart={"stated"}))


def outcome(told: JsonObject, zone: tzinfo) -> Outcome:
    """Return how it ended."""
    came_from = told.one_of("came_from", Stage) or Stage.OUTCOME
    return Outcome(
        at=told.moment("at", zone), came_from=came_from, **read(told, Outcome, zone, apart={"at", "came_from"})
    )


def waiver(told: JsonObject, position: int, refs: dict[object, int], rounds: Rounds, zone: tzinfo) -> Waiver:
    """Return a waiver."""
    fields = read(told, Waiver, zone, needed=("step", "at"))
    return Waiver(id=-position, person=_whom(told, "person", refs), interview=rounds.of(told), **fields)


def snooze(told: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Snooze:
    """Return a snooze."""
    fields = read(told, Snooze, zone, needed=("step", "until"))
    return Snooze(id=-position, person=_whom(told, "person", refs), **fields)


def event(told: JsonObject, zone: tzinfo) -> Event:
    """Return an event."""
    fields = read(told, Event, zone, apart={"what"})
    return Event(what=told.text("what") or "note", **fields)
