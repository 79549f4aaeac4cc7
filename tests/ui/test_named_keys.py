"""Sentences name the keys that are bound: the user's own, where the settings have any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.settings import Settings
from app.ui.help_lines import help_lines
from app.ui.registry.commands import COMMANDS, names_of
from app.ui.registry.here import Here, Pane, Place
from app.ui.registry.key_names import name_keys
from tests.storage.hunts import SETTINGS, open_hunt
from tests.ui.driving import driven

NAMED = re.compile(
    r"\b(?:[Pp]ress|key|[Aa]dd one with) (?:[a-zA-Z0-9]|[.!?/]|enter|esc|ctrl\+\w|f\d+)(?![\w'])"
    r"|\((?:[a-zA-Z0-9]|ctrl\+\w)\)(?!\S)"
)
"""A key in a sentence, in so many letters."""
KEPT = {"ctrl+q", "esc", "n", "y"}
"""Keys that no setting changes: leaving at once, and those of dialogs."""
OF_DIALOGS = (
    "app/ui/dialogs/",
    "app/ui/acts/correcting.py",
    "app/ui/acts/interview_sheet.py",
    "app/ui/sheet_lines.py",
    "app/cli/plain.py",
)
OWN = {command.id: f"ctrl+f{n}" for n, command in enumerate(COMMANDS, 1)}


@contextmanager
def own_keys() -> Iterator[None]:
    """Let sentences name a key of the user's own for every command."""
    name_keys(names_of(OWN))
    try:
        yield
    finally:
        name_keys(names_of())


def test_no_sentence_has_a_key_of_the_registry_in_so_many_letters() -> None:
    """But those of dialogs, whose keys are their own, and the key with which one leaves."""
    spoken = (Path(__file__).parents[1] / "words" / "spoken.txt").read_text().partition("\napp/")[2]
    found, room = [], ""
    for line in f"app/{spoken}".splitlines():
        room = line if line.startswith("app/") else room
        if line.startswith(" ") and not room.startswith(OF_DIALOGS):
            found += [(room, line.strip()) for match in NAMED.finditer(line) if not any(k in match[0] for k in KEPT)]
    assert found == []


def test_every_refusal_names_the_user_s_own_keys() -> None:
    here = Here(Pane.DUE, None, None, None, SETTINGS.policy, datetime(2026, 11, 24, tzinfo=UTC))
    with own_keys():
        said = {refused for command in COMMANDS if (refused := command.refuse(here)) is not None}
    assert f"Select an application first, or add one with {OWN['add']}." in said
    assert f"Open a letter first: press {OWN['enter']} on a step, or {OWN['write']} to write one." in said
    assert not [sentence for sentence in said if NAMED.search(sentence.replace("ctrl+f", "{"))]


def test_the_help_lists_the_user_s_own_keys_alone() -> None:
    own = OWN | {"row_first": "f20"}
    text = "\n".join(line.plain for line in help_lines(Place.DUE, own, 80))
    assert "home and end work" not in text
    assert " f20" in text
    assert all(key in text for key in OWN.values())


async def test_what_the_screens_of_an_empty_search_say_names_the_user_s_own_keys(tmp_path: Path) -> None:
    open_hunt(tmp_path / "hunt.db")
    own = {"add": "f9", "take_in": "f10", "help": "f11", "glance": "f12", "pipeline": "f4", "undo": "f2", "due": "f3"}
    async with driven(tmp_path / "hunt.db", settings=Settings(policy=SETTINGS.policy, keys=own)) as d:
        if len(d.dashboard.screen_stack) > 1:
            await d.press("escape")
        await d.shows("add your first one")
        assert re.search(r"f9 +add your first one", d.screen_text())
        assert re.search(r"f10 +import a spreadsheet", d.screen_text())
        await d.press("x")
        await d.shows("Select a step in the due list first (key f3).")
        await d.press("f4")
        await d.shows("f3 Due 0 │ f4 Pipeline 0")
        await d.shows("No applications yet. Press f9 to add one, or f10")
        await d.press("f12")
        await d.shows("f12 Your search")
        await d.shows("Press f9 to add an application, or f10 to import a spreadsheet.")
