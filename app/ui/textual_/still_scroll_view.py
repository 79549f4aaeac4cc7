"""A scroll view whose content grows and shrinks where it stands: nothing around it is laid out anew for that."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView


class StillScrollView(ScrollView):
    """Lays the screen out only where its height follows its content, or where a scroll bar comes or goes.

    Textual does so at every change of length, which takes as long as drawing all panes.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)

    def watch_virtual_size(self, size: Size) -> None:
        """Follow the length of the content with the scroll bar."""
        if self.styles.auto_dimensions:
            self.refresh(layout=True)
        elif self.is_attached:
            self._scroll_update(size)
