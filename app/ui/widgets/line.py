"""One line of text that costs nothing to say again: drawn only when it says something else, and never laid out anew."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Line(Static):
    """A line of a height that the style sheet fixes."""

    def __init__(self, *, id: str):  # noqa: A002
        super().__init__("", id=id)
        self._said = Content("")

    def say(self, content: Content) -> None:
        """Show this."""
        if not content.is_same(self._said):
            self._said = content
            self.update(content, layout=False)
