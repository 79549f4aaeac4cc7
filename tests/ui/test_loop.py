"""The main job by keys, on a real file: from an interview to its outcome."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from textual.widgets import Input
from textual.worker import Worker

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import LetterStatus, OutcomeKind
from app.etiquette.stages import Stage
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.words import ProblemDialog
from app.ui.registry.here import Pane
from app.ui.textual_.notice_line import NoticeLine
from tests.storage.hunts import NOW
from tests.ui.driving import demo, driven, one_interview


async def test_who_is_new_is_greeted_adds_an_application_and_is_asked_for_a_name_by_the_first_letter(
    tmp_path: Path,
) -> None:
    path = tmp_path / "hunt.db"
    async with driven(path) as d:
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "no welcome")
        await d.shows("Whom to thank after an interview")
        await d.press("a")
        await d.type("Northwind")
        await d.press("enter")
        await d.type("Data Engineer")
        await d.press("ctrl+s")
        await d.until(lambda: d.work.snapshot.total == 1, "nothing was added")
        assert d.application().company == "Northwind"
        await d.press("w", "1")
        await d.shows("Your details")
        await d.press("escape")
        await d.until(lambda: d.hunt_screen.pane is Pane.LETTER, "no letter")
        await d.press("ctrl+s")
        await d.shows("Your details")


async def test_who_wants_to_look_around_leaves_for_the_sample(tmp_path: Path) -> None:
    async with driven(tmp_path / "hunt.db") as d:
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "no welcome")
        await d.pilot.press("s")
        await d.until(lambda: d.dashboard._exit, "not left")
        assert d.dashboard.wants_sample


async def test_a_thank_you_takes_three_keys_and_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    application_id = one_interview(path)
    async with driven(path) as d:
        await d.press("enter")
        assert d.hunt_screen.pane is Pane.LETTER
        assert "Dana" in d.hunt_screen.letter_pane.body
        await d.press("ctrl+s", "e")
        await d.until(lambda: d.application().stage is not Stage.INTERVIEWED, "not sent")
    async with driven(path) as d:
        sent = d.application(application_id)
        assert [letter.status for letter in sent.letters] == [LetterStatus.SENT]
        assert sent.stage is Stage.THANKED


async def test_what_is_typed_is_saved_while_it_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("enter")
        await d.pilot.press(*"Hello")
        await d.until(lambda: "Hello" in d.application().letters[0].body, "not saved")


async def test_a_follow_up_is_held_back_and_goes_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("x")
        await d.press("p", "j")
        await d.press("b")
        await d.type("in two weeks")
        await d.press("enter")
        await d.until(lambda: d.application().stage is Stage.WAITING, "no date")
        await d.press("w")
        await d.press("1" if d.application().stage is Stage.WAITING else "enter")
        assert d.hunt_screen.pane is Pane.LETTER
        await d.press("ctrl+s")
        await d.shows("Write again so soon?")
        await d.press("y", "c")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "not held back")
        await d.shows("Too early")
        await d.type("they asked me to")
        await d.press("enter")
        await d.shows("Did you send it?")
        await d.press("y")
        await d.until(lambda: d.application().stage is Stage.FOLLOWED_UP, "not sent")


async def test_a_no_is_recorded_and_answered(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("o", "r")
        await d.until(lambda: d.application().outcome is not None, "no outcome")
        assert d.application().outcome.kind is OutcomeKind.REJECTED
        d.clock.now = NOW + timedelta(hours=20)
        await d.work.refresh()
        await d.press("enter")
        assert d.hunt_screen.letter_pane.letter.kind is Kind.REJECTION_REPLY


async def test_every_due_step_of_the_demo_takes_two_keys_at_most(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    async with driven(path) as d:
        for _ in range(40):
            before = [item for item in d.work.snapshot.due if item.step.is_now]
            steps = [item for item in before if item.step.application_id is not None]
            if not steps:
                break
            row = d.hunt_screen.lists.selected_due
            if row is None or row.step.application_id is None:
                await d.press("g")
            await d.press("z", "z")
            assert len([item for item in d.work.snapshot.due if item.step.is_now]) < len(before)
        assert not [i for i in d.work.snapshot.due if i.step.is_now and i.step.application_id is not None]


async def test_a_step_turns_late_while_the_program_is_open(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.shows("0 overdue")
        d.clock.now = NOW + timedelta(hours=30)
        await d.shows("1 overdue")


async def test_another_process_is_seen(tmp_path: Path) -> None:
    from tests.storage.hunts import add, open_hunt

    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        add(open_hunt(path), "Contoso")
        await d.until(lambda: d.work.snapshot.total == 2, "not seen")


async def test_find_narrows_and_escape_shows_everything(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    async with driven(path) as d:
        await d.press("slash")
        assert isinstance(d.dashboard.focused, Input)
        await d.shows("enter choose  esc show all  f1 help")
        await d.pilot.press(*"north")
        await d.until(lambda: len({item.company for item in d.hunt_screen.lists.due.steps}) == 1, "not narrowed")
        await d.press("escape")
        await d.shows("x done")
        assert len(d.hunt_screen.lists.due.rows) > 3


async def test_one_pane_at_a_time_on_a_small_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    for size in ((80, 24), (40, 12)):
        async with driven(path, size=size) as d:
            await d.shows("1 Due")
            await d.press("2")
            assert not d.hunt_screen.lists.display or d.hunt_screen.pane is Pane.TIMELINE
            assert d.hunt_screen.query_one("#reason").display is False
            await d.press("3")
            card = d.hunt_screen.letter_pane.card
            assert max(line.cell_length for line in card.rows) <= card.scrollable_content_region.width
            await d.press("1")
            await d.shows("Contoso")
            is_roomy = size[0] == 80
            assert ("p Pipeline 40" in d.screen_text()) is is_roomy
            assert d.hunt_screen.query_one("#reason").display is is_roomy


async def test_undo_takes_the_last_thing_back(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("x")
        await d.until(lambda: d.application().letters, "not recorded")
        await d.press("u")
        await d.until(lambda: not d.application().letters, "not undone")


async def test_the_program_closes_although_a_command_was_about_to_open_a_dialog(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        d.work.tell("Told.")
        await d.until(lambda: d.dashboard.screen.query_one(NoticeLine).display, "nothing was told")
        is_held, is_free = asyncio.Event(), asyncio.Event()

        async def holds() -> None:
            is_held.set()
            await is_free.wait()

        async def asks() -> None:
            d.dashboard.screen.query_one(NoticeLine).remove()
            await d.work.ask(ProblemDialog("Asked."))

        d.dashboard.call_later(holds)
        await is_held.wait()
        worker: Worker[None] = d.dashboard.run_worker(asks)
        for _ in range(4):
            await asyncio.sleep(0)
        worker.cancel()
        await asyncio.sleep(0)
        is_free.set()
        d.dashboard.exit()
    assert worker.is_cancelled


async def test_an_application_stays_selected_from_list_to_list(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    async with driven(path) as d:
        lists = d.hunt_screen.lists
        in_due = [item.step.application_id for item in lists.due.steps if item.step.application_id is not None]
        in_pipeline_only = next(n for n in range(1, 40) if n not in in_due)
        await d.press("j", "j", "p")
        assert lists.selected_id == in_due[2]
        for selected, then in ((in_due[4], in_due[4]), (in_pipeline_only, in_due[4])):
            assert lists.pipeline.select(selected)
            await d.press("1")
            assert lists.selected_id == then
            await d.press("p")
            assert lists.selected_id == then
