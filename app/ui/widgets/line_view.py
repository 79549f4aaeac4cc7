"""A view that scrolls lines which it draws itself from styled text: no widget a line, however many there are."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from app.ui.textual_.still_scroll_view import StillScrollView


class LineView(StillScrollView):
    """Turns styled text into lines of a width; remembers how each named style looks in the theme.

    The same keys move through all of them: what they do is `action_move`, `action_go` and `action_page` of each.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False, id="row_down"),
        Binding("up,k", "move(-1)", show=False, id="row_up"),
        Binding("home,g", "go(0)", show=False, id="row_first"),
        Binding("end,G", "go(-1)", show=False, id="row_last"),
        Binding("pagedown,ctrl+f", "page(1)", show=False, id="row_page_down"),
        Binding("pageup,ctrl+b", "page(-1)", show=False, id="row_page_up"),
    ]

    def __init__(self, *, id: str | None = None):  # noqa: A002
        super().__init__(id=id)
        self._named: dict[str | Style, Style] = {}

    def notify_style_update(self) -> None:
        """Forget how styles looked in another theme."""
        super().notify_style_update()
        self._named.clear()

    def _strip_of(self, content: Content, width: int, base: Style) -> Strip:
        """Return a line of that width, on the style of its background."""
        segments = [
            Segment(text, (base + style).rich_style)
            for text, style in content.render(base, end="", parse_style=self._style_named)
        ]
        return Strip(segments).adjust_cell_length(width, base.rich_style)

    def _style_named(self, name: str | Style) -> Style:
        style = self._named.get(name)
        if style is None:
            style = name if isinstance(name, Style) else Style.parse(name, self.app.theme_variables)
            self._named[name] = style
        return style
