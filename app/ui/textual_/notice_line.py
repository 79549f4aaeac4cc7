"""The line above the keys in which a notice is shown, the last one alone, for as long as it takes to read it."""

from __future__ import annotations

from textual.content import Content
from textual.notifications import Notification
from textual.timer import Timer
from textual.widgets import Static


class NoticeLine(Static):
    """Lies over what is under it, so that nothing has to move for it."""

    DEFAULT_CSS = """
    NoticeLine {
        layer: notices; dock: bottom; margin-bottom: 1; padding: 0 1; width: 100%; height: auto; max-height: 5;
        display: none; background: $panel; color: $text-success;
        &.-warning { color: $text-warning; }
        &.-error { color: $text-error; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__("")
        self._hiding: Timer | None = None
        self._shown: Notification | None = None

    def show_notice(self, notice: Notification | None) -> None:
        """Show a notice in place of the one before, None for none."""
        if notice is self._shown:  # as whenever a dialog opens or closes; saying it again would lay the screen out anew
            return
        self._shown = notice
        if self._hiding is not None:
            self._hiding.stop()
            self._hiding = None
        self.display = notice is not None
        if notice is not None:
            self.set_classes(f"-{notice.severity}")
            self.update(Content(notice.message))
            self._hiding = self.set_timer(notice.time_left, self._hide)

    def _hide(self) -> None:
        self._hiding, self._shown, self.display = None, None, False
