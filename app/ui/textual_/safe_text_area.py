"""Where people type several lines, made safe as in `typing`. By itself, since a text area is costly to import."""

from __future__ import annotations

from textual import events
from textual.widgets import TextArea

from app.etiquette.text import clean_lines


class SafeTextArea(TextArea):
    """Several lines; control characters become visible stand-ins."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if self.read_only:
            return
        result = self.replace(clean_lines(event.text), *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)
        self.focus()
