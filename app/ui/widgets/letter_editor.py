"""The editor for a letter's body: underlines what the checker points at, and visits the blanks still to be filled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.widgets.text_area import TextAreaTheme

from app.ui.textual_.marked_text_area import Mark, MarkedTextArea

BLANK = re.compile(r"\[[^\[\]\n]{1,80}\]")
"""How a composed letter marks what is not known."""
_LONG = 20_000
"""Characters from which on blanks are not marked: looking for them would take longer than a frame."""


class LetterEditor(MarkedTextArea):
    """A body of plain text. `replace_all` keeps undo; assigning `text` would wipe it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "to_start", show=False),
        Binding("ctrl+end", "to_end", show=False),
        Binding("j", "read_on(1)", show=False),
        Binding("k", "read_on(-1)", show=False),
        Binding("g", "read_from(0)", show=False),
        Binding("G", "read_from(1)", show=False),
        Binding("home", "home", show=False),
        Binding("end", "end", show=False),
    ]

    def __init__(self, *, id: str | None = None):  # noqa: A002
        super().__init__("", id=id, tab_behavior="focus", show_line_numbers=False, highlight_cursor_line=False)
        self.register_theme(
            TextAreaTheme(
                "letter",
                syntax_styles={
                    "fail": Style(underline=True, bold=True, color="red"),
                    "warn": Style(underline=True),
                    "blank": Style(reverse=True),
                },
            )
        )
        self.theme = "letter"

    def lasting_marks(self) -> Iterable[Mark]:
        """Return the blanks that are still to be filled."""
        text = self.text
        return [(*blank.span(), "blank") for blank in BLANK.finditer(text)] if len(text) < _LONG else []

    def action_to_start(self) -> None:
        """Go to the beginning of the letter."""
        self.move_cursor((0, 0))

    def action_to_end(self) -> None:
        """Go to the end of the letter."""
        self.move_cursor(self.document.end)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters to the letter while it can be written; in one that only can be read they move, as in a list."""
        return self.read_only if action in ("read_on", "read_from") else super().check_action(action, parameters)

    def action_read_on(self, lines: int) -> None:
        """Move by a line in a letter that can only be read."""
        self.action_cursor_down() if lines > 0 else self.action_cursor_up()

    def action_read_from(self, end: int) -> None:
        """Go to the beginning or the end of a letter that can only be read."""
        self.action_to_end() if end else self.action_to_start()

    def action_home(self) -> None:
        """Go to the beginning of the line, of the whole letter where it can only be read."""
        self.action_to_start() if self.read_only else self.action_cursor_line_start()

    def action_end(self) -> None:
        """Go to the end of the line, of the whole letter where it can only be read."""
        self.action_to_end() if self.read_only else self.action_cursor_line_end()

    def load_body(self, body: str) -> None:
        """Show another letter; what was typed in the last one cannot be undone here."""
        self.underline(())
        self.load_text(body)
        self.move_cursor((0, 0))

    def replace_all(self, body: str) -> None:
        """Replace the whole text as one edit that undo takes back."""
        if body != self.text:
            self.history.checkpoint()
            self.replace(body, (0, 0), self.document.end)
            self.history.checkpoint()

    def next_blank(self) -> bool:
        """Select the next blank after the cursor, around the end; return whether there is one."""
        text, document = self.text, self.plain_document
        at = document.get_index_from_location(self.selection.end)
        blanks = list(BLANK.finditer(text))
        if not blanks:
            return False
        blank = next((blank for blank in blanks if blank.start() >= at), blanks[0])
        start, end = map(document.get_location_from_index, blank.span())
        self.selection = type(self.selection)(start, end)
        self.scroll_cursor_visible()
        return True

    @property
    def cursor_index(self) -> int:
        """How many characters stand before the cursor."""
        return self.plain_document.get_index_from_location(self.cursor_location)

    def cursor_to(self, index: int) -> None:
        """Put the cursor before the character at an offset into the text."""
        self.move_cursor(self.plain_document.get_location_from_index(index))

    def word_at_cursor(self) -> str:
        """Return the word that the cursor stands in or after, "" when there is none."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        for match in re.finditer(r"[^\W\d_](?:[\w'’-]*\w)?", line):
            if match.start() <= column <= match.end():
                return match[0]
        return ""
