"""The due list by day: never empty while anything is coming up, and triaged without losing one's place."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.etiquette.records import Me
from app.etiquette.steps.grouping import Group
from app.etiquette.steps.next_steps import Urgency
from app.hunt.verbs import answers, interviews
from tests.storage.hunts import NOW, add, log_interview, open_hunt
from tests.ui.driving import demo, driven


def quiet(path: Path) -> None:
    """Write a hunt with nothing to do today: one decision date to come, one interview planned."""
    hunt = open_hunt(path)
    hunt.set_me(Me("Robin Vale", "robin@mail.example", ""))
    waiting = add(hunt, "Northwind", "Data Engineer")
    log_interview(hunt, waiting, hours_ago=200)
    hunt.do(waiting, lambda a, when: answers.reply_by_set(a, when, (NOW + timedelta(days=9)).date()))
    planned, starts = add(hunt, "Fabrikam", "Platform Engineer"), NOW + timedelta(days=3)
    hunt.do(
        planned,
        lambda a, when: interviews.planned(a, when, starts=starts, ends=starts + timedelta(hours=1), names="Ada Byron"),
    )


async def test_a_quiet_day_shows_what_is_coming_up_with_the_first_row_selected(tmp_path: Path) -> None:
    quiet(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        due = d.hunt_screen.lists.due
        assert d.work.snapshot.to_do == 0
        assert [row for row in due.rows if isinstance(row, Group)] == [Group.THIS_WEEK, Group.COMING_UP]
        assert d.hunt_screen.lists.selected_due.company == "Fabrikam"
        assert d.work.shown.detail.application.company == "Fabrikam"
        text = d.screen_text()
        assert all(words in text for words in ("◇ Fabrikam", "Round 1", "Nov 27"))


async def test_what_is_snoozed_goes_below_and_the_cursor_to_the_next_step(tmp_path: Path) -> None:
    demo(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        lists = d.hunt_screen.lists
        steps = [item for item in lists.due.steps if item.step.is_now]
        await d.press("z", "z")
        assert lists.selected_due.step == steps[1].step
        snoozed = next(item for item in lists.due.steps if item.step.snoozed_until is not None)
        assert (snoozed.company, snoozed.step.urgency) == (steps[0].company, Urgency.NOT_YET)
        await d.press("u")
        assert lists.selected_due.step.application_id == steps[0].step.application_id


async def test_the_cursor_skips_headings_and_the_first_heading_is_seen_from_the_first_step(tmp_path: Path) -> None:
    demo(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db", size=(80, 24)) as d:
        due = d.hunt_screen.lists.due
        seen = []
        for _ in range(len(due.rows)):
            seen.append(due.row)
            await d.press("j")
        assert [item for item in seen if isinstance(item, Group)] == []
        assert d.hunt_screen.lists.selected_due == list(due.steps)[-1]
        await d.press("g", "k")
        assert d.hunt_screen.lists.selected_due == next(iter(due.steps))
        assert due.scroll_offset.y == 0


async def test_a_step_that_opens_while_the_program_runs_keeps_the_cursor(tmp_path: Path) -> None:
    quiet(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        d.clock.now = NOW + timedelta(days=2, hours=1)
        await d.work.follow_time()
        assert d.hunt_screen.lists.selected_due.company == "Fabrikam"
        assert d.hunt_screen.lists.selected_due.step.is_now


async def test_what_is_coming_up_can_be_hidden_and_shown_again(tmp_path: Path) -> None:
    quiet(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("full_stop")
        await d.shows("Nothing to do now. 3 steps are coming up")
        await d.press("full_stop")
        assert d.hunt_screen.lists.selected_due is not None
