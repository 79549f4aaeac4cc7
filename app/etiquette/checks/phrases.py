"""Tables of phrases that decide by themselves, one a line, as one pattern that finds the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Phrase(NamedTuple):
    """One line of a table: what the phrase does or is, its shape (a regular expression), a text that has it."""

    meaning: str
    shape: str
    example: str


def either(phrases: Iterable[Phrase], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Return one pattern that matches wherever one of the phrases does."""
    return re.compile("|".join(phrase.shape for phrase in phrases), flags)
