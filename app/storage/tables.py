"""The schema, as SQLModel tables, through which every write goes: those of records follow from `columns`.

Enums are `str` columns (SQLModel would store member names), moments UTC text of one length, so that they sort and
that one call of `datetime.fromisoformat` reads them. Ids are never used twice: events outlive what they tell of.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from types import new_class
from typing import Any, ClassVar

from sqlalchemy import Dialect, Index, String, UniqueConstraint, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from app.storage.columns import ME, OWNED, RECORD_TABLES, UID, names_of, places_of
from app.storage.mark_tables import MARK_TABLES
from app.storage.record_table import Place, RecordTable


class Moment(TypeDecorator[datetime]):
    """An aware datetime, stored as `2026-11-27T13:30:00.000000+00:00`."""

    impl = String
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """The Python type of this column's values."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text to store."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the stored moment."""
        return None if value is None else datetime.fromisoformat(value)


_ID: tuple[Any, Any] = (int | None, Field(default=None, primary_key=True))
NEVER_REUSED: dict[str, Any] = {"sqlite_autoincrement": True}
_INDEXES: dict[str, tuple[Index, ...]] = {
    "application": (
        Index("application_archived", "archived"),
        Index("application_applied_on", "applied_on"),
        Index("application_decision", "decision"),
    ),
    "letter": (Index("letter_sent", "status", "sent", "kind", "application_id"),),
    "attached_file": (Index("attached_file_sha256", "sha256"),),
    "event": (Index("event_of_application", "application_id", "at", "verb_id"),),
}
"""What is searched by, besides the application that a row belongs to."""


def _of_application(table: str, *columns: str) -> Index:
    """Return the index by which an application's rows are found, in the order in which they are read. All that steps
    depend on is in it: the rows themselves, long letters among them, lie all over the file."""
    return Index(f"{table}_of_application", *dict.fromkeys(("application_id", *columns)))


def _make(table: RecordTable[Any]) -> None:
    """Make the SQLModel class of a table, which is then in SQLModel's metadata: what a class statement would do."""
    places = {place.column.name: place for place in places_of(table)}
    fields = {name: _field(place) for name, place in places.items()}
    if "id" not in fields:
        fields = {"id": _ID, **fields}
    of_application = (_of_application(table.name, "id", *names_of(table, brief=True)),) if table in OWNED else ()
    namespace: dict[str, Any] = {name: field for name, (_, field) in fields.items()} | {
        "__module__": __name__,
        "__annotations__": {name: annotation for name, (annotation, _) in fields.items()},
        "__tablename__": table.name,
        "__table_args__": (*of_application, *_INDEXES.get(table.name, ()), *(() if table is ME else (NEVER_REUSED,))),
    }
    new_class(f"{table.record.__name__}Row", (SQLModel,), {"table": True}, lambda body: body.update(namespace))


def _field(place: Place) -> tuple[Any, Any]:
    """Return a column as SQLModel takes it: the type of its values and its other properties."""
    column = place.column
    if column.name == "id":
        return _ID
    kind = str if issubclass(place.kind, str) else place.kind
    options: dict[str, Any] = {}
    if kind is datetime:
        options["sa_type"] = Moment
    if column.refers:
        options |= {"foreign_key": f"{column.refers}.id"} | ({} if column.apart else {"index": True})
    if column.later and not place.is_nullable:
        first = next(member.value for member in place.kind) if issubclass(place.kind, StrEnum) else ""
        options["sa_column_kwargs"] = {"server_default": first if kind is str else "0"}
    return (kind | None if place.is_nullable else kind), Field(**options)


class HuntRow(SQLModel, table=True):
    """The hunt itself: one row, id 1, made with the schema; what it is called in exports and when hunts are joined."""

    __tablename__: ClassVar[Any] = "hunt"
    id: int | None = Field(default=None, primary_key=True)
    uid: str


class MetRow(SQLModel, table=True):
    """Who was met in a round, in the order in which they were named."""

    __tablename__: ClassVar[Any] = "met"
    __table_args__ = (_of_application("met", "position", "id", "interview_id", "person_id"), NEVER_REUSED)
    id: int | None = Field(default=None, primary_key=True)
    application_id: int = Field(foreign_key="application.id")
    interview_id: int = Field(foreign_key="interview.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    position: int


class MailDealtRow(SQLModel, table=True):
    """One thing of the mailbox on which the user has decided: it is never proposed again, until undo takes it back."""

    __tablename__: ClassVar[Any] = "mail_dealt"
    __table_args__ = (Index("mail_dealt_key", "key", unique=True), NEVER_REUSED)
    id: int | None = Field(default=None, primary_key=True)
    key: str
    """A hash of the mail's Message-ID, or of an invitation's UID and version: it outlives the server's numbers."""
    at: datetime = Field(sa_type=Moment)


class InboxFolderRow(SQLModel, table=True):
    """How far a folder of a mailbox was looked through. Never undone: it can be looked through again at any time."""

    __tablename__: ClassVar[Any] = "inbox_folder"
    __table_args__ = (Index("inbox_folder_of_account", "account", "folder", unique=True),)
    id: int | None = Field(default=None, primary_key=True)
    account: str
    folder: str
    is_sent: bool
    uidvalidity: int
    uidnext: int
    since: str
    """The first day that was asked for, `2026-11-24`; "" for none."""
    asked: str
    """What the server was asked for, as a JSON list."""
    waiting: str
    """UIDs of the mails that nobody has decided on, as a JSON list."""


class SyncDeviceRow(SQLModel, table=True):
    """A machine that takes part in sync, this one among them. Never undone: what was read can be read again."""

    __tablename__: ClassVar[Any] = "sync_device"
    __table_args__ = (Index("sync_device_device", "device", unique=True),)
    id: int | None = Field(default=None, primary_key=True)
    device: str
    name: str
    is_own: bool
    is_removed: bool
    generation: int
    """Of the file that was read last, or written last."""
    stamp: int
    """Of this machine: the verb's stamp (`reading.stamp`) that its file was written at."""
    digest: str
    """The SHA-256 of that file, "" before the first."""
    made_of: str
    """The SHA-256 of the document in it."""
    at: datetime | None = Field(sa_type=Moment)


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
    clock: str = Field(sa_column_kwargs={"server_default": ""})
    """The stamp of what it changes: see `stamps`."""


class ChangeRow(SQLModel, table=True):
    """A row as it was before a verb (see `triggers.image_values`); NULL: there was none. The triggers write them."""

    __tablename__: ClassVar[Any] = "change"
    __table_args__ = (UniqueConstraint("verb_id", "table_name", "row_id"),)
    id: int | None = Field(default=None, primary_key=True)
    verb_id: int = Field(foreign_key="verb.id")
    table_name: str
    row_id: int
    before: str | None


class AgendaRow(SQLModel, table=True):
    """One step of an application's agenda (`etiquette.agenda`): worked out from the other tables, never undone."""

    __tablename__: ClassVar[Any] = "agenda"
    __table_args__ = (
        Index("agenda_in_order", "urgency", "presses", "opens", "application_id"),
        Index("agenda_of_application", "application_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    application_id: int
    step: str
    kind: str | None
    person_id: int | None
    interview_id: int | None
    opens: datetime = Field(sa_type=Moment)
    due: datetime | None = Field(sa_type=Moment)
    late: datetime | None = Field(sa_type=Moment)
    lapses: datetime | None = Field(sa_type=Moment)
    snoozed_until: datetime | None = Field(sa_type=Moment)
    urgency: int
    """Its rank: 0 late, 1 due, 2 open, 3 not yet."""
    presses: datetime = Field(sa_type=Moment)
    """What the due list sorts by within an urgency: due, else late, else the last moment there is."""
    reason: str
    """The reason's name and its values, as JSON."""


class AgendaStateRow(SQLModel, table=True):
    """How long an application's agenda holds, and what of the application concerns others at its company."""

    __tablename__: ClassVar[Any] = "agenda_state"
    __table_args__ = (
        Index("agenda_state_until", "holds_until"),
        Index("agenda_state_made", "made"),
        Index("agenda_state_stage", "stage"),
        Index("agenda_state_company", "company", "status_mail"),
    )
    application_id: int | None = Field(default=None, primary_key=True)
    stage: str
    """As time has brought it about by `made`."""
    company: str
    """The company's name as it is compared: `text.company_key`."""
    status_mail: datetime | None = Field(sa_type=Moment)
    """When the last follow-up went out from here."""
    made: datetime = Field(sa_type=Moment)
    holds_until: datetime = Field(sa_type=Moment)


class AgendaStampRow(SQLModel, table=True):
    """What all agendas were made by: one row, id 1; none: they have to be made."""

    __tablename__: ClassVar[Any] = "agenda_stamp"
    id: int | None = Field(default=None, primary_key=True)
    stamp: str


for _table in RECORD_TABLES:
    _make(_table)

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
    "posting",
    "attached_file",
    "question",
    "jotting",
    "mail_dealt",
)
"""What undo covers, parents before their children."""

WITH_UID: tuple[str, ...] = tuple(table.name for table in RECORD_TABLES if UID in table.columns)
"""Whose rows have a uid of their own."""

AGENDA_TABLES = ("agenda", "agenda_state", "agenda_stamp")
"""What is worked out from the others and can be made anew at any time."""

TABLES = {
    name: SQLModel.metadata.tables[name]
    for name in (
        *("hunt", *USER_TABLES, *MARK_TABLES, "event", "verb", "change", "inbox_folder", "sync_device"),
        *AGENDA_TABLES,
    )
}
