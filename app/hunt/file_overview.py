"""What the dialog of an application's files shows: its files, who else has them, and the files of all others."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from app.etiquette.attached_files import AttachedFile, FileKind
from app.etiquette.frozen import dataclass
from app.etiquette.records import Application
from app.storage import reading
from app.storage.file_records import Owned, all_files
from app.storage.kept_files import KeptFiles

__all__ = ["FileOverview", "Owned", "newest_of_each", "read_files", "read_sent_before"]


@dataclass(frozen=True, slots=True)
class FileOverview:
    """An application's files at one instant."""

    application: Application
    everywhere: tuple[Owned, ...]
    """The files of all applications, this one's included, in the order in which they were attached."""
    missing: frozenset[str] = frozenset()
    """Hashes of contents that are not here."""

    def others_with(self, file: AttachedFile) -> list[Owned]:
        """Return the files of other applications with the same content."""
        own = self.application.id
        return [one for one in self.everywhere if one.file.sha256 == file.sha256 and one.application_id != own]

    def elsewhere(self) -> list[Owned]:
        """Return the files that others have and this one does not, each once, those attached last first."""
        own = {(file.kind, file.sha256) for file in self.application.files}
        return [one for one in newest_of_each(self.everywhere) if (one.file.kind, one.file.sha256) not in own]


def read_files(connection: sqlite3.Connection, application_id: int, database: Path) -> FileOverview:
    """Return an application's files.

    Raises:
        NotFoundError: it was deleted.
    """
    with reading.snapshot(connection):
        application, everywhere = reading.application(connection, application_id), all_files(connection)
    kept = KeptFiles.of(database)
    missing = frozenset(file.sha256 for file in application.files if not kept.has(file.sha256))
    return FileOverview(application, tuple(everywhere), missing)


def read_sent_before(connection: sqlite3.Connection, kind: FileKind) -> list[Owned]:
    """Return the files of a kind that anybody has, each content once, those attached last first."""
    return [one for one in newest_of_each(all_files(connection)) if one.file.kind is kind]


def newest_of_each(owned: Sequence[Owned]) -> list[Owned]:
    """Return each content once for each kind that it is attached as, those attached last first."""
    return list({(one.file.kind, one.file.sha256): one for one in reversed(owned)}.values())
