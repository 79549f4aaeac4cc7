"""Days that a form proposes out of what was typed or pasted into it, or out of a reply that is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.etiquette.errors import InvalidFieldError
from app.etiquette.time.dates import local_day, say_clock, say_full_day
from app.ui.dialogs.fields import Proposal
from app.ui.typed_days import reader_of

if TYPE_CHECKING:
    from app.ui.work import Work

Text = Callable[[Mapping[str, str]], str]
"""Returns the text to read, of what stands in the form."""
WrittenOn = Callable[[Mapping[str, str]], date]
"""Returns the day from which the text counts its days."""


def decision(work: Work, source: str, text: Text, written_on: WrittenOn | None = None) -> Proposal:
    """Return what proposes the day by which they decide."""

    def read(text: str, on: date) -> date | None:
        from app.hunt.typed.named_days import decision_day  # with its phrases, which take their time, as below

        return decision_day(text, on)

    return _proposal(work, source, read, text, written_on)


def absence(work: Work, source: str, text: Text, written_on: WrittenOn | None = None) -> Proposal:
    """Return what proposes the last day on which they are away."""

    def read(text: str, on: date) -> date | None:
        from app.hunt.typed.named_days import last_day_away

        return last_day_away(text, on)

    return _proposal(work, source, read, text, written_on)


def deadline(work: Work, source: str, text: Text, written_on: WrittenOn | None = None) -> Proposal:
    """Return what proposes by when an offer wants an answer, with the hour if the text names one."""

    def make(values: Mapping[str, str]) -> str:
        from app.hunt.typed.named_days import offer_deadline

        named = offer_deadline(text(values), written_on(values) if written_on is not None else work.today)
        if named is None or named[0] < work.today:
            return ""
        day, clock = named
        return f"{say_full_day(day)} at {say_clock(datetime.combine(day, clock))}" if clock else say_full_day(day)

    return Proposal(source, make)


def day_it_came(work: Work) -> WrittenOn:
    """Return what tells the day on which a reply came, as it stands in the field `at`; today while that is no day."""

    def on(values: Mapping[str, str]) -> date:
        try:
            return local_day(reader_of(work).came(values["at"]).moment, work.zone)
        except InvalidFieldError:
            return work.today

    return on


def _proposal(
    work: Work,
    source: str,
    read: Callable[[str, date], date | None],
    text: Text,
    written_on: WrittenOn | None,
) -> Proposal:
    def make(values: Mapping[str, str]) -> str:
        day = read(text(values), written_on(values) if written_on is not None else work.today)
        return say_full_day(day) if day is not None and day >= work.today else ""  # one that has passed is of no use

    return Proposal(source, make)
