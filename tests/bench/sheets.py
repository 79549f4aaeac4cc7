"""Shows how every spreadsheet in a folder is read: `make bench-sheets SHEETS=path/to/folder`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from app.etiquette.errors import ImportFileError
from app.etiquette.policy import Policy
from app.exchange.contents import FileContents, TakenRow
from app.exchange.formats import SUFFIXES
from app.exchange.reading import NO_CHOICES, read_file
from app.exchange.source import Source
from app.exchange.unpacking import unpacked

_SHOWN = 3
_SUFFIXES = SUFFIXES - {".ics", ".ical", ".ifb", ".icalendar", ".eml", ".emlx", ".mbox", ".mbx"}


def main(folder: Path) -> int:
    """Print a paragraph for each sheet of each file, and a line for all; 1 when a file lost or invented a row."""
    counts: Counter[str] = Counter()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in _SUFFIXES):
        for source in unpacked(Source(str(path.relative_to(folder)), path.read_bytes())):
            began = time.perf_counter()
            try:
                if isinstance(source, ImportFileError):
                    raise source
                file = read_file(source, NO_CHOICES, Policy(), datetime.now(UTC)).contents
            except ImportFileError as error:
                print(f"refused: {error}\n")
                counts["refused"] += 1
                continue
            if file is None or file.sheet is None:
                continue
            counts["files"] += 1
            counts["wrong"] += file.rows != len(file.taken) + file.merged + len(file.reported)
            counts.update(rows=file.rows, taken=len(file.taken), merged=file.merged, reported=len(file.reported))
            _show(file, time.perf_counter() - began)
    print(", ".join(f"{count} {what}" for what, count in counts.items()))
    return 1 if counts["wrong"] else 0


def _show(file: FileContents, seconds: float) -> None:
    assert file.sheet is not None
    print(f"{file.file}: {file.kind}, {seconds * 1000:.0f} ms")
    print(f"  {file.rows} rows = {len(file.taken)} taken + {file.merged} merged + {len(file.reported)} reported")
    print("  columns: " + ", ".join(f"{column.header or '-'} → {column.field or '-'}" for column in file.sheet.columns))
    for status in file.sheet.statuses:
        doubt = "" if status.is_sure else " ?"
        print(f"  status: {status.words} ({status.count}) → {status.outcome or status.stage}{doubt}")
    for note in file.notes:
        print(f"  note: {note}")
    for row in file.taken[:_SHOWN]:
        print(f"  line {row.line}: {row.company} | {row.role} | {_state(row)} | {row.applied_on}")
    for problem in file.reported[:_SHOWN]:
        print(f"  line {problem.line} not taken: {problem.reason}")
    print()


def _state(row: TakenRow) -> str:
    return "saved" if row.saved else f"{row.outcome} {row.outcome_on or ''}" if row.outcome else row.stage.value


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python -m tests.bench.sheets FOLDER")
    sys.exit(main(Path(sys.argv[1])))
