"""The calendar file of the settings: current, private, never in a verb's way, and never over somebody else's file."""

from __future__ import annotations

import stat
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.errors import StorageError
from app.exchange.calendars import read_calendar
from app.hunt import calendar_file
from app.hunt.calendar_file import CalendarKeeper, write_calendar
from app.hunt.verbs import applications
from app.settings import Settings
from tests.storage.hunts import NOW, SETTINGS, Clock, add, log_interview, open_hunt

POLICY = SETTINGS.policy


def until(condition: Callable[[], object], sentence: str) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, sentence
        time.sleep(0.01)


def kept_by(target: Path) -> Settings:
    """Return settings that keep a calendar there."""
    return replace(SETTINGS, calendar_file=str(target))


def events(target: Path) -> dict[str, bytes]:
    """Return each event of a file by its UID, with its revision."""
    blocks = target.read_bytes().split(b"BEGIN:VEVENT\r\n")[1:]
    return {block.split(b"\r\nUID:")[1].split(b"\r\n")[0].decode(): block for block in blocks}


def revision(event: bytes) -> tuple[int, bytes]:
    """Return an event's SEQUENCE and DTSTAMP."""
    lines = dict(line.split(b":", 1) for line in event.split(b"\r\n")[:3])
    return int(lines[b"SEQUENCE"]), lines[b"DTSTAMP"]


def test_it_is_private_whole_and_written_only_when_something_differs(tmp_path: Path) -> None:
    database, target = tmp_path / "hunt.db", tmp_path / "a.ics"
    hunt = open_hunt(database)
    log_interview(hunt, add(hunt))
    assert write_calendar(target, database, POLICY, NOW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    contents = read_calendar("a.ics", target.read_bytes(), POLICY.zone)
    assert {invitation.summary for invitation in contents.interviews} >= {
        "Northwind: interview, round 1",
        "Northwind: Thank Dana Lee",
    }
    written = target.stat().st_mtime_ns, target.stat().st_ino
    assert not write_calendar(target, database, POLICY, NOW + timedelta(minutes=5))
    assert (target.stat().st_mtime_ns, target.stat().st_ino) == written


def test_a_changed_event_wins_and_the_others_stay_to_the_byte(tmp_path: Path) -> None:
    database, target = tmp_path / "hunt.db", tmp_path / "a.ics"
    clock = Clock()
    hunt = open_hunt(database, clock)
    first, second = add(hunt), add(hunt, "Contoso")
    log_interview(hunt, first)
    log_interview(hunt, second)
    write_calendar(target, database, POLICY, NOW)
    before = events(target)
    clock.now += timedelta(hours=1)
    hunt.do(first, lambda a, when: applications.noted(a, when, "a note that no event shows"))
    assert not write_calendar(target, database, POLICY, clock.now)
    hunt.do(first, lambda a, when: applications.edited(a, when, company="Fabrikam", role=a.role))
    write_calendar(target, database, POLICY, clock.now)
    after = events(target)
    assert after.keys() == before.keys()
    changed = {uid for uid in after if after[uid] != before[uid]}
    assert changed == {uid for uid in after if b"Fabrikam" in after[uid]}
    assert all(revision(after[uid]) > revision(before[uid]) for uid in changed)
    hunt.undo()
    write_calendar(target, database, POLICY, clock.now)
    undone = events(target)
    assert all(revision(undone[uid]) > revision(after[uid]) for uid in changed)


def test_an_export_made_again_is_the_same_though_time_passed(tmp_path: Path) -> None:
    from app.hunt.writing_out import render_calendar
    from app.storage.readers import opened_reader

    database = tmp_path / "hunt.db"
    hunt = open_hunt(database)
    log_interview(hunt, add(hunt))
    with opened_reader(database) as connection:
        assert connection is not None
        first, again = (render_calendar(connection, POLICY, NOW + timedelta(minutes=n)) for n in (0, 50))
    assert first == again
    assert b"DTSTAMP:20261124T090000Z" in first


@pytest.mark.parametrize("held", [b"Dear diary\n", b"BEGIN:VCALENDAR\r\nPRODID:-//Else//EN\r\nEND:VCALENDAR\r\n"])
def test_what_is_no_calendar_of_ours_is_never_replaced(tmp_path: Path, held: bytes) -> None:
    database, target = tmp_path / "hunt.db", tmp_path / "diary.txt"
    add(open_hunt(database))
    target.write_bytes(held)
    with pytest.raises(StorageError, match="not written by Afterword"):
        write_calendar(target, database, POLICY, NOW)
    assert target.read_bytes() == held


def test_a_link_is_followed_and_stays_one(tmp_path: Path) -> None:
    database, target, link = tmp_path / "hunt.db", tmp_path / "real.ics", tmp_path / "link.ics"
    add(open_hunt(database))
    link.symlink_to(target)
    write_calendar(link, database, POLICY, NOW)
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_many_changes_write_a_few_times_and_none_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database, target = tmp_path / "hunt.db", tmp_path / "a.ics"
    hunt = open_hunt(database)
    application_id = add(hunt)
    monkeypatch.setattr(calendar_file, "PAUSE", 3.0)  # longer than a verb takes, however busy the machine is
    inodes = set()
    keeper = CalendarKeeper(database, kept_by(target), Clock())
    for n in range(20):
        hunt.do(
            application_id,
            lambda a, when, n=n: applications.edited(a, when, company=f"Company {n}", role=a.role),
        )
        keeper.note_change()
        if target.exists():
            inodes.add(target.stat().st_ino)
    log_interview(hunt, application_id)
    keeper.note_change()
    keeper.close()
    assert b"Company 19: interview" in target.read_bytes()
    assert len(inodes) < 5
    assert keeper.new_problem() == ""


def test_what_goes_wrong_is_told_once_and_mends_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database, folder = tmp_path / "hunt.db", tmp_path / "folder"
    add(open_hunt(database))
    monkeypatch.setattr(calendar_file, "PAUSE", 0.0)
    keeper = CalendarKeeper(database, kept_by(folder / "a.ics"), Clock())
    problems = []
    for _ in range(3):
        keeper.note_change()
        until(lambda: keeper.is_idle, "the calendar was not tried")
        problems.append(keeper.new_problem())
    assert "cannot be written" in problems[0]
    assert problems[1:] == ["", ""]
    folder.mkdir()
    keeper.note_change()
    keeper.close()
    assert (folder / "a.ics").exists()
    assert keeper.new_problem() == ""


def test_without_the_setting_nothing_is_started(tmp_path: Path) -> None:
    keeper = CalendarKeeper(tmp_path / "hunt.db", SETTINGS, Clock())
    keeper.note_change()
    keeper.close()
    assert keeper.is_idle
    assert keeper.new_problem() == ""
