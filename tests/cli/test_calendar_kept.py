"""The calendar file after commands that change the hunt, run as a script runs them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.in_process import afterword
from tests.cli.test_cli import HUNT


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return where the settings keep the calendar."""
    kept = tmp_path / "kept.ics"
    folder = Path(os.environ["AFTERWORD_SETTINGS"])
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(f'calendar_file = "{kept}"\n', "utf-8")
    return kept


def test_import_and_restore_write_it(tmp_path: Path, target: Path) -> None:
    empty = {"afterword": 1, "applications": [{"company": "Contoso", "role": "Chef"}]}
    assert afterword("import", "-", stdin=json.dumps(empty).encode()).returncode == 0
    assert b"Northwind" not in target.read_bytes()
    assert afterword("backup", "-o", str(tmp_path / "backup.db")).returncode == 0
    assert afterword("import", "-", stdin=json.dumps(HUNT).encode()).returncode == 0
    assert b"SUMMARY:Northwind: interview\\, round 1" in target.read_bytes()
    assert target.stat().st_mode & 0o777 == 0o600
    assert afterword("restore", str(tmp_path / "backup.db")).returncode == 0
    assert b"Northwind" not in target.read_bytes()


def test_that_it_cannot_be_written_is_said_and_the_import_is_done(target: Path) -> None:
    target.mkdir()
    done = afterword("import", "-", stdin=json.dumps(HUNT).encode())
    assert (done.returncode, done.stdout) == (0, b"Added 1 application\n")
    assert b"kept.ics is a folder, not a file" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("written", "sentences"),
    [
        ("kept.ics", (b"calendar_file: should be a whole path",)),
        ("~nobody-of-that-name/kept.ics", (b"no such home folder", b"settings.toml")),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(target: Path, written: str, sentences: tuple[bytes, ...]) -> None:
    settings = Path(os.environ["AFTERWORD_SETTINGS"]) / "settings.toml"
    settings.write_text(f'calendar_file = "{written}"\n', "utf-8")
    done = afterword("due")
    assert done.returncode == 1
    assert [sentence for sentence in sentences if sentence not in done.stderr] == []
    assert not target.exists()


def test_a_dry_run_leaves_it_as_it_was(target: Path) -> None:
    assert afterword("import", "-", "--dry-run", stdin=json.dumps(HUNT).encode()).returncode == 0
    assert not target.exists()
