"""A list of one-line rows, drawn line by line from plain records: no widget a row, however many there are.

Knows how to move, scroll and draw; what a row says and means is its owner's business.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.style import Style

from app.ui.widgets.line_view import LineView

R = TypeVar("R")

TURN = 5_000
"""Rows that are looked at in one turn: a few milliseconds."""

BELOW = 2
"""Rows that are seen below the cursor's where there are more: a notice may lie over as many."""


class RowList(LineView, Generic[R], can_focus=True):
    """Rows with a cursor. `draw` turns a row into a line of the given width, `key` says which row is the same later."""

    DEFAULT_CSS = """
    RowList { height: 1fr; background: transparent; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--cursor", "row-list--cursor-blurred"}

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, row_list: RowList[Any]):
            super().__init__()
            self.row_list = row_list
            # Else Textual takes whoever moved the cursor for the sender, and stops there on the way up.
            self.set_sender(row_list)

        @property
        def control(self) -> RowList[Any]:
            """The list it happened in."""
            return self.row_list

    class Chosen(Moved):
        """A row was clicked while the cursor stood on it."""

    def __init__(
        self,
        draw: Callable[[R, int], Content],
        key: Callable[[R], Hashable],
        *,
        id: str | None = None,  # noqa: A002
        selectable: Callable[[R], bool] = lambda _row: True,
        empty: Callable[[], Content] = lambda: Content(""),
    ):
        super().__init__(id=id)
        self._draw = draw
        self._key = key
        self._selectable = selectable
        self._empty = empty
        self.rows: Sequence[R] = ()
        """What is listed."""
        self._strips: dict[tuple[int, int, bool, bool], Strip] = {}
        self.cursor = 0
        """The index of the row under the cursor."""

    @property
    def row(self) -> R | None:
        """The row under the cursor, None when there is none."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def row_key(self) -> Hashable:
        """What tells the row under the cursor from others, None when there is none."""
        row = self.row
        return None if row is None else self._key(row)

    @property
    def cursor_spot(self) -> Offset:
        """Where on the screen the terminal's cursor belongs: at the beginning of the row under the list's own."""
        place = self.cursor - round(self.scroll_offset.y) if self.rows else 0
        return self.content_region.offset + Offset(0, max(0, min(place, self.content_region.height - 1)))

    def lands_on(self, row: R) -> bool:
        """Return whether the cursor goes to such a row by itself, as to the first that a search finds."""
        return self._selectable(row)

    def follows(self, _old: R, _row: R) -> bool:
        """Return whether the cursor goes on with its row, which is the same one but may say something else now."""
        return True

    def show(self, rows: Sequence[R]) -> None:
        """List these rows; the cursor stays on its row, and where that is gone, on the one that took its place."""
        at_once = self._places(rows)
        self.show_at(rows, next((place for place in at_once if place is not None), None))

    def show_at(self, rows: Sequence[R], place: int | None) -> None:
        """List these rows, the cursor's row here at a place among them, None for nowhere."""
        old = self.row
        self.rows = rows
        if place is None or place != self.cursor:
            self.cursor = self._nearest(self.cursor if place is None else place)
        self._forget()
        self.virtual_size = Size(0, max(1, len(rows)))
        self._scroll_to_cursor()
        if old is not self.row:
            self.post_message(self.Moved(self))

    def _places(self, rows: Sequence[R]) -> Iterator[int | None]:
        """Look for the cursor's row among other rows; yield None now and then, and in the end where it is."""
        old = self.row
        if old is None:
            return
        wanted = self._key(old)
        if self.cursor < len(rows) and self._key(rows[self.cursor]) == wanted:
            yield self.cursor if self.follows(old, rows[self.cursor]) else None
            return
        for start in range(0, len(rows), TURN):
            some = rows[start : start + TURN]
            place = next((place for place, row in enumerate(some, start) if self._key(row) == wanted), None)
            if place is not None:
                yield place if self.follows(old, rows[place]) else None
                return
            yield None

    def select(self, key: Hashable) -> bool:
        """Put the cursor on the row of that key, and return whether there is one."""
        for i, row in enumerate(self.rows):
            if self._key(row) == key:
                self._move_to(i)
                return True
        return False

    def redraw(self) -> None:
        """Draw every row anew, since what they say depends on the clock or the theme."""
        self._forget()
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor by so many rows that can be selected."""
        place = self.cursor + by
        while 0 <= place < len(self.rows) and not self._selectable(self.rows[place]):
            place += by
        if 0 <= place < len(self.rows):
            self._move_to(place)
        elif by < 0:
            self.scroll_to(y=0, animate=False)

    def action_go(self, place: int) -> None:
        """Move the cursor to the first row or the last."""
        self._move_to(self._nearest(place if place >= 0 else len(self.rows) - 1))

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        height = max(1, self.scrollable_content_region.height - 1)
        self._move_to(self._nearest(max(0, min(len(self.rows) - 1, self.cursor + by * height))))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the widget."""
        width = self.scrollable_content_region.width
        if not self.rows:
            return self._empty_line(y, width)
        return self._line(y + self.scroll_offset.y, width, self.has_focus)

    def _line(self, index: int, width: int, has_focus: bool) -> Strip:
        if index >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        is_cursor = index == self.cursor
        place = (index, width, is_cursor, has_focus)
        strip = self._strips.get(place)
        if strip is None:
            if len(self._strips) > 2000:
                self._strips.clear()
            strip = self._strip(self._draw(self.rows[index], width), width, is_cursor)
            self._strips[place] = strip
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines as they were drawn before, wherever they stand now: without a frame, they look the same there."""
        if not self.rows or self.styles.gutter.totals != (0, 0):
            return super().render_lines(crop)
        background = self.background_colors[1]
        filters = self.get_line_filters()
        start, end = crop.column_span
        width, top, has_focus = self.scrollable_content_region.width, self.scroll_offset.y, self.has_focus
        strips = []
        for y in crop.line_range:
            strip = self._line(y + top, width, has_focus)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, background)
            strips.append(strip if strip.cell_length == end and not start else strip.crop_extend(start, end, None))
        return strips

    def notify_style_update(self) -> None:
        """Forget what was drawn in another theme."""
        super().notify_style_update()
        self._forget()

    def on_resize(self) -> None:
        self._scroll_to_cursor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Move the scroll bar only where that is to be seen: among ten thousand rows, one is nothing of it."""
        bar = self.vertical_scrollbar
        if self.show_vertical_scrollbar and self._bar_begins(new_value) != self._bar_begins(bar.position):
            bar.position = new_value
        if round(old_value) != round(new_value):
            self.refresh(self.scrollable_content_region.size.region)  # not the bar beside the rows

    def _bar_begins(self, position: float) -> int:
        """Return where the scroll bar is drawn for a position, in eighths of a line."""
        height, rows = self.size.height, self.virtual_size.height
        thumb = max(1.0, height * height / max(1, rows))
        return int((height - thumb) * position / max(1, rows - height) * 8)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Draw the cursor as it looks with the keys here, or elsewhere."""
        super().watch_has_focus(_has_focus)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        place = event.y + self.scroll_offset.y
        if not 0 <= place < len(self.rows) or not self._selectable(self.rows[place]):
            return
        if place == self.cursor:
            self.post_message(self.Chosen(self))
        else:
            self._move_to(place)

    def _move_to(self, place: int) -> None:
        if not self.rows or place == self.cursor:
            return
        before, self.cursor = self.cursor, place
        width, top = self.scrollable_content_region.width, self.scroll_offset.y
        for row in (before, place):
            self.refresh(Region(0, row - top, width, 1))
        self._scroll_to_cursor()
        self.post_message(self.Moved(self))

    def _nearest(self, place: int) -> int:
        """Return the selectable row at or after a place, else the last one before it."""
        count = len(self.rows)
        place = max(0, min(place, count - 1))
        after = next((i for i in range(place, count) if self._selectable(self.rows[i])), None)
        if after is not None:
            return after
        return next((i for i in range(place - 1, -1, -1) if self._selectable(self.rows[i])), place)

    def _scroll_to_cursor(self) -> None:
        height = self.scrollable_content_region.height
        if height <= 0:
            return
        top = round(self.scroll_target_y)
        heading = self.cursor > 0 and self.cursor < len(self.rows) and not self._selectable(self.rows[self.cursor - 1])
        first = self.cursor - 1 if heading and height > 1 else self.cursor
        below = BELOW if height > 3 * BELOW else 0
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif min(self.cursor + below, len(self.rows) - 1) >= top + height:
            self.scroll_to(y=self.cursor + below - height + 1, animate=False, force=True)

    def _forget(self) -> None:
        self._strips.clear()
        self.refresh()

    def _empty_line(self, y: int, width: int) -> Strip:
        lines = [part for line in self._empty().split("\n") for part in line.wrap(max(1, width))]
        return self._strip(lines[y], width, is_cursor=False) if y < len(lines) else Strip.blank(width, self.rich_style)

    def _strip(self, content: Content, width: int, is_cursor: bool) -> Strip:
        base = self.visual_style
        if is_cursor:
            name = "row-list--cursor" if self.has_focus else "row-list--cursor-blurred"
            base = base + self.get_visual_style(name)
            if self.has_focus and self.app.native_ansi_color:  # no color of the terminal's is sure to be seen on others
                base = base + Style(reverse=True)
        return self._strip_of(content, width, base)
