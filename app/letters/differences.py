"""Where two texts of a letter differ: paragraph beside paragraph, and in each the words that are not in the other."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

Piece = tuple[str, bool]
"""A part of a line, and whether the other text does not have it."""
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


class Beside(NamedTuple):
    """A line of the one text and the line of the other in its place; None: there is none."""

    old: tuple[Piece, ...] | None
    new: tuple[Piece, ...] | None

    @property
    def is_same(self) -> bool:
        """Whether both texts have this line."""
        return self.old == self.new


def differences(old: str, new: str) -> list[Beside]:
    """Return the lines of two texts beside each other."""
    ours, theirs = old.split("\n"), new.split("\n")
    beside: list[Beside] = []
    for what, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what == "equal":
            beside += (Beside(((line, False),), ((line, False),)) for line in ours[a:b])
        else:
            beside += (_lines(before, after) for before, after in zip_longest(ours[a:b], theirs[c:d]))
    return beside


def _lines(old: str | None, new: str | None) -> Beside:
    """Return two lines with the words marked that only one of them has."""
    if old is None or new is None:
        return Beside(None if old is None else ((old, True),), None if new is None else ((new, True),))
    ours, theirs = _WORD.findall(old), _WORD.findall(new)
    left: list[Piece] = []
    right: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        is_changed = what != "equal"
        for pieces, words in ((left, ours[a:b]), (right, theirs[c:d])):
            if words:
                pieces.append(("".join(words), is_changed))
    return Beside(tuple(left), tuple(right))
