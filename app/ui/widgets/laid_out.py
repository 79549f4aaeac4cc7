"""A text that is laid out anew for each width, and takes as many lines as it needs."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.widgets import Static

_AT_FIRST = 60
"""Cells, until the width is known."""


class LaidOut(Static):
    """Makes its text for the width that there is."""

    def __init__(self, lay_out: Callable[[int], Content], *, classes: str):
        super().__init__(lay_out(_AT_FIRST), classes=classes)
        self._lay_out = lay_out

    def on_resize(self, event: events.Resize) -> None:
        self.lay_out_anew(event.size.width)

    def lay_out_anew(self, width: int | None = None) -> None:
        """Make the text for a width, None for the one that there is."""
        self.update(self._lay_out(self.size.width or _AT_FIRST if width is None else width))
