"""Days as the user types them, in any form: read by the settings, and said back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.etiquette.time.plain_dates import Prefer, say_example
from app.hunt.typed.reader import Reader

if TYPE_CHECKING:
    from app.ui.work import Work


def reader_of(work: Work) -> Reader:
    """Return what reads the words for days and moments that are typed now."""
    return Reader(work.now, work.settings.policy, work.settings.month_first)


def example_day(work: Work, prefer: Prefer = "future") -> str:
    """Return a day near today as an example for a field's hint: `Nov 27`."""
    return say_example(work.today, prefer)


def day_words(work: Work, prefer: Prefer = "future") -> Callable[[str], str]:
    """Return the function that says what a typed day is understood as."""

    def say(text: str) -> str:
        return reader_of(work).day_words(text, prefer)  # of now: a form may stand open past midnight

    return say
