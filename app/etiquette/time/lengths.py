"""Numbers of things, lists that are cut short, and lengths of clock time in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta


def count(number: int, what: str) -> str:
    """Return a number of things: `1 business day`, `2 business days`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def first_of(names: Sequence[str], most: int = 3, between: str = ", ") -> str:
    """Return the first names, and how many more there are: `Brightwave, Halden, Orrery and 2 more`."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{between.join(names[:most])}{more}"


def length(elapsed: timedelta) -> str:
    """Return a length of clock time: `24 hours`, `90 minutes`."""
    minutes = round(elapsed.total_seconds() / 60)
    return count(minutes, "minute") if minutes % 60 else count(minutes // 60, "hour")
