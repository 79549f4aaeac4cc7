"""The one way to a notification: what it says is text, never markup. One is shown at a time, and all are kept."""

from __future__ import annotations

from typing import Any, NamedTuple

from textual.app import App
from textual.notifications import Notification, Notify, SeverityLevel

from app.etiquette.text import clean_lines

_SOON = 10
"""Seconds within which the same words said again are counted on screen."""
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


class Notice(NamedTuple):
    """What was said, for the history."""

    message: str
    severity: SeverityLevel
    raised_at: float
    """Unix time."""
    times: int = 1
    """How often it was said in a row."""


class History(list[Notice]):
    """What was said lately, the last one last."""

    MOST = 100

    def note(self, notification: Notification) -> None:
        """Keep a notification; one that only says the last one again is counted, and says how often."""
        last = self[-1] if self else None
        message, severity, at = notification.message, notification.severity, notification.raised_at
        if last is not None and (last.message, last.severity) == (message, severity):
            self[-1] = last._replace(raised_at=at, times=last.times + 1)
            if at - last.raised_at < _SOON:
                notification.message = f"{message} (×{last.times + 1})"
        else:
            self.append(Notice(message, severity, at))
            del self[: -self.MOST]


def tell(app: App[Any], sentence: str, severity: SeverityLevel = "information") -> None:
    """Show a sentence for a few seconds, longer when it is long."""
    app.post_message(Notify(_Notice(clean_lines(sentence), severity=severity, timeout=3 + len(sentence) / 25)))
