"""What a search finds in notes, letters, replies and saved postings, besides names. Read without SQLModel."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.etiquette.text import searchable
from app.storage.readers import opened_reader
from app.storage.texts import Where, applications_that_hold

__all__ = ["NO_HITS", "Hits", "Where", "anywhere", "look", "read_hits", "where_hit"]

Hits = Mapping[str, Mapping[Where, frozenset[int]]]
"""By word and by where it occurs: the applications."""
NO_HITS: Hits = {}
_NOWHERE: Mapping[Where, frozenset[int]] = {}
_TELLING = 3
"""Letters of a word from which on one looks for it: a shorter one stands in every text."""


def read_hits(connection: sqlite3.Connection, sought: str) -> Hits:
    """Return for each word that is sought in which applications' texts it occurs, if in any; nothing while all are
    short."""
    words = searchable(sought).split()
    is_telling = any(len(word) >= _TELLING or not word.isascii() for word in words)
    return applications_that_hold(connection, words) if is_telling else NO_HITS


def look(database: Path, sought: str) -> Hits:
    """Return the hits in a database, read beside everything else: it can take a tenth of a second, for which neither
    keys nor verbs are to wait.

    Raises:
        StorageError: it cannot be read.
    """
    with opened_reader(database) as connection:
        return NO_HITS if connection is None else read_hits(connection, sought)


def anywhere(hits: Hits) -> frozenset[int]:
    """Return the applications in which any word occurs."""
    return frozenset().union(*(owners for by_where in hits.values() for owners in by_where.values()))


def where_hit(application_id: int, name: str, wanted: Sequence[str], hits: Hits) -> Where | None:
    """Return where an application has the words that its name has not, None if it lacks one, or if its name has them
    all. Where no place has all of them, it is that of the first.

    Args:
        name: what else is searched, in the form for it.
    """
    places = [
        [where for where, owners in hits.get(word, _NOWHERE).items() if application_id in owners]
        for word in wanted
        if word not in name
    ]
    if not places or not all(places):
        return None
    return next((where for where in places[0] if all(where in others for others in places)), places[0][0])
