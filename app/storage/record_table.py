"""What a table of records is made of: its columns, and what each holds of a record. Knows no record by name."""

from __future__ import annotations

from functools import cache
from types import NoneType
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_type_hints

R = TypeVar("R")


class Column(NamedTuple):
    """One column."""

    name: str
    field: str = ""
    """The record's field; "" when it is called like the column. `outcome.at` is a field of the record in `outcome`; the
    first column of such a record is NULL when there is none."""
    brief: bool = False
    """Whether steps depend on it: it is read of ten thousand applications at once, and an index holds it."""
    refers: str = ""
    """The table that it has an id of."""
    later: bool = False
    """Whether it came after its table, so that earlier rows and earlier images of rows have its empty value."""
    required: bool = False
    """Whether it is never missing where it is stored, although the record's field can be None."""
    is_written: bool = True
    """False: a transaction decides what is written."""
    apart: type | None = None
    """Its type, when no field of the record is stored in it."""


class RecordTable(NamedTuple, Generic[R]):
    """A table with a row for each record of one kind."""

    name: str
    record: type[R]
    columns: tuple[Column, ...]
    given: tuple[str, ...] = ()
    """The fields that are read from other tables."""
    listed_in: str = ""
    """The field of the application that has its records, when they belong to one."""


class Place(NamedTuple):
    """A column with its type and more, as the annotations of the records have it."""

    column: Column
    path: tuple[str, ...]
    """The field, after that of the record which it is inside of; () when the column holds no field."""
    kind: type
    """Of the values in the record: str, int, bool, date, datetime or an enumeration of texts."""
    is_nullable: bool


def kind_of(record: type, field: str) -> tuple[type, bool]:
    """Return the type that a field's annotation names, and whether it can be None instead."""
    hint = _hints(record)[field]
    kinds = [kind for kind in get_args(hint) or (hint,) if kind is not NoneType]
    return kinds[0], len(kinds) < len(get_args(hint))


@cache
def _hints(record: type) -> dict[str, Any]:
    """Return the annotations of a record, worked out once for all of its fields."""
    return get_type_hints(record)
