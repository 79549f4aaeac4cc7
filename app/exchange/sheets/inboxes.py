"""Sheets in which each row is a mail: a program's log of an inbox. Some of their rows are of no application."""

from __future__ import annotations

from collections.abc import Sequence

from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.naming import names_of
from app.exchange.sheets.folding import header_words, plain
from app.exchange.sheets.words.other_mails import OF_MAILS, OTHER_IN_INBOXES, OTHER_MAILS

_FEWEST = 2
"""Columns named after what mails have from which on every row is one."""
_ADDRESSES = frozenset({"email", "mail"})
"""Words that a contact's address has as well."""


def is_other_mail(words: str, *, in_inbox: bool = False) -> bool:
    """Return whether a status says that a row is a mail of no application: `job_alert`."""
    folded = plain(words)
    return folded in OTHER_MAILS or (in_inbox and folded in OTHER_IN_INBOXES)


def lists_mails(columns: Sequence[Column]) -> bool:
    """Return whether every row of a sheet is a mail, by its columns' names; no column is surely the day applied on."""
    named = [header_words(column.header) for column in columns if column.holding.filled]
    of_mails = [words for words in named if words & OF_MAILS and not words <= _ADDRESSES]
    if len(of_mails) < _FEWEST:
        return False
    return not any(name.field == "applied_on" and name.weight == 1 for c in columns for name in names_of(c.header))
