"""A header that stands a column too far left: the rows begin with a number or a blank cell that it does not name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.exchange.sheets.columns.fitting import MOSTLY, PARTLY
from app.exchange.sheets.columns.holding import Holding, held
from app.exchange.sheets.columns.naming import names_of
from app.exchange.sheets.tables.records import Record

_LOOKED_AT = 60
_FEWEST = 2
_TYPED = {"url": "url", "applied_on": "day", "reply_by": "day", "contact_email": "email", "status": "status"}
"""Fields -> what their cells are."""


def put_over_its_columns(header: Record, body: Sequence[Record]) -> Record:
    """Return the header, moved a column to the right where its names surely fit what stands there, and not here.

    That may only be where the rows have a cell more than the header, and the first cell of each is no more than a blank
    or the number of the row.
    """
    rows = [record for record in body[:_LOOKED_AT] if not record.problem]
    width = len(header.cells)
    wider = [record for record in rows if record.width > width]
    if len(rows) < _FEWEST or len(wider) < len(rows) * MOSTLY:
        return header
    holdings = [held(record.cells[at] if at < len(record.cells) else "" for record in wider) for at in range(width + 1)]
    if holdings[0].filled and not holdings[0].counts_up and holdings[0].number < 1:
        return header
    here, there = _fits(header.cells, holdings), _fits(header.cells, holdings[1:])
    return replace(header, cells=["", *header.cells]) if there > here else header


def _fits(names: Sequence[str], holdings: Sequence[Holding]) -> int:
    """Return how many columns hold what their names say, less those that hold something else."""
    return sum(_fit(name, holding) for name, holding in zip(names, holdings, strict=False))


def _fit(header: str, holding: Holding) -> int:
    names = names_of(header)
    if not names or not holding.filled:
        return 0
    field = names[0].field
    if field in _TYPED:
        return 1 if getattr(holding, _TYPED[field]) >= MOSTLY else -1
    if field in ("company", "role"):
        odd = max(holding.url, holding.day, holding.email, holding.number)
        if odd >= MOSTLY:
            return -1
        is_title = holding.role >= MOSTLY
        return (is_title - (holding.role < PARTLY)) if field == "role" else -is_title
    return 0
