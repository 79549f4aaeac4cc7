"""Notion's exports: a table as CSV, and beside it a page for each row, whose text belongs to the row's notes.

A page begins with its title and the row's properties, a line each; what follows was written by hand. It lies in a
folder named as the table is; a page of a page lies in a folder named as that page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePosixPath

from app.etiquette.errors import ImportFileError
from app.exchange.raw.decoding import decoded
from app.exchange.sheets.folding import plain
from app.exchange.sheets.tables.dialect import recognize_dialect
from app.exchange.sheets.tables.records import Record, rows_of
from app.exchange.source import Source

MOST_PAGES = 5_000
"""Pages beside one table that are read."""
_NUMBER = re.compile(r"\s+[0-9a-f]{16,}$")
"""What Notion puts behind each name: 32 digits of its own."""
_PROPERTY = re.compile(r"^([^:\n]{1,80}):[ \t]*(.*)$")
_PICTURE = re.compile(r"!\[[^\[\]\n]*+\]\([^)\n]{0,1000}\)")
_HEADER = "Notes"


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    name: str
    """Of its file."""
    title: str
    lines: tuple[str, ...]
    """What stands below the title: properties first."""

    def parted(self, columns: Collection[str]) -> tuple[set[str], str]:
        """Return the values of the page's properties, folded, and what was written below them.

        Args:
            columns: names of the table's columns, folded; a line that begins with no such name is text.
        """
        values: set[str] = set()
        at = 0
        while at < len(self.lines) and (match := _PROPERTY.match(self.lines[at])) and plain(match[1]) in columns:
            values.add(plain(match[2]))
            at += 1
        return values - {""}, _PICTURE.sub("", "\n".join(self.lines[at:])).strip()


@dataclass(frozen=True, slots=True)
class Paged:
    """A table with the text of its pages in a column of its own."""

    records: tuple[Record, ...]
    left: tuple[str, ...]
    """Names of pages with a text that belongs to no row, or may belong to several."""


def pages_of(names: Collection[str]) -> dict[str, list[str]]:
    """Return the pages beside each table of an archive, by the table's name; one that has none is left out."""
    tables = {_folder_of(name): name for name in sorted(names) if name.lower().endswith(".csv")}  # "_all" comes last
    pages: dict[str, list[str]] = {}
    for name in names:
        path = PurePosixPath(name)
        if path.suffix.lower() == ".md":
            folder = next((folder for folder in map(_bare, path.parents) if folder in tables), None)
            if folder is not None:
                pages.setdefault(tables[folder], []).append(name)
    return pages


def _folder_of(table: str) -> str:
    return _bare(PurePosixPath(table[: -len(".csv")].removesuffix("_all")))


def _bare(path: PurePosixPath) -> str:
    return str(path.with_name(_NUMBER.sub("", path.name))) if path.name else ""


def page_of(name: str, data: bytes) -> Page:
    """Return what a page holds."""
    lines = decoded(data).text.strip().split("\n")
    is_titled = lines[0].startswith("#")
    title = lines[0].lstrip("#").strip() if is_titled else _title_of(name)
    below = "\n".join(lines[1:] if is_titled else lines).strip("\n")
    return Page(name, title, tuple(below.split("\n")))


def paged(
    name: str, data: bytes, pages: Mapping[str, str], read: Callable[[str], bytes]
) -> Iterator[Source | ImportFileError]:
    """Yield a table with the text of its pages, and an error for each page that cannot be read or finds no row.

    Args:
        name: of the table, as it is shown.
        pages: their names as they are shown -> as `read` takes them.
    """
    legible: list[Page] = []
    for shown, page in islice(pages.items(), MOST_PAGES):
        try:
            legible.append(page_of(shown, read(page)))
        except ImportFileError as error:
            yield ImportFileError(f"{shown}: {error} Its text was left out.")
    table = with_pages(data, legible)
    yield Source(name, rows=table.records, kind="csv")
    for left in table.left:
        yield ImportFileError(
            f"{left}: It isn't clear which row this page belongs to, so its text was left out."
            " Copy what you need into the application's notes."
        )
    if len(pages) > MOST_PAGES:
        yield ImportFileError(f"{name}: It has more than {MOST_PAGES} pages; the rest were left out.")


def with_pages(data: bytes, pages: Iterable[Page]) -> Paged:
    """Return a table's rows, each with the text of its page; what finds no row, or several alike, is left."""
    text = decoded(data).text.rstrip("\n")
    records = list(rows_of(text, recognize_dialect(text)))
    columns = {plain(cell) for cell in records[0].cells} if records else set()
    places: dict[str, set[int]] = {}
    for at, record in enumerate(records[1:], 1):
        for cell in record.cells:
            places.setdefault(plain(cell), set()).add(at)
    texts: dict[int, list[str]] = {}
    left: list[str] = []
    inner, outer = _told_apart(pages)
    for page in outer:
        values, own = page.parted(columns)
        below = [(one.title, one.parted(())[1]) for one in inner.get(page.name[: -len(".md")], ())]
        written = [*filter(None, [own]), *(f"{title}: {words}" for title, words in below if words)]
        rows = _rows_of(page, values, places) if written else set()
        if len(rows) == 1:
            texts.setdefault(rows.pop(), []).extend(written)
        elif written:
            left.append(page.name)
    return Paged(tuple(_with_cells(records, texts)), tuple(left))


def _told_apart(pages: Iterable[Page]) -> tuple[Mapping[str, list[Page]], list[Page]]:
    """Return the pages of pages, by the path of the page that they belong to without its ending, and the others."""
    every = list(pages)
    stems = {page.name[: -len(".md")] for page in every}
    inner: dict[str, list[Page]] = {}
    outer: list[Page] = []
    for page in every:
        above = [str(folder) for folder in PurePosixPath(page.name).parents if str(folder) in stems]
        if above:
            inner.setdefault(above[-1], []).append(page)
        else:
            outer.append(page)
    return inner, outer


def _rows_of(page: Page, values: Collection[str], places: Mapping[str, set[int]]) -> set[int]:
    """Return the rows that a page may belong to: those with its title in a cell, of several those most like it.

    Args:
        places: what stands in a cell, folded -> the rows that have it.
    """
    rows = places.get(plain(page.title), set())
    alike = {at: sum(at in places.get(value, ()) for value in values) for at in rows}
    return {at for at in rows if alike[at] == max(alike.values())}


def _title_of(name: str) -> str:
    return _NUMBER.sub("", PurePosixPath(name).stem)


def _with_cells(records: Sequence[Record], texts: Mapping[int, list[str]]) -> Iterator[Record]:
    """Yield the rows with a column of these texts, if there are any."""
    width = max((len(record.cells) for record in records), default=0)
    cells = {0: _HEADER, **{at: "\n\n".join(lines) for at, lines in texts.items()}} if texts else {}
    for at, record in enumerate(records):
        blank = [""] * (width - len(record.cells))
        yield replace(record, cells=[*record.cells, *blank, cells[at]]) if at in cells else record
