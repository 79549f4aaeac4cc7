"""What every dialog shares: a titled box over the dashboard, escape to leave it with nothing done."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from app.ui.presentation import is_tiny
from app.ui.textual_.notice_line import NoticeLine
from app.ui.textual_.screens import LineModalScreen

T = TypeVar("T")

ANSWERED = 0.01
"""Seconds by which the frame without the dialog is delayed, so that what its answer changes comes in the same frame."""


class Dialog(LineModalScreen[T]):
    """A modal box; leaving it answers `None`.

    Keys act only on the dialog's own attributes: in a burst they may arrive before compose or after dismissal.
    """

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, title: str):
        super().__init__()
        self._title = title
        self._box = VerticalScroll(classes="dialog", can_focus=False)
        self._is_answered = False
        self._is_open = False

    def compose(self) -> ComposeResult:
        """Make the box; what is in it is `content()`."""
        self._box.border_title = Content(self._title)
        with self._box:
            yield from self.content()
        yield NoticeLine()

    def on_mount(self) -> None:
        # A dialog that was left before it was drawn has nothing in it.
        if self._box.is_attached:
            self.opened()
        self._is_open = True

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(is_tiny(event.size), "-tiny")
        self.refresh()  # all of it, as on the screen under it

    @property
    def takes_keys(self) -> bool:
        """Whether the dialog takes keys: it is open and not answered yet."""
        return self._is_open and not self._is_answered

    def opened(self) -> None:
        """Fill what is in the box, and put the keys into it."""

    def content(self) -> ComposeResult:
        """Make what is in the box."""
        yield from ()

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close the dialog once only: a second key of a burst would otherwise close what is under it."""
        if self._is_answered:
            return AwaitComplete()
        self._is_answered = True
        if not self.is_current:
            self.pop_until_active()
        self.app.delay_update(ANSWERED)
        return super().dismiss(result)

    def room_for(self, rows: int, others: int) -> int:
        """Return how many rows a list may have so that the whole box fits the terminal.

        Args:
            rows: as many as are wanted.
            others: lines of the box besides the list.
        """
        return max(3, min(rows, int(self.app.size.height * 0.94) - others))

    def action_leave(self) -> None:
        """Close the dialog with nothing done."""
        self.dismiss(None)
