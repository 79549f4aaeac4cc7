"""Screens that draw a change from the lines that it touches (see `compositor`), and know what is gone already."""

from __future__ import annotations

from typing import TypeVar

from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from app.ui.textual_.compositor import LineCompositor

T = TypeVar("T")


class _StandingWidgets(Screen[T]):
    """Finds only widgets that still belong to it: Textual would end on the press of a mouse on one that is gone but
    still drawn."""

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return the widget at a place of the screen, and where in its text that is."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        return (None, None) if widget is not None and widget.parent is None else (widget, offset)


class LineScreen(_StandingWidgets[T]):
    """A screen of the app."""

    def __init__(self, *, classes: str | None = None):
        super().__init__(classes=classes)
        self._compositor = LineCompositor()


class LineModalScreen(_StandingWidgets[T], ModalScreen[T]):
    """A screen over another."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = LineCompositor()

    @property
    def takes_keys(self) -> bool:
        """Whether keys may come."""
        return True
