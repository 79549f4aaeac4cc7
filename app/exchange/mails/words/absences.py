"""The patterns by which notices of an absence are known, made of their words in two tables."""

from __future__ import annotations

import re
from functools import cache

from app.exchange.mails.words.phrases import one_of, pattern_of, phrases_of, words_of

TABLE, DAYS = "absences", "days"
BESIDE = "beside"
"""What the table of days calls a word beside a day that says nothing of it."""
_DAY = " DAY"
_SENTENCE = r"[^\n.!?]"
ENGLISH = {
    row.words.casefold(): english for english, rows in phrases_of(DAYS).items() if english != BESIDE for row in rows
}
"""The case-folded word of a day or a month -> the English one."""


@cache
def beside() -> frozenset[str]:
    """Return the words beside a day that say nothing of it, case-folded."""
    return frozenset(word.casefold() for word in words_of(DAYS, BESIDE))


@cache
def subject() -> re.Pattern[str]:
    """Return how the subject of a notice begins, behind the tag that a list or a gateway puts before it."""
    return re.compile(r"^(?:\[[^\]]{0,40}\]\s*)?" + one_of(TABLE, "subject"), re.IGNORECASE)


@cache
def after_subject() -> re.Pattern[str]:
    """Return what follows such a beginning if it is a notice, and no sentence that happens to begin so."""
    return re.compile(rf"\s{{0,3}}[:：\-–—]|\s*$|\s+{one_of(TABLE, 'after subject')}", re.IGNORECASE)


@cache
def away() -> re.Pattern[str]:
    """Return what a text says of an absence."""
    return re.compile(one_of(TABLE, "away"), re.IGNORECASE)


@cache
def back() -> re.Pattern[str]:
    """Return what the day follows on which they are back."""
    return _before_day("back")


@cache
def away_until() -> re.Pattern[str]:
    """Return what the last day away follows: they are back on the next."""
    return _before_day("away until")


@cache
def range_to() -> re.Pattern[str]:
    """Return what the last day away follows where the first is named before it."""
    first, last = one_of(TABLE, "range from"), one_of(TABLE, "range to")
    return re.compile(rf"\b{first}\s{_SENTENCE}{{3,40}}?\s(?:{last}|[–-])\s+", re.IGNORECASE)


def _before_day(meaning: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(before_day, words_of(TABLE, meaning)))})\s+", re.IGNORECASE)


def before_day(phrase: str) -> str:
    """Return the pattern of what stands before the day in a phrase; what the phrase says behind it has to follow."""
    before, _, behind = phrase.partition(_DAY)
    rest = pattern_of(behind.strip(), within=_SENTENCE)
    return pattern_of(before, within=_SENTENCE) + (f"(?= {_SENTENCE}{{2,40}} {rest})" if rest else "")
