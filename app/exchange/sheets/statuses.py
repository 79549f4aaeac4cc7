"""What a status in somebody's own words means. Knows no columns and no rows."""

from __future__ import annotations

import re
from functools import lru_cache

from app.exchange.sheets.folding import is_nothing, plain
from app.exchange.sheets.meaning import APPLIED, UNKNOWN, Meaning
from app.exchange.sheets.spelling import Spellings
from app.exchange.sheets.words.statuses import NOT_YET, SPELT, STATUS_PATTERNS, SYMBOLS

LONGEST = 300
"""Characters of a status that are looked at."""
_PATTERNS = tuple((re.compile(pattern), meaning) for pattern, meaning in STATUS_PATTERNS)
_NOT_YET = re.compile(NOT_YET)
_SAYS_NO_MORE = re.compile(
    r"(offer|rejected|withdrawn|no response|ghosted|interview(ed|ing)?|applied|application (sent|submitted)|submitted"
    r"|sent|followed up|thanked|accepted|hired|absage|beworben|abgelehnt|refusee?|envoyee?|rechazad[oa]|enviad[oa]"
    r"|已投递|已申请)"
)
_SPELT = Spellings(SPELT)
_MOST_TOKENS = 4
"""Words of a status that are looked at for slips."""


def meaning_of(words: str) -> Meaning:
    """Return what a status means; what is not recognised counts as applied, and is not sure."""
    return _meaning(words[:LONGEST])


@lru_cache(maxsize=20_000)
def _meaning(words: str) -> Meaning:
    if is_nothing(words):
        return APPLIED
    folded = plain(words)
    if not folded:
        return SYMBOLS.get(words.strip()[:1], UNKNOWN)
    still_open = _NOT_YET.sub(" ", folded)
    found = _matched(still_open)
    if found is not None:
        return found
    if still_open != folded:
        return APPLIED
    return _misspelt(folded) or UNKNOWN


def _matched(folded: str) -> Meaning | None:
    for pattern, meaning in _PATTERNS:
        if pattern.search(folded):
            return meaning
    return None


def _misspelt(folded: str) -> Meaning | None:
    tokens = folded.split()
    if len(tokens) > _MOST_TOKENS:
        return None
    for token in tokens:
        meant = _SPELT.meant_by(token)
        if meant is not None:
            found = _matched(meant)
            return found.unsure() if found else None
    return None


def is_status(words: str) -> bool:
    """Return whether something was recognised in the words."""
    return len(words) <= 60 and not is_nothing(words) and meaning_of(words) is not UNKNOWN


def says_more(words: str, meaning: Meaning) -> bool:
    """Return whether the words say more than their meaning does, so that they are worth keeping."""
    return meaning.is_wish or not meaning.is_sure or _SAYS_NO_MORE.fullmatch(plain(words)) is None
