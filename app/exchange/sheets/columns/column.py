"""One column of a spreadsheet, and what it is taken for. Plain data."""

from __future__ import annotations

from dataclasses import dataclass

from app.exchange.sheets.columns.holding import Holding
from app.exchange.sheets.columns.naming import OTHER
from app.exchange.sheets.statuses.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and what it is taken for."""

    index: int
    header: str
    holding: Holding
    field: str = OTHER
    stage: Meaning | None = None
    """What it says that an application came to, for a column of its own for that."""
    is_guess: bool = False
    """Known by what it holds, not by its name."""
    language: str = ""
