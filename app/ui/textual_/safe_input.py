"""Where people type a line: what comes in by key or paste is made safe at the door; a paste is taken as text alone."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from app.etiquette.text import clean


class SafeInput(Input):
    """One line; control characters become visible stand-ins, line breaks spaces."""

    def _on_paste(self, event: events.Paste) -> None:
        if event.text:
            text = clean(" ".join(event.text.split("\n")))
            start, end = self.selection
            self.replace(text, min(start, end), max(start, end))
        event.prevent_default()
        event.stop()
