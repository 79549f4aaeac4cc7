"""Screens that draw a change from the lines that it touches: see `compositor`."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import ModalScreen, Screen

from app.ui.textual_.compositor import LineCompositor

T = TypeVar("T")


class LineScreen(Screen[T]):
    """A screen of the app."""

    def __init__(self, *, classes: str | None = None):
        super().__init__(classes=classes)
        self._compositor = LineCompositor()


class LineModalScreen(ModalScreen[T]):
    """A screen over another."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = LineCompositor()
