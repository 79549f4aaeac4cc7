"""A pane with a title on its border."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content


class Titled(Vertical):
    """Widgets below one another, with a title that is drawn only when it is another one: Textual draws the whole pane
    for each that it is given."""

    _given: Content | None = None

    def entitle(self, title: Content) -> None:
        """Give the pane a title."""
        if self._given is None or not title.is_same(self._given):
            self._given = title
            self.border_title = title
