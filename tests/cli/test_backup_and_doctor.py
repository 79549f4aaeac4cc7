"""`backup`, `restore` and `doctor`: nothing is replaced but a backup, nothing is lost, and what is wrong is said."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.hunt.verbs import applications
from app.storage import backups, reading
from tests.cli.test_cli import ROOT, afterword
from tests.storage.hunts import NOW, add, open_hunt, reader
from tests.torture.older import released


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return the file of a hunt with one application."""
    path = tmp_path / "data" / "hunt.db"
    add(open_hunt(path))
    return path


def companies(path: Path) -> list[str]:
    """Return the companies of a file."""
    with reader(path) as connection:
        return [application.company for application in reading.all_applications(connection)]


def test_a_backup_replaces_a_backup_and_nothing_else(database: Path, tmp_path: Path) -> None:
    target, other = tmp_path / "copy.db", tmp_path / "letter.txt"
    other.write_text("Dear Dana")
    for _ in range(2):
        assert afterword("backup", "-o", str(target)).returncode == 0
    for refused in (other, database, Path(os.devnull)):
        done = afterword("backup", "-o", str(refused))
        assert (done.returncode, b"Name another" in done.stderr) == (1, True), done.stderr
    assert other.read_text() == "Dear Dana"
    assert companies(database) == ["Northwind"]
    into = afterword("backup", "-o", str(tmp_path))
    assert b"by-hand-20261124T090000.db" in into.stdout
    assert b"by-hand-20261124T090000-2.db" in afterword("backup", "-o", str(tmp_path)).stdout
    assert not list(tmp_path.glob(".*.part"))


def test_a_restore_is_seen_by_who_has_the_database_open(database: Path, tmp_path: Path) -> None:
    target = backups.back_up(database, tmp_path / "copy.db")
    open_hunt(database).do(1, lambda a, when: applications.edited(a, when, company="Contoso"))
    with reader(database) as connection:
        seen = reading.data_version(connection)
        done = afterword("restore", str(target))
        assert done.returncode == 0, done.stderr
        assert reading.data_version(connection) != seen
        assert reading.application(connection, 1).company == "Northwind"
    kept = next(database.parent.glob("hunt-replaced-*.db"))
    assert companies(kept) == ["Contoso"]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_database_that_is_none_any_more_is_replaced_and_kept(database: Path, tmp_path: Path) -> None:
    target = backups.back_up(database, tmp_path / "copy.db")
    database.write_bytes(b"\0" * 8192)
    assert afterword("restore", str(target)).returncode == 0
    assert companies(database) == ["Northwind"]
    assert next(database.parent.glob("hunt-replaced-*.db")).read_bytes() == b"\0" * 8192
    assert stat.S_IMODE(database.stat().st_mode) == 0o600


def test_another_programs_database_is_not_restored_over(database: Path, tmp_path: Path) -> None:
    target, other = backups.back_up(database, tmp_path / "copy.db"), tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE other (id)")
        connection.commit()
    before = other.read_bytes()
    done = afterword("--db", str(other), "restore", str(target))
    assert (done.returncode, b"not one of Afterword's" in done.stderr) == (1, True)
    assert other.read_bytes() == before


@pytest.mark.parametrize("spoil", ["damage", "newer"])
def test_a_backup_that_is_damaged_or_newer_is_refused(database: Path, tmp_path: Path, spoil: str) -> None:
    target = backups.back_up(database, tmp_path / "copy.db")
    if spoil == "damage":
        target.write_bytes(target.read_bytes()[:-4096])
    else:
        target.with_name("copy.db.sha256").unlink()
        with closing(sqlite3.connect(target)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9000'")
            connection.commit()
    before = database.read_bytes()
    done = afterword("restore", str(target))
    assert done.returncode == 1
    assert (b"hash differs" if spoil == "damage" else b"newer Afterword") in done.stderr
    assert database.read_bytes() == before


def test_the_doctor_finds_what_is_wrong_and_warns_of_what_may_be(database: Path, tmp_path: Path) -> None:
    assert afterword("doctor").returncode == 0
    folder = database.with_name("hunt-backups")
    good = backups.daily(database, folder, NOW)
    assert good is not None
    bad = folder / "2026-11-25.db"
    bad.write_bytes(good.read_bytes()[:9000])
    database.chmod(0o644)
    (tmp_path / ".stfolder").mkdir()
    database.parent.chmod(0o500)
    is_closed = not os.access(database.parent, os.W_OK)  # to root nothing is
    done = afterword("doctor")
    database.parent.chmod(0o700)
    report = done.stdout.decode()
    assert done.returncode == 1
    assert f"NO  {bad} is damaged" in report
    assert f"NO  {database} has permissions 0644" in report
    assert (f"NO  {database} can be read but not written" in report) is is_closed
    assert f"{tmp_path} seems to be synced" in report
    assert "1 good backup" in report
    assert "SQLite" in report


def test_the_doctor_names_a_settings_folder_that_no_disk_can_have(database: Path) -> None:
    done = afterword("--db", str(database), "doctor", AFTERWORD_SETTINGS=f"/tmp/{'x' * 300}")
    assert "inside" not in done.stderr.decode() + done.stdout.decode()
    assert done.returncode == 1


def test_the_doctor_tells_an_older_database(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(released()["0001"])
    path.chmod(0o600)
    done = afterword("--db", str(path), "doctor")
    assert b"from an older version" in done.stdout
    assert path.read_bytes() == released()["0001"]


def test_the_doctor_changes_nothing(database: Path) -> None:
    before = database.read_bytes()
    afterword("doctor")
    assert database.read_bytes() == before
    assert list(database.parent.iterdir()) == [database]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", [("due", "--all"), ("export", "json"), ("doctor",)])
def test_output_without_room_is_said(database: Path, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "app", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"afterword: The output can't be written")
    assert done.stderr.count(b"\n") == 1


def test_a_device_is_written_to_and_not_replaced(database: Path) -> None:
    assert afterword("export", "json", "-o", os.devnull).returncode == 0
    assert not Path(os.devnull).is_file()
