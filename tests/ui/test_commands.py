"""One registry: every command has what it does, a key of its own in each pane, and is in palette and help."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.records import Letter
from app.etiquette.steps.whole_hunt import keep_applying
from app.hunt.due import Due
from app.ui.acts import act_of
from app.ui.footer import footer_keys
from app.ui.help_lines import PLACE_TITLES, help_lines
from app.ui.registry.commands import BY_ID, COMMANDS, in_footer, shown_keys
from app.ui.registry.here import Here, Pane, Place
from tests.storage.hunts import NOW, SETTINGS
from tests.ui.driving import driven, one_interview


def test_every_command_does_something() -> None:
    for command in COMMANDS:
        assert callable(act_of(command)), command.id


def test_no_two_commands_share_a_key_in_a_pane() -> None:
    for pane in Pane:
        keys = [key for command in COMMANDS if pane in command.panes for key in command.keys.split(",")]
        assert len(keys) == len(set(keys)), pane


@pytest.mark.parametrize("place", list(Place))
@pytest.mark.parametrize("width", [320, 60])
def test_the_help_has_every_key_and_this_panes_own_first(place: Place, width: int) -> None:
    lines = [line.plain for line in help_lines(place, {"find": "F3"}, width)]
    assert lines[0].startswith(PLACE_TITLES[place])
    shown = "\n".join(lines)
    assert "F3 " in shown
    own = [command for command in COMMANDS if command.id != "find"]
    assert all(f" {shown_keys(command)[0]}" in shown for command in own)
    if width > 100:
        assert all(command.help in shown for command in COMMANDS)


@pytest.mark.parametrize("width", [36, 60, 76, 110])
def test_the_help_keeps_to_its_columns(width: int) -> None:
    lines = help_lines(Place.DUE, {}, width)
    assert max(line.cell_length for line in lines) <= width
    assert len(help_lines(Place.DUE, {}, 110)) < len(help_lines(Place.DUE, {}, 76))


def test_the_help_narrows_to_what_holds_every_word() -> None:
    def found(words: str) -> list[str]:
        return [line.plain for line in help_lines(Place.DUE, {}, 110, words)]

    assert found("email name") == ["Everything", " Y          Edit your details: name, email, signature."]
    assert [line.split()[0] for line in found("LETTERS finding")] == ["Letters", "f9"]
    assert found("f7")[-1].endswith("Add the word at the cursor to your dictionary.")
    assert found("link posting")[:2] == found("posting link")[:2] != found("posting")
    assert found("nowhere") == ["No key matches. Press esc to see every one."]


def test_the_footer_of_a_draft_names_no_key_that_would_be_typed_into_it() -> None:
    draft = Here(Pane.LETTER, None, None, Letter(1), SETTINGS.policy, NOW)
    keys = {key.id: key.key for key in footer_keys(draft, {}, is_finding=False)}
    assert all(len(key) > 1 for key in keys.values()), keys
    assert keys["help"] == "f1"
    assert {key.id: key.key for key in footer_keys(replace(draft, letter=None), {}, is_finding=False)}["help"] == "?"


def test_the_footer_of_a_narrowed_list_says_first_how_all_of_it_is_shown() -> None:
    here = Here(Pane.PIPELINE, None, None, None, SETTINGS.policy, NOW)
    first = footer_keys(here, {}, is_finding=False, is_narrowed=True)[0]
    assert (first.id, first.key, first.label) == ("leave", "esc", "show all")
    assert "leave" not in [key.id for key in footer_keys(here, {}, is_finding=False)]


async def test_the_help_goes_to_its_end_and_closes(tmp_path: Path) -> None:
    one_interview(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db", size=(80, 24)) as d:
        await d.press("question_mark")
        await d.shows("In the due list")
        assert "esc close" in d.screen_text()
        await d.press("G")
        await d.shows("check passed")
        await d.press("home")
        await d.shows("In the due list")
        await d.press("slash")
        await d.type("redo q")
        await d.shows("No key matches")
        await d.press("backspace", "backspace", "enter")
        await d.shows("Redo what you undid")
        assert "Mark the step as done" not in d.screen_text()
        await d.press("escape")
        await d.shows("Mark the step as done")
        await d.press("escape")
        assert d.dashboard.screen is d.hunt_screen


def test_no_key_needs_what_some_terminals_never_send() -> None:
    for command in COMMANDS:
        assert any("+" not in key or (key.startswith("ctrl+") and len(key) == 6) for key in command.keys.split(","))


def test_the_footer_has_only_what_begins_a_search_while_there_is_no_application() -> None:
    here = Here(Pane.DUE, None, None, None, SETTINGS.policy, NOW, is_empty=True)
    assert [command.label for command, _ in in_footer(here)] == ["add", "undo", "import", "help"]
    labels = [command.label for command, _ in in_footer(replace(here, is_empty=False))]
    assert labels[:2] == ["add", "find"]
    assert not {"import", "done", "interview"} & set(labels)


def test_the_step_of_the_whole_search_is_cleared_by_adding_an_application_alone() -> None:
    step = keep_applying(
        NOW.date() - timedelta(days=30), somebody_waits=True, offer_accepted=False, policy=SETTINGS.policy, now=NOW
    )
    assert step is not None
    here = Here(Pane.DUE, Due(step, "", "", None, None), None, None, SETTINGS.policy, NOW)
    for command in ("done", "snooze", "waive"):
        assert BY_ID[command].refuse(here) == "Add an application (a) to clear this."
    assert BY_ID["enter"].refuse(here) is None


async def test_the_palette_offers_every_command(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("ctrl+p")
        await d.pilot.press(*"add an application")
        await d.shows("Add an application.")
        await d.press("enter")
        await d.shows("New application")
        await d.press("escape", "ctrl+p", "escape")
        assert d.dashboard.screen is d.hunt_screen


async def test_a_key_that_is_refused_says_why(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("O")
        await d.until(lambda: any("outcome" in notice.message for notice in d.dashboard.history), "nothing was said")
