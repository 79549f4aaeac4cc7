"""Forms: what stands in a field gives way to what is typed, and a link is no name."""

from __future__ import annotations

from pathlib import Path

from app.ui.dialogs.form import FormDialog
from tests.ui.driving import driven, one_interview


async def test_what_is_prefilled_gives_way_to_what_is_typed_and_a_link_is_no_company(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("a")
        await d.type("https://jobs.example/1")
        await d.press("tab")
        await d.type("Writer")
        await d.press("tab", *"yesterday", "ctrl+s")
        await d.shows("That's a link. Enter a name here;")
        assert isinstance(d.dashboard.screen, FormDialog)
        await d.shows("→ Mon, Nov 23, yesterday")
        await d.press(*"Kite", "ctrl+s")
        await d.until(lambda: d.dashboard.screen is d.hunt_screen, "the form stays open")
        added = d.application(2)
        assert (added.company, added.role, f"{added.applied_on}") == ("Kite", "Writer", "2026-11-23")
