"""What is handed from the gathering of files to their reading, and what comes out. Plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.exchange.contents import FileContents
    from app.exchange.json_.reading import Whole
    from app.exchange.sheets.tables.records import Record


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one part of a packed one."""

    name: str
    """As it is shown to the user."""
    data: bytes = field(default=b"", repr=False)
    rows: tuple[Record, ...] | None = field(default=None, repr=False)
    """The rows of one sheet of a workbook, which has no bytes of its own."""
    kind: str = ""
    """Of rows: the format that they came from."""
    path: Path | None = None
    """Of many mails in a large file or a Maildir: where they are, to be read one after another. It has no bytes."""
    bundle: Path | bytes | None = field(default=None, repr=False)
    """Of an export that has its files with it: the zip, or its bytes. Those of the source are the document in it."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was read from a file: `whole` from an export of ours, `contents` from anything else."""

    name: str
    whole: Whole | None = None
    contents: FileContents | None = None
