"""The schema, as SQLModel tables. Every write goes through these; what a row means is said in `mapping`.

Enums are `str` columns (SQLModel would store member names), moments UTC text of one length, so that they sort and
that one call of `datetime.fromisoformat` reads them. Ids are never used twice: events outlive what they tell of.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import Dialect, Index, String, UniqueConstraint, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from app.storage.mapping import BRIEF


class Moment(TypeDecorator[datetime]):
    """An aware datetime, stored as `2026-11-27T13:30:00.000000+00:00`."""

    impl = String
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What a value of this column is."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text that is stored."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment that was stored."""
        return None if value is None else datetime.fromisoformat(value)


def _uid() -> Any:
    """Return the column of a thing's own uid: made once, at random, when it is stored (see `numbering.new_uid`)."""
    return Field(default="", sa_column_kwargs={"server_default": ""})


NEVER_REUSED: dict[str, Any] = {"sqlite_autoincrement": True}


def _of_application(table: str, *first: str) -> Index:
    """Return the index by which an application's rows are found, in the order in which they are read. All that the
    clock depends on is in it: the rows themselves, long letters among them, lie all over the file."""
    return Index(f"{table}_of_application", *dict.fromkeys(("application_id", *first, "id", *BRIEF[table])))


class HuntRow(SQLModel, table=True):
    """The hunt itself: one row, id 1, made with the schema; what it is called in exports and when hunts are joined."""

    __tablename__: ClassVar[Any] = "hunt"
    id: int | None = Field(default=None, primary_key=True)
    uid: str


class MeRow(SQLModel, table=True):
    """The user: one row, id 1."""

    __tablename__: ClassVar[Any] = "me"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    email: str
    signature: str


class ApplicationRow(SQLModel, table=True):
    """One application. `quiet_after`: from when on no step of its own will ask for anything, NULL: unknown."""

    __tablename__: ClassVar[Any] = "application"
    __table_args__ = (
        Index("application_live", "archived", "quiet_after"),
        Index("application_applied_on", "applied_on"),
        Index("application_decision", "decision"),
        NEVER_REUSED,
    )
    id: int | None = Field(default=None, primary_key=True)
    company: str
    role: str
    stage: str
    location: str
    url: str
    salary: str
    source: str
    priority: int
    notes: str
    applied_on: date | None
    reply_by_date: date | None
    reply_by_stated: bool
    reply_by_known: datetime | None = Field(sa_type=Moment)
    no_follow_ups: bool
    keep_in_touch: bool
    outcome_kind: str | None
    outcome_at: datetime | None = Field(sa_type=Moment)
    decide_by: date | None
    decision: str | None
    came_from: str | None
    archived: bool
    added: datetime | None = Field(sa_type=Moment)
    version: int
    quiet_after: datetime | None = Field(sa_type=Moment)
    folded: str
    uid: str = _uid()
    decided_at: datetime | None = Field(sa_type=Moment)


class PersonRow(SQLModel, table=True):
    """Somebody at the company."""

    __tablename__: ClassVar[Any] = "person"
    __table_args__ = (_of_application("person"), NEVER_REUSED)
    id: int | None = Field(default=None, primary_key=True)
    application_id: int = Field(foreign_key="application.id")
    given: str
    family: str
    honorific: str
    email: str
    title: str
    part: str
    family_first: bool
    uid: str = _uid()


class InterviewRow(SQLModel, table=True):
    """One round."""

    __tablename__: ClassVar[Any] = "interview"
    __table_args__ = (_of_application("interview"), NEVER_REUSED)
    id: int | None = Field(default=None, primary_key=True)
    application_id: int = Field(foreign_key="application.id")
    round: int
    starts: datetime = Field(sa_type=Moment)
    ends: datetime | None = Field(sa_type=Moment)
    timezone: str
    kind: str
    location: str
    noted: str
    status: str
    calendar_uid: str
    sequence: int
    stamped: datetime | None = Field(sa_type=Moment)
    uid: str = _uid()
    day_only: bool = Field(sa_column_kwargs={"server_default": "0"})


class MetRow(SQLModel, table=True):
    """Who was met in a round, in the order in which they were named."""

    __tablename__: ClassVar[Any] = "met"
    __table_args__ = (_of_application("met", "position"), NEVER_REUSED)
    id: int | None = Field(default=None, primary_key=True)
    application_id: int = Field(foreign_key="application.id")
    interview_id: int = Field(foreign_key="interview.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    position: int


class LetterRow(SQLModel, table=True):
    """A letter, drafted or sent."""

    __tablename__: ClassVar[Any] = "letter"
    __table_args__ = (
        _of_application("letter"),
        Index("letter_sent", "status", "sent", "kind", "application_id"),
        NEVER_REUSED,
    )
    id: int | None = Field(default=None, primary_key=True)
    application_id: int = Field(foreign_key="application.id")
    kind: str
    to_id: int | None = Field(foreign_key="person.id", index=True)
    subject: str
    body: str
    status: str
    sent: datetime | None = Field(sa_type=Moment)
    how: str
    interview_id: int | None = Field(foreign_key="interview.id", index=True)
    written: datetime | None = Field(sa_type=Moment)
    version: int
    message_id: str = Field(sa_column_kwargs={"server_default": ""})
    in_reply_to: str = Field(sa_column_kwargs={"server_default": ""})
    thread_subject: str = Field(sa_column_kwargs={"server_default": ""})
    uid: str = _uid()


class ReplyRow(SQLModel, table=True):
    """An answer of theirs without a decision."""

    __tablename__: ClassVar[Any] = "reply"
    __table_args__ = (_of_application("reply"), NEVER_REUSED)
    id: int | None = Field(default=None, primary_key=True)
    application_id: int = Field(foreign_key="application.id")
    at: datetime = Field(sa_type=Moment)
    text: str
    reply_by: date | None
    away_until: date | None
    person_id: int | None = Field(foreign_key="person.id", index=True)
    message_id: str
    subject: str
    uid: str = _uid()


class WaiverRow(SQLModel, table=True):
    """A step dealt with without a letter."""

    __tablename__: ClassVar[Any] = "waiver"
    __table_args__ = (_of_application("waiver"), NEVER_REUSED)
    id: int | None = Field(default=None, primary_key=True)
    application_id: int = Field(foreign_key="application.id")
    step: str
    person_id: int | None = Field(foreign_key="person.id", index=True)
    interview_id: int | None = Field(foreign_key="interview.id", index=True)
    reason: str
    at: datetime = Field(sa_type=Moment)
    uid: str = _uid()


class SnoozeRow(SQLModel, table=True):
    """A step put out of sight until a moment."""

    __tablename__: ClassVar[Any] = "snooze"
    __table_args__ = (_of_application("snooze"), NEVER_REUSED)
    id: int | None = Field(default=None, primary_key=True)
    application_id: int = Field(foreign_key="application.id")
    step: str
    person_id: int | None = Field(foreign_key="person.id", index=True)
    until: datetime = Field(sa_type=Moment)
    uid: str = _uid()


class EventRow(SQLModel, table=True):
    """What happened; a row is never changed. `application_id` is no foreign key: an event outlives its application."""

    __tablename__: ClassVar[Any] = "event"
    __table_args__ = (Index("event_of_application", "application_id", "at", "verb_id"), NEVER_REUSED)
    id: int | None = Field(default=None, primary_key=True)
    verb_id: int = Field(foreign_key="verb.id")
    application_id: int
    at: datetime = Field(sa_type=Moment)
    recorded: datetime = Field(sa_type=Moment)
    what: str
    text: str
    before: str | None
    after: str | None
    rule: str
    uid: str = _uid()
    is_day: bool = Field(sa_column_kwargs={"server_default": "0"})


class VerbRow(SQLModel, table=True):
    """One thing that the user did. `stamp` grows with every transaction, also with one that continues a verb."""

    __tablename__: ClassVar[Any] = "verb"
    __table_args__ = (Index("verb_undone", "id", sqlite_where=text("undone = 1")),)
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Moment)
    name: str
    summary: str
    application_id: int | None
    undone: bool
    undoes: int | None = Field(foreign_key="verb.id")
    final: bool
    coalesce_key: str
    stamp: int


class ChangeRow(SQLModel, table=True):
    """A row as it was before a verb (see `triggers.values_of`); NULL: there was none. Written by the triggers alone."""

    __tablename__: ClassVar[Any] = "change"
    __table_args__ = (UniqueConstraint("verb_id", "table_name", "row_id"),)
    id: int | None = Field(default=None, primary_key=True)
    verb_id: int = Field(foreign_key="verb.id")
    table_name: str
    row_id: int
    before: str | None


USER_TABLES: tuple[str, ...] = (
    "me",
    "application",
    "person",
    "interview",
    "met",
    "letter",
    "reply",
    "waiver",
    "snooze",
)
"""What undo covers, parents before their children."""

WITH_UID: tuple[str, ...] = ("application", "person", "interview", "letter", "reply", "waiver", "snooze", "event")
"""Whose rows have a uid of their own."""

TABLES = {name: SQLModel.metadata.tables[name] for name in ("hunt", *USER_TABLES, "event", "verb", "change")}
