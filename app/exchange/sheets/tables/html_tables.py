"""Tables of a web page as rows of text: a sheet that Google Sheets or a tracker wrote as HTML. Knows no fields."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from app.exchange.raw.decoding import decoded
from app.exchange.sheets.tables.records import Record, record_of

LARGEST = 8_000_000
"""Characters of a page that are read."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>")
_LINK = re.compile(r"\bhref\s?=\s?[\"']?(https?://[^\"'\s>]++)", re.IGNORECASE)
_SPANS = re.compile(r"\bcolspan\s?=\s?[\"']?(\d{1,2})\b", re.IGNORECASE)
_REACHES = re.compile(r"\browspan\s?=\s?[\"']?(\d{1,4})\b", re.IGNORECASE)
_ROW_NUMBER = re.compile(r"row-header|freezebar", re.IGNORECASE)
_SKIPPED = frozenset({"script", "style", "template", "svg", "title"})
_BREAKS = frozenset({"br", "p", "div", "li"})


@dataclass(slots=True)
class _Table:
    """A table while it is read."""

    rows: list[list[str]] = field(default_factory=list)
    cell: list[str] | None = None
    """The pieces of the open cell."""
    link: str = ""
    span: int = 1
    reach: int = 1
    """Rows that the open cell stands in."""
    is_left_out: bool = False
    below: dict[int, tuple[str, int]] = field(default_factory=dict)
    """Column -> the text that stands in the rows below as well, and in how many."""


def looks_like_page(data: bytes) -> bool:
    """Return whether bytes begin as a web page does."""
    head = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<style", b"<div"))


def tables_in(data: bytes) -> list[list[Record]]:
    """Return the rows of each table that has some, in the order of the page; a row's line is its place in its table."""
    page = _without_comments(decoded(data).text[:LARGEST])
    tables: list[_Table] = []
    open_tables: list[_Table] = []
    skipped = ""
    at = 0
    for match in _TAG.finditer(page):
        if open_tables and open_tables[-1].cell is not None and not skipped:
            open_tables[-1].cell.append(html.unescape(page[at : match.start()]))
        at = match.end()
        tag = (match[2] or "").lower()
        if skipped:
            skipped = "" if match[1] and tag == skipped else skipped
        elif tag in _SKIPPED and not match[1]:
            skipped = tag
        elif tag == "table" and not match[1]:
            open_tables.append(_Table())
            tables.append(open_tables[-1])
        elif open_tables:
            if tag == "table":
                _close(open_tables[-1])
                _fill(open_tables.pop())
            else:
                _take(open_tables[-1], tag, bool(match[1]), match[3] or "")
    return [records for table in tables if (records := _records(table))]


def _without_comments(page: str) -> str:
    """Return a page without its comments; one that does not end reaches to the end of the page, as in a browser. A
    pattern would look for that end from each beginning."""
    parts: list[str] = []
    at = 0
    while (start := page.find("<!--", at)) >= 0:
        parts.append(page[at:start])
        end = page.find("-->", start + 4)
        if end < 0:
            return "".join(parts)
        at = end + 3
    return "".join([*parts, page[at:]])


def _take(table: _Table, tag: str, is_end: bool, attributes: str) -> None:
    if tag == "tr":
        _close(table)
        if not is_end:
            _fill(table)
            table.rows.append([])
    elif tag in ("td", "th"):
        _close(table)
        if not is_end:
            table.cell, table.link = [], ""
            spans = _SPANS.search(attributes)
            table.span = int(spans[1]) if spans else 1
            reaches = _REACHES.search(attributes)
            table.reach = int(reaches[1]) if reaches else 1
            table.is_left_out = _ROW_NUMBER.search(attributes) is not None
    elif table.cell is not None:
        if tag == "a" and not is_end and not table.link:
            link = _LINK.search(attributes)
            table.link = html.unescape(link[1]) if link else ""
        elif tag in _BREAKS:
            table.cell.append("\n")


def _close(table: _Table) -> None:
    if table.cell is None:
        return
    text = "\n".join(line for line in (" ".join(part.split()) for part in "".join(table.cell).split("\n")) if line)
    if table.link and text and table.link != text:
        text = f"[{text}]({table.link})"
    if not table.rows:
        table.rows.append([])
    if not table.is_left_out:
        _fill(table)
        at = len(table.rows[-1])
        cells = [text or table.link, *[""] * (max(table.span, 1) - 1)]
        table.rows[-1] += cells
        if table.reach > 1:
            table.below |= {at + place: (cell, table.reach - 1) for place, cell in enumerate(cells)}
    table.cell = None


def _fill(table: _Table) -> None:
    """Put into the open row what reaches into it from above, up to the next cell of its own."""
    if not table.rows:
        return
    row = table.rows[-1]
    while len(row) in table.below:
        text, rows = table.below.pop(len(row))
        if rows > 1:
            table.below[len(row)] = (text, rows - 1)
        row.append(text)


def _records(table: _Table) -> list[Record]:
    rows = table.rows
    if rows and all(cell == _letters(at) for at, cell in enumerate(rows[0]) if cell) and any(rows[0]):
        rows = rows[1:]
    records = (record_of(line, list(cells)) for line, cells in enumerate(rows, 1) if cells)
    return [record for record in records if record is not None]


def _letters(at: int) -> str:
    """The name that a spreadsheet program gives a column: A, B, ... Z, AA."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name
