"""What a trial is, and what it gives back. Knows no trial."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of a trial."""

    tried: int
    """How often it was tried: what must not be 0 unless it was skipped."""
    lost: tuple[str, ...] = ()
    """A sentence for each thing lost, half done, wrong or said as a traceback; the promise is kept when empty."""
    besides: dict[str, int] = field(default_factory=dict)
    """What else was counted, in the order in which the table tells it: `{"verbs acknowledged": 14220}`."""
    skipped: str = ""
    """Why it could not be tried here; "" when it was."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One promise and the way to try it."""

    name: str
    """As `python -m tests.torture NAME` calls it."""
    what: str
    """What is done, for the table: a phrase without a bar or a line end."""
    run: Callable[[Path, int, int], Figures]
    """Given an empty folder of its own, how often to try, and a seed: does it."""
    short: int
    """How often in the suite: a few seconds."""
    long: int
    """How often in the long version."""
