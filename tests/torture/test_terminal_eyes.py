"""The eyes of the trials in a terminal: what they look for, they see."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.storage.hunts import add, open_hunt
from tests.torture.terminal_hunt import disagreements
from tests.torture.terminal_private import LETTER, _problems
from tests.torture.terminal_text import strangers
from tests.ui.driving import demo


def test_a_canary_in_the_log_and_a_loose_mode_are_seen(tmp_path: Path) -> None:
    log = tmp_path / "afterword.log"
    log.write_text(f"... {LETTER} ...")
    log.chmod(0o644)
    assert [problem.split()[0] for problem in _problems(log)] == [str(log), LETTER]


def test_what_is_no_drawing_is_seen() -> None:
    ours = b"\x1b[?1049h\x1b[1;31mNorthwind\x1b[0m\x1b[2;5H\xe2\x94\x80\r\n\x1b]22;default\x07"
    assert strangers(ours) == []
    for theirs in (b"\x1b]0;title\x07", b"\x1b]52;c;QUJD\x07", b"\xc2\x9b31m", b"\x0e", "\u202e".encode()):
        assert strangers(ours + theirs), theirs


def test_a_stage_that_no_event_tells_of_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    assert disagreements(path) == []
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE application SET stage = 'waiting'")
        connection.commit()
    assert disagreements(path)


def test_the_sample_hunt_tells_its_stories_in_order(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    assert disagreements(path) == []
    with closing(sqlite3.connect(path)) as connection:
        query = """SELECT added.text FROM event AS added JOIN event AS ended USING (application_id)
            WHERE added.what = 'application_added' AND ended.what = 'outcome_recorded' AND ended.at < added.at"""
        assert connection.execute(query).fetchall() == []
