"""Rows as records: for each table a function put together from its columns. Imports neither sqlite3 nor SQLModel.

A function takes a row as a select of `names_of` gives it, and by name the fields that other tables fill. Fields that
were not read are as in an empty record.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any, TypeAlias, cast

from app.storage.columns import inside_of, names_of, places_of
from app.storage.record_table import Place, R, RecordTable

Row: TypeAlias = tuple[Any, ...]


def maker(table: RecordTable[R], *, brief: bool = False) -> Callable[..., R]:
    """Return the function that makes a record of a row.

    Args:
        brief: for rows of the columns that are brief.
    """
    make_record: Callable[..., R] = _compiled_maker(table, brief)
    return make_record


@cache
def _compiled_maker(table: RecordTable[Any], brief: bool) -> Callable[..., Any]:
    """Write the function out as one would by hand, since going through the columns of each row takes twice as long: ten
    thousand applications have sixty thousand rows."""
    parts = _Parts(table, brief)
    arguments = ", ".join(parts.argument(field) for field in table.record.__match_args__)
    source = f"lambda {', '.join(('row', *table.given))}: _record({arguments})"
    return cast(Callable[..., Any], eval(source, parts.names))  # noqa: S307 - names of our own columns and fields


class _Parts:
    """The parts of a function's source, and the values that it names."""

    def __init__(self, table: RecordTable[Any], brief: bool):
        self.names: dict[str, Any] = {"_record": table.record}
        self._given = table.given
        self._record = table.record
        self._inside = inside_of(table)
        positions = {name: position for position, name in enumerate(names_of(table, brief=brief))}
        self._read: dict[tuple[str, ...], tuple[int, Place]] = {
            place.path: (positions[place.column.name], place)
            for place in places_of(table)
            if place.path and place.column.name in positions
        }

    def argument(self, field: str) -> str:
        """Return the argument for a field, in the order of the record's fields."""
        if field in self._given:
            return field
        if field in self._inside:
            return self._record_inside(field)
        if (field,) in self._read:
            return self._value((field,))
        self.names[f"_unread_{field}"] = getattr(self._record(), field)
        return f"_unread_{field}"

    def _record_inside(self, field: str) -> str:
        paths = [path for path in self._read if path[0] == field]
        self.names[f"_{field}"] = self._inside[field]
        first, _ = self._read[paths[0]]
        values = ", ".join(f"{path[1]}={self._value(path)}" for path in paths)
        return f"None if row[{first}] is None else _{field}({values})"

    def _value(self, path: tuple[str, ...]) -> str:
        position, place = self._read[path]
        reads = _reader_of(place.kind)
        if reads is None:
            return f"row[{position}]"
        name, value = f"_{place.column.name}", f"row[{position}]"
        self.names[name] = reads
        return f"None if {value} is None else {name}({value})" if place.is_nullable else f"{name}({value})"


def _reader_of(kind: Any) -> Callable[[Any], Any] | None:
    """Return the function that makes a value from a stored one; None if they are the same."""
    if kind in (str, int):
        return None
    if kind is bool:
        return bool
    if kind in (date, datetime):
        return cast(Callable[[str], Any], kind.fromisoformat)
    return {member.value: member for member in kind}.__getitem__
