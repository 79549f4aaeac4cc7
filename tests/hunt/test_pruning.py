"""Contents are removed when no application, no undo and no backup needs them, and not a moment before."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.attached_files import FileKind
from app.etiquette.errors import StorageError
from app.hunt.attaching import kept_file
from app.hunt.pruning import prune, unneeded
from app.hunt.verbs.files import file_attached
from app.storage import backups
from app.storage.kept_files import KeptFiles
from tests.storage.hunts import NOW, add, open_hunt

LATER = NOW + timedelta(days=3)


def aged(path: Path) -> None:
    """Make every content as old as the hunt."""
    for content in KeptFiles.of(path).folder.iterdir():
        os.utime(content, (NOW.timestamp(), NOW.timestamp()))


def attach(path: Path, name: str) -> str:
    """Attach a file of that name and content, and return its hash."""
    (path.parent / name).write_text(name)
    file = kept_file(path.parent / name, path, FileKind.CV)
    open_hunt(path).do(1, lambda a, when: file_attached(a, when, file))
    return file.sha256


def test_what_nothing_needs_is_removed_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    add(hunt)
    attached, undone, backed_up = (attach(path, name) for name in ("a.pdf", "b.pdf", "c.pdf"))
    folder = tmp_path / "hunt-backups"
    backups.daily(path, folder, NOW)
    hunt.undo()
    hunt.undo()
    orphan = KeptFiles.of(path).store(b"never attached").sha256
    aged(path)
    assert unneeded(path, LATER) == [orphan]
    assert unneeded(path, NOW) == []
    assert prune(path, [orphan, attached], LATER) == 1
    assert KeptFiles.of(path).hashes() == {attached, undone, backed_up}
    with closing(sqlite3.connect(path)) as connection:  # as after a thousand other verbs
        connection.execute("DELETE FROM change")
        connection.commit()
    assert unneeded(path, LATER) == []
    shutil.rmtree(folder)
    assert unneeded(path, LATER) == sorted([undone, backed_up])


def test_what_a_replaced_database_needs_stays_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "hunt[1].db"
    add(open_hunt(path))
    needed = attach(path, "a.pdf")
    path.rename(tmp_path / "hunt[1]-replaced-20261129T090000000000.db")
    add(open_hunt(path))
    aged(path)
    assert KeptFiles.of(path).hashes() == {needed}
    assert unneeded(path, LATER) == []


def test_nothing_is_removed_while_a_backup_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    KeptFiles.of(path).store(b"never attached")
    aged(path)
    (tmp_path / "hunt-backups").mkdir()
    (tmp_path / "hunt-backups" / "2026-11-01.db").write_text("no database")
    with pytest.raises(StorageError, match="Nothing was removed, since a backup may need it"):
        unneeded(path, LATER)
