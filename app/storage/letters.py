"""What is read about letters when one is opened or about to go: selects of a few columns, no SQLModel."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from app.etiquette.addresses import address_key
from app.etiquette.companies import EarlierLetter
from app.etiquette.letter_kinds import Kind
from app.storage.values import day, stored

_SENT_SINCE = """
    SELECT person.email, letter.sent, letter.kind, application.company
    FROM letter CROSS JOIN person ON person.id = letter.to_id
    CROSS JOIN application ON application.id = letter.application_id
    WHERE letter.status = 'sent' AND letter.sent >= :since AND letter.application_id != :own AND person.email != ''
    ORDER BY letter.sent"""
_WRITTEN_BY = "SELECT coalesce_key FROM verb WHERE stamp = ? AND undoes IS NULL ORDER BY id DESC LIMIT 1"
_BODIES_SINCE = """
    SELECT body FROM letter
    WHERE application_id != ? AND body != '' AND coalesce(sent, written) >= ?
    ORDER BY coalesce(sent, written) DESC LIMIT 100"""
_OPEN_OFFERS = """
    SELECT min(decide_by) FROM application
    WHERE outcome_kind = 'offer' AND decision IS NULL AND decide_by >= ? AND id != ? AND archived = 0"""


def letters_to_others(connection: sqlite3.Connection, own_id: int, since: datetime) -> dict[str, EarlierLetter]:
    """Return, by address (`address_key`), the last letter that another application sent to it since then."""
    rows = connection.execute(_SENT_SINCE, {"since": stored(since), "own": own_id})
    return {
        address_key(email): EarlierLetter(datetime.fromisoformat(sent), Kind(kind), company)
        for email, sent, kind, company in rows
    }


def is_as_composed(connection: sqlite3.Connection, version: int, composed: str) -> bool:
    """Return whether a letter of that version was last written by a verb whose key begins with `composed`."""
    row = connection.execute(_WRITTEN_BY, (version,)).fetchone()
    return row is not None and str(row[0]).startswith(composed)


def bodies_since(connection: sqlite3.Connection, own_id: int, since: datetime) -> tuple[str, ...]:
    """Return the texts written or sent since, the last hundred at most, of any application but that one."""
    return tuple(body for (body,) in connection.execute(_BODIES_SINCE, (own_id, stored(since))))


def first_offer_to_answer(connection: sqlite3.Connection, own_id: int, today: date) -> date | None:
    """Return the first day by which an offer from another application has to be answered, or None."""
    return day(connection.execute(_OPEN_OFFERS, (today.isoformat(), own_id)).fetchone()[0])
