"""The same things done by keys in the dashboard and by commands: the same rows in the same database."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.cli.main import run
from app.ui.panes.due import due_key
from tests.cli.verb_cases import CONTOSO, stored, write
from tests.storage.hunts import NOW
from tests.ui.driving import driven

COMMANDS = (
    ("add", "Tailspin", "Baker"),
    ("note", "contoso", "they moved the office"),
    ("interview", "contoso", "fri", "14:00"),
    ("outcome", "contoso", "rejected"),
    ("undo",),
    ("snooze", "northwind", "--to", "dana"),
    ("skip", "northwind", "--to", "omar", "we spoke"),
)


async def test_keys_and_commands_store_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_NOW", NOW.isoformat())
    by_key, typed = tmp_path / "by_key.db", tmp_path / "typed.db"
    write(typed)
    shutil.copy(typed, by_key)
    for command in COMMANDS:
        assert run(["--db", str(typed), *command]) == 0
    async with driven(by_key) as d:
        await d.press("a")
        await d.type("Tailspin")
        await d.press("tab")
        await d.type("Baker")
        await d.press("ctrl+s")
        await d.work.select(CONTOSO)
        await d.quiet()
        for key, text in (("n", "they moved the office"), ("i", "fri 14:00")):
            await d.press(key)
            await d.type(text)
            await d.press("ctrl+s")
        await d.press("o", "r", "u", "1")
        for person, keys in (("Dana", "zz"), ("Omar", "Z")):
            listed = d.hunt_screen.lists.due
            assert listed.select(due_key(next(due for due in listed.steps if (due.person or "").startswith(person))))
            await d.press(*keys)
        await d.type("we spoke")
        await d.press("ctrl+s")
        await d.quiet()
    assert {table: rows for table, rows in stored(by_key).items() if rows != stored(typed)[table]} == {}


async def test_a_dashboard_that_is_open_shows_what_a_command_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERWORD_NOW", NOW.isoformat())
    path = tmp_path / "hunt.db"
    write(path)
    async with driven(path) as d:
        assert "Tailspin" not in d.screen_text()
        await d.press("p")
        assert run(["--db", str(path), "add", "Tailspin", "Baker"]) == 0
        await d.shows("Tailspin")
