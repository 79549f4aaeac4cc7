"""Several steps at once: marking them, what is done with all of them, and when a mark goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.etiquette.records import OutcomeKind, StepName
from app.hunt.hunt import Hunt
from app.hunt.verbs.answers import outcome_recorded
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from app.ui.presentation import CHOSEN
from app.ui.registry.here import Pane
from tests.storage.hunts import add, log_interview, open_hunt
from tests.ui.driving import Driven, driven

COMPANIES = ("Northwind", "Contoso", "Fabrikam", "Initech")


def interviewed(path: Path) -> Hunt:
    """Write four applications, each with one person to thank."""
    hunt = open_hunt(path)
    for company in COMPANIES:
        log_interview(hunt, add(hunt, company), names="Dana Lee")
    return hunt


def with_an_offer(path: Path) -> None:
    """Write the four, of which the last one has an offer to decide on."""
    interviewed(path).do(4, lambda a, when: outcome_recorded(a, when, OutcomeKind.OFFER))


def to_do(d: Driven, name: StepName = StepName.THANK) -> list[str]:
    """Return the companies of the listed steps of a name that can be done now."""
    return [due.company for due in d.hunt_screen.lists.due.steps if due.step.name is name and due.step.is_now]


def marked(d: Driven) -> list[str]:
    """Return the companies of the marked steps."""
    return [due.company for due in d.hunt_screen.lists.due.marked]


def opens(d: Driven, dialog: type) -> Callable[[], bool]:
    return lambda: isinstance(d.dashboard.screen, dialog)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_three_marked_steps_are_done_with_one_key_and_one_undo_takes_that_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    async with driven(path, size=size) as d:
        all_of_them = to_do(d)
        await d.press("space", "space", "space")
        assert marked(d) == all_of_them[:3]
        assert d.screen_text().count(CHOSEN) == 3
        await d.shows("3 marked")
        await d.press("x")
        await d.shows("Marked 3 steps as done · u to undo")
        assert to_do(d) == all_of_them[3:]
        assert "3 marked" not in d.screen_text()
        await d.press("u")
        await d.shows("Undone: Marked 3 steps as done")
        assert to_do(d) == all_of_them
        assert marked(d) == []


async def test_the_key_that_marks_a_step_unmarks_it_and_escape_clears_all_marks(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    async with driven(path) as d:
        first, second, *_ = to_do(d)
        await d.press("space", "space", "k", "k", "space")
        assert marked(d) == [second]
        await d.press("k", "space")
        assert set(marked(d)) == {first, second}
        await d.press("escape")
        assert marked(d) == []
        assert CHOSEN not in d.screen_text()


async def test_what_needs_an_answer_of_its_own_stays_marked_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    with_an_offer(path)
    async with driven(path) as d:
        places = [due.step.name for due in d.hunt_screen.lists.due.steps if due.step.is_now]
        assert StepName.DECIDE_OFFER in places
        await d.press("g", *["space"] * len(places), "x")
        await d.shows("Still marked: Initech (an offer to decide on)")
        assert to_do(d) == []
        assert marked(d) == ["Initech"]
        await d.press("x")
        await d.shows("Nothing was done. Still marked: Initech (an offer to decide on).")
        assert marked(d) == ["Initech"]


async def test_snoozing_is_asked_once_for_all_marked_steps(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    async with driven(path) as d:
        all_of_them = to_do(d)
        await d.press("space", "space", "z")
        await d.until(opens(d, ChoiceDialog), "nothing is asked")
        assert "Snooze 2 steps" in d.screen_text()
        await d.press("z")
        await d.shows("Snoozed 2 steps until Wed, Nov 25 at 9:00 AM · u to undo")
        assert to_do(d) == all_of_them[2:]
        assert marked(d) == []


async def test_the_reason_for_skipping_is_asked_once_and_kept_in_each_timeline(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    async with driven(path) as d:
        all_of_them = to_do(d)
        await d.press("space", "space", "Z")
        await d.until(opens(d, FormDialog), "nothing is asked")
        assert "Skip 2 steps" in d.screen_text()
        await d.type("thanked them in person")
        await d.press("ctrl+s")
        await d.shows("Skipped 2 steps · u to undo")
        assert to_do(d) == all_of_them[2:]
    reasons = [waiver.reason for number in (1, 2, 3, 4) for waiver in d.application(number).waivers]
    assert reasons.count("thanked them in person") == 2


async def test_a_search_hides_marks_without_losing_them_and_only_listed_steps_are_done(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    async with driven(path) as d:
        await d.press("g")
        first, *others = to_do(d)
        await d.press("space", "slash")
        await d.type(others[-1])
        await d.press("enter")
        await d.until(lambda: to_do(d) == [others[-1]], "the list is not narrowed")
        assert marked(d) == []
        assert "marked" not in d.screen_text()
        await d.press("g", "space")
        await d.shows("1 marked")
        await d.press("x")
        await d.shows("Marked 1 step as done")
        await d.press("escape")
        await d.shows("1 marked")
        assert to_do(d) == [first, *others[:-1]]
        assert marked(d) == [first]


async def test_marks_survive_a_refresh_and_go_with_their_rows_or_when_the_list_is_left(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = interviewed(path)
    async with driven(path) as d:
        await d.press("g", "space", "space")
        first, second = marked(d)
        number = COMPANIES.index(first) + 1
        hunt.delete(number)
        await d.until(lambda: marked(d) == [second], "the mark does not go with its row")
        await d.shows("1 marked")
        await d.press("2")
        assert marked(d) == []
        await d.press("1")
        assert d.hunt_screen.pane is Pane.DUE
        assert CHOSEN not in d.screen_text()


async def test_a_space_in_the_search_line_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    async with driven(path) as d:
        await d.press("slash", "d", "space", "n")
        assert d.dashboard.focused is not None
        assert getattr(d.dashboard.focused, "value", "") == "d n"
        assert marked(d) == []
