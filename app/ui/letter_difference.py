"""Two texts of a letter as lines: beside each other where there is room, else one below the other. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from app.letters.differences import Beside, Piece, differences
from app.ui.presentation import QUIET

_ROOM = 80
"""The width from which two columns are read more easily than one."""
_GAP = " │ "
_OLD, _NEW = "strike $text-error", "underline $text-success"


def difference_lines(old: str, new: str, titles: tuple[str, str], width: int) -> list[Content]:
    """Return the lines of two texts, marked where they differ: `-` and struck out, `+` and underlined.

    Args:
        titles: what the two are called, over their columns.
    """
    rows = differences(old, new)
    if width < _ROOM:
        return [line for row in rows for line in _below(row, width)]
    column = (width - len(_GAP)) // 2
    old_head, new_head = (Content.styled(title, "bold") for title in titles)
    lines = [_side_by_side(old_head, new_head, column), Content("")]
    for row in rows:
        left, right = _cell(row.old, "-", _OLD, row, column), _cell(row.new, "+", _NEW, row, column)
        lines += (_side_by_side(a, b, column) for a, b in zip_longest(left, right, fillvalue=Content("")))
    return lines


def _below(row: Beside, width: int) -> list[Content]:
    if row.is_same:
        return _cell(row.old, " ", "", row, width)
    return [*_cell(row.old, "-", _OLD, row, width), *_cell(row.new, "+", _NEW, row, width)]


def _side_by_side(left: Content, right: Content, column: int) -> Content:
    return Content.assemble(left, " " * max(0, column - left.cell_length), Content.styled(_GAP, QUIET), right)


def _cell(pieces: Sequence[Piece] | None, mark: str, style: str, row: Beside, width: int) -> list[Content]:
    """Return a line of a text, wrapped to a width, with its mark before the first part; [] for none."""
    if pieces is None:
        return []
    mark = " " if row.is_same else mark
    text = Content.assemble(*(Content.styled(words, style if is_changed else "") for words, is_changed in pieces))
    wrapped = [part.rstrip() for part in text.wrap(max(1, width - 2))] or [Content("")]
    return [Content.assemble(f"{mark if n == 0 else ' '} ", part) for n, part in enumerate(wrapped)]
