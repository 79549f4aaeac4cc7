"""Stamps: when something was last changed, and on which machine, so that the later of two changes is recognized.

A stamp is a moment of one length, a space, and the machine's name: stamps are compared as text. The moment is that of
the clock, or a microsecond after the latest stamp that this machine has seen if the clock has not come that far (a
hybrid logical clock, Kulkarni et al. 2014): of two changes of which one was made with the other in sight, the later one
has the later stamp, however far apart the clocks are.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

NEVER_CHANGED = ""
"""The stamp of what is as it was when it was first recorded: before all others."""
_MOMENT = 32
_STAMP = re.compile(r"2[01]\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00 [0-9a-f]{12}")
"""Until 2199: what is said to be later would leave no room for what comes after it."""


def next_stamp(latest: str, now: datetime, machine: str) -> str:
    """Return the stamp of what a machine changes now.

    Args:
        latest: the latest stamp that it has seen, "" for none.
    """
    moment = now
    if latest:
        moment = max(now, datetime.fromisoformat(latest[:_MOMENT]) + timedelta(microseconds=1))
    return f"{moment.astimezone(UTC).isoformat(timespec='microseconds')} {machine}"


def machine_of(stamp: str) -> str:
    """Return the machine that a stamp is of."""
    return stamp[_MOMENT + 1 :]


def moment_of(stamp: str) -> datetime:
    """Return the moment of a stamp."""
    return datetime.fromisoformat(stamp[:_MOMENT])


def is_stamp(text: object) -> bool:
    """Return whether something is a stamp."""
    if not isinstance(text, str) or not _STAMP.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text[:_MOMENT])
    except ValueError:
        return False
    return True
