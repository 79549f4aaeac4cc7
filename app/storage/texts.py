"""Look through what was written down, received and sent: notes, letters, replies, postings. No SQLModel.

Postings have a column in the form in which texts are searched. Anything else is searched as it stands, which SQLite
can do in ASCII alone: in a text with other characters a word is looked for here, in all its spellings.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from app.etiquette.spellings import spelled
from app.storage.reading import snapshot


class Where(StrEnum):
    """Where words were found, as a list names it; the most telling place first."""

    NOTES = "in your notes"
    INTERVIEW = "in notes on an interview"
    REPLY = "in a reply"
    LETTER = "in a letter"
    POSTING = "in a saved posting"


class _Place(NamedTuple):
    """Texts of one table, each of an application."""

    where: Where
    table: str
    text: str
    """The column, or an expression of several."""
    condition: str = "TRUE"
    application: str = "application_id"


_PLACES = (
    _Place(Where.NOTES, "application", "notes", application="id"),
    _Place(Where.NOTES, "event", "text", "what = 'note'"),
    _Place(Where.NOTES, "event", "substr(text, instr(text, ':'))", "what = 'outcome_recorded' AND instr(text, ':')"),
    _Place(Where.NOTES, "waiver", "reason"),
    _Place(Where.INTERVIEW, "interview", "noted"),
    _Place(Where.INTERVIEW, "event", "text", "what = 'stood_out'"),
    _Place(Where.INTERVIEW, "jotting", "text"),
    _Place(Where.INTERVIEW, "question", "text"),
    _Place(Where.INTERVIEW, "question", "answer"),
    _Place(Where.REPLY, "reply", "text"),
    _Place(Where.REPLY, "reply", "subject"),
    _Place(Where.LETTER, "letter", "body"),
    _Place(Where.LETTER, "letter", "subject"),
)
_IN_POSTINGS = "SELECT DISTINCT application_id FROM posting WHERE instr(folded, :word)"
_IN_TEXTS = r"""
    SELECT {application}, CASE WHEN {text} LIKE :like ESCAPE '\' THEN NULL ELSE {text} END
    FROM {table}
    WHERE {condition} AND ({text} LIKE :like ESCAPE '\' OR length({text}) <> length(CAST({text} AS BLOB)))
"""
"""The texts that hold a word as it is written, and those with other characters than ASCII, which may have accents."""


def applications_that_hold(
    connection: sqlite3.Connection, words: Iterable[str]
) -> Mapping[str, Mapping[Where, frozenset[int]]]:
    """Return for each word the applications with a text that it occurs in, by where, as far as there are any.

    Args:
        words: in the form in which texts are searched, as `text.searchable` makes it.
    """
    with snapshot(connection):
        by_word = {word: _by_where(connection, word) for word in dict.fromkeys(words)}
    return {word: by_where for word, by_where in by_word.items() if by_where}


def _by_where(connection: sqlite3.Connection, word: str) -> Mapping[Where, frozenset[int]]:
    by_where: dict[Where, set[int]] = {where: set() for where in Where}
    for place in _PLACES:
        by_where[place.where].update(_in_place(connection, place, word))
    by_where[Where.POSTING].update(owner for (owner,) in connection.execute(_IN_POSTINGS, {"word": word}))
    return {where: frozenset(owners) for where, owners in by_where.items() if owners}


def _in_place(connection: sqlite3.Connection, place: _Place, word: str) -> Iterator[int]:
    like = word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    holds = spelled(word).search
    for owner, text in connection.execute(_IN_TEXTS.format(**place._asdict()), {"like": f"%{like}%"}):
        if text is None or holds(text):
            yield owner
