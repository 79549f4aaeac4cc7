"""Months in scripts and languages that do not write them as one plain word, put into English: 15 มี.ค. 69, 3 मार्च."""

from __future__ import annotations

import re
from functools import cache

from app.exchange.sheets.words.months import ENGLISH, MARKED

_THAI = re.compile("[\u0e00-\u0e7f]")
_BUDDHIST_CENTURY, _BUDDHIST = 2500, 543
_VIETNAMESE = re.compile(r"(\d{1,2})\s*tháng\s*(\d{1,2})(?!\d)(?:\s*,?\s*(?:năm\s*)?(\d{4}))?", re.IGNORECASE)


def in_english(text: str) -> str:
    """Return a text with such months in English; Thai years of two digits are those of the Buddhist calendar."""
    text = _VIETNAMESE.sub(_vietnamese, text)
    return _marked().sub(_named, text)


def _vietnamese(match: re.Match[str]) -> str:
    month = int(match[2])
    return f"{match[1]} {ENGLISH[month - 1]} {match[3] or ''}".strip() if 0 < month <= 12 else match[0]


def _named(match: re.Match[str]) -> str:
    month = ENGLISH[MARKED[match["month"]] - 1]
    year = match["year"]
    if year is None:
        return f" {month} {match['rest']}"
    if len(year) == 2 and _THAI.search(match["month"]):
        year = str(_BUDDHIST_CENTURY + int(year) - _BUDDHIST)
    return f" {month} {year}"


@cache
def _marked() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(MARKED, key=len, reverse=True))
    return re.compile(rf"(?P<month>{names})(?:[\s,]*(?P<year>\d{{4}}|\d{{2}})(?![\d:])|(?P<rest>))")
