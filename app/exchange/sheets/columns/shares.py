"""What the cells of a column may be where its name does not say so. Knows no names."""

from __future__ import annotations

from app.exchange.sheets.columns.fitting import MOSTLY, PARTLY
from app.exchange.sheets.columns.holding import Holding

_FEW_ROWS = 3


def status_share(holding: Holding) -> float:
    """Return how much of a column is statuses, as far as they repeat and differ; 0 for yes and no."""
    return holding.status * (holding.flag < 0.9) * _repeats(holding) * is_common(holding)


def told_share(holding: Holding) -> float:
    """Return how much of a column tells how a row stands, or that it is a mail of no application."""
    return holding.status + holding.other_mail if holding.status else 0.0


def is_common(holding: Holding) -> bool:
    """Return whether it differs from row to row, as how applications stand does; in a sheet of few rows nothing may."""
    return holding.distinct > 1 or holding.looked_at < _FEW_ROWS


def sentences_share(holding: Holding) -> float:
    """Return how much of a column is words that tell how a row stands."""
    return holding.telling * (holding.flag < PARTLY) * (holding.role < PARTLY) * is_common(holding)


def by_legal_form(holding: Holding) -> float:
    """Return how much has a legal form: Northwind GmbH is a company, Engineer at a GmbH is not."""
    return holding.legal if holding.legal > holding.role else 0.0


def _repeats(holding: Holding) -> bool:
    return holding.filled < 8 or holding.distinct <= holding.filled * 0.8


def has_variety(holding: Holding) -> bool:
    """Return whether a column has as many values as companies have."""
    return holding.distinct > holding.filled * 0.3 and holding.place < 0.5


def is_no_place(holding: Holding) -> bool:
    """Return whether a column of places holds employers: The Blue Plate in a column named Place is an employer."""
    return holding.place < PARTLY and holding.distinct > holding.filled * MOSTLY


def is_short_text(holding: Holding) -> bool:
    """Return whether a column is words that are no links, days, numbers, ids or long texts."""
    odd = (holding.url, holding.day, holding.number, holding.email, holding.flag, holding.tag, holding.long)
    return max(odd) < 0.5
