"""A list whose rows are narrowed and sorted first: at once where they are few, else in turns between which keys are
answered. What is kept and in which order is its owner's business."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Hashable, Sequence
from typing import Any, TypeAlias, TypeVar

from textual.worker import Worker

from app.ui.widgets.row_list import TURN, RowList

R = TypeVar("R")
T = TypeVar("T")

Arranging: TypeAlias = Generator[None, None, T]
"""Work that pauses where something else may have its turn, and returns what it made."""

AT_ONCE = 20_000
"""Rows that are arranged within one key's frame."""


class ArrangedList(RowList[R]):
    """A `RowList` that shows what an `Arranging` makes; a later one takes the place of one still going on."""

    is_arranging = False
    """Whether other rows will be shown in a moment."""
    _select_then: Hashable = None

    def show_arranged(self, arranging: Arranging[Sequence[R]], size: int, *, to_first: bool = False) -> None:
        """Show the rows that are made of so many.

        Args:
            to_first: put the cursor on the first of them, as a search does; else it stays on its row.
        """
        self.workers.cancel_group(self, "arranging")
        if size <= AT_ONCE:
            self.is_arranging = False
            rows = _at_once(arranging)
            self.show_at(rows, self._first(rows)) if to_first else self.show(rows)
        else:
            self.is_arranging = True
            _: Worker[None] = self.run_worker(self._in_turns(arranging, to_first), group="arranging")

    def select(self, key: Hashable) -> bool:
        """Put the cursor on a row, once the rows are there."""
        if self.is_arranging:
            self._select_then = key
            return True
        return super().select(key)

    def _first(self, rows: Sequence[R]) -> int | None:
        return next((place for place, row in enumerate(rows) if self.lands_on(row)), None)

    async def _in_turns(self, arranging: Arranging[Sequence[R]], to_first: bool) -> None:
        try:
            while True:
                next(arranging)
                await asyncio.sleep(0)
        except StopIteration as end:
            rows: Sequence[R] = end.value
        place = self._first(rows) if to_first else await self._place_in(rows)
        self.is_arranging = False
        if not self.is_mounted:
            return
        self.show_at(rows, place)
        key, self._select_then = self._select_then, None
        if key is not None:
            self.select(key)

    async def _place_in(self, rows: Sequence[R]) -> int | None:
        """Return where the cursor's row is among these; the cursor may move meanwhile."""
        while True:
            old, place = self.row, None
            for place_so_far in self._places(rows):
                place = place_so_far
                await asyncio.sleep(0)
            if self.row is old:
                return place


def turns(rows: Sequence[T]) -> Generator[Sequence[T], None, None]:
    """Yield the rows in the portions of a turn."""
    for start in range(0, len(rows), TURN):
        yield rows[start : start + TURN]


def sort_in_turns(rows: list[T], by: Callable[[T], Any], *, reverse: bool) -> Arranging[None]:
    """Sort rows in place, as `list.sort` does: portions first, which the last sort only has to merge."""
    if len(rows) > TURN:
        for start in range(0, len(rows), TURN):
            rows[start : start + TURN] = sorted(rows[start : start + TURN], key=by, reverse=reverse)
            yield
    rows.sort(key=by, reverse=reverse)
    yield


def _at_once(arranging: Arranging[T]) -> T:
    try:
        while True:
            next(arranging)
    except StopIteration as end:
        made: T = end.value
        return made
