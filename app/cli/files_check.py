"""What the doctor says of attached files: whether each is there and whole, and how much is kept that nothing names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from app.etiquette.attached_files import say_size
from app.etiquette.errors import AfterwordError
from app.etiquette.time.lengths import count, first_of
from app.storage.file_records import Owned, all_files, hashes_to_keep
from app.storage.kept_files import KeptFiles, UnreadableFolderError
from app.storage.readers import open_reader


def file_lines(database: Path) -> Iterator[tuple[bool, str]]:
    """Yield what there is to say of a database's attached files, a line each, with whether that is well; nothing for a
    database that cannot be read."""
    kept = KeptFiles.of(database)
    try:
        there = kept.hashes()
        owned, needed = _recorded(database)
    except UnreadableFolderError as error:
        yield False, str(error)
        return
    except AfterwordError:
        return
    holders: dict[str, list[str]] = {}
    for one in owned:
        holders.setdefault(one.file.sha256, []).append(one.company)
    names = {one.file.sha256: one.file.name for one in owned}
    wrong = [sha256 for sha256 in names if not kept.is_sound(sha256)]
    for sha256 in wrong:
        what = "is damaged" if sha256 in there else "is missing"
        again = "attach it again, or restore or import something that has it"
        companies = first_of(list(dict.fromkeys(holders[sha256])))
        yield False, f"the content of {names[sha256]} ({companies}) {what} in {kept.folder}: {again}"
    if names and not wrong:
        yield True, f"{count(len(names), 'attached file')} in {kept.folder}, {_size(kept, names)}, all sound"
    if loose := there - needed:
        needed_by = "only backups need, or nothing: see `afterword files --prune`"
        yield True, f"{count(len(loose), 'more file')} there, {_size(kept, loose)}, that {needed_by}"


def _recorded(database: Path) -> tuple[list[Owned], frozenset[str]]:
    """Return the attached files of a database, which is only looked at, and the hashes of what it needs."""
    connection = open_reader(database)
    if connection is None:
        return [], frozenset()
    with closing(connection):
        return all_files(connection), hashes_to_keep(connection)


def _size(kept: KeptFiles, hashes: Iterable[str]) -> str:
    return say_size(sum(kept.path_of(sha256).stat().st_size for sha256 in hashes))
