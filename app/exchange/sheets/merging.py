"""Rows of one file that speak of the same application, made into one. Nothing that only one of them tells is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.etiquette.stages import STAGE_ORDER, STAGE_TITLES, Stage
from app.etiquette.text import folded
from app.exchange.found import TakenRow


@dataclass(slots=True)
class _Gathered:
    """A row that others repeat, and what they add to it."""

    row: TakenRow
    notes: list[str]
    noted: set[str]
    people: dict[tuple[str, str], None]
    dated: dict[tuple[str, Stage, date], None]

    @classmethod
    def around(cls, row: TakenRow) -> _Gathered:
        """Return a row to which nothing was added yet."""
        notes = row.notes.split("\n") if row.notes else []
        return cls(row, notes, set(notes), _people(row), dict.fromkeys(row.dated))

    def add(self, later: TakenRow) -> None:
        """Take in what a repeat says."""
        first = self.row
        is_further = STAGE_ORDER[later.stage] >= STAGE_ORDER[first.stage]
        state, other = (later, first) if is_further else (first, later)
        self._note(line for line in later.notes.split("\n") if line and line not in self.noted)
        if (state.stage, state.outcome) != (other.stage, other.outcome):
            self._note((f"Also in the file, line {other.line}: {_state(other)}",))
        self.people |= _people(later)
        self.dated |= dict.fromkeys(later.dated)
        self.row = replace(
            first,
            stage=state.stage,
            outcome=state.outcome,
            decision=state.decision,
            source=first.source or later.source,
            salary=first.salary or later.salary,
            priority=first.priority or later.priority,
            reply_by=first.reply_by or later.reply_by,
        )

    def _note(self, lines: Iterable[str]) -> None:
        new = list(lines)
        self.notes += new
        self.noted.update(new)

    def whole(self) -> TakenRow:
        """Return the row with all that was added."""
        contact, *others = self.people or {("", ""): None}
        return replace(
            self.row,
            contact=contact[0],
            contact_email=contact[1],
            others=tuple(others),
            notes="\n".join(self.notes),
            dated=tuple(self.dated),
        )


def merged_rows(rows: Iterable[TakenRow]) -> tuple[list[TakenRow], int]:
    """Return the rows without repeats, and how many were repeats: same company, role, day, link and place.

    Of two stages the further one holds, of two outcomes the one further down in the file, since that is where people
    and programs write what is newer; the other one is told in the notes. Notes are put together, and a field that the
    first leaves empty is filled from the next.
    """
    first: dict[tuple[str, ...], TakenRow] = {}
    repeated: dict[tuple[str, ...], _Gathered] = {}
    repeats = 0
    for row in rows:
        key = _identity(row)
        if key not in first:
            first[key] = row
            continue
        repeats += 1
        if key not in repeated:
            repeated[key] = _Gathered.around(first[key])
        repeated[key].add(row)
    first |= {key: gathered.whole() for key, gathered in repeated.items()}
    return list(first.values()), repeats


def _identity(row: TakenRow) -> tuple[str, ...]:
    day = row.applied_on.isoformat() if row.applied_on else ""
    return (folded(row.company), folded(row.role), day, row.url.strip().rstrip("/"), folded(row.location))


def _people(row: TakenRow) -> dict[tuple[str, str], None]:
    return dict.fromkeys(person for person in ((row.contact, row.contact_email), *row.others) if any(person))


def _state(row: TakenRow) -> str:
    return row.outcome.value.replace("_", " ") if row.outcome else STAGE_TITLES[row.stage]
