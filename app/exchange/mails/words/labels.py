"""The names of the fields that stand above a quoted message, in the languages of mail programs."""

from __future__ import annotations

from functools import cache

from app.exchange.mails.words.phrases import phrases_of

TABLE = "labels"


@cache
def labels() -> dict[str, str]:
    """Return the field, one of from, date, to, cc, subject, and other, that each case-folded name stands for."""
    return {row.words.casefold(): field for field, rows in phrases_of(TABLE).items() for row in rows}
