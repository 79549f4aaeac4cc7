"""Numbers of things and lengths of clock time in words."""

from __future__ import annotations

from datetime import timedelta


def count(number: int, what: str) -> str:
    """Return a number of things: `1 business day`, `2 business days`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def length(elapsed: timedelta) -> str:
    """Return a length of clock time: `24 hours`, `90 minutes`."""
    minutes = round(elapsed.total_seconds() / 60)
    return count(minutes, "minute") if minutes % 60 else count(minutes // 60, "hour")
