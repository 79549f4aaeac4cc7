"""What a search finds in the postings that were kept. Read without SQLModel."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from app.etiquette.text import searchable
from app.storage.postings import applications_whose_posting_holds

Hits = Mapping[str, frozenset[int]]
"""By word: the applications with a posting that it occurs in."""
NO_HITS: Hits = {}
_TELLING = 3
"""Letters of a word from which on one looks for it: a shorter one stands in every posting."""


def read_hits(connection: sqlite3.Connection, sought: str) -> Hits:
    """Return for each word that is sought in which applications' postings it occurs, if in any; nothing while all are
    short."""
    words = searchable(sought).split()
    is_telling = any(len(word) >= _TELLING or not word.isascii() for word in words)
    hits = applications_whose_posting_holds(connection, words) if is_telling else NO_HITS
    return {word: applications for word, applications in hits.items() if applications}


def is_hit(application_id: int, name: str, wanted: Sequence[str], hits: Hits) -> bool:
    """Return whether an application's postings, together with its name, hold every word, and its name alone does not.

    Args:
        name: what else is searched, in the form for it.
    """
    missing = [word for word in wanted if word not in name]
    return bool(missing) and all(application_id in hits.get(word, ()) for word in missing)
