"""The editor for a letter's body: underlines what the checker points at, and visits the blanks still to be filled."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.style import Style
from textual.widgets.text_area import Document, TextAreaTheme

from app.ui.widgets.typing_lines import SafeTextArea

BLANK = re.compile(r"\[[^\[\]\n]{1,80}\]")
"""How a composed letter marks what is not known."""

Range = tuple[int, int, str]
"""Start, end (character offsets into the body), and `fail`, `warn` or `blank`."""


class LetterEditor(SafeTextArea):
    """A body of plain text. `replace_all` keeps undo; assigning `text` would wipe it."""

    _ranges: tuple[Range, ...] = ()

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

    def underline(self, ranges: Iterable[Range]) -> None:
        """Underline these ranges, until the next call."""
        self._ranges = tuple(ranges)
        self._build_highlight_map()
        self.refresh()

    def load_body(self, body: str) -> None:
        """Show another letter; what was typed in the last one cannot be undone here."""
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
        text, document = self.text, self._document
        at = document.get_index_from_location(self.selection.end)
        blanks = list(BLANK.finditer(text))
        if not blanks:
            return False
        blank = next((found for found in blanks if found.start() >= at), blanks[0])
        start, end = map(document.get_location_from_index, blank.span())
        self.selection = type(self.selection)(start, end)
        self.scroll_cursor_visible()
        return True

    @property
    def _document(self) -> Document:
        document = self.document
        assert isinstance(document, Document)
        return document

    def word_at_cursor(self) -> str:
        """Return the word that the cursor stands in or after, "" when there is none."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        for found in re.finditer(r"[^\W\d_](?:[\w'’-]*\w)?", line):
            if found.start() <= column <= found.end():
                return found[0]
        return ""

    def _build_highlight_map(self) -> None:
        super()._build_highlight_map()
        blanks = [(*found.span(), "blank") for found in BLANK.finditer(self.text)] if len(self.text) < 20_000 else []
        for start, end, name in (*self._ranges, *blanks):
            self._highlight(start, end, name)

    def _highlight(self, start: int, end: int, name: str) -> None:
        """Add a range line by line, in bytes, as the text area wants it."""
        document = self._document
        (row, column), (last_row, last_column) = map(document.get_location_from_index, (start, end))
        for line_index in range(row, min(last_row, document.line_count - 1) + 1):
            line = document.get_line(line_index)
            first = column if line_index == row else 0
            last = last_column if line_index == last_row else len(line)
            if last > first:
                place = (len(line[:first].encode()), len(line[:last].encode()), name)
                self._highlights[line_index].append(place)
