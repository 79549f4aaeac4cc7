"""Our own JSON: the whole hunt read from a document. What is not told is worked out by `completing`."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from app.etiquette.dates import zone_named
from app.etiquette.errors import ImportFileError, InvalidFieldError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import (
    Application,
    Decision,
    Event,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Me,
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
from app.exchange.json_fields import JsonObject

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Told:
    """One application as a document tells it. `stage` None: not told. Ids are temporary."""

    application: Application
    stage: Stage | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole document."""

    me: Me | None
    told: tuple[Told, ...]


def read_whole(data: bytes, zone: tzinfo) -> Whole:
    """Return the hunt that a JSON document tells.

    Args:
        zone: the user's, in which times without an offset are meant (an interview's own zone comes first).

    Raises:
        ImportFileError: it is not JSON, or not ours, or of a newer format.
        InvalidFieldError: a value cannot be used; the sentence has its path. Nothing is taken then.
    """
    try:
        parsed = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ImportFileError(f"It is not UTF-8 at byte {error.start}; save it as UTF-8.") from None
    except json.JSONDecodeError as error:
        raise ImportFileError(f"It is no JSON: {error.msg} in line {error.lineno}, column {error.colno}.") from None
    except (RecursionError, ValueError):
        raise ImportFileError("It is nested too deeply, or holds numbers too large, to be a hunt of ours.") from None
    document = JsonObject(parsed, "")
    version = document.number("afterword", -1)
    if version > FORMAT:
        raise ImportFileError(f"It was written by a newer program (format {version}); update this one to read it.")
    if version != FORMAT or not isinstance(document.values.get("applications"), list):
        raise ImportFileError('It is no export of ours: it should hold "afterword": 1 and a list of "applications".')
    me = document.child("me")
    return Whole(
        None if me is None else Me(me.text("name"), me.text("email"), me.text("signature", lines=True)),
        tuple(_application(item, zone) for item in document.objects("applications")),
    )


def _application(told: JsonObject, zone: tzinfo) -> Told:
    refs: dict[object, int] = {}
    people = tuple(_person(item, i, refs) for i, item in enumerate(told.objects("people"), 1))
    interviews = tuple(_interview(item, i, refs, zone) for i, item in enumerate(told.objects("interviews"), 1))
    outcome = told.child("outcome")
    stage = told.one_of("stage", Stage)
    if stage is Stage.OUTCOME and outcome is None:
        raise told.wrong("outcome", "is needed, since the stage is outcome.")
    reply_by = told.child("reply_by")
    application = Application(
        company=told.text("company", required=True),
        role=told.text("role", required=True),
        location=told.text("location"),
        url=told.text("url"),
        salary=_text_or_number(told, "salary"),
        source=told.text("source"),
        priority=_priority(told),
        notes=told.text("notes", lines=True),
        applied_on=told.day("applied_on"),
        reply_by=None if reply_by is None else _reply_by(reply_by, zone),
        no_follow_ups=told.flag("no_follow_ups"),
        keep_in_touch=told.flag("keep_in_touch"),
        outcome=None if outcome is None else _outcome(outcome, zone),
        people=people,
        interviews=interviews,
        letters=tuple(_letter(item, i, refs, interviews, zone) for i, item in enumerate(told.objects("letters"), 1)),
        replies=tuple(_reply(item, i, refs, zone) for i, item in enumerate(told.objects("replies"), 1)),
        waivers=tuple(_waiver(item, i, refs, interviews, zone) for i, item in enumerate(told.objects("waivers"), 1)),
        snoozes=tuple(_snooze(item, i, refs, zone) for i, item in enumerate(told.objects("snoozes"), 1)),
        archived=told.flag("archived"),
        added=told.moment("added", zone),
    )
    return Told(application, stage, tuple(_event(item, zone) for item in told.objects("events")))


def _text_or_number(told: JsonObject, name: str) -> str:
    value = told.values.get(name)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else told.text(name)


def _priority(told: JsonObject) -> int:
    priority = told.number("priority")
    if not 0 <= priority <= 3:
        raise told.wrong("priority", "should be 0 (none) to 3 (high).")
    return priority


def _person(told: JsonObject, position: int, refs: dict[object, int]) -> Person:
    person = Person(
        -position,
        told.text("given"),
        told.text("family"),
        told.text("honorific"),
        told.text("email"),
        told.text("title"),
        told.one_of("part", Part) or Part.INTERVIEWER,
        told.flag("family_first"),
    )
    if not person.name:
        raise told.wrong("given", "a given name, a family name or an address is needed.")
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
        raise told.wrong(name, f"{ref!r} is the ref of nobody in people.")
    return refs[ref]


def _interview(told: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Interview:
    named = told.text("timezone")
    try:
        own = zone_named(named) if named else zone
    except InvalidFieldError as error:
        raise told.wrong("timezone", str(error)) from None
    starts, ends = told.moment("starts", own), told.moment("ends", own)
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
        told.text("uid"),
        told.number("sequence"),
        told.moment("stamped", zone),
    )


def _round(told: JsonObject, interviews: tuple[Interview, ...]) -> int | None:
    if told.values.get("round") is None:
        return None
    wanted = told.number("round")
    for interview in sorted(interviews, key=lambda each: each.status is InterviewStatus.MISSED):
        if interview.round == wanted:  # the round itself, where one that they missed had its number before
            return interview.id
    raise told.wrong("round", f"{wanted} is the round of no interview.")


def _letter(
    told: JsonObject, position: int, refs: dict[object, int], interviews: tuple[Interview, ...], zone: tzinfo
) -> Letter:
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
        _round(told, interviews),
        told.text("message_id"),
        told.text("in_reply_to"),
        told.text("thread_subject"),
        told.moment("written", zone) or sent,
    )


def _reply(told: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Reply:
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
    )


def _reply_by(told: JsonObject, zone: tzinfo) -> ReplyBy | None:
    day = told.day("date")
    return None if day is None else ReplyBy(day, told.flag("stated", default=True), told.moment("known", zone))


def _outcome(told: JsonObject, zone: tzinfo) -> Outcome:
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


def _waiver(
    told: JsonObject, position: int, refs: dict[object, int], interviews: tuple[Interview, ...], zone: tzinfo
) -> Waiver:
    step, at = told.one_of("step", StepName), told.moment("at", zone)
    if step is None or at is None:
        raise told.wrong("step" if step is None else "at", "is needed and is missing.")
    return Waiver(-position, step, _whom(told, "person", refs), _round(told, interviews), told.text("reason"), at)


def _snooze(told: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Snooze:
    step, until = told.one_of("step", StepName), told.moment("until", zone)
    if step is None or until is None:
        raise told.wrong("step" if step is None else "until", "is needed and is missing.")
    return Snooze(-position, step, _whom(told, "person", refs), until)


def _event(told: JsonObject, zone: tzinfo) -> Event:
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
        is_day=told.flag("is_day"),
    )


def with_added(told: Told, now: datetime) -> Told:
    """Return it with the moment at which it was added, `now` when it does not say."""
    if told.application.added is not None:
        return told
    return replace(told, application=replace(told.application, added=now))
