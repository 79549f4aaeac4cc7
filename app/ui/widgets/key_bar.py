"""The footer: the keys that do something here, each of them a button for the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from app.ui.presentation import QUIET

_GAP = 2
"""Cells between one key and the next."""


class Key(NamedTuple):
    """What the footer shows of a command."""

    id: str
    key: str
    label: str
    is_refused: bool


class KeyBar(Widget):
    """One line of keys, as many as fit; the last one, help, always does."""

    DEFAULT_CSS = "KeyBar { height: 1; dock: bottom; background: $panel; }"

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, command_id: str):
            super().__init__()
            self.command_id = command_id

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[Key] = []
        self._places: list[tuple[int, int, str]] = []

    def show(self, keys: list[Key]) -> None:
        """Show these keys."""
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def render(self) -> Content:
        """Draw the keys that fit and remember where they are."""
        self._places.clear()
        if not self._keys:
            return Content("")
        parts, x = [Content(" ")], 1
        for key in fitting(self._keys, self.size.width):
            self._places.append((x, x + _width(key), key.id))
            x += _width(key)
            label = QUIET if key.is_refused else ""
            parts += [Content.styled(key.key, "bold $accent"), Content.styled(f" {key.label}{' ' * _GAP}", label)]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        for start, end, command_id in self._places:
            if start <= event.x < end:
                self.post_message(self.Pressed(command_id))


def fitting(keys: Sequence[Key], width: int) -> list[Key]:
    """Return the keys that fit into so many cells, of several the first, and the last one whatever the width."""
    shown, used = [], 1 + _width(keys[-1]) - _GAP
    for key in keys[:-1]:
        if used + _width(key) <= width:
            shown.append(key)
            used += _width(key)
    return [*shown, keys[-1]]


def _width(key: Key) -> int:
    return Content(f"{key.key} {key.label}").cell_length + _GAP
