"""A text area that underlines ranges of its text, which Textual does for syntax alone."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widgets.text_area import Document

from app.ui.textual_.safe_text_area import SafeTextArea

Mark = tuple[int, int, str]
"""Start, end (character offsets into the text), and the name of a style of the theme."""


class MarkedTextArea(SafeTextArea):
    """Several lines, some ranges of which are styled by name."""

    _marks: tuple[Mark, ...] = ()

    def underline(self, marks: Iterable[Mark]) -> None:
        """Mark these ranges, until the next call."""
        self._marks = tuple(marks)
        self._build_highlight_map()
        self.refresh()

    def lasting_marks(self) -> Iterable[Mark]:
        """Return what is marked besides, whatever the text is."""
        return ()

    @property
    def plain_document(self) -> Document:
        """The text with its lines, where no grammar is in use."""
        document = self.document
        assert isinstance(document, Document)
        return document

    def _build_highlight_map(self) -> None:
        super()._build_highlight_map()
        length = len(self.text)
        for start, end, name in (*self._marks, *self.lasting_marks()):
            # The ranges are of the text that was checked; what is typed since may be shorter.
            if start < end <= length:
                self._mark(start, end, name)

    def _mark(self, start: int, end: int, name: str) -> None:
        """Add a range line by line, in bytes, as the text area wants it."""
        document = self.plain_document
        (row, column), (last_row, last_column) = map(document.get_location_from_index, (start, end))
        for line_index in range(row, min(last_row, document.line_count - 1) + 1):
            line = document.get_line(line_index)
            first = column if line_index == row else 0
            last = last_column if line_index == last_row else len(line)
            if last > first:
                place = (len(line[:first].encode()), len(line[:last].encode()), name)
                self._highlights[line_index].append(place)
