"""What the tests of spreadsheets share: a file read on a fixed day, with its rows accounted for."""

from __future__ import annotations

from datetime import date

from app.exchange.contents import FileContents, SheetChoices, TakenRow
from app.exchange.sheets import read_sheet

TODAY = date(2026, 11, 24)


def contents_of(content: str | bytes, choices: SheetChoices | None = None) -> FileContents:
    """Return what is in a file; every row of it is taken, merged or reported, each in one place."""
    data = content if isinstance(content, bytes) else content.encode()
    file = read_sheet("jobs.csv", data, TODAY, choices or SheetChoices())
    assert file.kind == "csv"
    assert file.rows == len(file.taken) + file.merged + len(file.reported)
    lines = [*(row.line for row in file.taken), *(row.line for row in file.reported)]
    assert len(lines) == len(set(lines))
    return file


def summary_of(row: TakenRow) -> tuple[str, str, str, str | None]:
    """Return company, role, the outcome or else the stage, and the day applied on."""
    state = row.outcome or row.stage
    return row.company, row.role, state.value, row.applied_on.isoformat() if row.applied_on else None


def rows(content: str | bytes, choices: SheetChoices | None = None) -> list[tuple[str, str, str, str | None]]:
    """Return `summary_of` of each row taken."""
    return [summary_of(row) for row in contents_of(content, choices).taken]
