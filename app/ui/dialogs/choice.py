"""Choose one of a few by its letter, by arrows and enter, or by mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from app.ui.dialogs.dialog import Dialog
from app.ui.presentation import shortened_to
from app.ui.widgets.row_list import RowList

T = TypeVar("T")


class Choice(NamedTuple, Generic[T]):
    """A key of one character, what it says, and what is returned."""

    key: str
    label: str
    value: T


class ChoiceDialog(Dialog[T], Generic[T]):
    """Returns the value that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]

    def __init__(self, title: str, choices: Sequence[tuple[str, str, T]], text: str | Content = ""):
        super().__init__(title)
        self._box.border_subtitle = Content("enter choose  esc cancel")
        self._text = text
        self._choices = [Choice(*choice) for choice in choices]
        self._rows: RowList[Choice[T]] = RowList(draw, key=lambda choice: choice.label)

    def content(self) -> ComposeResult:
        """Make the text and the list."""
        if self._text:
            yield Static(self._text if isinstance(self._text, Content) else Content(self._text), classes="dialog--text")
        self._rows.styles.height = min(16, len(self._choices))
        yield self._rows

    def opened(self) -> None:
        """Show the choices."""
        self._rows.show(self._choices)
        self._rows.focus()

    def on_key(self, event: events.Key) -> None:
        for choice in self._choices:
            if choice.key and event.character == choice.key:
                event.stop()
                self.dismiss(choice.value)
                return

    def action_choose(self) -> None:
        """Return what the cursor stands on."""
        row = self._rows.row
        if row is not None:
            self.dismiss(row.value)

    def on_row_list_chosen(self) -> None:
        self.action_choose()


def draw(choice: Choice[T], width: int) -> Content:
    """Return one line: the key, and what it says, whose middle gives way."""
    return Content.assemble(
        Content.styled(f" {choice.key or ' '}  ", "bold $accent"), shortened_to(choice.label, max(0, width - 4))
    )
