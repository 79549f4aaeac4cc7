"""Text that costs nothing to say again: drawn, and where its height may change laid out, only when it says something
else."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.widgets import Static


class Words(Static):
    """Text that takes as many lines as it needs."""

    keeps_height: ClassVar[bool] = False

    def __init__(self, *, id: str):  # noqa: A002
        super().__init__("", id=id)
        self._said = Content("")

    def say(self, content: Content) -> None:
        """Show this."""
        if not content.is_same(self._said):
            self._said = content
            self.update(content, layout=not self.keeps_height)


class Line(Words):
    """A line of a height that the style sheet fixes: the screen is never laid out anew for it."""

    keeps_height = True
