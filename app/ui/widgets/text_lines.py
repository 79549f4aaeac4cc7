"""A text to read and scroll, laid out for the width there is; drawn line by line, with the keys of every list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size

from app.ui.widgets.row_list import RowList

Layout = Callable[[int], Sequence[Content]]
"""Makes the lines for a width in cells."""


class TextLines(RowList[Content]):
    """Lines without a cursor: the keys that move it elsewhere scroll here."""

    def __init__(
        self,
        lay_out: Layout = lambda _width: (),
        *,
        id: str | None = None,  # noqa: A002
        empty: Callable[[], Content] = lambda: Content(""),
    ):
        super().__init__(
            lambda line, _width: line, lambda line: line.plain, id=id, selectable=lambda _line: False, empty=empty
        )
        self._lay_out = lay_out
        self.cursor = -1

    def show_text(self, lay_out: Layout, *, is_other: bool = True) -> None:
        """Show another text.

        Args:
            is_other: begin at its first line; False: it says the same, only later.
        """
        self._lay_out = lay_out
        self._lay_out_anew()
        if is_other:
            self.scroll_to(y=0, animate=False)

    def on_resize(self, _event: events.Resize | None = None) -> None:
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        width = self.scrollable_content_region.width
        lines = self._lay_out(width) if width > 0 else ()
        if len(lines) == len(self.rows) and all(map(Content.is_same, lines, self.rows)):
            return
        self.rows = lines
        self.virtual_size = Size(0, len(lines))
        beside_the_bar = self.scrollable_content_region.width
        if 0 < beside_the_bar < width:  # one that has just come
            self.rows = self._lay_out(beside_the_bar)
            self.virtual_size = Size(0, len(self.rows))
        self._forget()

    def action_move(self, by: int) -> None:
        """Scroll by so many lines."""
        self.scroll_relative(y=by, animate=False)

    def action_go(self, place: int) -> None:
        """Go to the beginning or to the end of the text."""
        self.scroll_to(y=self.max_scroll_y if place else 0, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a screenful."""
        self.scroll_relative(y=by * max(1, self.scrollable_content_region.height - 1), animate=False)
