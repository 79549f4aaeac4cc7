"""Which application a few typed words mean: a part of its company or role, as in the dashboard's search."""

from __future__ import annotations

from collections.abc import Iterable

from app.etiquette.records import Person
from app.etiquette.text import searchable
from app.storage.pipeline import Named


def matching(applications: Iterable[Named], words: str) -> list[Named]:
    """Return the applications that hold every word in company and role; archived ones only if there are no others.

    A company of exactly that name comes before those that only hold it.
    """
    wanted = searchable(words)
    hits = [one for one in applications if _holds(f"{one.company} {one.role}", wanted)]
    hits = [one for one in hits if not one.archived] or hits
    return [one for one in hits if searchable(one.company) == wanted] or hits


def people_matching(people: Iterable[Person], words: str) -> list[Person]:
    """Return the people whose name or address holds every word; one of exactly that name before the others."""
    wanted = searchable(words)
    hits = [person for person in people if _holds(f"{person.name} {person.email}", wanted)]
    return [person for person in hits if searchable(person.name) == wanted] or hits


def _holds(text: str, words: str) -> bool:
    text = searchable(text)
    return bool(words.split()) and all(word in text for word in words.split())
