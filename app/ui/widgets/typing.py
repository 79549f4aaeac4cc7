"""Where people type: what comes in by key or paste is made safe at the door, and pastes are taken as text alone."""

from __future__ import annotations

from textual import events
from textual.widgets import Input, TextArea

from app.etiquette.text import clean, clean_lines


class SafeInput(Input):
    """One line; control characters become visible stand-ins, line breaks spaces."""

    def _on_paste(self, event: events.Paste) -> None:
        if event.text:
            text = clean(" ".join(event.text.split("\n")))
            start, end = self.selection
            self.replace(text, min(start, end), max(start, end))
        event.prevent_default()
        event.stop()


class SafeTextArea(TextArea):
    """Several lines, made safe likewise."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if self.read_only:
            return
        result = self.replace(clean_lines(event.text), *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)
        self.focus()
