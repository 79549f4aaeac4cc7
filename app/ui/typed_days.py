"""Days as the user types them, in any form: read by the settings, and said back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.etiquette.time.plain_dates import Prefer, understand_day

if TYPE_CHECKING:
    from app.ui.work import Work


def day_words(work: Work, prefer: Prefer = "future") -> Callable[[str], str]:
    """Return the function that says what a typed day is understood as."""

    def say(text: str) -> str:
        return understand_day(text, work.today, work.settings.policy.holidays, prefer, work.settings.month_first).words

    return say


def read_day(work: Work, text: str, prefer: Prefer = "future") -> date | None:
    """Return the day meant by plain words, None for none.

    Raises:
        UnreadableDateError: it cannot be read.
    """
    if not text.strip():
        return None
    return understand_day(text, work.today, work.settings.policy.holidays, prefer, work.settings.month_first).day
