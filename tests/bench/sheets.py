"""Shows how every spreadsheet in a folder is read: `make bench-sheets SHEETS=path/to/folder`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from app.etiquette.errors import ImportFileError
from app.exchange.found import FoundFile
from app.exchange.sheets import looks_like_sheet, read_sheet

_SHOWN = 3


def main(folder: Path) -> int:
    """Print a paragraph for each file, and a line for all of them; 1 when a file lost or invented a row."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in (".csv", ".tsv", ".txt"))
    counts: Counter[str] = Counter()
    for path in paths:
        data = path.read_bytes()
        began = time.perf_counter()
        try:
            file = read_sheet(path.name, data, date.today())  # noqa: DTZ011
        except ImportFileError as error:
            print(f"{path.relative_to(folder)}: refused: {error}\n")
            counts["refused"] += 1
            continue
        counts["files"] += 1
        counts["wrong"] += file.rows != len(file.taken) + file.merged + len(file.reported)
        counts.update(rows=file.rows, taken=len(file.taken), merged=file.merged, reported=len(file.reported))
        _show(str(path.relative_to(folder)), file, looks_like_sheet(data), time.perf_counter() - began)
    print(", ".join(f"{count} {what}" for what, count in counts.items()))
    return 1 if counts["wrong"] else 0


def _show(name: str, file: FoundFile, looks: bool, seconds: float) -> None:
    assert file.sheet is not None
    known = "a spreadsheet by its content" if looks else "not known by its content"
    print(f"{name}: {known}, {seconds * 1000:.0f} ms")
    print(f"  {file.rows} rows = {len(file.taken)} taken + {file.merged} merged + {len(file.reported)} reported")
    print("  columns: " + ", ".join(f"{column.header or '-'} → {column.field or '-'}" for column in file.sheet.columns))
    for status in file.sheet.statuses:
        doubt = "" if status.is_sure else " ?"
        print(f"  status: {status.words} ({status.count}) → {status.outcome or status.stage}{doubt}")
    for note in file.notes:
        print(f"  note: {note}")
    for row in file.taken[:_SHOWN]:
        print(f"  line {row.line}: {row.company} | {row.role} | {row.outcome or row.stage} | {row.applied_on}")
    for problem in file.reported[:_SHOWN]:
        print(f"  line {problem.line} not taken: {problem.reason}")
    print()


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python -m tests.bench.sheets FOLDER")
    sys.exit(main(Path(sys.argv[1])))
