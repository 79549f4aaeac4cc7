"""An outcome that another machine speaks against, checked by keys, on real files that were joined."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.records import OutcomeKind, StepName
from app.hunt.verbs import answers, interviews
from app.ui.dialogs.choice import ChoiceDialog
from tests.hunt.desks import Desk
from tests.storage.hunts import NOW, add
from tests.ui.driving import Driven, driven


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a hunt in which one machine closed an application while the other planned an interview."""
    laptop, desktop = Desk(tmp_path / "laptop.db", timedelta(hours=-1)), Desk(tmp_path / "desktop.db")
    add(laptop.hunt)
    desktop.join(laptop)
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    desktop.do(lambda a, when: interviews.planned(a, when, starts=NOW + timedelta(days=2)))
    laptop.join(desktop)
    return laptop.path


def _step(d: Driven) -> StepName | None:
    selected = d.hunt_screen.lists.selected_due
    return None if selected is None else selected.step.name


@pytest.mark.parametrize("key", ["enter", "x"])
async def test_what_speaks_against_it_is_shown_and_a_key_says_that_the_outcome_is_right(path: Path, key: str) -> None:
    async with driven(path) as d:
        await d.shows("how did it end?")
        assert _step(d) is StepName.CHECK_OUTCOME
        await d.press(key)
        assert isinstance(d.dashboard.screen, ChoiceDialog)
        await d.shows("an interview (Thu, Nov 26)")
        await d.press("o")
        await d.until(lambda: d.application(1).disputed is None, "it is not recorded")
        await d.until(lambda: _step(d) is None, "the step is still there")
        await d.press("u")
        await d.until(lambda: _step(d) is StepName.CHECK_OUTCOME, "it is not undone")


async def test_it_goes_on_or_ended_another_way(path: Path) -> None:
    async with driven(path) as d:
        await d.shows("how did it end?")
        await d.press("enter", "g")
        await d.until(lambda: d.application(1).outcome is None, "it is not reopened")
        await d.press("u")
        await d.until(lambda: _step(d) is StepName.CHECK_OUTCOME, "it is not undone")
        await d.press("enter", "e")
        await d.shows("I withdrew")
        await d.press("escape")
        await d.until(lambda: d.dashboard.screen is d.hunt_screen, "the question stays")
        assert d.application(1).outcome is not None, "it was reopened before the user said how it ended"
        await d.press("enter", "e")
        await d.shows("I withdrew")
        await d.press("w")
        await d.until(
            lambda: (ended := d.application(1).outcome) is not None and ended.kind is OutcomeKind.WITHDRAWN,
            "the other outcome is not recorded",
        )
