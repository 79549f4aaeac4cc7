"""Exchanges the contents of attached files: each encrypted in a file of its own, by the first machine that has it.

Which machine wrote one does not matter: a content is known by its hash.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from app import locations
from app.etiquette.attached_files import LARGEST_FILE
from app.etiquette.errors import NotFoundError, SettingsError, StorageError
from app.exchange.sealed import decrypted, encrypted, name_of_content
from app.hunt.private_files import write_privately
from app.hunt.sync.folder import ENDING
from app.hunt.sync.setup import Setup
from app.storage.file_records import hashes_named
from app.storage.kept_files import DamagedContentError, KeptFiles
from app.storage.readers import opened_reader
from app.user_files import open_regular

FOLDER = "files"
"""Inside the shared folder."""
_OVERHEAD = 1024 * 1024
"""Bytes by which an encrypted content may be larger: far more than age adds."""


def exchange_contents(setup: Setup) -> list[str]:
    """Leave the contents that only this machine has, and fetch those it lacks; return what went wrong, a sentence each.

    What hasn't arrived yet is fetched in a later round; a removed machine exchanges nothing. It may take as long as the
    folder does: call it in a thread.
    """
    if setup.own.is_removed:
        return []
    with opened_reader(setup.database) as connection:
        named = hashes_named(connection) if connection is not None else frozenset()
    kept = KeptFiles.of(setup.database)
    problems: list[str] = []
    for sha256 in sorted(named):
        try:
            path = setup.folder / FOLDER / f"{name_of_content(sha256, setup.key)}{ENDING}"
            if kept.has(sha256):
                _leave(path, setup.key, kept, sha256)
            else:
                _fetch(path, setup.key, kept, sha256)
        except (NotFoundError, SettingsError, StorageError) as error:
            problems.append(str(error))
        except OSError as error:
            problems.append(
                f"A file that is attached here can't be exchanged: {error.strerror}. Sync goes on without it."
            )
    return problems


def _leave(path: Path, key: str, kept: KeptFiles, sha256: str) -> None:
    if not locations.is_there(path) or path.stat().st_size < kept.path_of(sha256).stat().st_size:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        write_privately(path, encrypted(kept.read(sha256), key))


def _fetch(path: Path, key: str, kept: KeptFiles, sha256: str) -> None:
    with suppress(FileNotFoundError), open_regular(path) as file:
        content = decrypted(file.read(LARGEST_FILE + _OVERHEAD), key)
        if content is None:
            raise DamagedContentError(sha256, path.name)
        kept.store(content, sha256)
