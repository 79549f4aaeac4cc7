"""The text of one cell as it is to be stored: cleaned, in one line, without what other programs put around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from app.etiquette.text import clean, clean_lines
from app.exchange.csv_export import unguarded
from app.exchange.sheets.placeholders import is_nothing

_EXCERPT = 60
# Bounded, for a cell of nothing but brackets or spaces would be searched to its end from each of them.
_NOTION = re.compile(r"\s{0,9}\((?:https?://)?(?:www\.)?notion\.(?:so|site)/[^)]{0,2000}\)")
_MARKDOWN = re.compile(r"\[([^\]]{1,300})\]\((https?://[^)\s]{1,4000})\)")
_ORG = re.compile(r"\[\[([^\]\[]{1,2000})\](?:\[([^\]\[]{1,300})\])?\]")
"""A link of Org, with or without a label."""
_MARKED = re.compile(r"(\*\*|__|~~|\*|`)(?=\S)(.+?)(?<=\S)\1")
"""A cell that Markdown prints in bold, struck through or as code."""
_HYPERLINK = re.compile(r"""^=hyperlink\(\s*"([^"]*)"\s*[,;]\s*"([^"]*)"\s*\)$""", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def line_of(cell: str) -> str:
    """Return a cell as one line: a formula's or a markup's label for its link, a line that repeats the last one once.

    Nothing is evaluated: a formula is text, and only the label written in a `HYPERLINK` is read out of it.
    """
    if not cell.isascii() or "\n" in cell or "[" in cell or "(" in cell:
        cell = _ORG.sub(lambda link: link[2] or link[1], _MARKDOWN.sub(r"\1", _NOTION.sub("", cell)))
    hyper = _HYPERLINK.match(cell.strip())
    text = hyper[2] if hyper else unguarded(cell.strip())
    if text[:1] in "*_~`" and (marked := _MARKED.fullmatch(text)):
        text = marked[2]
    if "\n" in text:
        text = " ".join(_without_repeats(text))
    text = clean(text)
    if len(text) > 2 and text[0] == text[-1] == '"' and '"' not in text[1:-1]:
        text = text[1:-1].strip()
    return "" if is_nothing(text) else text


def _without_repeats(text: str) -> list[str]:
    """`Engineer`, `Engineer with verification`: a title written twice, once for the ear."""
    kept: list[str] = []
    for line in (line.strip() for line in text.split("\n")):
        if line and not (kept and line.startswith(kept[-1])):
            kept.append(line)
    return kept


def excerpt_of(cells: Iterable[str]) -> str:
    """Return the beginning of a row, as the user is shown which one is meant; blank cells are left out."""
    text = clean(", ".join(cell.strip() for cell in cells if cell.strip())[: _EXCERPT * 10])
    return f"{text[:_EXCERPT]}…" if len(text) > _EXCERPT else text


def lines_of(cell: str) -> str:
    """Return a cell of several lines, without blank ones at its ends."""
    text = clean_lines(unguarded(cell)).strip()
    return "" if is_nothing(text) else text


def link_of(cell: str) -> str:
    """Return the first link in a cell, also one behind a label; "" when there is none."""
    if len(cell) > 5000:
        cell = cell[:5000]
    hyper = _HYPERLINK.match(cell.strip())
    if hyper:
        return clean(hyper[1])
    marked = _MARKDOWN.search(cell)
    if marked:
        return clean(marked[2])
    labelled = _ORG.search(cell)
    match = _LINK.search(labelled[1] if labelled else cell)
    return clean(match[0]).rstrip(".,;") if match else ""
