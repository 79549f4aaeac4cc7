"""What the cells under a header are: links, days, yes and no, statuses, job titles. Knows no headers."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.folding import is_unspaced, plain
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.statuses.reading import is_status
from app.exchange.sheets.statuses.sensing import sensed
from app.exchange.sheets.words.flags import MARKS, NO, YES
from app.exchange.sheets.words.other_mails import OTHER_MAILS
from app.exchange.sheets.words.roles import COMPANY, PLACE, ROLE, has_legal_form

SAMPLE = 300
"""Cells that are looked at."""
_TOLD_SAMPLE = 40
_LONG = 120
_URL = re.compile(
    r"^<?(https?://|www\.)\S+|^[\w-]+(\.[\w-]+)*\.(com|org|net|io|ai|de|fr|co|eu|uk|es|jobs|dev|app|cn|in)(/\S*)?$",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\[[^\]]+\]\(https?://")
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(\.[\w-]+)+")
_NUMBER = re.compile(r"[+-]?[\d.,\s]+%?|\d+(\.\d+)?(/\d+)?|[$€£]?\s?[\d.,]+\s?k?", re.IGNORECASE)
_TAG = re.compile(r"(?=\S*\d)[0-9a-z-]{16,}|\S*[A-Z]{0,4}[-_]?\d{4,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Holding:
    """Shares are of the cells that hold something, 0 to 1."""

    filled: int
    """Cells that hold something, of those looked at."""
    looked_at: int
    distinct: int
    url: float = 0
    linked: float = 0
    """A label with a link behind it, as Markdown and web pages have it."""
    email: float = 0
    day: float = 0
    number: float = 0
    flag: float = 0
    status: float = 0
    other_mail: float = 0
    """Kinds of mail that are of no application."""
    telling: float = 0
    """Words that tell how an application stands, whether as a status or by their senses."""
    role: float = 0
    place: float = 0
    company: float = 0
    legal: float = 0
    """With the legal form of a company behind it: GmbH, Inc., 株式会社."""
    tag: float = 0
    """Ids, hashes, codes."""
    long: float = 0
    """Longer than a name or a title is."""
    counts_up: bool = False
    """1, 2, 3: the number of the row."""
    sample: str = ""

    @property
    def is_constant(self) -> bool:
        """Whether every row of several holds the same."""
        return self.distinct == 1 and self.filled == self.looked_at >= 3


def flag_of(cell: str) -> bool | None:
    """Return whether a cell says yes or no, None when it says neither."""
    text = cell.strip()
    if text in MARKS:
        return MARKS[text]
    words = plain(text)
    if words in YES:
        return True
    return False if words in NO or is_nothing(text) else None


def is_url(cell: str) -> bool:
    """Return whether a cell is a link, with or without its scheme."""
    return _URL.match(cell.strip()) is not None


def emails_in(cell: str) -> list[str]:
    """Return the mail addresses in a cell."""
    return [match[0] for match in _EMAIL.finditer(cell[:500])] if "@" in cell else []


def held(cells: Iterable[str]) -> Holding:
    """Return what a column's cells are; the first `SAMPLE` that hold something are looked at."""
    filled: list[str] = []
    looked_at = 0
    for cell in cells:
        looked_at += 1
        if not is_nothing(cell):
            filled.append(cell.strip()[:400])
        if len(filled) >= SAMPLE:
            break
    if not filled:
        return Holding(0, looked_at, 0)
    counted = Counter(filled)

    def share(is_it: Callable[[str], object]) -> float:
        return sum(count for text, count in counted.items() if is_it(text)) / len(filled)

    return Holding(
        len(filled),
        looked_at,
        len(counted),
        url=share(is_url),
        linked=share(_LINKED.match),
        email=share(emails_in),
        day=share(looks_like_day),
        number=share(_NUMBER.fullmatch),
        flag=share(lambda text: flag_of(text) is not None),
        status=share(is_status),
        other_mail=share(lambda text: plain(text) in OTHER_MAILS),
        telling=_telling(counted),
        role=share(lambda text: len(text) < _LONG and ROLE.search(plain(text))),
        place=share(lambda text: PLACE.search(text)),
        company=share(lambda text: COMPANY.search(plain(text))),
        legal=share(lambda text: len(text) < _LONG and has_legal_form(text)),
        tag=share(lambda text: _TAG.fullmatch(text) and not looks_like_day(text)),
        long=share(lambda text: len(text) > (_LONG // 2 if is_unspaced(text) else _LONG)),
        counts_up=_counts_up(filled),
        sample=filled[0],
    )


def _telling(counted: Counter[str]) -> float:
    """The share of texts, each counted once, that tell how an application stands."""
    texts = [text for text in itertools.islice(counted, _TOLD_SAMPLE) if len(text) < _LONG]
    return sum(1 for text in texts if is_status(text) or sensed(plain(text)) is not None) / max(len(texts), 1)


def _counts_up(filled: list[str]) -> bool:
    first = filled[:50]
    if len(first) < 2 or not all(text.isascii() and text.isdigit() and len(text) < 7 for text in first):
        return False
    numbers = [int(text) for text in first]
    return all(0 < after - before <= 3 for before, after in itertools.pairwise(numbers))
