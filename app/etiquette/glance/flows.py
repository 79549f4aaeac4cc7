"""The funnel as the text that Sankey diagrams are drawn from: `Applied [12] Rejected`, a line a flow. Names nobody."""

from __future__ import annotations

from collections.abc import Iterator

from app.etiquette.glance.counting import MOST_ROUNDS
from app.etiquette.glance.numbers import FunnelRow, Numbers

OFFER = "Offer"
END_TITLES = {
    "rejected": "Rejected",
    "no_reply": "No reply",
    "withdrawn": "Withdrawn",
    "archived": "Archived",
    "still_open": "Still open",
}
"""Column of `FunnelRow` -> what it is called, everywhere."""


def row_title(row: FunnelRow) -> str:
    """Return what a row of the funnel is called: applied, the interview, further rounds by number."""
    if row.rounds < 2:
        return "Interview" if row.rounds else "Applied"
    return f"Round {row.rounds}" + (" or later" if row.rounds == MOST_ROUNDS else "")


def flows(numbers: Numbers) -> Iterator[tuple[str, int, str]]:
    """Yield from where to where how many went: what flows into a place flows out of it, or ends there."""
    titles = [row_title(row) for row in numbers.funnel]
    for place, row in enumerate(numbers.funnel):
        if row.went_on:
            yield titles[place], row.went_on, titles[place + 1]
        if row.offers:
            yield titles[place], row.offers, OFFER
        for column, title in END_TITLES.items():
            count: int = getattr(row, column)
            if count:
                yield titles[place], count, title
    for title in ("accepted", "declined", "undecided"):
        count = getattr(numbers.offers, title)
        if count:
            yield OFFER, count, title.capitalize()


def sankey(numbers: Numbers) -> str:
    """Return the flows in the form of SankeyMATIC, "" for none."""
    return "".join(f"{source} [{count}] {target}\n" for source, count, target in flows(numbers))
