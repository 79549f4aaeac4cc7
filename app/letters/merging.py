"""A letter composed anew around what the user typed: sentence by sentence, theirs first. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_PIECE = re.compile(
    r"\n+|[^\n]+?(?:(?<=[.?!])(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\b[ap]\.m\.)[ \t]+|(?=\n)|$)"
)


def merged(before: str, mine: str, fresh: str) -> str:
    """Return the user's text with the sentences that are composed otherwise now, where they had left them as they were.

    Args:
        before: what was composed when the user began.
        mine: what they made of it.
        fresh: what is composed now.
    """
    old, new, own = pieces_of(before), pieces_of(fresh), pieces_of(mine)
    kept = _kept(old, own)
    changes: list[tuple[int, int, list[str]]] = []
    for start, end, put in _changes(old, new):
        place = _place(kept, start, end, len(own))
        if place is not None:
            changes.append((*place, put))
    for start, end, put in reversed(changes):
        own[start:end] = [_spaced_like(own[start], put[0])] if (end - start, len(put)) == (1, 1) else put
    return "".join(own)


def pieces_of(text: str) -> list[str]:
    """Return the sentences and the line breaks of a text; joined they are the text."""
    return _PIECE.findall(text)


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield what is composed otherwise: from where to where in the old pieces, and the new ones; alone where it can."""
    for what, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "replace" and end - start == new_end - new_start:
            yield from ((start + step, start + step + 1, [new[new_start + step]]) for step in range(end - start))
        elif what != "equal":
            yield start, end, new[new_start:new_end]


def _spaced_like(mine: str, put: str) -> str:
    """Return a new sentence with the spaces that the user's has after it: one more may follow there, or none."""
    return put if put.isspace() else put.rstrip(" ") + mine[len(mine.rstrip(" ")) :]


def _plain(pieces: list[str]) -> list[str]:
    return [piece if piece.isspace() else piece.rstrip(" ") for piece in pieces]


def _kept(old: list[str], own: list[str]) -> dict[int, int]:
    """Return where each piece stands now that the user left as it was."""
    kept: dict[int, int] = {}
    for block in SequenceMatcher(None, _plain(old), _plain(own), autojunk=False).get_matching_blocks():
        kept |= {block.a + step: block.b + step for step in range(block.size)}
    return kept


def _place(kept: dict[int, int], start: int, end: int, length: int) -> tuple[int, int] | None:
    """Return the range of the user's text that stands for `start` to `end` of the old one; None where they changed it.

    What is only added goes behind the piece that it follows.
    """
    if start == end:
        if start == 0:
            return (0, 0)
        return (kept[start - 1] + 1,) * 2 if start - 1 in kept else None
    places = [kept.get(at) for at in range(start, end)]
    first = places[0]
    if first is None or places != list(range(first, first + end - start)) or first + end - start > length:
        return None
    return first, first + end - start
