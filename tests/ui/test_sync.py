"""Sync in the dashboard, with another machine of the user's: by key, at the start, and when it is left."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.etiquette.records import Me
from app.settings import load
from app.ui import sync_rounds
from tests.hunt.sync.homes import Home, without_keyring
from tests.storage.hunts import SETTINGS, add, open_hunt
from tests.ui.driving import Driven, driven


async def round_ended(d: Driven) -> None:
    """Wait until no round goes on: a key would only wait for its end, and begin no other one."""
    await d.until(
        lambda: all(worker.is_finished for worker in d.dashboard.workers if worker.group == "sync"), "it goes on"
    )


async def test_a_key_sets_it_up_and_brings_what_the_other_machine_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_keyring(monkeypatch)
    monkeypatch.setattr(sync_rounds, "LAST_MOMENT", 60.0)
    path, shared = tmp_path / "hunt.db", tmp_path / "shared"
    hunt = open_hunt(path)
    hunt.set_me(Me("Robin Vale"))
    add(hunt)
    async with driven(path) as d:
        await d.press("M")
        await d.shows("Each writes one file")
        await d.press("ctrl+u")
        await d.type(str(tmp_path / "no" / "where"))
        await d.press("ctrl+s")
        await d.until(lambda: "can't be made" in " ".join(re.split(r"[│\s]+", d.screen_text())), "nothing is said")
        await d.press("ctrl+u")
        await d.type(str(shared))
        await d.press("enter", "enter")
        await d.type("Laptop")
        await d.press("ctrl+s")
        await d.shows("AGE-SECRET-KEY-1")
        desktop = Home(tmp_path / "desktop", "desktop", shared)
        desktop.add("Contoso")
        await d.press("escape")
        await d.until((shared / "laptop.age").exists, "nothing is left for the other machine")
        await round_ended(d)
        assert d.work.sync is not None
        laptop = Home(tmp_path, "laptop", shared)
        key = next((tmp_path / "state").glob("sync-*.key")).read_text().strip()
        desktop.join(key)
        desktop.sync()
        await d.press("M")
        await d.shows("change from desktop · u to undo")
        await round_ended(d)
        assert laptop.companies == ["Contoso", "Northwind"]
        monkeypatch.setattr(sync_rounds, "PATIENCE", 0.0)
        await d.press("M")
        await d.shows("Nothing new from your other machines.")
        await d.press("exclamation_mark")
        await d.shows("Your sync folder hasn't answered yet.")
        await d.press("escape")
        await d.press("u")
        await d.until(lambda: laptop.companies == ["Northwind"], "it is not undone")
        await d.press("U")
        await d.until(lambda: laptop.companies == ["Contoso", "Northwind"], "it is not redone")
        add(open_hunt(path), "Fabrikam")
        assert d.work.sync.close() == ""
    desktop.sync()
    assert desktop.companies == ["Contoso", "Fabrikam", "Northwind"]
    assert load().sync == {"folder": str(shared)}
    shutil.move(shared, tmp_path / "away")
    async with driven(path, settings=replace(SETTINGS, sync={"folder": str(shared)})) as d:
        await d.shows("Your sync folder isn't there")
        add(open_hunt(path), "Adatum")
        assert d.work.sync is not None
        assert d.work.sync.close().startswith("What's new here isn't in your sync folder yet.")
