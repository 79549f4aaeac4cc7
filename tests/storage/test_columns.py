"""Every field of every record has its column, is stored and is read back; in brief, what steps depend on."""

from __future__ import annotations

import dataclasses
import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.etiquette.records import Application
from app.storage import live_applications, reading
from app.storage.columns import APPLICATION, BRIEFLY_READ, OWNED, RECORD_TABLES, inside_of, places_of
from app.storage.engine import open_database
from app.storage.record_table import Place, RecordTable
from app.storage.tables import TABLES
from app.storage.to_records import maker
from app.storage.to_rows import values_of
from tests.full_records import EVENT, FULL, ME, NOW
from tests.storage.hunts import open_hunt, reader

RELEASED = Path(__file__).parent / "released"
TABLE_OF = {table.record: table for table in RECORD_TABLES}


def store(path: Path) -> Application:
    """Store the full application, its event and the user, and return the application as it was stored."""
    with open_database(path, lambda: NOW).writing() as transaction:
        transaction.begin_verb("import", "Import", None, NOW)
        transaction.set_me(ME)
        return transaction.add(FULL, [EVENT])


def fields(record: Any) -> Iterator[tuple[str, ...]]:
    """Yield the fields of a record, and those of the records inside it, as their columns name them."""
    inside = inside_of(TABLE_OF[record])
    for field in dataclasses.fields(record):
        if field.name in inside:
            yield from ((field.name, inner.name) for inner in dataclasses.fields(inside[field.name]))
        else:
            yield (field.name,)


@pytest.mark.parametrize("table", RECORD_TABLES, ids=lambda table: table.name)
def test_each_field_of_a_record_has_one_column_or_is_read_from_another_table(table: RecordTable[Any]) -> None:
    paths = [place.path for place in places_of(table) if place.path]
    assert sorted([*paths, *((field,) for field in table.given)]) == sorted(fields(table.record))


@pytest.mark.parametrize("table", RECORD_TABLES, ids=lambda table: table.name)
def test_a_column_of_the_file_takes_what_the_field_holds_and_nothing_else(table: RecordTable[Any]) -> None:
    columns = TABLES[table.name].columns
    for place in places_of(table):
        column = columns[place.column.name]
        assert issubclass(place.kind, column.type.python_type), place
        assert bool(column.nullable) == (place.is_nullable and place.column.name != "id"), place
    assert set(columns.keys()) - {place.column.name for place in places_of(table)} <= {"id"}


def test_every_field_of_every_record_is_read_back_as_it_was_stored(tmp_path: Path) -> None:
    stored = store(tmp_path / "hunt.db")
    with reader(tmp_path / "hunt.db") as connection:
        assert reading.application(connection, stored.id) == stored
        assert reading.all_applications(connection) == [stored]
        assert reading.me(connection) == ME
        (event,) = reading.events(connection, stored.id)
    assert (event, event.id > 0) == (replace(EVENT, id=event.id), True)
    (letter,) = stored.letters
    assert stored.addressee(letter.to) == FULL.addressee(FULL.letters[0].to)
    assert {interview.id: interview.uid for interview in stored.interviews}[letter.interview or 0] == "i-2"
    assert without_ids(stored) == without_ids(FULL)


def without_ids(application: Application) -> Application:
    """Return an application without what storing it decides: ids, the references by id, versions."""
    bare: dict[str, Any] = {}
    for table in OWNED:
        dropped = {"id": 0, "version": 0, "to": None, "person": None, "interview": None, "met": ()}
        names = {field.name for field in dataclasses.fields(table.record)}
        changes = {name: value for name, value in dropped.items() if name in names}
        bare[table.listed_in] = tuple(replace(owned, **changes) for owned in getattr(application, table.listed_in))
    return replace(application, id=0, version=0, **bare)


def test_what_is_read_in_brief_is_what_steps_depend_on_and_all_else_is_empty(tmp_path: Path) -> None:
    stored = store(tmp_path / "hunt.db")
    with reader(tmp_path / "hunt.db") as connection:
        (brief,) = live_applications.applications(connection, [stored.id])
    assert brief == in_brief(stored, APPLICATION)
    assert brief != stored


def is_brief(place: Place) -> bool:
    """Return whether a column holds a field that is read in brief."""
    return bool(place.path) and place.column.brief


def in_brief(record: Any, table: RecordTable[Any]) -> Any:
    """Return a record with nothing in it but what its columns say is read in brief."""
    kept = {place.path[0]: getattr(record, place.path[0]) for place in places_of(table) if is_brief(place)}
    for place in places_of(table):
        outer, *inner = place.path or ("",)
        if inner and kept[outer] is not None and not is_brief(place):
            kept[outer] = replace(kept[outer], **{inner[0]: None})
    for field in table.given:
        kept[field] = getattr(record, field)
    for owned in OWNED if table is APPLICATION else ():
        records = getattr(record, owned.listed_in) if owned in BRIEFLY_READ else ()
        kept[owned.listed_in] = tuple(in_brief(inner, owned) for inner in records)
    return table.record(**kept)


@pytest.mark.parametrize("table", [APPLICATION, *OWNED], ids=lambda table: table.name)
def test_an_empty_record_is_stored_and_comes_back_empty(table: RecordTable[Any]) -> None:
    empty = table.record()
    row = values_of(table, empty)
    given: dict[str, tuple[()]] = dict.fromkeys(table.given, ())
    names = [place.column.name for place in places_of(table) if place.path]
    read = [_stored(row.get(name, 0)) for name in names]
    owner = [] if table is APPLICATION else [7]
    assert maker(table)((*owner, *read), **given) == empty


def _stored(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize("file", sorted(RELEASED.glob("*.db.gz")), ids=lambda file: file.name[:4])
def test_a_file_of_each_released_schema_is_read_in_full_and_in_brief(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    path.write_bytes(gzip.decompress(file.read_bytes()))
    hunt = open_hunt(path)
    for turn in (lambda: None, hunt.undo, hunt.redo):
        turn()
        with reader(path) as connection:
            full = reading.all_applications(connection)
            brief = list(live_applications.applications(connection, [application.id for application in full]))
        assert full
        sent = [
            replace(application, letters=tuple(letter for letter in application.letters if letter.sent))
            for application in full
        ]
        assert brief == [in_brief(application, APPLICATION) for application in sent]
