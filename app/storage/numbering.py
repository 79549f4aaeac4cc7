"""Give new records their ids and uids, and follow the references between them. Pure but for where those come from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from app.etiquette.errors import InvalidFieldError
from app.etiquette.frozen import replace
from app.etiquette.records import Application
from app.storage.columns import INTERVIEW, OWNED
from app.storage.record_table import RecordTable

NewId: TypeAlias = Callable[[str], int]
"""Takes a table's name and returns an id that the table never had."""


def new_uid() -> str:
    """Return a name that nothing else has, in this hunt or any other: 80 random bits as 20 hexadecimal digits.

    Digits and small letters alone, since calendars and file systems may not tell capitals from them.
    """
    return os.urandom(10).hex()


class _References:
    """The new ids of some records, by their old ones. A temporary id that two records share refers to neither."""

    def __init__(self, what: str, before: Iterable[Any], after: Iterable[Any]):
        self._what = what
        self._ids: dict[int, int | None] = {}
        for old, new in zip(before, after, strict=True):
            self._ids[old.id] = None if old.id in self._ids else new.id

    def now(self, record_id: int) -> int:
        """Return the new id of a record that others refer to."""
        present = self._ids.get(record_id)
        if present is None:
            raise InvalidFieldError(
                self._what,
                f"Something refers to {self._what} {record_id}, which is not in this application (or is there twice)."
                " Nothing was saved; choose it again.",
            )
        return present


def numbered(
    application: Application, new_id: NewId, before: Application | None = None, version: int | None = None
) -> Application:
    """Return the application with an id and a uid for itself and for everything in it that has none; references
    follow.

    An id of 0 or less is temporary; what others refer to needs one that is its own.

    Args:
        before: the application as it is stored: what is stored keeps its uid, whatever became of the record meanwhile.
        version: of the application itself from now on, None for the one that it has.

    Raises:
        InvalidFieldError: something refers to a person or an interview that is not in the application.
    """
    earlier = before or Application()
    references: dict[str, _References] = {}
    owned: dict[str, Any] = {}

    def present_id(table: str, record_id: int) -> int:
        return (references.get(table) or _References(table, (), ())).now(record_id)

    for table in OWNED:
        records = getattr(application, table.listed_in)
        if not records:
            continue
        numbered_ = _given_ids(records, table.name, new_id, getattr(earlier, table.listed_in))
        references[table.name] = _References(table.name, records, numbered_)
        owned[table.listed_in] = tuple(_referring(record, table, present_id) for record in numbered_)
    return replace(
        application,
        id=application.id if application.id > 0 else new_id("application"),
        uid=earlier.uid or application.uid or new_uid(),
        version=application.version if version is None else version,
        **owned,
    )


def unnumbered(application: Application) -> Application:
    """Return the application with ids that all count as temporary, so that one read elsewhere can be added."""
    owned: dict[str, Any] = {
        table.listed_in: tuple(
            replace(_referring(record, table, lambda _, record_id: -abs(record_id)), id=-abs(record.id))
            for record in records
        )
        for table in OWNED
        if (records := getattr(application, table.listed_in))
    }
    return replace(application, id=0, **owned) if owned or application.id > 0 else application


def named(application: Application) -> Application:
    """Return the application with a uid for itself and for everything in it that has none."""
    owned: dict[str, Any] = {
        table.listed_in: tuple(record if record.uid else replace(record, uid=new_uid()) for record in records)
        for table in OWNED
        if (records := getattr(application, table.listed_in))
    }
    return replace(application, uid=application.uid or new_uid(), **owned)


def with_ids(application: Application, ids: Mapping[str, int]) -> Application:
    """Return the application with other ids for some of what is in it, by uid; references follow."""
    now = {
        (table.name, record.id): ids.get(record.uid, record.id)
        for table in OWNED
        for record in getattr(application, table.listed_in)
    }
    owned: dict[str, Any] = {
        table.listed_in: tuple(
            replace(
                _referring(record, table, lambda name, record_id: now[name, record_id]), id=now[table.name, record.id]
            )
            for record in records
        )
        for table in OWNED
        if (records := getattr(application, table.listed_in))
    }
    return replace(application, **owned)


def _referring(record: Any, table: RecordTable[Any], now: Callable[[str, int], int]) -> Any:
    """Return a record with other ids in the fields that refer to people and interviews.

    Args:
        now: takes a table's name and an id, and returns the id to be there instead.
    """
    changes: dict[str, Any] = {
        column.field: now(column.refers, getattr(record, column.field))
        for column in table.columns
        if column.refers and column.apart is None and getattr(record, column.field) is not None
    }
    if table is INTERVIEW and record.met:
        changes["met"] = tuple(now("person", person_id) for person_id in record.met)
    return replace(record, **changes) if changes else record


def _given_ids(records: Iterable[Any], table: str, new_id: NewId, before: Iterable[Any]) -> list[Any]:
    stored = {record.id: record.uid for record in before}
    return [
        record
        if record.id > 0 and record.uid and stored.get(record.id, record.uid) == record.uid
        else replace(
            record,
            id=record.id if record.id > 0 else new_id(table),
            uid=stored.get(record.id) or record.uid or new_uid(),
        )
        for record in records
    ]
