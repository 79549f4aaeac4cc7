"""`afterword add`: adds an application, or with the link of a posting keeps that (see `add_page`)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from app import locations
from app.cli.recording import Recorded, Search, misuse, run_verb
from app.cli.texts import text_of
from app.etiquette.attached_files import FileKind
from app.etiquette.records import Application
from app.etiquette.text import folded
from app.hunt.attaching import kept_file
from app.hunt.fetching.hosts import is_web_address
from app.hunt.typed import verbs
from app.storage.pipeline import Named, named
from app.storage.readers import opened_reader

if TYPE_CHECKING:
    from app.hunt.hunt import Done


def run(options: SimpleNamespace) -> int:
    """Add the application and return the exit code."""
    if is_web_address(options.company):
        from app.cli.add_page import run as run_for_page

        return run_for_page(options)
    if not options.role:
        return misuse("Name the role, too: afterword add COMPANY ROLE. Or give the link of a posting.", options)
    return run_verb(options, _added)


def _added(search: Search) -> Recorded:
    options, reader = search.options, search.reader
    values = {
        "company": options.company,
        "role": " ".join(options.role),
        "applied_on": options.applied,
        "location": options.location,
        "url": options.url,
        "salary": options.salary,
        "source": options.source,
        "priority": options.priority,
        "tone": options.tone or "",
        "notes": text_of([options.notes]),
    }
    cv = None
    if options.cv:
        cv = kept_file(locations.expanded(options.cv).absolute(), search.database, FileKind.CV)
    verb = verbs.added(reader, values, cv)
    understood = reader.day_words(options.applied, "past") if options.applied.strip() else ""
    done = search.hunt.add(verb)
    return Recorded(done, f"applied {understood}" if understood else "", _hint(search, done))


def _hint(search: Search, done: Done) -> str:
    """Return which application of the same name there was already, and how to take this one back."""
    added = done.application
    if added is None:
        return ""
    with opened_reader(search.database) as connection:
        assert connection is not None
        twin = next((one for one in named(connection) if one.id != added.id and _name(one) == _name(added)), None)
    if twin is None:
        return ""
    name = f"{twin.company}, {twin.role} (id:{twin.id})"
    return f"There was one already: {name}. If it's the same, run afterword undo, or afterword merge."


def _name(one: Named | Application) -> tuple[str, str]:
    return folded(one.company), folded(one.role)
