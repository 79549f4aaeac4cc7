"""What enter does for each step of the wait and of an end elsewhere, by keys, on a real file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Decision, InterviewStatus, OutcomeKind, StepName
from app.etiquette.stages import Stage
from app.exchange.contents import TakenRow
from app.hunt.intake.sheet_rows import application_of
from app.hunt.verbs import answers, interviews, letters
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from tests.storage.hunts import NOW, SETTINGS, Clock, add, log_interview, open_hunt
from tests.ui.driving import Driven, driven, one_interview


def _step(d: Driven) -> StepName:
    selected = d.hunt_screen.lists.selected_due
    assert selected is not None
    name: StepName = selected.step.name
    return name


async def test_the_day_of_an_interview_is_asked_for_and_a_date_answers_it(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    row = TakenRow(2, "Northwind", "Data Engineer", Stage.INTERVIEWED)
    one_interview(path)
    hunt = open_hunt(path)
    hunt.delete(1)
    hunt.take_in("Sheet", [application_of(row, SETTINGS.policy, NOW)])
    async with driven(path) as d:
        await d.shows("When was the interview?")
        assert _step(d) is StepName.FIND_DATE
        await d.press("enter")
        assert isinstance(d.dashboard.screen, FormDialog)
        await d.type("yesterday 14:00")
        await d.press("ctrl+s")
        await d.until(lambda: d.application(2).interviews, "no interview")
        assert d.application(2).interviews[0].status is InterviewStatus.HELD
        assert _step(d) is StepName.THANK


async def test_after_an_offer_was_accepted_enter_composes_the_withdrawal(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    hunt = open_hunt(path)
    hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, a.people[0].id))
    hunt.do(1, lambda a, when: answers.reply_by_set(a, when, NOW.date() + timedelta(days=9)))
    add(hunt, "Contoso")
    hunt.do(2, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER))
    hunt.do(2, lambda a, when: answers.offer_decided(a, when, Decision.ACCEPTED))
    async with driven(path) as d:
        assert _step(d) is StepName.WITHDRAW
        await d.press("enter")
        letter = d.hunt_screen.letter_pane.letter
        assert letter is not None
        assert (letter.kind, letter.to) == (Kind.WITHDRAWAL, 1)


async def test_who_withdraws_is_offered_the_letter_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("o", "w")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "nothing was offered")
        assert d.application().outcome.kind is OutcomeKind.WITHDRAWN
        await d.press("w")
        assert d.hunt_screen.letter_pane.letter.kind is Kind.WITHDRAWAL


async def test_a_missed_interview_is_asked_about_twice_by_letter(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    clock = Clock()
    one_interview(path)
    hunt = open_hunt(path, clock)
    hunt.do(1, lambda a, when: interviews.missed(a, when, a.interviews[0].id))
    hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.MISSED_CALL, a.people[0].id))
    async with driven(path, now=NOW + timedelta(days=6)) as d:
        await d.shows("Ask for a new time")
        assert d.application().stage is Stage.APPLIED
        assert _step(d) is StepName.MISSED
        await d.press("enter")
        assert d.hunt_screen.letter_pane.letter.kind is Kind.MISSED_CALL
    async with driven(path, now=NOW + timedelta(days=20)) as d:
        await d.shows("Close: no reply")
        await d.press("x")
        await d.until(lambda: d.application().outcome is not None, "not closed")
        assert d.application().outcome.kind is OutcomeKind.NO_RESPONSE


async def test_the_timeline_shows_the_day_of_applying_and_the_start_of_the_interview(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    hunt = open_hunt(path)
    log_interview(hunt, 1, hours_ago=2, names="Dana Lee")
    async with driven(path) as d:
        await d.press("2")
        await d.shows("Round 2")
        starts = [line for line in d.screen_text().splitlines() if "Round 2" in line]
        assert any("8:00 AM" in line for line in starts), starts
