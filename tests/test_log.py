"""The log and the crash report: private, small, without a word of what the user wrote."""

from __future__ import annotations

import logging
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app import crash, locations, log

SECRET = "Northwind offered 90,000"


def test_a_crash_is_logged_without_messages_and_local_variables(tmp_path: Path) -> None:
    private = SECRET
    try:
        raise ValueError(private)
    except ValueError as error:
        sentence = crash.report(error)
    written = locations.log_file().read_text("utf-8")
    assert SECRET not in written + sentence
    assert "ValueError" in written
    assert "test_a_crash_is_logged" in written
    assert "kept as a draft" in sentence
    assert str(locations.log_file()) in sentence
    assert stat.S_IMODE(locations.log_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(locations.state_folder().stat().st_mode) == 0o700


def test_the_log_is_rotated_and_stays_private() -> None:
    log.start()
    for _ in range(3 * log.LARGEST // 100):
        logging.getLogger("app.storage").info("x" * 100)
    log.stop()
    files = sorted(locations.state_folder().iterdir())
    assert 2 <= len(files) <= 1 + log.KEPT
    assert all(file.stat().st_size <= log.LARGEST for file in files)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    assert log.start() is None
    program = "from app import crash; print(crash.report(ValueError()))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert "The log can't be written" in done.stdout
    assert not done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_ends_no_program_that_lets_go_of_its_log() -> None:
    locations.state_folder().mkdir(parents=True)
    locations.log_file().symlink_to("/dev/full")
    assert log.start() == locations.log_file()
    logging.getLogger("app.storage").info("what nobody can keep")
    log.stop()
    assert not any(isinstance(handler, logging.FileHandler) for handler in logging.getLogger("app").handlers)
