"""What every dialog shares: a titled box over the dashboard, escape to leave it with nothing done."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A modal box; `None` is the answer of one that was left."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, title: str):
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """Make the box; what is in it is `content()`."""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = Content(self._title)
            yield from self.content()

    def content(self) -> ComposeResult:
        """Make what is in the box."""
        yield from ()

    def action_leave(self) -> None:
        """Close the dialog with nothing done."""
        self.dismiss(None)
