"""What a row means: the one place where rows become records and records rows. Imports neither sqlite3 nor SQLModel.

A select lists a table's columns in the order given here; the function of the same table takes such a row. Rows to
be written are dicts of Python values by column name.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

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

TYPE_CHECKING = False  # typing itself is not imported: see frozen
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Row: TypeAlias = tuple[Any, ...]


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


COLUMNS: dict[str, tuple[str, ...]] = {
    "me": ("name", "email", "signature"),
    "application": _names(
        "id company role stage location url salary source priority notes applied_on reply_by_date reply_by_stated"
        " reply_by_known no_follow_ups keep_in_touch outcome_kind outcome_at decide_by decision came_from decided_at"
        " archived added version uid"
    ),
    "person": _names("application_id id given family honorific email title part family_first uid"),
    "interview": _names(
        "application_id id round starts ends timezone kind location noted status calendar_uid sequence stamped uid"
        " day_only"
    ),
    "met": ("interview_id", "person_id"),
    "letter": _names(
        "application_id id kind to_id subject body status sent how interview_id message_id in_reply_to thread_subject"
        " written version uid"
    ),
    "reply": _names("application_id id at text reply_by away_until person_id message_id subject uid"),
    "waiver": _names("application_id id step person_id interview_id reason at uid"),
    "snooze": _names("application_id id step person_id until uid"),
    "event": _names("application_id at what text before after rule id recorded uid is_day"),
}
"""What is read of each table, in this order."""

BRIEF: dict[str, tuple[str, ...]] = {
    "application": _names(
        "id company role stage reply_by_date reply_by_stated reply_by_known no_follow_ups keep_in_touch outcome_kind"
        " outcome_at decide_by decision came_from added"
    ),
    "person": _names("application_id id given family email part family_first"),
    "interview": _names("application_id id round starts ends kind status day_only"),
    "met": ("interview_id", "person_id"),
    "letter": _names("application_id kind to_id status sent interview_id"),
    "reply": _names("application_id at away_until"),
    "waiver": _names("application_id step person_id interview_id at"),
    "snooze": _names("application_id step person_id until"),
}
"""What the clock depends on: all that is read of what is not archived, when nothing but its steps is wanted."""

_STAGES = {stage.value: stage for stage in Stage}
_KINDS = {kind.value: kind for kind in Kind}
_STEPS = {step.value: step for step in StepName}
_OUTCOMES = {kind.value: kind for kind in OutcomeKind}
_PARTS = {part.value: part for part in Part}
_LETTER_STATUSES = {status.value: status for status in LetterStatus}
_INTERVIEW_STATUSES = {status.value: status for status in InterviewStatus}


def quoted(name: str) -> str:
    """Return a column or table name as SQL takes it, keywords such as `before` included."""
    return f'"{name}"'


def stored(moment: datetime) -> str:
    """Return an aware datetime as it is stored: UTC, always of one length, so that it sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str | None) -> datetime | None:
    """Return the aware UTC datetime of what was stored."""
    return None if text is None else datetime.fromisoformat(text)


def day(text: str | None) -> date | None:
    """Return the day of what was stored."""
    return None if text is None else date.fromisoformat(text)


def stage(text: str | None) -> Stage | None:
    """Return the stage of what was stored."""
    return None if text is None else _STAGES[text]


def me(row: Row) -> Me:
    """Return the user."""
    return Me(*row)


def _reply_by(on: str, is_stated: int, known: str | None) -> ReplyBy:
    return ReplyBy(date.fromisoformat(on), is_stated == 1, moment(known))


def _outcome(
    kind: str,
    at: str | None,
    decide_by: str | None,
    decision: str | None,
    came_from: str,
    decided_at: str | None = None,
) -> Outcome:
    decided = None if decision is None else Decision(decision)
    return Outcome(_OUTCOMES[kind], moment(at), day(decide_by), decided, _STAGES[came_from], moment(decided_at))


def application(
    row: Row,
    people: tuple[Person, ...],
    interviews: tuple[Interview, ...],
    letters: tuple[Letter, ...],
    replies: tuple[Reply, ...],
    waivers: tuple[Waiver, ...],
    snoozes: tuple[Snooze, ...],
) -> Application:
    """Return an application from its row and what belongs to it."""
    return Application(
        id=row[0],
        company=row[1],
        role=row[2],
        stage=_STAGES[row[3]],
        location=row[4],
        url=row[5],
        salary=row[6],
        source=row[7],
        priority=row[8],
        notes=row[9],
        applied_on=day(row[10]),
        reply_by=None if row[11] is None else _reply_by(*row[11:14]),
        no_follow_ups=bool(row[14]),
        keep_in_touch=bool(row[15]),
        outcome=None if row[16] is None else _outcome(*row[16:22]),
        people=people,
        interviews=interviews,
        letters=letters,
        replies=replies,
        waivers=waivers,
        snoozes=snoozes,
        archived=bool(row[22]),
        added=moment(row[23]),
        version=row[24],
        uid=row[25],
    )


def person(row: Row) -> Person:
    """Return a person."""
    _, person_id, given, family, honorific, email, title, part, family_first, uid = row
    return Person(person_id, given, family, honorific, email, title, _PARTS[part], bool(family_first), uid)


def interview(row: Row, met: tuple[int, ...]) -> Interview:
    """Return an interview with the ids of those met."""
    return Interview(
        id=row[1],
        round=row[2],
        starts=datetime.fromisoformat(row[3]),
        ends=moment(row[4]),
        timezone=row[5],
        kind=row[6],
        location=row[7],
        met=met,
        noted=row[8],
        status=_INTERVIEW_STATUSES[row[9]],
        calendar_uid=row[10],
        sequence=row[11],
        stamped=moment(row[12]),
        uid=row[13],
        day_only=bool(row[14]),
    )


def letter(row: Row) -> Letter:
    """Return a letter."""
    return Letter(
        id=row[1],
        kind=_KINDS[row[2]],
        to=row[3],
        subject=row[4],
        body=row[5],
        status=_LETTER_STATUSES[row[6]],
        sent=moment(row[7]),
        how=row[8],
        interview=row[9],
        message_id=row[10],
        in_reply_to=row[11],
        thread_subject=row[12],
        written=moment(row[13]),
        version=row[14],
        uid=row[15],
    )


def reply(row: Row) -> Reply:
    """Return an answer of theirs."""
    return Reply(row[1], datetime.fromisoformat(row[2]), row[3], day(row[4]), day(row[5]), *row[6:])


def waiver(row: Row) -> Waiver:
    """Return a waiver."""
    return Waiver(row[1], _STEPS[row[2]], row[3], row[4], row[5], datetime.fromisoformat(row[6]), row[7])


def snooze(row: Row) -> Snooze:
    """Return a snooze."""
    return Snooze(row[1], _STEPS[row[2]], row[3], datetime.fromisoformat(row[4]), row[5])


def event(row: Row) -> Event:
    """Return an event."""
    at = datetime.fromisoformat(row[1])
    return Event(
        at, row[2], row[3], stage(row[4]), stage(row[5]), row[6], row[7], moment(row[8]), row[9], is_day=row[10] == 1
    )


def brief_application(
    row: Row,
    people: tuple[Person, ...],
    interviews: tuple[Interview, ...],
    letters: tuple[Letter, ...],
    replies: tuple[Reply, ...],
    waivers: tuple[Waiver, ...],
    snoozes: tuple[Snooze, ...],
) -> Application:
    """Return what the clock has to know of an application, from a row of `BRIEF`."""
    reply_by = None if row[4] is None else _reply_by(*row[4:7])
    outcome = None if row[9] is None else _outcome(*row[9:14])
    return Application(
        row[0], row[1], row[2], _STAGES[row[3]], "", "", "", "", 0, "", None, reply_by, row[7] == 1, row[8] == 1,
        outcome, people, interviews, letters, replies, waivers, snoozes, False, moment(row[14]),
    )  # fmt: skip


def brief_person(row: Row) -> Person:
    """Return whom a step goes to."""
    _, person_id, given, family, email, part, family_first = row
    return Person(person_id, given, family, "", email, "", _PARTS[part], family_first == 1)


def brief_interview(row: Row, met: tuple[int, ...]) -> Interview:
    """Return when an interview was, how it went and who was met."""
    _, interview_id, round_, starts, ends, kind, status, day_only = row
    until = None if ends is None else datetime.fromisoformat(ends)
    held = _INTERVIEW_STATUSES[status]
    return Interview(
        id=interview_id,
        round=round_,
        starts=datetime.fromisoformat(starts),
        ends=until,
        kind=kind,
        met=met,
        status=held,
        day_only=day_only == 1,
    )


def brief_letter(row: Row) -> Letter:
    """Return what was sent when, and to whom."""
    _, kind, to, status, sent, interview_id = row
    moment_ = datetime.fromisoformat(sent)
    return Letter(0, _KINDS[kind], to, "", "", _LETTER_STATUSES[status], moment_, "", interview_id)


def brief_reply(row: Row) -> Reply:
    """Return when they answered, or until when somebody is away."""
    return Reply(0, datetime.fromisoformat(row[1]), "", None, day(row[2]))


def brief_waiver(row: Row) -> Waiver:
    """Return which step was dealt with, and when."""
    return Waiver(0, _STEPS[row[1]], row[2], row[3], "", datetime.fromisoformat(row[4]))


def brief_snooze(row: Row) -> Snooze:
    """Return which step is put off, and until when."""
    return Snooze(0, _STEPS[row[1]], row[2], datetime.fromisoformat(row[3]))
