"""A text to read with a line below it, which opens on a key, to find words in the text."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from app.ui.dialogs.text_dialog import ReadingDialog
from app.ui.widgets.field_editors import FieldLine
from app.ui.widgets.text_lines import Layout

T = TypeVar("T")


class FindingDialog(ReadingDialog[T], Generic[T]):
    """Lays its text out anew whenever other words are sought."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("slash", "find", show=False)]

    def __init__(self, title: str, text: Layout, placeholder: str, *, is_wide: bool = False):
        super().__init__(title, text, is_wide=is_wide)
        self.sought = ""
        """What is sought."""
        self._field = FieldLine(id="text-find", placeholder=placeholder, compact=True)

    def content(self) -> ComposeResult:
        """Make the text and the line to find in."""
        yield from super().content()
        self._field.display = False
        yield self._field

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.sought = event.value
        self._lines.show_text(self._lay_out, is_other=False)
        self.followed()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._lines.focus()

    def followed(self) -> None:
        """Go to what was found, once the text is laid out anew."""

    def action_find(self) -> None:
        """Open the line to find in."""
        self._field.display = True
        self._field.focus()

    def action_leave(self) -> None:
        """Close the line to find in; without one, the dialog."""
        if not self._field.display:
            super().action_leave()
            return
        self._field.value, self._field.display = "", False
        self._lines.focus()
