"""The calendar file, kept current by the real dashboard as it is worked with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.ui.textual_.notices import Notice
from tests.storage.hunts import SETTINGS
from tests.ui.driving import driven, one_interview


async def test_it_follows_every_verb_and_is_right_on_leaving(tmp_path: Path) -> None:
    path, target = tmp_path / "hunt.db", tmp_path / "a.ics"
    one_interview(path)
    kept = replace(SETTINGS, calendar_file=str(target))
    async with driven(path, settings=kept) as d:
        await d.until(target.exists, "not written on opening")
        assert b"SUMMARY:Northwind: Thank Dana Lee\r\n" in target.read_bytes()
        await d.press("x")
        await d.until(lambda: b"Thank Dana Lee" not in target.read_bytes(), "a step that is done is still there")
        await d.press("u")
        await d.until(lambda: b"Thank Dana Lee" in target.read_bytes(), "what was undone did not come back")
        await d.press("x")
    assert b"Thank Dana Lee" not in target.read_bytes()
    assert b"SUMMARY:Northwind: interview\\, round 1\r\n" in target.read_bytes()


async def test_a_file_that_cannot_be_written_is_told_once_and_no_verb_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    kept = replace(SETTINGS, calendar_file=str(tmp_path / "nowhere" / "a.ics"))
    async with driven(path, settings=kept) as d:

        def notices() -> list[Notice]:
            return [notice for notice in d.dashboard.history if "nowhere" in notice.message]

        await d.until(notices, "nobody was told")
        first = notices()
        assert "cannot be written" in first[0].message
        await d.press("x")
        await d.until(lambda: d.application().letters, "the verb was lost")
        await d.until(lambda: d.work.desk.calendar.is_idle, "the calendar was not tried again")
        assert notices() == first
