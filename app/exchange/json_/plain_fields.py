"""The fields of records that stand in our JSON as they are, both ways: what a field is, its annotation says.

A field that is added to a record is exported and imported without a word here. Fields that the database alone decides
are left out; those that are told in another way (people by ref, interviews by round and uid) are the callers'.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection
from datetime import date, datetime, tzinfo
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, NamedTuple, get_args, get_type_hints

from app.etiquette.text import Lines
from app.exchange.json_.fields import JsonObject

_OF_THE_DATABASE = ("id", "version")
_PLAIN = (str, bool, int, date, datetime, StrEnum)


class _Field(NamedTuple):
    name: str
    kind: type
    has_lines: bool
    default: Any


def written(record: Any) -> dict[str, Any]:
    """Return the plain fields of a record as JSON values: moments and days in ISO 8601, the values of enumerations."""
    plain = {}
    for name, writes in _writers(record.__class__):
        value = getattr(record, name)
        plain[name] = value if writes is None or value is None else writes(value)
    return plain


def read(
    values: JsonObject, record: type, zone: tzinfo, *, apart: Collection[str] = (), needed: Collection[str] = ()
) -> dict[str, Any]:
    """Return the plain fields of a record by name; what is missing or null is as in an empty record.

    Args:
        zone: the user's, in which moments without an offset are meant.
        apart: fields that the caller reads.
        needed: fields that have to be there, and so have those without a default.

    Raises:
        InvalidFieldError: a value cannot be used, or is needed and missing.
    """
    fields: dict[str, Any] = {}
    for field in _fields(record):
        if field.name in apart:
            continue
        value = _value(values, field, zone)
        if value is None:
            if field.name in needed or field.default is dataclasses.MISSING:
                raise values.wrong(field.name, "is needed and is missing.")
            value = field.default
        fields[field.name] = value
    return fields


@cache
def _writers(record: type) -> list[tuple[str, Callable[[Any], Any] | None]]:
    """Return the plain fields with what makes a JSON value of theirs; None: they are one."""
    return [(field.name, _writer(field.kind)) for field in _fields(record)]


def _writer(kind: type) -> Callable[[Any], Any] | None:
    if issubclass(kind, date):
        return kind.isoformat
    return attrgetter("value") if issubclass(kind, StrEnum) else None


def _value(values: JsonObject, field: _Field, zone: tzinfo) -> Any:
    """Return what a document has for a field, None when it has nothing."""
    name, kind = field.name, field.kind
    if values.values.get(name) is None:
        return None
    if issubclass(kind, StrEnum):
        return values.one_of(name, kind)
    if kind is bool:
        return values.flag(name)
    if kind is int:
        return values.number(name)
    if kind is date:
        return values.day(name)
    if kind is datetime:
        return values.moment(name, zone)
    return values.uid() if name == "uid" else values.text(name, lines=field.has_lines)


@cache
def _fields(record: type) -> tuple[_Field, ...]:
    hints, bare = get_type_hints(record, include_extras=True), get_type_hints(record)
    fields = []
    for field in dataclasses.fields(record):
        kind = next((kind for kind in get_args(bare[field.name]) if kind is not NoneType), bare[field.name])
        refers = kind is int and bare[field.name] is not int
        if field.name not in _OF_THE_DATABASE and not refers and isinstance(kind, type) and issubclass(kind, _PLAIN):
            fields.append(_Field(field.name, kind, hints[field.name] is Lines, field.default))
    return tuple(sorted(fields, key=lambda field: field.name != "uid"))  # a thing's name comes first
