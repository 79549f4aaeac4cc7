"""Databases of every schema that was released: brought up to date with the same content, or killed on the way there.

`tests/storage/released/*.db.gz` holds a played hunt in each schema; a new schema adds a file and changes none.
"""

from __future__ import annotations

import gzip
import random
import sqlite3
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from app.storage.opening import REVISION, FileState, file_state
from tests.storage.hunts import open_hunt
from tests.torture.kills import killed
from tests.torture.trial import Figures, Trial
from tests.torture.verbs import dump, unnamed

RELEASED = Path(__file__).parents[1] / "storage" / "released"
LONGEST = 0.2
"""Seconds within which the kill falls, from the moment at which the process begins to open the file."""


def released() -> dict[str, bytes]:
    """Return a database of every released schema, by its number."""
    return {file.name[:4]: gzip.decompress(file.read_bytes()) for file in sorted(RELEASED.glob("*.db.gz"))}


_RENAMED = {("interview", "uid"): "calendar_uid"}
"""What a column is called now, where an older schema called it otherwise."""
_GONE = {("application", "quiet_after")}
"""Columns of older schemas that there are no more: what they held is worked out otherwise."""


def content(path: Path, of: Path | None = None) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every table, in the columns that another file's tables have (None: its own)."""
    with closing(sqlite3.connect(of or path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {
            name: [row[1] for row in connection.execute(f"PRAGMA table_info('{name}')") if (name, row[1]) not in _GONE]
            for name in names
        }
        is_older = "hunt" not in names
    rename = _RENAMED if of is not None and is_older else {}
    listed = {
        name: ", ".join(_quoted(rename.get((name, column), column)) for column in columns[name]) for name in names
    }
    with closing(sqlite3.connect(path)) as connection:
        stored = {
            name: sorted(connection.execute(f'SELECT {listed[name]} FROM "{name}"'), key=repr)
            for name in names
            if name != "alembic_version"
        }
    stored["change"] = [tuple(_image(value) for value in row) for row in stored["change"]]
    return stored


def _quoted(column: str) -> str:
    return f'"{column}"'


def _image(value: object) -> object:
    """Return a value of a row's image for undo; the older name of its column counts as today's."""
    return value.replace(",status,uid,", ",status,calendar_uid,", 1) if isinstance(value, str) else value


def run(folder: Path, times: int, seed: int) -> Figures:
    """Open every older file once in peace, then as often as told with a kill on the way."""
    dice = random.Random(seed)
    lost: list[str] = []
    counts = {"old after the kill": 0, "new after the kill": 0}
    files = released()
    if REVISION not in files:
        lost.append(f"there is no database of schema {REVISION} among those that are kept")
    for revision, data in files.items():
        place = folder / revision
        place.mkdir()
        lost += [f"schema {revision}: {problem}" for problem in _in_peace(place, data)]
    older = [revision for revision in files if revision != REVISION]
    for number in range(times):
        revision = dice.choice(older)
        place = folder / f"kill-{number}"
        place.mkdir()
        is_old, problem = _killed(place, files[revision], folder / revision, dice.uniform(0, LONGEST))
        counts["old after the kill" if is_old else "new after the kill"] += 1
        if problem:
            lost.append(f"kill {number} of schema {revision}, seed {seed}: {problem}")
    return Figures(times, tuple(lost), {"schemas": len(files)} | counts)


def _in_peace(place: Path, data: bytes) -> list[str]:
    path, before = place / "hunt.db", place / "before.db"
    for file in (path, before):
        file.write_bytes(data)
    hunt = open_hunt(path)
    problems = [] if file_state(path) is FileState.CURRENT else ["it was not brought up to date"]
    if content(path, of=before) != content(before):
        problems.append("its content is not what it was")
    (place / "migrated.txt").write_text("\n".join(unnamed(path)))
    backups = list((place / "hunt-backups").glob("*.db"))
    if len(backups) != (data != path.read_bytes()) or any(dump(backup) != dump(before) for backup in backups):
        problems.append("no backup of it as it was before")
    hunt.undo()
    hunt.redo()
    return problems if content(path, of=before)["letter"] == content(before)["letter"] else [*problems, "undo fails"]


def _killed(place: Path, data: bytes, peace: Path, after: float) -> tuple[bool, str]:
    """Kill a process that opens an older file; return whether the file is as it was, and what is wrong with it."""
    path = place / "hunt.db"
    path.write_bytes(data)
    killed(_open, (path,), after)
    with closing(sqlite3.connect(path)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    is_old = file_state(path) is FileState.OLDER
    stored = dump(path) if is_old else unnamed(path)
    expected = dump(peace / "before.db") if is_old else (peace / "migrated.txt").read_text().split("\n")
    if verdict != "ok" or "\n".join(stored) != "\n".join(expected):
        return is_old, f"it is neither old nor new: {verdict}"
    if not is_old and not any(dump(backup) == dump(peace / "before.db") for backup in _backups(place)):
        return is_old, "it is new, and there is no backup of the old one"
    open_hunt(path)
    return is_old, "" if file_state(path) is FileState.CURRENT else "it cannot be brought up to date any more"


def _backups(place: Path) -> list[Path]:
    return list((place / "hunt-backups").glob("*.db"))


def _open(path: Path, tell: Connection) -> None:
    tell.send("opening")
    open_hunt(path)
    tell.close()


TRIALS = (
    Trial(
        "older",
        "a database of every released schema is brought up to date, and SIGKILL falls on the way",
        run,
        short=4,
        long=300,
    ),
)
