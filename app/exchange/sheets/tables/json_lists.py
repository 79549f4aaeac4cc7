"""Which lists of a JSON document hold the applications, wherever they lie in it.

A document may have one list for each status, month or company, people beside jobs, and the applications of a company
inside of it. The list whose objects are named most like applications is it, and with it every other one of the kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.exchange.sheets.columns.naming import field_named
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.statuses.reading import is_status
from app.exchange.sheets.tables.json_values import flat

_DEEPEST = 6
_SAMPLE = 20
_ALIKE = 0.5
"""The share of names that two lists of one kind have in common."""
_MOSTLY = 0.6
_WORTH = {"company": 2, "role": 2, "status": 1, "applied_on": 1, "decision": 1}
"""What it is worth that the objects of a list have a field."""
_FROM_ABOVE = 1
_PEOPLE = 3
"""What it costs that they have mail addresses: people have titles and employers too."""
_LEAST = 2
_KEY = "\0key"
"""Under which name the key of a list is remembered, until it is known what it says."""

Row = dict[str, str]


@dataclass(slots=True)
class _List:
    """One list of objects, each flat."""

    rows: list[Row]
    above: list[Row]
    """For each row, what the objects around it say."""
    names: frozenset[str]
    fields: frozenset[str]
    order: int
    worth: int = 0
    around: frozenset[int] = field(default_factory=frozenset)
    """The order of the lists in whose objects it lies."""


def applications_in(document: Any) -> list[Row]:
    """Return the objects of all lists of applications, in their order; nothing when no list is one for sure."""
    lists = list(_Walk().lists(document, {}, frozenset(), 0))
    best = max(lists, key=lambda one: (one.worth, len(one.rows), -one.order), default=None)
    if best is None or best.worth <= _LEAST:
        return []
    kin = [one for one in lists if one is best or _is_kin(one, best)]
    rows = [row for one in kin for row in one.rows]
    above = [row for one in kin for row in one.above]
    extra = _from_above(rows, above, frozenset().union(*(one.fields for one in kin)))
    return [
        {**row, **{name: outer[key] for name, key in extra.items() if outer.get(key)}}
        for row, outer in zip(rows, above, strict=True)
    ]


def _is_kin(one: _List, best: _List) -> bool:
    """Whether a list is of the same kind as another that it is no part of, and has no part in."""
    if best.order in one.around or one.order in best.around:
        return False
    return len(one.names & best.names) >= max(len(one.names | best.names) * _ALIKE, 1)


class _Walk:
    """Finds the lists of a document, and numbers them."""

    def __init__(self) -> None:
        self._count = 0

    def lists(self, value: Any, above: Row, around: frozenset[int], depth: int) -> Iterator[_List]:
        """Yield the lists of objects in a value, the outer ones first."""
        if depth > _DEEPEST or not isinstance(value, list | dict):
            return
        objects = _objects(value)
        if objects:
            one = self._list(objects, above, around)
            yield one
            inside = around | {one.order}
            for key, inner in objects:
                scalars = {**above, **_own(inner), **({_KEY: key} if key else {})}
                yield from self._inner(inner, scalars, inside, depth + 1)
        elif isinstance(value, list):
            for inner in value:
                yield from self.lists(inner, above, around, depth + 1)
        else:
            yield from self._inner(value, above, around, depth)

    def _inner(self, value: Mapping[str, Any], above: Row, around: frozenset[int], depth: int) -> Iterator[_List]:
        for key, inner in value.items():
            if isinstance(inner, list | dict):
                yield from self.lists(inner, {**above, _KEY: str(key)}, around, depth + 1)

    def _list(self, objects: Sequence[tuple[str, Mapping[str, Any]]], above: Row, around: frozenset[int]) -> _List:
        rows = [flat(inner) for _, inner in objects]
        outer = [{**above, _KEY: key} if key else above for key, _ in objects]
        names = frozenset(name for row in rows[:_SAMPLE] for name in row)
        fields = frozenset(map(field_named, names)) - {""}
        worth = sum(_WORTH.get(one, 0) for one in fields)
        above_fields = {field_named(name) for name in above if name != _KEY} & _WORTH.keys()
        worth += _FROM_ABOVE if above_fields - fields else 0
        worth -= _PEOPLE if "contact_email" in fields and not fields & {"status", "applied_on", "decision"} else 0
        self._count += 1
        return _List(rows, outer, names, fields, self._count, worth, around)


def _objects(value: Any) -> list[tuple[str, Mapping[str, Any]]]:
    """The objects of a list, or those of an object whose values are all alike, with their keys."""
    if isinstance(value, list):
        return [("", one) for one in value if isinstance(one, dict)]
    inner: list[tuple[str, Mapping[str, Any]]] = [
        (str(key), one) for key, one in value.items() if isinstance(one, dict) and one
    ]
    if len(inner) < len(value) or not inner or all(isinstance(part, dict) for _, one in inner for part in one.values()):
        return []
    common = frozenset.intersection(*(frozenset(one) for _, one in inner[:_SAMPLE]))
    every = frozenset().union(*(frozenset(one) for _, one in inner[:_SAMPLE]))
    return inner if len(common) >= max(len(every) * _ALIKE, _LEAST) else []


def _own(value: Mapping[str, Any]) -> Row:
    """What an object says of itself, without its lists."""
    return flat({key: inner for key, inner in value.items() if not isinstance(inner, list)})


def _from_above(rows: Sequence[Row], above: Sequence[Row], fields: frozenset[str]) -> dict[str, str]:
    """Return the names of columns that the objects around the rows give, and what each is called there.

    What is mostly statuses is the status where the rows have none. The key of a list names the company where nothing
    else does, or is the day applied on; any other is left out: a month, an id.
    """
    extra: dict[str, str] = {}
    inner = {name for row in rows for name in row}
    for key in dict.fromkeys(name for outer in above for name in outer):
        values = [outer[key] for outer in above if outer.get(key)]
        if not values:
            continue
        if sum(map(is_status, values)) >= len(values) * _MOSTLY:
            if not fields & {"status", "decision"} and "status" not in extra:
                extra["status"] = key
        elif key == _KEY:
            name = _said_by_key(values, fields)
            extra |= {name: key} if name and name not in extra else {}
        elif key not in inner and (not field_named(key) or field_named(key) not in fields):
            extra[key] = key
    return extra


def _said_by_key(keys: Sequence[str], fields: frozenset[str]) -> str:
    """Return the name of the column that the keys of lists, or of objects, make; "" for none."""
    if all(map(looks_like_day, keys)):
        return "" if "applied_on" in fields else "date"
    is_company = "company" not in fields and len(set(keys)) > 1 and not any(map(_is_id, keys))
    return "company" if is_company else ""


def _is_id(key: str) -> bool:
    return any("0" <= letter <= "9" for letter in key) and " " not in key
