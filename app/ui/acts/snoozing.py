"""Until when to snooze: three common moments by one key each, or a day in words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import add_days, add_time, local_day, say_moment
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.typed_days import example_day, reader_of

if TYPE_CHECKING:
    from app.ui.work import Work


async def ask_until(work: Work, title: str, snooze: Callable[[datetime], Awaitable[None]]) -> None:
    """Ask until when, and snooze until then unless the dialog is left."""
    choices: list[tuple[str, str, datetime | str]] = [
        (key, f"{label}: {say_moment(moment, work.now, work.zone)}", moment) for key, label, moment in _moments(work)
    ]
    choices.append(("d", "Another day ...", "other"))
    chosen = await work.ask(ChoiceDialog(title, choices))
    if isinstance(chosen, datetime):
        await snooze(chosen)
    elif chosen == "other":
        await _ask_day(work, title, snooze)


def _moments(work: Work) -> list[tuple[str, str, datetime]]:
    """Return keys, labels and moments, each moment once: z again is the next business day's morning."""
    policy = work.settings.policy
    calendar = calendar_of(policy)
    next_day = calendar.after(work.today, 1)
    tomorrow, monday = calendar.opens(next_day), calendar.opens(add_days(work.today, 7 - work.today.weekday()))
    week = ("Next week", monday) if monday > tomorrow else ("In a week", calendar.opens(add_days(work.today, 7)))
    later = add_time(work.now, timedelta(hours=3))
    moments = [("z", "Next business day", tomorrow), ("w", *week)]
    if local_day(later, work.zone) == work.today:
        moments.insert(1, ("h", "In 3 hours", later))
    return moments


async def _ask_day(work: Work, title: str, snooze: Callable[[datetime], Awaitable[None]]) -> None:
    async def submit(values: dict[str, str]) -> None:
        await snooze(reader_of(work).until(values["until"]))

    field = Field(
        "until",
        "Until",
        required=True,
        hint=f"Friday, in two weeks, {example_day(work)}, Fri 2 PM",
        understand=lambda text: reader_of(work).until_words(text),
    )
    await work.ask(FormDialog(title, [field], submit, kept_as=None, button="Snooze"))
