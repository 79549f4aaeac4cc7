"""Backups restore to the same content, damaged ones are refused, the last good one is never dropped."""

from __future__ import annotations

import errno
import fcntl
import gzip
import hashlib
import stat
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.etiquette.errors import StorageError
from app.hunt.sample import sample_hunt
from app.storage import backups, readers
from app.storage.failures import DamagedError
from app.storage.opening import FileState, file_state
from app.storage.restoring import restore
from app.storage.way_back import newest_good, with_way_back
from tests.storage.hunts import NOW, SETTINGS, add, open_hunt
from tests.storage.test_undo import everything


def test_a_backup_restores_to_the_same_content_and_keeps_what_it_replaced(tmp_path: Path) -> None:
    path, copy = tmp_path / "hunt.db", tmp_path / "copy.db"
    hunt = open_hunt(path)
    hunt.take_in("Sample", sample_hunt(SETTINGS.policy, NOW))
    backups.back_up(path, copy)
    then = everything(path)
    add(hunt, "Later")
    kept = restore(copy, path, NOW)
    assert everything(path) == then
    assert kept is not None
    assert len(everything(kept)[0]) == 41
    assert stat.S_IMODE(copy.stat().st_mode) == stat.S_IMODE(path.stat().st_mode) == 0o600
    again = restore(copy, path, NOW)
    assert again is not None
    assert (again.name, everything(again)) == (f"{kept.stem}-2.db", then), "the clock stands still"
    assert len(everything(kept)[0]) == 41


def test_no_backup_is_ever_in_memory_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, copy = tmp_path / "hunt.db", tmp_path / "copy.db"
    add(open_hunt(path))
    digest = hashlib.sha256(backups.back_up(path, copy).read_bytes()).hexdigest()
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read as a whole"))
    backups.back_up(path, copy)
    backups.check(copy)
    assert backups.hash_of(copy).read_text() == f"{digest}  copy.db\n"


def test_a_damaged_backup_is_refused_and_the_database_stays(tmp_path: Path) -> None:
    path, copy = tmp_path / "hunt.db", tmp_path / "copy.db"
    add(open_hunt(path))
    backups.back_up(path, copy)
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 0xFF
    copy.write_bytes(data)
    before = path.read_bytes()
    with pytest.raises(StorageError, match="hash differs"):
        restore(copy, path, NOW)
    assert path.read_bytes() == before


def test_one_backup_a_day_is_made_and_seven_days_and_four_weeks_kept(tmp_path: Path) -> None:
    path, folder = tmp_path / "hunt.db", tmp_path / "hunt-backups"
    add(open_hunt(path))
    for day in range(60):
        backups.daily(path, folder, NOW + timedelta(days=day))
        assert backups.daily(path, folder, NOW + timedelta(days=day)) is None
    kept = sorted(date.fromisoformat(file.stem) for file in folder.glob("*.db"))
    newest = NOW.date() + timedelta(days=59)
    assert kept[-7:] == [newest - timedelta(days=back) for back in range(6, -1, -1)]
    assert 7 < len(kept) <= 11
    assert len(list(folder.iterdir())) == 2 * len(kept)


def test_the_newest_good_backup_is_found_past_damaged_ones(tmp_path: Path) -> None:
    path, folder = tmp_path / "hunt.db", tmp_path / "hunt-backups"
    add(open_hunt(path))
    good = backups.daily(path, folder, NOW)
    bad = backups.daily(path, folder, NOW + timedelta(days=1))
    assert bad is not None
    bad.write_bytes(bad.read_bytes()[:5000])
    assert newest_good(folder) == good


def test_a_clock_that_was_ahead_once_costs_no_backup(tmp_path: Path) -> None:
    path, folder = tmp_path / "hunt.db", tmp_path / "hunt-backups"
    add(open_hunt(path))
    for day in range(400, 412):
        backups.daily(path, folder, NOW + timedelta(days=day))
    made = [backups.daily(path, folder, NOW + timedelta(days=day)) for day in range(3)]
    assert all(file is not None and file.exists() for file in made)


def test_a_database_that_was_damaged_since_its_backup_is_noticed_at_the_next_start(tmp_path: Path) -> None:
    path, folder = tmp_path / "hunt.db", tmp_path / "hunt-backups"
    open_hunt(path).take_in("Sample", sample_hunt(SETTINGS.policy, NOW))
    backups.keep(path, folder, NOW)
    backups.keep(path, folder, NOW)
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b"\xff" * 4096 + data[12288:])
    with pytest.raises(DamagedError) as caught:
        backups.keep(path, folder, NOW)
    sentence = str(with_way_back(caught.value))
    assert f"restore {folder}/2026-11-24.db`: 2026-11-24.db is the newest good backup" in sentence


def test_an_empty_file_is_a_new_hunt_only_while_there_is_no_backup_of_it(tmp_path: Path) -> None:
    path, folder = tmp_path / "hunt.db", tmp_path / "hunt-backups"
    path.touch()
    assert readers.open_reader(path) is None
    add(open_hunt(path))
    backups.daily(path, folder, NOW)
    path.write_bytes(b"")
    with pytest.raises(StorageError, match="nothing is in it"):
        open_hunt(path)
    assert path.read_bytes() == b""


def test_two_windows_that_start_at_once_make_one_backup(tmp_path: Path) -> None:
    path, folder = tmp_path / "hunt.db", tmp_path / "hunt-backups"
    add(open_hunt(path))
    folder.mkdir()
    with (folder / ".2026-11-24.db.part").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert backups.daily(path, folder, NOW) is None
        with pytest.raises(StorageError, match="Another Afterword"):
            backups.back_up(path, folder / "2026-11-24.db")
    assert backups.daily(path, folder, NOW) == folder / "2026-11-24.db"
    assert sorted(file.name for file in folder.iterdir()) == ["2026-11-24.db", "2026-11-24.db.sha256"]


@pytest.mark.parametrize("left", ["", "0123abcd"])
def test_a_hash_that_was_cut_says_nothing_against_its_backup(tmp_path: Path, left: str) -> None:
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    folder = tmp_path / "hunt-backups"
    made = backups.daily(path, folder, NOW)
    assert made is not None
    backups.hash_of(made).write_text(left)
    backups.check(made)
    assert newest_good(folder) == made
    made.write_bytes(made.read_bytes() + b"\0" * 100)
    backups.hash_of(made).write_text(f"{'0' * 64}  {made.name}\n")
    with pytest.raises(StorageError, match="hash differs"):
        backups.check(made)


def test_a_backup_is_never_in_its_place_with_half_a_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, target = tmp_path / "hunt.db", tmp_path / "copy.db"
    add(open_hunt(path))

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageError, match="cannot be written"):
        backups.back_up(path, target)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["hunt.db"]


def test_a_part_file_that_somebody_else_put_there_is_not_written_to(tmp_path: Path) -> None:
    path, folder = tmp_path / "hunt.db", tmp_path / "shared"
    add(open_hunt(path))
    folder.mkdir()
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    (folder / ".copy.db.part").symlink_to(victim)
    with pytest.raises(StorageError, match="in the way"):
        backups.back_up(path, folder / "copy.db")
    (folder / ".copy.db.part").unlink()
    (folder / ".copy.db.part").hardlink_to(victim)
    with pytest.raises(StorageError, match="in the way"):
        backups.back_up(path, folder / "copy.db")
    assert victim.read_text() == "mine"
    (folder / ".copy.db.part").unlink()
    (folder / ".copy.db.part").touch(0o666)
    (folder / ".copy.db.part").chmod(0o666)
    backups.back_up(path, folder / "copy.db")
    assert stat.S_IMODE((folder / "copy.db").stat().st_mode) == 0o600


def test_a_restored_backup_of_an_older_schema_is_brought_up_to_date_at_once(tmp_path: Path) -> None:
    path, older = tmp_path / "hunt.db", tmp_path / "older.db"
    add(open_hunt(path))
    older.write_bytes(gzip.decompress((Path(__file__).parent / "released" / "0001.db.gz").read_bytes()))
    restore(older, path, NOW)
    assert file_state(path) is FileState.CURRENT


def test_a_restore_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    path, copy = tmp_path / "hunt.db", tmp_path / "copy.db"
    add(open_hunt(path))
    backups.back_up(path, copy)
    before = path.read_bytes()
    program = (
        "import resource, sys; from pathlib import Path; from app.storage.restoring import restore;"
        " from tests.storage.hunts import NOW; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000));"
        " restore(Path(sys.argv[1]), Path(sys.argv[2]), NOW)"
    )
    command = [sys.executable, "-c", program, str(copy), str(path)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, check=False, timeout=60)
    assert b"StorageError" in done.stderr, done.stderr
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("hunt-replaced-*"))
