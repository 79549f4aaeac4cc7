"""What a sheet is a list of besides applications, by the names of its columns: postings, or people who apply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.naming import ADDED, PROSE
from app.exchange.sheets.folding import header_words

ENOUGH = 2
"""Columns of postings from which on a sheet is a list of them."""
_POSTED = """
posted posting scraped crawled fetched seen found skills qualifications keywords requirements eligibility sponsorship
citizenship description experience match fit score deadline closes closing apply international class degree major majors
graduation
"""
_OF_POSTINGS = frozenset(_POSTED.split())
_OF_APPLICANTS = frozenset(["phone", "mobile", "age", "gender", "birth", "dob", "school", "university", "gpa", "cgpa"])
_APPLICANTS = 3
"""So many of them tell that a sheet is about people who apply, not about applications."""


def columns_of_postings(columns: Sequence[Column]) -> int:
    """Return how many columns tell of postings, a link being one where there are others."""
    telling = sum(1 for column in columns if column.holding.filled and _tells_of_postings(column))
    return telling + any(column.field == "url" for column in columns) if telling else 0


def _tells_of_postings(column: Column) -> bool:
    return column.field in (ADDED, PROSE) or bool(_OF_POSTINGS & header_words(column.header))


def lists_applicants(headers: Iterable[str]) -> bool:
    """Return whether a sheet holds what people who apply tell of themselves: their phone, age and school."""
    words = {word for header in headers for word in header_words(header)}
    return "name" in words and len(words & _OF_APPLICANTS) >= _APPLICANTS
