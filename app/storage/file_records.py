"""Which contents a hunt names: by its attached files, and by those that undo can bring back. Uses sqlite3 alone."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from app.etiquette.attached_files import AttachedFile, is_sha256
from app.storage.columns import FILE, names_of
from app.storage.reading import snapshot
from app.storage.to_records import maker
from app.storage.triggers import image_values
from app.storage.values import quoted


class Owned(NamedTuple):
    """A file of some application."""

    application_id: int
    company: str
    role: str
    file: AttachedFile


def hashes_named(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the hashes of all files that are attached: what a copy of the hunt needs."""
    with snapshot(connection):
        return frozenset(sha256 for (sha256,) in connection.execute("SELECT DISTINCT sha256 FROM attached_file"))


def hashes_to_keep(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the hashes of all files that are attached or that undo or redo could attach again."""
    query = "SELECT before FROM change WHERE table_name = 'attached_file' AND before IS NOT NULL"
    with snapshot(connection):
        images = [str(image_values(before).get("sha256")) for (before,) in connection.execute(query)]
    return hashes_named(connection) | frozenset(filter(is_sha256, images))


def all_files(connection: sqlite3.Connection) -> list[Owned]:
    """Return every attached file with its application, in the order in which they were attached."""
    columns = ", ".join(f"attached_file.{quoted(name)}" for name in names_of(FILE))
    query = (
        f"SELECT application.company, application.role, {columns} FROM attached_file"
        " JOIN application ON application.id = attached_file.application_id ORDER BY attached_file.id"
    )
    record = maker(FILE)
    with snapshot(connection):
        return [Owned(row[0], company, role, record(row)) for company, role, *row in connection.execute(query)]
