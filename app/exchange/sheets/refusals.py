"""Rows of a spreadsheet that are no applications: headings, sums, comments, the header once more, people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.exchange.sheets.cells import excerpt_of
from app.exchange.sheets.days import looks_like_day, month_of
from app.exchange.sheets.folding import plain
from app.exchange.sheets.headings import stands_alone
from app.exchange.sheets.layout import Layout
from app.exchange.sheets.placeholders import is_unnamed

_SUM = re.compile(
    r"(grand )?(total|sum|summe|gesamt|count|average|anzahl|totale|totaal|totalt|summa|suma|celkem|razem|lacznie"
    r"|osszesen|toplam|jumlah|tong|tong cong|итого|всего|разом|всього|συνολο|yhteensa"
    r"|合计|总计|合計|합계|المجموع)( \w+)?( \d+)?"
)
_COMMENT = re.compile(r"^(#\s|//\s)")
_PERIOD = re.compile(r"(week|kw|woche|semaine|semana|settimana|q[1-4]|month|monat|mois|第)\W?\d*( \d+)*周?|20\d\d")
_FULL_DAY = re.compile(r"\d\D+\d+\D+\d")
_RULED = frozenset("-=_*#~:+| ")
_FEW = 3
"""Cells of a row that may be a sum though its company is a number."""


def no_application(company: str, role: str, cells: Sequence[str], layout: Layout) -> str:
    """Return why a row is no application, "" when it is one.

    Args:
        cells: of the row, as many as there are columns or more.
    """
    named = cells[: len(layout.header) or None]
    filled = [cell for cell in named if cell.strip()] or [cell for cell in cells if cell.strip()] or [company]
    first = cells[0].strip()
    if _COMMENT.match(first):
        return f"It's a comment, not an application: {excerpt_of(filled)}"
    if layout.is_address_book:
        return f"It's a person from an address book, not an application: {excerpt_of(filled)}"
    if filled[0][:1] in _RULED and set("".join(named)) <= _RULED:
        return f"It's a heading, not an application: {excerpt_of(filled)}"
    if layout.is_of_no_application(cells):
        return f"It's a message of another kind, not an application: {excerpt_of(filled)}"
    if not company or is_unnamed(company):
        if "company" not in layout.one and layout.split is None:
            return f"No column gives the company: {excerpt_of(filled)}"
        return f"It names no company: {excerpt_of(filled)}"
    if [first] == layout.header[:1] and _without_blanks(cells[: len(layout.header)]) == _without_blanks(layout.header):
        return "It repeats the header."
    if not role.strip("0123456789., ") and _is_sum(company, filled):
        return f"It's a total, not an application: {excerpt_of(filled)}"
    if looks_like_day(company) and (not role or _FULL_DAY.search(company)):
        return f"It has a date where the company should be: {excerpt_of(filled)}"
    is_alone = len(filled) == 1 and len(layout.columns) > 2
    if is_alone and (_is_heading(company) or stands_alone(cells)):
        return f"It's a heading, not an application: {excerpt_of(filled)}"
    return ""


def _is_sum(company: str, filled: Sequence[str]) -> bool:
    return _SUM.fullmatch(plain(company)) is not None or (
        len(filled) <= _FEW and _SUM.fullmatch(plain(filled[0])) is not None
    )


def _is_heading(words: str) -> bool:
    """A day, a month, a week that stands alone in its row."""
    tokens = plain(words).split()
    if looks_like_day(words) or _PERIOD.fullmatch(plain(words)):
        return True
    return 0 < len(tokens) < 3 and month_of(tokens[0]) is not None and all(token.isdigit() for token in tokens[1:])


def _without_blanks(cells: Sequence[str]) -> list[str]:
    """Cells without spaces around them, and without blank ones at the end."""
    bare = [cell.strip() for cell in cells]
    while bare and not bare[-1]:
        bare.pop()
    return bare
