"""Pick one of many by typing a part of it: applications, columns, time zones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from app.ui.dialogs.narrowing import NarrowingDialog
from app.ui.presentation import QUIET, row
from app.ui.widgets.row_list import RowList

T = TypeVar("T")

_EMPTY = "Nothing matches."


class Pickable(NamedTuple, Generic[T]):
    """What can be picked: a label, what stands at the right edge, and the value."""

    label: str
    right: str
    value: T
    stays: bool = False
    """Whether it can be picked whatever is typed: what to do when nothing else is meant."""


class PickDialog(NarrowingDialog[T, Pickable[T]], Generic[T]):
    """Returns the value that was picked."""

    def __init__(self, title: str, choices: Sequence[Pickable[T]], text: str = ""):
        rows: RowList[Pickable[T]] = RowList(
            _drawn, key=lambda choice: (choice.label, choice.right), empty=lambda: Content(_EMPTY)
        )
        super().__init__(title, "type to narrow the list", rows)
        self._choices, self._text = choices, text

    def content(self) -> ComposeResult:
        """Make the text, the field that narrows, and the list."""
        if self._text:
            yield Static(Content(self._text), classes="dialog--text")
        yield from self.field_and_list(self.room_for(14, 11 if self._text else 7))

    def opened(self) -> None:
        """List everything."""
        super().opened()
        self.offer(self._choices, lambda choice: choice.label, stays=lambda choice: choice.stays)

    def choose(self) -> None:
        """Return what the cursor stands on."""
        picked = self.rows.row
        if picked is not None:
            self.dismiss(picked.value)


def _drawn(choice: Pickable[T], width: int) -> Content:
    return row([(" ", 1, "")], choice.label, f" {choice.right}", width, QUIET)
