"""Two applications that are the same one become one, by keys, and are parted again by undo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.hunt.verbs import applications
from app.storage import reading
from app.ui.dialogs.words import ConfirmDialog
from tests.hunt.desks import Desk
from tests.storage.hunts import add, log_interview, reader
from tests.ui.driving import driven


def _names(path: Path) -> list[str]:
    with reader(path) as connection:
        return [f"{one.company} {one.applied_on}" for one in reading.all_applications(connection)]


async def test_the_likeliest_stands_first_and_what_differs_is_shown_before(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "hunt.db")
    for company in ("Contoso", "Northwind", "Northwind"):
        add(desk.hunt, company)
    for number, day in enumerate((20, 3, 5), 1):
        desk.do(lambda a, when, day=day: applications.edited(a, when, applied_on=date(2026, 11, day)), number)
    log_interview(desk.hunt, 2)
    async with driven(desk.path) as d:
        await d.press("equals_sign")
        await d.shows("Same as Northwind, Data Engineer")
        await d.press("enter")
        await d.until(lambda: isinstance(d.dashboard.screen, ConfirmDialog), "nobody asks")
        await d.shows("applied on: Tue, Nov 3 stays, not Thu, Nov 5")
        await d.press("y")
        await d.until(lambda: len(_names(desk.path)) == 2, "they are two")
        await d.shows("1 detail didn't stay: see the timeline")
        assert sorted(_names(desk.path)) == ["Contoso 2026-11-20", "Northwind 2026-11-03"]
        await d.press("u")
        await d.until(lambda: len(_names(desk.path)) == 3, "they are not parted")
