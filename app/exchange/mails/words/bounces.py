"""The patterns by which servers' reports on a mail that did not arrive are known, made of their words in a table."""

from __future__ import annotations

import re
from functools import cache

from app.exchange.mails.words.phrases import one_of

TABLE = "bounces"
TAGGED = r"^(?:\[[^\]]{0,40}\]\s*)?"
"""The beginning of a subject, behind the tag that a list or a gateway puts before it."""
_ADDRESS = r"[^\s<>;,:\"'()\[\]]{1,200}@[^\s<>;,:\"'()\[\]]{1,250}"
# The names of mailboxes, which are the same in every language.
SENDERS = re.compile(
    r"^(?:mailer-?daemon|mail-?daemon|mdaemon|postmaster|mail[-._]?delivery|microsoftexchange[0-9a-f]+|bounces?|mmdf|uucp|"
    r"mailmaster|mail\.daemon)(?![a-z])",
    re.IGNORECASE,
)


@cache
def failed() -> re.Pattern[str]:
    """Return how a subject, or a text, begins that says that a mail did not arrive."""
    return re.compile(TAGGED + one_of(TABLE, "failed"), re.IGNORECASE)


@cache
def late() -> re.Pattern[str]:
    """Return what says that a mail is still being tried."""
    return re.compile(one_of(TABLE, "late"), re.IGNORECASE)


@cache
def server() -> re.Pattern[str]:
    """Return what a server calls itself where it gives no address."""
    return re.compile(rf"{one_of(TABLE, 'server')}|mta\b", re.IGNORECASE)


@cache
def whom() -> re.Pattern[str]:
    """Return where the text of a report names whom a mail did not reach: behind words, or alone on a line.

    "Final-Recipient" and "rfc822" are names of RFC 3464, which no server translates.
    """
    return re.compile(
        rf"(?:{one_of(TABLE, 'whom')}|final-recipient)\s?:?\s{{0,8}}(?:rfc822;\s?)?<?(?P<after>{_ADDRESS})"
        rf"|^\s{{0,8}}<?(?P<alone>{_ADDRESS})>?\s{{0,4}}(?:$|[:.]|\()",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def returned_below() -> re.Pattern[str]:
    """Return the line of a report below which the returned mail stands: a rule, words, or the first of its fields."""
    words = one_of(TABLE, "returned below")
    return re.compile(rf"^\s*(?:-{{3,}}|{words}|return-path:|from:)", re.IGNORECASE | re.MULTILINE)
