"""A posting as lines to read: what it is, when it was kept, and its text, with what is sought standing out. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from functools import lru_cache

from textual.content import Content

from app.etiquette.from_them import Posting
from app.etiquette.time.dates import local_day, say_closing, say_day
from app.ui.presentation import QUIET

_WIDEST = 76
"""Cells of a line of text that is read with ease."""
_FOUND = "reverse"

PostingLines = Callable[[int, str], Sequence[Content]]
"""Makes the lines for a width in cells and what is sought."""


def posting_lines(posting: Posting, whose: str, now: datetime, zone: tzinfo) -> PostingLines:
    """Return what lays a posting out.

    Args:
        whose: company and role of the application.
    """
    head = [Content.styled(whose, "bold"), Content.styled(f"Saved {say_saved(posting, now, zone)}", QUIET)]
    head += [Content.styled(posting.address, QUIET)] if posting.address else []
    paragraphs = [*head, Content(""), *map(Content, posting.text.split("\n"))]

    @lru_cache(maxsize=2)  # with and without a scroll bar: each key in the line to find in asks again
    def wrapped(cells: int) -> Sequence[Content]:
        return [part.rstrip() for line in paragraphs for part in (line.wrap(cells) or [line])]

    def lay_out(width: int, sought: str) -> Sequence[Content]:
        lines, pattern = wrapped(min(width, _WIDEST)), pattern_of(sought)
        return lines if pattern is None else [_marked(line, pattern) for line in lines]

    return lay_out


def say_saved(posting: Posting, now: datetime, zone: tzinfo) -> str:
    """Return when a posting was kept, and until when one can apply: `Tue, Nov 24 · apply by Sat, Dec 19`."""
    today = local_day(now, zone)
    return " · ".join(filter(None, (say_day(local_day(posting.kept, zone), today), say_closing(posting.closes, today))))


def pattern_of(sought: str) -> re.Pattern[str] | None:
    """Return what finds the words that are sought in a line, None when none are."""
    words = sought.split()
    return re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE) if words else None


def places_of(lines: Sequence[Content], sought: str) -> list[int]:
    """Return the lines in which what is sought stands."""
    pattern = pattern_of(sought)
    return [] if pattern is None else [place for place, line in enumerate(lines) if pattern.search(line.plain)]


def _marked(line: Content, pattern: re.Pattern[str]) -> Content:
    for match in pattern.finditer(line.plain):
        line = line.stylize(_FOUND, match.start(), match.end())
    return line
