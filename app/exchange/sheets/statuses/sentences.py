"""What a cell of several sentences tells: how an application stands, and when it was sent. Knows no columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from app.exchange.sheets.days import DayReader
from app.exchange.sheets.folding import plain
from app.exchange.sheets.statuses.meaning import Meaning
from app.exchange.sheets.statuses.reading import NOT_APPLIED, meaning_of, name_of

_SENTENCES = re.compile(r"[;\n!?→⇒|]+|\.(?=\s|$)|->|=>|,\s+(?=[^\W\d]|\d{4}-)")
_LONGEST = 80
"""Characters of a sentence that tells how an application stands; a longer one tells of the job."""
_FIRST = 5
"""Words at the beginning of a sentence of a note that have to tell it."""
_WORDS = """
offers offering contract contrat contrato contratto vertrag umowa hiring job role position asks requires needs wants
prefers must required preferred minimum looking seeks seeking includes
"""
_OF_THE_JOB = frozenset(_WORDS.split())
"""What sentences about the job begin with."""
_OFFERS = "offers"
"""What a company does in every posting: `Northwind offers free lunch`."""
_MOST = 12
_SENT = frozenset({"sent"})


def told_in(notes: str) -> list[Meaning]:
    """Return what the sentences of a note surely say of how an application stands, beyond that it was sent.

    Notes tell of the job as well, of its contract and of what it offers: a guess is none here.
    """
    meanings = [_begun(sentence) for sentence in _sentences(notes) if len(sentence) <= _LONGEST]
    return [meaning for meaning in meanings if meaning is not None]


def _begun(sentence: str) -> Meaning | None:
    """What the first words of a sentence surely say, None for one that begins with something else, or with the job."""
    words = plain(sentence).split()
    if not words or words[0] in _OF_THE_JOB or _OFFERS in words[1:-1]:
        return None
    meaning = meaning_of(" ".join(words[:_FIRST]))
    return meaning if meaning.is_sure and meaning.rank > 0 else None


def says_unsent(notes: str) -> bool:
    """Return whether a short sentence of a note says that nothing was sent: `not sent yet`."""
    words = [plain(sentence) for sentence in _sentences(notes)]
    return any(name_of(folded) == NOT_APPLIED for folded in words if len(folded.split()) <= _FIRST)


def says_sent(notes: str) -> bool:
    """Return whether a sentence of a note begins by saying that the application was sent."""
    return any(name_of(" ".join(plain(sentence).split()[:_FIRST])) in _SENT for sentence in _sentences(notes))


def day_sent(words: str, days: DayReader) -> date | None:
    """Return the day on which a cell says that the application was sent: `Applied 2/3/26; call 2/10/26`."""
    for sentence in _sentences(words):
        if any("0" <= letter <= "9" for letter in sentence) and name_of(sentence) in _SENT:
            return min(days.days(sentence), default=None)
    return None


def _sentences(words: str) -> Iterator[str]:
    for sentence in _SENTENCES.split(words, maxsplit=_MOST)[:_MOST]:
        if sentence.strip():
            yield sentence.strip()
