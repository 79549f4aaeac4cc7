"""The columns of everything that is recorded, declared once: tables, selects, reading and writing follow from this.

A record's field says what a value is and whether it can be missing; its column adds what storage alone knows. The
columns of a table stand in the order of the file, so a new one goes to the end, where a migration puts it. Imports
neither sqlite3 nor SQLModel.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from app.etiquette.attached_files import AttachedFile
from app.etiquette.from_them import Posting, Reply
from app.etiquette.records import Application, Event, Interview, Letter, Me, Person, Snooze, Waiver
from app.etiquette.sheet_records import Jotting, Question
from app.storage.record_table import Column, Place, RecordTable, kind_of

OWNER = Column("application_id", apart=int, refers="application")
UID = Column("uid", later=True)

ME = RecordTable("me", Me, (Column("name"), Column("email"), Column("signature")))

PERSON = RecordTable(
    "person",
    Person,
    (
        Column("id", brief=True),
        OWNER,
        Column("given", brief=True),
        Column("family", brief=True),
        Column("honorific"),
        Column("email", brief=True),
        Column("title"),
        Column("part", brief=True),
        Column("family_first", brief=True),
        UID,
    ),
    listed_in="people",
)

INTERVIEW = RecordTable(
    "interview",
    Interview,
    (
        Column("id", brief=True),
        OWNER,
        Column("round", brief=True),
        Column("starts", brief=True),
        Column("ends", brief=True),
        Column("timezone"),
        Column("kind", brief=True),
        Column("location"),
        Column("noted"),
        Column("status", brief=True),
        Column("calendar_uid"),
        Column("sequence"),
        Column("stamped"),
        UID,
        Column("day_only", brief=True, later=True),
    ),
    given=("met",),
    listed_in="interviews",
)

LETTER = RecordTable(
    "letter",
    Letter,
    (
        Column("id"),
        OWNER,
        Column("kind", brief=True),
        Column("to_id", "to", brief=True, refers="person"),
        Column("subject"),
        Column("body"),
        Column("status", brief=True),
        Column("sent", brief=True),
        Column("how"),
        Column("interview_id", "interview", brief=True, refers="interview"),
        Column("written"),
        Column("version", is_written=False),
        Column("message_id", later=True),
        Column("in_reply_to", later=True),
        Column("thread_subject", later=True),
        UID,
    ),
    listed_in="letters",
)

REPLY = RecordTable(
    "reply",
    Reply,
    (
        Column("id"),
        OWNER,
        Column("at", brief=True),
        Column("text"),
        Column("reply_by"),
        Column("away_until", brief=True),
        Column("person_id", "person", refers="person"),
        Column("message_id"),
        Column("subject"),
        UID,
        Column("standing", brief=True, later=True),
    ),
    listed_in="replies",
)

WAIVER = RecordTable(
    "waiver",
    Waiver,
    (
        Column("id"),
        OWNER,
        Column("step", brief=True),
        Column("person_id", "person", brief=True, refers="person"),
        Column("interview_id", "interview", brief=True, refers="interview"),
        Column("reason"),
        Column("at", brief=True),
        UID,
    ),
    listed_in="waivers",
)

SNOOZE = RecordTable(
    "snooze",
    Snooze,
    (
        Column("id"),
        OWNER,
        Column("step", brief=True),
        Column("person_id", "person", brief=True, refers="person"),
        Column("until", brief=True),
        UID,
    ),
    listed_in="snoozes",
)

POSTING = RecordTable(
    "posting",
    Posting,
    (
        Column("id"),
        OWNER,
        Column("address"),
        Column("title"),
        Column("text"),
        Column("kept"),
        Column("closes"),
        Column("folded", apart=str),
        UID,
    ),
    listed_in="postings",
)

FILE = RecordTable(
    "attached_file",
    AttachedFile,
    (Column("id"), OWNER, *map(Column, ("kind", "name", "sha256", "size", "media_type", "added", "sent")), UID),
    listed_in="files",
)

QUESTION = RecordTable(
    "question",
    Question,
    (
        Column("id"),
        OWNER,
        Column("whose"),
        Column("text"),
        Column("answer"),
        Column("is_ticked"),
        Column("interview_id", "interview", refers="interview"),
        UID,
    ),
    listed_in="questions",
)

JOTTING = RecordTable(
    "jotting",
    Jotting,
    (
        Column("id"),
        OWNER,
        Column("interview_id", "interview", refers="interview"),
        Column("person_id", "person", refers="person"),
        Column("text"),
        UID,
    ),
    listed_in="jottings",
)

OWNED: tuple[RecordTable[Any], ...] = (
    PERSON,
    INTERVIEW,
    LETTER,
    REPLY,
    WAIVER,
    SNOOZE,
    POSTING,
    FILE,
    QUESTION,
    JOTTING,
)
"""What belongs to an application and has records of its own, parents before their children."""
BRIEFLY_READ = tuple(table for table in OWNED if any(column.brief for column in table.columns))
"""Those that steps depend on."""

APPLICATION = RecordTable(
    "application",
    Application,
    (
        Column("id", brief=True),
        Column("company", brief=True),
        Column("role", brief=True),
        Column("stage", brief=True),
        Column("location"),
        Column("url"),
        Column("salary"),
        Column("source"),
        Column("priority"),
        Column("notes"),
        Column("applied_on"),
        Column("reply_by_date", "reply_by.date", brief=True),
        Column("reply_by_stated", "reply_by.stated", brief=True),
        Column("reply_by_known", "reply_by.known", brief=True),
        Column("no_follow_ups", brief=True),
        Column("keep_in_touch", brief=True),
        Column("outcome_kind", "outcome.kind", brief=True),
        Column("outcome_at", "outcome.at", brief=True),
        Column("decide_by", "outcome.decide_by", brief=True),
        Column("decision", "outcome.decision", brief=True),
        Column("came_from", "outcome.came_from", brief=True),
        Column("archived", brief=True),
        Column("added", brief=True),
        Column("version", is_written=False),
        Column("folded", apart=str),
        UID,
        Column("decided_at", "outcome.decided"),
        Column("tone"),
        Column("disputed", brief=True),
        Column("decide_at", "outcome.decide_at", brief=True),
    ),
    given=tuple(table.listed_in for table in OWNED),
)

EVENT = RecordTable(
    "event",
    Event,
    (
        Column("id", is_written=False),
        Column("verb_id", apart=int, refers="verb"),
        Column("application_id", apart=int),
        Column("at"),
        Column("recorded", required=True),
        Column("what"),
        Column("text"),
        Column("before"),
        Column("after"),
        Column("rule"),
        UID,
        Column("is_day", later=True),
    ),
)

RECORD_TABLES: tuple[RecordTable[Any], ...] = (ME, APPLICATION, *OWNED, EVENT)


def names_of(table: RecordTable[Any], *, brief: bool = False) -> tuple[str, ...]:
    """Return the columns to read from a table, in the order of the select: the owner's id, then the fields."""
    fields = [column.name for column in table.columns if column.apart is None and (column.brief or not brief)]
    return tuple(fields) if table in (ME, APPLICATION) else (OWNER.name, *fields)


@cache
def places_of(table: RecordTable[Any]) -> tuple[Place, ...]:
    """Return all columns of a table in the order of the file, with what the record's annotations say about them."""
    return tuple(_place(column, table.record) for column in table.columns)


def inside_of(table: RecordTable[Any]) -> dict[str, type]:
    """Return, by field, the records that are part of a table's records."""
    inside = {place.path[0] for place in places_of(table) if len(place.path) > 1}
    return {field: kind_of(table.record, field)[0] for field in inside}


def _place(column: Column, record: type) -> Place:
    if column.apart is not None:
        return Place(column, (), column.apart, is_nullable=False)
    *inside, field = path = tuple((column.field or column.name).split("."))
    if inside:
        kind, _ = kind_of(kind_of(record, inside[0])[0], field)
        return Place(column, path, kind, is_nullable=kind is not bool)
    kind, is_optional = kind_of(record, field)
    return Place(column, path, kind, is_optional and not column.required)
