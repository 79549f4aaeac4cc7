"""Rows of one file that speak of the same application, made into one. Nothing that only one of them tells is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.etiquette.stages import Stage
from app.etiquette.text import folded
from app.exchange.found import TakenRow

_RANK = {stage: rank for rank, stage in enumerate(Stage)}
_WORDS = {stage: stage.value.replace("_", " ") for stage in Stage}


def merged_rows(rows: Iterable[TakenRow]) -> tuple[list[TakenRow], int]:
    """Return the rows without repeats, and how many were repeats: same company, role, day, link and place.

    Of two stages the further one holds, of two outcomes the one further down in the file, since that is where people
    and programs write what is newer; the other one is told in the notes. Notes are put together, and a field that the
    first leaves empty is filled from the next.
    """
    first: dict[tuple[str, ...], TakenRow] = {}
    repeats = 0
    for row in rows:
        key = _identity(row)
        known = first.get(key)
        if known is None:
            first[key] = row
            continue
        repeats += 1
        first[key] = _together(known, row)
    return list(first.values()), repeats


def _identity(row: TakenRow) -> tuple[str, ...]:
    day = row.applied_on.isoformat() if row.applied_on else ""
    return (folded(row.company), folded(row.role), day, row.url.strip().rstrip("/"), folded(row.location))


def _together(first: TakenRow, later: TakenRow) -> TakenRow:
    state, other = (first, later) if _RANK[later.stage] < _RANK[first.stage] else (later, first)
    notes = first.notes.split("\n") if first.notes else []
    notes += [line for line in later.notes.split("\n") if line and line not in notes]
    if (state.stage, state.outcome) != (other.stage, other.outcome):
        notes.append(f"Also in the file, line {other.line}: {_state(other)}")
    people = dict.fromkeys(
        person for row in (first, later) for person in ((row.contact, row.contact_email), *row.others) if any(person)
    )
    contact, *others = people or {("", ""): None}
    return replace(
        first,
        stage=state.stage,
        outcome=state.outcome,
        decision=state.decision,
        source=first.source or later.source,
        salary=first.salary or later.salary,
        priority=first.priority or later.priority,
        contact=contact[0],
        contact_email=contact[1],
        others=tuple(others),
        reply_by=first.reply_by or later.reply_by,
        notes="\n".join(notes),
        dated=tuple(dict.fromkeys((*first.dated, *later.dated))),
    )


def _state(row: TakenRow) -> str:
    return row.outcome.value.replace("_", " ") if row.outcome else _WORDS[row.stage]
