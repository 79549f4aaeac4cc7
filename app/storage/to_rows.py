"""Records as rows to be written, and what differs between the rows of two states of an application. Pure.

A row is a dict of Python values by column name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from app.etiquette.from_them import Posting
from app.etiquette.records import Application
from app.etiquette.text import folded, searchable
from app.storage.columns import APPLICATION, OWNED, POSTING, places_of
from app.storage.record_table import Place, RecordTable

Values: TypeAlias = dict[str, Any]
ById: TypeAlias = dict[int, Values]


class Differences(NamedTuple):
    """What to write so that the stored rows of one table become the later ones."""

    new: list[Values]
    changed: list[Values]
    """Each with its id and the columns that differ."""
    deleted: list[int]


def values_of(table: RecordTable[Any], record: object) -> Values:
    """Return the columns that hold a record's fields, without those that a transaction fills."""
    names, own, further = _written(table)
    values = dict(zip(names, own(record), strict=False))
    for name, place in further:
        values[name] = _value(record, place)
    return values


class _Written(NamedTuple):
    """The columns that hold a record's fields: the same for every row, and worked out once."""

    names: tuple[str, ...]
    """Of those that hold fields of its own."""
    own: Callable[[object], tuple[Any, ...]]
    """Reads these fields, in that order."""
    further: tuple[tuple[str, Place], ...]
    """Those that hold parts of its fields."""


@cache
def _written(table: RecordTable[Any]) -> _Written:
    written = [place for place in places_of(table) if place.path and place.column.is_written]
    own = [place for place in written if len(place.path) == 1]
    further = tuple((place.column.name, place) for place in written if len(place.path) > 1)
    names = tuple(place.column.name for place in own)
    return _Written(names, attrgetter(*(place.path[0] for place in own)), further)


def _value(record: object, place: Place) -> object:
    for field in place.path:
        record = getattr(record, field)
        if record is None:
            return None if place.is_nullable or len(place.path) == 1 else False
    return record


def rows_of(application: Application) -> dict[str, ById]:
    """Return the rows of an application by table, its own included; who was met is in `met_rows`."""
    rows: dict[str, ById] = {table.name: {} for table in (APPLICATION, *OWNED)}
    for table, values in rows_in(application):
        rows[table][values["id"]] = values
    return rows


def rows_in(application: Application) -> Iterator[tuple[str, Values]]:
    """Yield each row of an application with its table, as `rows_of` has them."""
    names = (*(person.name for person in application.people), *(file.name for file in application.files))
    searched = folded(" ".join((application.company, application.role, application.location, *names)))
    yield APPLICATION.name, values_of(APPLICATION, application) | {"folded": searched}
    for table in OWNED:
        for record in getattr(application, table.listed_in):
            values = values_of(table, record) | {"application_id": application.id}
            if table is POSTING:
                values["folded"] = _searched_in(record)
            yield table.name, values


@lru_cache(maxsize=8)
def _searched_in(posting: Posting) -> str:
    """Return what a search looks in: the same for every verb on an application, and worked out once."""
    return searchable(f"{posting.title} {posting.text}")


def met_rows(application: Application, interviews: Iterable[int]) -> list[Values]:
    """Return the rows, without ids, that say who was met in these interviews, in the order in which they were named."""
    interview_ids = set(interviews)
    return [
        {
            "application_id": application.id,
            "interview_id": interview.id,
            "person_id": person_id,
            "position": position,
        }
        for interview in application.interviews
        if interview.id in interview_ids
        for position, person_id in enumerate(interview.met)
    ]


def differences(before: ById, after: ById) -> Differences:
    """Return what to insert, update and delete."""
    new = [values for row_id, values in after.items() if row_id not in before]
    changed = []
    for row_id, values in after.items():
        earlier = before.get(row_id)
        if earlier is not None and earlier != values:
            differing = {name: value for name, value in values.items() if earlier[name] != value}
            changed.append({"id": row_id} | differing)
    return Differences(new, changed, [row_id for row_id in before if row_id not in after])


def meetings_changed(before: Application, after: Application) -> list[int]:
    """Return the ids of the interviews, deleted ones included, whose list of people changes."""
    met_before = {interview.id: interview.met for interview in before.interviews}
    met_after = {interview.id: interview.met for interview in after.interviews}
    return [row_id for row_id in met_before | met_after if met_before.get(row_id, ()) != met_after.get(row_id, ())]
