"""Look through the postings that were kept. No SQLModel."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from app.storage.reading import snapshot

HOLDING = "SELECT DISTINCT application_id FROM posting WHERE instr(folded, :word)"


def applications_whose_posting_holds(connection: sqlite3.Connection, words: Iterable[str]) -> dict[str, frozenset[int]]:
    """Return for each word the applications with a posting that it occurs in.

    Args:
        words: in the form in which texts are searched, as `text.searchable` makes it.
    """
    with snapshot(connection):
        return {
            word: frozenset(application_id for (application_id,) in connection.execute(HOLDING, {"word": word}))
            for word in words
        }
