"""What enter opens: the letter that the user chose, with the dates of today."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Decision, OutcomeKind, StepName
from app.hunt.hunt import Hunt
from app.hunt.verbs import answers, letters
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.words import ConfirmDialog
from app.ui.registry.here import Pane
from tests.storage.hunts import NOW, add, log_interview, open_hunt
from tests.ui.driving import Driven, driven, one_interview


def offered(path: Path, decide_by: date | None) -> Hunt:
    """Write a hunt with one offer that has been thanked for."""
    one_interview(path)
    hunt = open_hunt(path)
    hunt.do(1, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER, decide_by=decide_by))
    hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.OFFER_THANKS, a.people[0].id))
    return hunt


async def on_the_offer(d: Driven) -> None:
    """Put the cursor on the step that decides."""
    while d.hunt_screen.lists.selected_due.step.name is not StepName.DECIDE_OFFER:
        await d.press("j")


@pytest.mark.parametrize("decide_by", [None, date(2026, 12, 4)])
@pytest.mark.parametrize(
    ("key", "kind"), [("a", Kind.OFFER_ACCEPT), ("d", Kind.OFFER_DECLINE), ("t", Kind.OFFER_TIME_REQUEST)]
)
async def test_how_an_offer_is_answered_is_chosen_before_a_letter_is_written(
    tmp_path: Path, key: str, kind: Kind, decide_by: date | None
) -> None:
    path = tmp_path / "hunt.db"
    offered(path, decide_by)
    async with driven(path) as d:
        await on_the_offer(d)
        await d.press("enter")
        assert isinstance(d.dashboard.screen, ChoiceDialog)
        assert [letter.kind for letter in d.application().letters] == [Kind.OFFER_THANKS]
        await d.press(key)
        assert d.hunt_screen.pane is Pane.LETTER
        assert d.hunt_screen.letter_pane.letter.kind is kind


async def test_an_offer_that_was_answered_by_phone_is_recorded_without_a_letter(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    offered(path, date(2026, 12, 4))
    async with driven(path) as d:
        await on_the_offer(d)
        await d.press("enter", "r", "d")
        await d.until(lambda: d.application().outcome.decision is Decision.DECLINED, "not recorded")
        assert [letter.kind for letter in d.application().letters] == [Kind.OFFER_THANKS]


async def test_leaving_the_question_about_an_offer_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    offered(path, date(2026, 12, 4))
    async with driven(path) as d:
        await on_the_offer(d)
        await d.press("enter", "escape")
        assert [letter.kind for letter in d.application().letters] == [Kind.OFFER_THANKS]


async def competing(d: Driven) -> None:
    """Ask for the letter about another offer, for the second application."""
    await d.work.select(2)
    await d.press("w")
    dialog = d.dashboard.screen
    assert isinstance(dialog, ChoiceDialog)
    dialog.dismiss(Kind.COMPETING_OFFER)
    await d.quiet()


async def test_a_letter_about_another_offer_names_its_deadline(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = offered(path, date(2026, 12, 4))
    log_interview(hunt, add(hunt, "Contoso"), names="Wu Mei")
    async with driven(path) as d:
        await competing(d)
        assert "Friday, December 4" in d.hunt_screen.letter_pane.body


async def test_the_deadline_of_an_offer_that_is_not_on_record_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = offered(path, None)
    log_interview(hunt, add(hunt, "Contoso"), names="Wu Mei")
    async with driven(path) as d:
        await competing(d)
        assert isinstance(d.dashboard.screen, FormDialog)
        await d.type("Dec 1")
        await d.press("enter")
        assert "Tuesday, December 1" in d.hunt_screen.letter_pane.body


def waiting(path: Path) -> Hunt:
    """Write a hunt that waits for an answer until Friday."""
    one_interview(path)
    hunt = open_hunt(path)
    hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, a.people[0].id))
    hunt.do(1, lambda a, when: answers.reply_by_set(a, when, date(2026, 11, 27)))
    return hunt


async def drafted_early(d: Driven) -> str:
    """Draft the follow-up days before it is due; return its text."""
    await d.work.select(1)
    await d.press("w")
    dialog = d.dashboard.screen
    assert isinstance(dialog, ChoiceDialog)
    dialog.dismiss(Kind.FOLLOW_UP)
    await d.quiet()
    body: str = d.hunt_screen.letter_pane.body
    assert "hoped to decide" not in body
    return body


async def a_week_later(d: Driven) -> None:
    """Open the follow-up a week later, from the due list."""
    await d.press("escape")
    d.clock.now = NOW + timedelta(days=8)
    await d.work.refresh()
    await d.press("1", "g")
    while d.hunt_screen.lists.selected_due.step.name is not StepName.FOLLOW_UP:
        await d.press("j")
    await d.press("enter")


async def test_a_draft_that_nobody_touched_is_written_with_the_dates_of_the_day_on_which_it_is_opened(
    tmp_path: Path,
) -> None:
    path = tmp_path / "hunt.db"
    waiting(path)
    async with driven(path) as d:
        early = await drafted_early(d)
        await a_week_later(d)
        fresh = d.hunt_screen.letter_pane.body
        assert d.hunt_screen.pane is Pane.LETTER
        assert fresh != early
        assert [letter.body for letter in d.application().letters if letter.kind is Kind.FOLLOW_UP] == [fresh]
        await d.press("escape", "u")
        await d.until(lambda: d.application().letters[-1].body == early, "undo does not bring it back")


@pytest.mark.parametrize("answer", ["n", "y"])
async def test_a_draft_that_the_user_edited_is_written_anew_only_when_wanted(tmp_path: Path, answer: str) -> None:
    path = tmp_path / "hunt.db"
    waiting(path)
    async with driven(path) as d:
        early = await drafted_early(d)
        mine = early.replace("Best regards", "With all good wishes")
        d.hunt_screen.letter_pane.type_for_user("Following up", mine)
        await d.until(lambda: d.application().letters[-1].body == mine, "not saved")
        await a_week_later(d)
        assert isinstance(d.dashboard.screen, ConfirmDialog)
        assert d.application().letters[-1].body == mine
        await d.press(answer)
        await d.until(lambda: (d.application().letters[-1].body == mine) is (answer == "n"), "not as answered")
        assert "With all good wishes" in d.application().letters[-1].body, "what was typed is lost"
        await d.press("escape", "enter")
        assert d.hunt_screen.pane is Pane.LETTER, "it is asked once"
        assert "With all good wishes" in d.application().letters[-1].body, "what was typed is lost the next time"


async def test_a_draft_that_is_out_of_date_is_read_before_it_is_sent(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    waiting(path)
    async with driven(path) as d:
        early = await drafted_early(d)
        d.clock.now = NOW + timedelta(days=8)
        await d.press("ctrl+s")
        await d.until(lambda: d.application().letters[-1].body != early, "it would go as it is")
        assert not isinstance(d.dashboard.screen, ChoiceDialog)


async def test_what_was_typed_about_yesterday_and_a_reply_that_came_meanwhile_are_told(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = waiting(path)
    async with driven(path) as d:
        mine = (await drafted_early(d)).replace("Best regards", "I called yesterday.\n\nBest regards")
        d.hunt_screen.letter_pane.type_for_user("Following up", mine)
        await d.until(lambda: d.application().letters[-1].body == mine, "not saved")
        await d.press("escape")
        d.clock.now = NOW + timedelta(days=2)
        hunt.do(1, lambda a, when: answers.they_answered(a, when._replace(now=d.clock.now), text="Soon."))
        await d.work.refresh()
        await d.press("w")
        dialog = d.dashboard.screen
        assert isinstance(dialog, ChoiceDialog)
        dialog.dismiss(Kind.FOLLOW_UP)
        await d.shows("It says “yesterday”")
        await d.shows("wrote to you on")
        assert "yesterday" in d.application().letters[-1].body
