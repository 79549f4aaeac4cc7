"""Places in which a hunt may be found: each a way to make a folder, a database and a user's surroundings go wrong."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from app.storage import backups
from tests.storage.hunts import NOW


@dataclass(slots=True)
class Place:
    """One user's surroundings, good until a case spoils them."""

    folder: Path
    database: Path
    variables: dict[str, str]
    limited: list[str] = field(default_factory=list)
    """Words to put before the program, such as prlimit's."""
    undo: list[list[str]] = field(default_factory=list)
    """Commands that clear up after the case."""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is wrong."""

    name: str
    spoil: Callable[[Place], None]
    reads: bool = False
    """Whether reading and export have to go on."""
    is_untouched: bool = True
    """Whether the database must be byte for byte as before, whatever is done but `restore`."""
    offers: bool = False
    """Whether the newest good backup has to be offered by its name."""
    says: str = ""
    """What the dashboard, open all the same, has to say."""
    is_new: bool = False
    """Whether there is no hunt yet, so that nothing is due."""
    needs: str = ""
    """"mount", "prlimit" or "nobody": what must be possible here for the case."""


def _modes(file: int, folder: int) -> Callable[[Place], None]:
    def spoil(place: Place) -> None:
        place.database.chmod(file)
        place.database.parent.chmod(folder)

    return spoil


def _bytes(change: Callable[[bytes], bytes]) -> Callable[[Place], None]:
    def spoil(place: Place) -> None:
        backups.daily(place.database, place.database.with_name("hunt-backups"), NOW)
        place.database.write_bytes(change(place.database.read_bytes()))

    return spoil


def _statement(sql: str) -> Callable[[Place], None]:
    def spoil(place: Place) -> None:
        with closing(sqlite3.connect(place.database)) as connection:
            connection.execute(sql)
            connection.commit()

    return spoil


def _foreign(place: Place) -> None:
    place.database.unlink()
    _statement("CREATE TABLE other (id)")(place)


def _folder(place: Place) -> None:
    place.database.unlink()
    place.database.mkdir()


def _no_home(place: Place) -> None:
    del place.variables["HOME"], place.variables["AFTERWORD_DB"]


def _home_in_a_locked_folder(place: Place) -> None:
    locked = place.folder / "locked"
    locked.mkdir(0o555)
    place.variables["HOME"] = str(locked / "home")
    del place.variables["AFTERWORD_DB"]


def _locked_state(place: Place) -> None:
    locked = place.folder / "locked"
    locked.mkdir(0o555)
    place.variables |= {"AFTERWORD_STATE": str(locked / "state"), "AFTERWORD_SETTINGS": str(locked / "settings")}


def _settings_unreadable(place: Place) -> None:
    folder = place.folder / "settings"
    folder.mkdir()
    (folder / "settings.toml").touch(0o000)
    place.variables["AFTERWORD_SETTINGS"] = str(folder)


def _named_after_nobody(place: Place) -> None:
    place.variables["AFTERWORD_DB"] = "~nobody-of-that-name/hunt.db"


def _named_too_long(variable: str) -> Callable[[Place], None]:
    def spoil(place: Place) -> None:
        place.variables[variable] = str(place.folder / ("x" * 300))

    return spoil


def _dangling(place: Place) -> None:
    place.database.unlink()
    place.database.symlink_to(place.folder / "gone" / "hunt.db")


def _small_disk(place: Place) -> None:
    """Move the hunt onto a disk of its own that it nearly fills."""
    data = place.database.parent
    kept = place.folder / "kept.db"
    shutil.copy(place.database, kept)
    size = (kept.stat().st_size // 1024 // 4 + 4) * 4
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k,mode=700", "none", str(data)], check=True)
    place.undo.append(["umount", str(data)])
    shutil.copy(kept, place.database)


def _file_limit(place: Place) -> None:
    place.limited = ["prlimit", f"--fsize={place.database.stat().st_size + 512}", "--"]


ONLY_READ = "can be read but not written"

CASES: tuple[Case, ...] = (
    Case("read-only file", _modes(0o400, 0o700), reads=True, says=ONLY_READ),
    Case("read-only folder", _modes(0o600, 0o500), reads=True, says=ONLY_READ),
    Case("read-only file and folder", _modes(0o400, 0o500), reads=True, says=ONLY_READ),
    Case("unreadable file", _modes(0o000, 0o700)),
    Case("unreadable folder", _modes(0o600, 0o000)),
    Case("no home", _no_home, needs="nobody"),
    Case("home that cannot be made", _home_in_a_locked_folder, is_new=True),
    Case("state and settings that cannot be made", _locked_state, reads=True, is_untouched=False),
    Case("settings that cannot be read", _settings_unreadable),
    Case("database in the home of nobody", _named_after_nobody),
    Case("database of a name too long", _named_too_long("AFTERWORD_DB")),
    Case("settings of a name too long", _named_too_long("AFTERWORD_SETTINGS")),
    Case("state of a name too long", _named_too_long("AFTERWORD_STATE"), reads=True, is_untouched=False),
    Case("a folder", _folder),
    Case("a link to nowhere", _dangling),
    Case("empty, with backups", _bytes(lambda whole: b""), offers=True),
    Case("cut in half", _bytes(lambda whole: whole[: len(whole) // 2]), offers=True),
    Case("cut in its first page", _bytes(lambda whole: whole[:700]), offers=True),
    Case("its beginning overwritten", _bytes(lambda whole: b"\0" * 4096 + whole[4096:]), offers=True),
    Case("its middle overwritten", _bytes(lambda whole: whole[:4096] + b"\xff" * 40960 + whole[45056:]), offers=True),
    Case("a text file", _bytes(lambda whole: b"no database\n" * 500), offers=True),
    Case("another program's database", _foreign),
    Case("from a newer version", _statement("UPDATE alembic_version SET version_num = '9000'")),
    Case("a full disk", _small_disk, reads=True, is_untouched=False, needs="mount"),
    Case("a limit on the size of files", _file_limit, reads=True, is_untouched=False, needs="prlimit"),
)
