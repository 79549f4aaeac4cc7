"""Refuse what SQLite cannot hold, before anything is written: it would surface only at commit, or be stored wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from operator import attrgetter
from types import NoneType
from typing import Any, NamedTuple

from sqlalchemy import Column

from app.etiquette.errors import InvalidFieldError
from app.storage.tables import TABLES
from app.storage.to_rows import Values

_LARGEST = 2**63 - 1


class _Accepts(NamedTuple):
    kind: type
    nullable: bool


def _kind(column: Column[Any]) -> type:
    """Return what a column's values are; SQLModel's type for texts says no more than that they are objects."""
    kind = column.type.python_type
    return str if kind is object else kind


_ACCEPTS: dict[str, dict[str, _Accepts]] = {
    name: {column.name: _Accepts(_kind(column), bool(column.nullable)) for column in table.columns}
    for name, table in TABLES.items()
}
_NULLABLE = {
    name: frozenset(column for column, accepts in columns.items() if accepts.nullable)
    for name, columns in _ACCEPTS.items()
}
_TEXTS = {
    name: frozenset(column for column, accepts in columns.items() if accepts.kind is str)
    for name, columns in _ACCEPTS.items()
}


def check(table: str, rows: Iterable[Values]) -> None:
    """Raise if a row of the table has a value that cannot be stored unchanged.

    Raises:
        InvalidFieldError: with the column as its field.
    """
    accepts, texts, nullable = _ACCEPTS[table], _TEXTS[table], _NULLABLE[table]
    for row in rows:
        for column, value in row.items():
            if value is None and column in nullable:
                continue
            if column in texts and type(value) is str and value.isascii() and "\0" not in value:
                continue  # most values of most rows
            problem = _problem(value, accepts[column])
            if problem:
                raise InvalidFieldError(column, f"The {column.replace('_', ' ')} {problem}; nothing was saved.")


def check_columns(table: str, rows: Sequence[Values]) -> None:
    """Do what `check` does, for many rows that have the same columns: what is sound is seen of a column as a whole.

    Raises:
        InvalidFieldError: with the column as its field.
    """
    if not rows:
        return
    accepts = _ACCEPTS[table]
    doubtful = [name for name in rows[0] if not _are_sound([row[name] for row in rows], accepts[name])]
    if doubtful:
        check(table, ({name: row[name] for name in doubtful} for row in rows))


def _are_sound(values: Sequence[Any], accepts: _Accepts) -> bool:
    """Return whether values can be stored for sure; False where each has to be looked at."""
    kinds = set(map(type, values))
    if NoneType in kinds:
        if not accepts.nullable:
            return False
        kinds.discard(NoneType)
        values = [value for value in values if value is not None]
    if not values or (accepts.kind is date and kinds != {date}):
        return not values
    if not all(issubclass(kind, accepts.kind) for kind in kinds):
        return False
    if issubclass(accepts.kind, str):
        text = "".join(values)
        return text.isascii() and "\0" not in text
    if issubclass(accepts.kind, int):
        return all(-_LARGEST <= end <= _LARGEST for end in (min(values), max(values)))
    return accepts.kind is not datetime or set(map(attrgetter("tzinfo"), values)) == {UTC}


def _problem(value: Any, accepts: _Accepts) -> str | None:
    """Return what is wrong with a value, None if it can be stored."""
    kind = accepts.kind
    if value is None:
        return None if accepts.nullable else "is missing"
    if not isinstance(value, kind) or (kind is date and isinstance(value, datetime)):
        return f"is {type(value).__name__} where {kind.__name__} is wanted"
    if isinstance(value, str):
        return _text_problem(value)
    if isinstance(value, datetime):
        return _moment_problem(value)
    if isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
        return "is a number too large to be stored"
    return None


def _text_problem(text: str) -> str | None:
    if "\0" in text:
        return "holds a NUL character, which cannot be stored; remove it"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "holds half of a character pair (a lone surrogate), which cannot be stored; remove it"
    return None


def _moment_problem(moment: datetime) -> str | None:
    offset = moment.utcoffset()
    if offset is None:
        return "has no time zone"
    try:
        _ = moment - offset if offset else moment
    except OverflowError:
        return "is outside the years 1 to 9999"
    return None
