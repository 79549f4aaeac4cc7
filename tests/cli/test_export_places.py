"""An export, a backup and the calendar go where the user said, and never over the hunt or somebody's own file."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from app.storage import backups, reading
from tests.cli.in_process import afterword
from tests.storage.hunts import add, open_hunt, reader

FORMS = ("csv", "ics", "json", "zip")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return the file of a hunt with one application, where the program looks for it."""
    path = tmp_path / "data" / "hunt.db"
    add(open_hunt(path))
    return path


def is_whole(path: Path) -> bool:
    """Return whether a file is still the hunt that it was."""
    with reader(path) as connection:
        return [application.company for application in reading.all_applications(connection)] == ["Northwind"]


@pytest.mark.parametrize("form", FORMS)
def test_the_hunt_its_journal_and_its_backups_are_never_exported_over(
    database: Path, tmp_path: Path, form: str
) -> None:
    link, hard = tmp_path / f"link.{form}", tmp_path / f"hard.{form}"
    link.symlink_to(database)
    hard.hardlink_to(database)
    journal = database.with_name("hunt.db-journal")
    backup = backups.back_up(database, tmp_path / "copy.db")
    before = backup.read_bytes()
    for place in (database, link, hard, journal, backup):
        for force in ((), ("--force",)):
            done = afterword("export", form, "-o", str(place), *force)
            assert (done.returncode, b"Name another file" in done.stderr) == (1, True), (place, done.stderr)
    assert is_whole(database)
    assert backup.read_bytes() == before
    assert link.is_symlink()
    assert not journal.exists()


@pytest.mark.parametrize("form", FORMS)
def test_an_export_replaces_one_of_its_form_and_nothing_else_unless_forced(
    database: Path, tmp_path: Path, form: str
) -> None:
    target = tmp_path / "out"
    for _ in range(2):
        assert afterword("export", form, "-o", str(target)).returncode == 0
    own, other = target.read_bytes(), tmp_path / "precious.txt"
    for precious in (b"Dear diary", *(_exported(another) for another in FORMS if another != form)):
        other.write_bytes(precious)
        done = afterword("export", form, "-o", str(other))
        assert (done.returncode, b"--force" in done.stderr, other.read_bytes()) == (1, True, precious), done.stderr
    other.chmod(0o644)
    assert afterword("export", form, "-o", str(other), "--force").returncode == 0
    assert other.read_bytes() == own
    assert stat.S_IMODE(other.stat().st_mode) == 0o600
    assert is_whole(database)


def _exported(form: str) -> bytes:
    return afterword("export", form).stdout


def test_an_export_goes_through_a_link_and_into_a_device_or_a_pipe(database: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    link.symlink_to(target)
    assert afterword("export", "json", "-o", str(link)).returncode == 0
    assert link.is_symlink()
    assert json.loads(target.read_bytes())["afterword"] == 1
    mode = stat.S_IMODE(Path(os.devnull).stat().st_mode)
    assert afterword("export", "json", "-o", os.devnull).returncode == 0
    assert stat.S_IMODE(Path(os.devnull).stat().st_mode) == mode
    reading_end, writing_end = os.pipe()
    assert afterword("export", "csv", "-o", f"/dev/fd/{writing_end}").returncode == 0
    assert os.read(reading_end, 1000).startswith(b"\xef\xbb\xbfCompany,Role,")
    os.close(reading_end)
    os.close(writing_end)
    assert is_whole(database)


def test_a_path_that_leads_nowhere_is_told(database: Path, tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    done = afterword("export", "json", "-o", str(loop))
    assert (done.returncode, b"went wrong inside" in done.stderr) == (1, False), done.stderr
    for command in (("export", "csv"), ("backup",)):
        for place in (f"{tmp_path}/nowhere/", f"{tmp_path}/nowhere/file"):
            done = afterword(*command, "-o", place)
            assert done.returncode == 1
            assert b"nowhere that can be opened. Make it first, or name another one." in done.stderr, done.stderr
    done = afterword("export", "csv", "-o", str(tmp_path))
    assert (done.returncode, b"is a folder. Name a file in it." in done.stderr) == (1, True), done.stderr
    assert not (tmp_path / "nowhere").exists()
    assert is_whole(database)


def test_a_backup_replaces_no_other_hunt(database: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    add(open_hunt(other), "Contoso")
    before = other.read_bytes()
    done = afterword("backup", "-o", str(other))
    assert (done.returncode, other.read_bytes()) == (1, before)
    assert b"not a backup that could be replaced" in done.stderr
    assert is_whole(database)


@pytest.mark.parametrize("command", [("due",), ("import", "-"), ("restore", "copy.db"), ("export", "json")])
def test_what_is_no_file_is_no_database_and_keeps_its_rights(
    database: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    os.mkfifo(tmp_path / "pipe", 0o666)
    (tmp_path / "pipe").chmod(0o666)
    copy = str(backups.back_up(database, tmp_path / "copy.db"))
    arguments = [copy if argument == "copy.db" else argument for argument in command]
    done = afterword("--db", str(tmp_path / "pipe"), *arguments, stdin=b"Company,Role\nContoso,Chef\n")
    assert (done.returncode, b"a device or a pipe" in done.stderr) == (1, True), done.stderr
    assert stat.S_IMODE((tmp_path / "pipe").stat().st_mode) == 0o666


def test_a_pipe_as_the_calendar_is_told_and_nobody_waits(database: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    settings = tmp_path / "settings"
    settings.mkdir(exist_ok=True)
    (settings / "settings.toml").write_text(f'calendar_file = "{tmp_path / "pipe"}"\n')
    sheet = b"Company,Role\nContoso,Chef\n"
    done = afterword("import", "-", stdin=sheet, AFTERWORD_SETTINGS=str(settings))
    assert b"a device or a pipe" in done.stderr, done.stderr
    with reader(database) as connection:
        assert len(reading.all_applications(connection)) == 2


def test_a_database_whose_name_is_no_utf_8_is_read_as_it_is_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.db"))
    sheet = b"Company,Role,Status\nNorthwind,Chef,interviewed\n"
    assert afterword("--db", str(path), "import", "-", stdin=sheet).returncode == 0
    for command in (("due", "--all", "--json"), ("export", "json"), ("backup",), ("doctor",)):
        done = afterword("--db", str(path), *command)
        assert (done.returncode, done.stderr) == (0, b""), (command, done.stderr)
    assert is_whole(path)
