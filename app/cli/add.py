"""`afterword add`: adds an application."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.recording import Recorded, Search, run_verb
from app.cli.texts import text_of
from app.hunt.typed import verbs


def run(options: SimpleNamespace) -> int:
    """Add the application and return the exit code."""
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
    verb = verbs.added(reader, values)
    understood = reader.day_words(options.applied, "past") if options.applied.strip() else ""
    return Recorded(search.hunt.add(verb), f"applied {understood}" if understood else "")
