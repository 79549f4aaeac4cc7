"""Packed files as the files in them: each sheet of a workbook, and what of a zip can be imported, within limits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from app.etiquette.errors import ImportFileError
from app.exchange.bundles import DATABASE
from app.exchange.formats import SUFFIXES
from app.exchange.notion import paged, pages_of
from app.exchange.raw.archives import MOST_KEPT, Allowance, Archive
from app.exchange.raw.decoding import LARGEST
from app.exchange.raw.packed import ZIP
from app.exchange.source import Source

if TYPE_CHECKING:
    from app.exchange.sheets.tables.records import Record

LARGEST_PACKED = 64 * 1024 * 1024
"""Bytes of a packed file."""
MOST_READ = 500
"""Files of one zip that are read."""
_DEEPEST = 2
_APART = frozenset({".pdf"})
"""What is read alone, and not where it lies in a zip among others: there it is a resume, or a certificate."""
_LINKEDIN = ("job applications", "job_applications", "saved jobs", "saved_jobs")
"""The files of LinkedIn's archive that are applications; the others tell of the person and their contacts."""
_LINKEDIN_MARKS = frozenset({"profile.csv", "connections.csv", "positions.csv", "skills.csv", "messages.csv"})


def is_packed(data: bytes) -> bool:
    """Return whether bytes are a zip, or a workbook, which is one."""
    return data.startswith(ZIP)


def unpacked(source: Source) -> Iterator[Source | ImportFileError]:
    """Yield what is in a packed file, an error for what cannot be read; any other file as it is."""
    if not is_packed(source.data):
        yield source
        return
    try:
        yield from _members(source, 1, None)
    except ImportFileError as error:
        yield ImportFileError(f"{source.name}: {error} Nothing was imported from it.")


def _members(source: Source, depth: int, allowance: Allowance | None) -> Iterator[Source | ImportFileError]:
    from app.exchange.sheets.tables.workbooks import kind_of_workbook

    names = Archive(source.data).members()
    kind = kind_of_workbook(names)
    if kind:
        yield from _sheets(source, Archive(source.data, allowance), kind)
        return
    allowance = allowance or Allowance(MOST_KEPT)
    archive = Archive(source.data, allowance)
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise ImportFileError("It's a document or a presentation. Copy its table into a spreadsheet and import that.")
    pages = pages_of(names)
    wanted = _wanted(names, {page for beside in pages.values() for page in beside})
    if not wanted and DATABASE in names:
        raise ImportFileError("It's a backup. Put it back with `afterword restore`.")
    if not wanted:
        raise ImportFileError("None of the files in it can be imported.")
    read_page = partial(archive.read, most=LARGEST)
    for count, name in enumerate(wanted):
        if count >= MOST_READ:
            raise ImportFileError(f"It holds more than {MOST_READ} files; the rest were left out.")
        inner = f"{source.name}/{name}"
        try:
            data = archive.read(name, LARGEST)
            if is_packed(data) and depth < _DEEPEST:
                yield from _members(Source(inner, data), depth + 1, allowance)
            elif data.strip() and name in pages:
                yield from paged(inner, data, {f"{source.name}/{page}": page for page in pages[name]}, read_page)
            elif data.strip():
                yield Source(inner, data)
        except ImportFileError as error:
            if not allowance.is_spent:
                yield ImportFileError(f"{inner}: {error} Nothing was imported from it.")
        if allowance.is_spent:
            if depth == 1:
                yield ImportFileError(
                    f"{source.name}: It unpacks to more than {MOST_KEPT >> 20} MB, so all from {name} on was left out."
                    " Unpack what you need and import that."
                )
            return


def _wanted(names: Sequence[str], pages: Collection[str]) -> list[str]:
    """The files of a zip that may be imported: by their endings, and of LinkedIn's archive the applications alone.

    Args:
        pages: those that are read with the table they lie beside.
    """
    wanted = []
    for name in names:
        path = PurePosixPath(name)
        hidden = path.name.startswith((".", "~$")) or "__MACOSX" in path.parts
        if not hidden and path.name.lower().endswith(tuple(SUFFIXES - _APART)) and name not in pages:
            wanted.append(name)
    bases = {PurePosixPath(name).name.lower() for name in names}
    if len(bases & _LINKEDIN_MARKS) > 1 or any(base.startswith(_LINKEDIN) for base in bases):
        return [name for name in wanted if PurePosixPath(name).name.lower().startswith(_LINKEDIN)]
    return wanted


def _sheets(source: Source, archive: Archive, kind: str) -> Iterator[Source | ImportFileError]:
    from app.exchange.sheets.looks import are_like_sheet
    from app.exchange.sheets.tables.workbooks import sheets_of

    sheets = sheets_of(source.data, archive)
    if not sheets:
        raise ImportFileError("The workbook is empty.")
    fitting = [sheet for sheet in sheets if are_like_sheet(sheet.records)] or sheets[:1]
    for sheet in sheets:
        name = source.name if len(fitting) == 1 and sheet is fitting[0] else f"{source.name} ({sheet.name})"
        aside = f"It's in the sheet {sheet.name}, which isn't a list of applications."
        records = sheet.records if sheet in fitting else tuple(_with_problem(one, aside) for one in sheet.records)
        yield Source(name, rows=records, kind=kind)


def _with_problem(record: Record, problem: str) -> Record:
    return replace(record, problem=record.problem or problem)
