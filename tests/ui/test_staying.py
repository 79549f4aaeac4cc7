"""Whoever is in the timeline stays with its application, whatever the list goes on to."""

from __future__ import annotations

from pathlib import Path

from app.hunt.hunt import Hunt
from app.hunt.verbs import applications
from app.ui.registry.here import Pane
from tests.storage.hunts import add, log_interview, open_hunt
from tests.ui.driving import Driven, driven, one_interview


def two_interviews(path: Path) -> Hunt:
    """Write a hunt of two applications, both to be thanked for."""
    one_interview(path)
    hunt = open_hunt(path)
    log_interview(hunt, add(hunt, company="Contoso"), names="Omar Haddad")
    return hunt


async def _first_in_the_timeline(d: Driven) -> int:
    """Select the first step, go to the timeline, and return its application."""
    await d.press("1", "g", "2")
    application_id: int = d.hunt_screen.lists.selected_id
    return application_id


async def test_a_step_that_moves_away_takes_the_timeline_to_no_other_application(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    two_interviews(path)
    async with driven(path) as d:
        here = await _first_in_the_timeline(d)
        await d.press("x")
        await d.until(lambda: d.application(here).letters, "it is not done")
        assert d.work.shown.detail.application.id == here
        assert d.hunt_screen.lists.selected_id == here
        assert d.hunt_screen.pane is Pane.TIMELINE


async def test_where_the_list_has_it_no_longer_the_keys_go_back_to_the_list(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = two_interviews(path)
    async with driven(path) as d:
        here = await _first_in_the_timeline(d)
        hunt.do(here, applications.archived)
        await d.work.refresh()
        await d.quiet()
        assert d.work.shown.detail.application.id != here
        assert d.hunt_screen.pane is Pane.DUE
