"""The one way to a notification: what it says is text, never markup."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.notifications import Notification, Notify, SeverityLevel

from app.etiquette.text import clean_lines

_LEAST = 0.05
"""Seconds that a toast is shown."""


class _Notice(Notification):
    """Has always some time left for its toast: Textual counts for ever towards a moment that is gone, and the program
    would stand still when one of many toasts is drawn too late."""

    @property
    def time_left(self) -> float:
        """Seconds until the toast goes."""
        return max(_LEAST, super().time_left)

    @property
    def has_expired(self) -> bool:
        """Whether its time is up."""
        return super().time_left <= 0


def tell(app: App[Any], sentence: str, severity: SeverityLevel = "information") -> None:
    """Show a sentence for a few seconds, longer when it is long."""
    app.post_message(Notify(_Notice(clean_lines(sentence), severity=severity, timeout=3 + len(sentence) / 25)))
