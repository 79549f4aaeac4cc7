"""Reading spreadsheets that other people and programs wrote: csv and its kin, in whatever shape they come.

`read_sheet` is the way in; `looks_like_sheet` tells a spreadsheet by its content. The package knows no database and no
screen, and evaluates nothing.
"""

from __future__ import annotations

from app.exchange.sheets.looks import looks_like_sheet
from app.exchange.sheets.reading import read_records, read_sheet

__all__ = ["looks_like_sheet", "read_records", "read_sheet"]
