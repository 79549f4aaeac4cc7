"""A dialog with a text to read, laid out for its width, with the keys of every list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.words import AnswerDialog
from app.ui.presentation import is_tiny
from app.ui.widgets.text_lines import Layout, TextLines
from app.ui.wrapping import wrapped

T = TypeVar("T")


class ReadingDialog(Dialog[T], Generic[T]):
    """A text to read and scroll, and what is below it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "page", show=False)]
    BELOW: ClassVar[int] = 0
    """Lines of the box below the text."""

    def __init__(self, title: str, text: Content | Layout, *, is_wide: bool = False):
        super().__init__(title)
        self._lay_out: Layout = (lambda width: _wrapped(text, width)) if isinstance(text, Content) else text
        self._lines = TextLines(self._lay_out)
        if is_wide:
            self._box.add_class("dialog--wide")

    def content(self) -> ComposeResult:
        """Make the text."""
        yield self._lines

    def opened(self) -> None:
        """Put the keys into the text."""
        self._lines.focus()
        self._fit()

    @on(events.Resize)
    def _fit(self) -> None:
        """Make the box as high as the text, and no higher than the terminal."""
        width = self._lines.scrollable_content_region.width
        if width > 0:
            lines = len(self._lay_out(width))
            self._lines.styles.height = min(
                lines, self.room_for(lines, self.BELOW + (2 if is_tiny(self.app.size) else 4))
            )

    def action_page(self) -> None:
        """Scroll by a screenful."""
        self._lines.action_page(1)


class TextDialog(ReadingDialog[None]):
    """A text to read."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,question_mark,f1,enter", "leave", show=False)]

    def __init__(self, title: str, text: Content | Layout, *, is_wide: bool = False):
        super().__init__(title, text, is_wide=is_wide)
        self._box.border_subtitle = Content("esc close")


class DecideDialog(ReadingDialog[bool], AnswerDialog):
    """A text to read before one question is answered; enter does nothing."""

    BELOW = 2

    def __init__(self, title: str, text: Content | Layout, yes: str, no: str):
        super().__init__(title, text, is_wide=True)
        self._yes, self._no = yes, no

    def content(self) -> ComposeResult:
        """Make the text and the buttons."""
        yield from super().content()
        yield from self.buttons()


def _wrapped(text: Content, width: int) -> Sequence[Content]:
    return [part for line in text.split("\n", allow_blank=True) for part in wrapped(line, width)]
