"""Outcomes that one machine recorded and another speaks against, not knowing of them: the user says which is right
(ETIQUETTE 2.31). Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from app.etiquette.records import Outcome
from app.hunt.joining.copies import Copy, Record
from app.hunt.joining.joins import Joined
from app.hunt.joining.merging import stamp_of
from app.hunt.joining.presence import is_unseen
from app.storage.columns import APPLICATION
from app.storage.units import unit_of

_HAPPENED = {"letter": "sent", "interview": "starts", "reply": "at"}
"""The field that says when it was."""
_OUTCOME = "outcome"
DISPUTED = "disputed"


class WentOn(NamedTuple):
    """That one machine closed an application with which the other one went on after that."""

    owner: str
    outcome: Outcome
    closed: datetime
    uid: str
    """Of what the other one recorded."""
    record: Record
    at: datetime
    """When that was, or is to be."""

    @property
    def stamp(self) -> str:
        """When it was recorded."""
        return max(self.record.edits.values(), default="")


def those_that_went_on(result: Joined) -> Iterator[WentOn]:
    """Yield each application that one machine closed, with the first thing that the other one has after that."""
    for closing, going in ((result.ours, result.theirs), (result.theirs, result.ours)):
        closed = dict(_closed(result, closing, going))
        first: dict[str, WentOn] = {}
        for uid, record in going.records.items() if closed else ():
            field = _HAPPENED.get(record.table, "")
            at = record.values.get(field)
            if record.owner not in closed or not isinstance(at, datetime) or uid in closing.removed:
                continue
            is_new = uid not in closing.records or is_unseen(stamp_of(record, unit_of(record.table, field)), closing)
            if is_new and at > closed[record.owner][1]:
                one = WentOn(record.owner, *closed[record.owner], uid, record, at)
                first[record.owner] = min(first.get(record.owner, one), one, key=lambda other: (other.at, other.uid))
        yield from first.values()


def _closed(result: Joined, closing: Copy, going: Copy) -> Iterator[tuple[str, tuple[Outcome, datetime]]]:
    """Yield the applications that are closed by one machine alone."""
    for uid, record in closing.records.items():
        outcome = record.values["outcome"] if record.table == APPLICATION.name else None
        if isinstance(outcome, Outcome) and outcome.at is not None and uid in going.records:
            stays = uid in result.copy.records and result.copy.records[uid].values["outcome"] == outcome
            if stays and going.records[uid].values["outcome"] is None:
                yield uid, (outcome, outcome.at)


def with_disputes(result: Joined, went_on: Iterable[WentOn], *, is_chosen: bool) -> Joined:
    """Return a join with each outcome marked as disputed that the other machine speaks against.

    Every machine marks it alike, as of when the later one of the two was recorded: what the user says of it is later.

    Args:
        went_on: see `those_that_went_on`.
        is_chosen: whether the user has chosen between two outcomes already.
    """
    disputes = [
        (one.owner, one.at, max(one.stamp, stamp_of(result.copy.records[one.owner], _OUTCOME))) for one in went_on
    ]
    if not is_chosen:
        disputes += _two_outcomes(result)
    if not disputes:
        return result
    records = dict(result.copy.records)
    for owner, at, stamp in disputes:
        application = records[owner]
        if stamp > stamp_of(application, DISPUTED):
            values, edits = {**application.values, DISPUTED: at}, {**application.edits, DISPUTED: stamp}
            records[owner] = application._replace(values=values, edits=edits)
    return result._replace(copy=result.copy._replace(records=records))


def _two_outcomes(result: Joined) -> Iterator[tuple[str, datetime, str]]:
    """Yield the applications that ended in two ways, with the day of the one that does not stay."""
    for contested in result.contested:
        if contested.field != _OUTCOME:
            continue
        stays, other = contested.ours[_OUTCOME], contested.theirs[_OUTCOME]
        if contested.takes_theirs:
            stays, other = other, stays
        if isinstance(stays, Outcome) and isinstance(other, Outcome) and stays.kind is not other.kind and other.at:
            yield contested.uid, other.at, max(contested.stamps)
