"""What they have of the user, in the dashboard: one key shows it, one attaches, and what was sent stays."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from app.etiquette.attached_files import AttachedFile, FileKind
from app.etiquette.records import Application
from app.hunt.snapshot import Detail
from app.ui.card import sections
from app.ui.dialogs.attached import AttachedDialog
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.files import FileDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.pick import PickDialog
from tests.storage.hunts import NOW, SETTINGS, add, open_hunt
from tests.ui.driving import Driven, driven


async def dialog(d: Driven, kind: type[Dialog[Any]]) -> None:
    """Wait until a dialog of that kind takes keys."""

    def is_open() -> bool:
        screen = d.dashboard.screen
        return isinstance(screen, kind) and screen.takes_keys

    await d.until(is_open, f"no {kind}")


async def test_a_cv_is_attached_sent_shown_elsewhere_and_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, cv = tmp_path / "hunt.db", tmp_path / "Robin [CV] 2026.pdf"
    hunt = open_hunt(path)
    add(hunt, "Northwind"), add(hunt, "Contoso [/foo]")
    cv.write_bytes(b"%PDF-1.7 Robin")
    opened = tmp_path / "opened"
    opener = tmp_path / ("open" if sys.platform == "darwin" else "xdg-open")
    opener.write_text(f'#!/bin/sh\nprintf %s "$#:$1" > "{opened}.part" && mv "{opened}.part" "{opened}"\n')
    opener.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    async with driven(path) as d:
        await d.press("p", "F")
        await d.shows("Nothing is attached yet. Press a to attach your CV.")
        await d.press("a")
        await dialog(d, FileDialog)
        await d.type(str(cv))
        await d.press("enter")
        await dialog(d, FormDialog)
        await d.press("enter", "right", "enter")
        await d.shows("✓ CV            Robin [CV] 2026.pdf")
        await d.press("x")
        await d.shows("They have had Robin [CV] 2026.pdf since Tue, Nov 24")
        await d.press("u")
        await d.shows("Nothing is attached yet.")
        await d.press("escape", "U", "j", "F", "a")
        await dialog(d, PickDialog)
        await d.press("down", "enter")
        await dialog(d, FormDialog)
        await d.press("ctrl+s")
        await d.shows("14 bytes, not sent")
        await d.shows("Also at ")
        await d.press("s")
        await dialog(d, FormDialog)
        await d.press("enter")
        await d.shows("14 bytes, sent Tue, Nov 24")
        await d.press("enter")
        await d.until(opened.exists, "nothing was opened")
        count, _, copy = opened.read_text().partition(":")
        assert (count, Path(copy).name, Path(copy).read_bytes()) == ("1", "Robin _CV_ 2026.pdf", cv.read_bytes())
        await d.press("w")
        await dialog(d, PickDialog)
        await d.press("enter")
        await d.until(lambda: not isinstance(d.dashboard.screen, PickDialog | AttachedDialog), "nothing was chosen")
        assert {len(d.application(n).files) for n in (1, 2)} == {1}
        await d.press("slash")
        await d.type("[cv] 2026")
        await d.shows("Contoso [/foo]")
        assert len(list((tmp_path / "hunt-files").iterdir())) == 1
        await d.press("escape", "a")
        await d.shows("CV you sent         ● not noted  ○ Robin [CV] 2026.pdf")


def test_the_details_of_an_application_say_which_files_were_sent() -> None:
    files = (
        AttachedFile(1, FileKind.OTHER, "talk.pdf"),
        AttachedFile(2, FileKind.CV, "cv.pdf", sent=NOW),
    )
    parts = sections(Detail(Application(1, "Contoso", "Chef", files=files), ()), None, NOW, SETTINGS.policy.zone)
    said = [fact.text.plain for section in parts for fact in section]
    assert said[:2] == ["CV: cv.pdf, sent Tue, Nov 24 (F)", "talk.pdf, not sent"]
