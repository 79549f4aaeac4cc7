"""A copy of a hunt as plain data: every record by its uid, with what it says and when that was last changed. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from app.etiquette.from_them import ReplyBy
from app.etiquette.marks import Marks, Removal
from app.etiquette.records import Application, Decision, Event, Outcome
from app.storage.columns import APPLICATION, EVENT, INTERVIEW, OWNED
from app.storage.record_table import RecordTable
from app.storage.units import MET

Value: TypeAlias = str | int | bool | date | datetime | ReplyBy | Outcome | Decision | tuple[str, ...] | None
"""What a field says; other records are named by their uids."""
_NOT_SAID = {"id", "uid", "version"}
TABLES: tuple[RecordTable[Any], ...] = (APPLICATION, *OWNED, EVENT)
"""In the order in which records can be stored: what others refer to comes first."""


class Record(NamedTuple):
    """One record of a copy."""

    table: str
    owner: str
    """The uid of the application that it belongs to, "" for an application."""
    values: Mapping[str, Value]
    edits: Mapping[str, str]
    """By field (see `units`), when it was last changed; a missing field is as it was first recorded."""


class Copy(NamedTuple):
    """A copy of a hunt."""

    records: Mapping[str, Record]
    """By uid."""
    removed: Mapping[str, Removal]
    """By uid; none of them is in `records`."""
    seen: Mapping[str, str]
    """By machine, its latest change that this copy holds or has dealt with."""


def uid_made_of(*parts: str) -> str:
    """Return the uid of something that joining itself makes: every machine has to give it the same one."""
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:20]


@cache
def fields_of(table: RecordTable[Any]) -> tuple[str, ...]:
    """Return the fields of a table's records that a copy holds."""
    lists = set(table.given) - {MET}
    return tuple(field for field in table.record.__match_args__ if field not in _NOT_SAID | lists)


@cache
def _reader_of(table: RecordTable[Any]) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*fields_of(table))


@cache
def references_of(table: str) -> tuple[str, ...]:
    """Return the fields of a table's records that name another record."""
    return tuple(field for field, _ in _references_in(next(one for one in TABLES if one.name == table)))


@cache
def _references_in(table: RecordTable[Any]) -> tuple[tuple[str, str], ...]:
    """Return the fields that name another record, each with that record's table."""
    return tuple(
        (column.field or column.name, column.refers)
        for column in table.columns
        if column.refers and column.apart is None
    )


def copy_of(hunt: Iterable[tuple[Application, Iterable[Event]]], marks: Marks) -> Copy:
    """Return the copy of a hunt made of some applications, their events, and the marks of changes."""
    records: dict[str, Record] = {}
    for application, events in hunt:
        uids = _uids_of(application)
        records[application.uid] = _record_of(APPLICATION, application, "", uids, marks)
        for table in OWNED:
            for record in getattr(application, table.listed_in):
                records[record.uid] = _record_of(table, record, application.uid, uids, marks)
        for event in events:
            records[event.uid] = _record_of(EVENT, event, application.uid, uids, marks)
    removed = {uid: removal for uid, removal in marks.removed.items() if uid not in records}
    return Copy(records, removed, marks.seen)


def _uids_of(application: Application) -> dict[tuple[str, int], str]:
    return {(table.name, record.id): record.uid for table in OWNED for record in getattr(application, table.listed_in)}


def _record_of(
    table: RecordTable[Any], record: Any, owner: str, uids: Mapping[tuple[str, int], str], marks: Marks
) -> Record:
    values: dict[str, Value] = dict(zip(fields_of(table), _reader_of(table)(record), strict=True))
    for field, refers in _references_in(table):
        values[field] = uids.get((refers, values[field]))  # type: ignore[arg-type]
    if table is INTERVIEW:
        values[MET] = tuple(uids["person", person] for person in record.met if ("person", person) in uids)
    return Record(table.name, owner, values, marks.edits.get(record.uid, {}))


def applications_of(copy: Copy, uids: Iterable[str]) -> dict[str, tuple[Application, list[Event]]]:
    """Return some applications of a copy, by uid, and their events in order of time. Ids are temporary."""
    wanted = set(uids)
    owned: dict[str, dict[str, list[tuple[str, Record]]]] = {uid: {} for uid in wanted}
    for uid, record in copy.records.items():
        if record.owner in wanted:
            owned[record.owner].setdefault(record.table, []).append((uid, record))
    return {uid: _application_of(uid, copy.records[uid], owned[uid]) for uid in wanted}


def _application_of(
    uid: str, record: Record, owned: Mapping[str, list[tuple[str, Record]]]
) -> tuple[Application, list[Event]]:
    ids = {child: -place for table in OWNED for place, (child, _) in enumerate(owned.get(table.name, ()), 1)}
    lists = {
        table.listed_in: tuple(
            table.record(id=ids[child], uid=child, **_with_ids(kept, ids)) for child, kept in owned[table.name]
        )
        for table in OWNED
        if table.name in owned
    }
    events = [Event(uid=child, **kept.values) for child, kept in owned.get(EVENT.name, ())]  # type: ignore[arg-type]
    application = replace(Application(uid=uid, **record.values), **lists)  # type: ignore[arg-type]
    return application, sorted(events, key=lambda event: event.at)


def _with_ids(record: Record, ids: Mapping[str, int]) -> dict[str, Any]:
    values: dict[str, Any] = dict(record.values)
    for field in references_of(record.table):
        values[field] = ids.get(values[field]) if values[field] else None
    if record.table == INTERVIEW.name:
        values[MET] = tuple(ids[person] for person in values[MET] if person in ids)
    return values
