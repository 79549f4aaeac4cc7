"""Rows of one file that speak of the same application, made into one. Nothing that only one of them tells is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.etiquette.records import OutcomeKind
from app.etiquette.stages import STAGE_ORDER, STAGE_TITLES, Stage
from app.etiquette.text import folded
from app.exchange.contents import Repeat, TakenRow


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
        state, other = (later, first) if _holds(later, first) else (first, later)
        self._note(line for line in later.notes.split("\n") if line and line not in self.noted)
        if (state.stage, state.outcome, state.saved) != (other.stage, other.outcome, other.saved):
            self._note((f"Also in the file, line {other.line}: {_state(other)}",))
        self.people |= _people(later)
        self.dated |= dict.fromkeys(later.dated)
        self.row = replace(
            first,
            stage=state.stage,
            outcome=state.outcome,
            decision=state.decision,
            saved=state.saved,
            applied_on=first.applied_on or later.applied_on,
            outcome_on=state.outcome_on or (other.outcome_on if other.outcome is state.outcome else None),
            replied_on=first.replied_on or later.replied_on,
            location=first.location or later.location,
            url=first.url or later.url,
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


def _holds(later: TakenRow, first: TakenRow) -> bool:
    """Whether the state of the later row holds: the further one does, but none wins over a rejection."""
    if first.saved != later.saved:
        return first.saved
    if OutcomeKind.REJECTED in (first.outcome, later.outcome):
        return later.outcome is OutcomeKind.REJECTED
    return STAGE_ORDER[later.stage] >= STAGE_ORDER[first.stage]


def merged_rows(rows: Iterable[TakenRow], *, are_mails: bool = False) -> tuple[list[TakenRow], list[Repeat]]:
    """Return the rows without repeats, and which were repeats.

    A repeat has the same company, role, day, link, place and ids; a row that is only saved repeats one that was applied
    for whatever its day. Of two stages the further one holds, of two outcomes the one further down in the file, since
    that is where people and programs write what is newer, but a rejection holds before all; the other one is told in
    the notes. Notes are put together, and a field that the first leaves empty is filled from the next.

    Args:
        are_mails: every row is a mail, and one that tells an answer is of the application that an earlier one confirms.
    """
    first: dict[tuple[str, ...], TakenRow] = {}
    repeated: dict[tuple[str, ...], _Gathered] = {}
    repeats: list[Repeat] = []
    all_rows = list(rows)
    keys = _keys(all_rows, are_mails=are_mails)
    for row, key in zip(all_rows, keys, strict=True):
        if key not in first:
            first[key] = row
            continue
        repeats.append(Repeat(row.line, first[key].line))
        if key not in repeated:
            repeated[key] = _Gathered.around(first[key])
        repeated[key].add(row)
    first |= {key: gathered.whole() for key, gathered in repeated.items()}
    return list(first.values()), repeats


def _keys(rows: Sequence[TakenRow], *, are_mails: bool) -> list[tuple[str, ...]]:
    """What makes a row another application; that of a saved row is the one of a row applied for, if there is one.

    So is that of a mail with an answer; one that names no role is of the only application at its company.
    """
    keys = [_identity(row) for row in rows]
    later = {at for at, row in enumerate(rows) if row.saved or (are_mails and _is_answer(row))}
    if not later:
        return keys
    applied: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(rows)):
        if at not in later:
            applied.setdefault(keys[at][:2], []).append(at)
            if are_mails:
                applied.setdefault(keys[at][:1], []).append(at)
    for at in sorted(later):
        row = rows[at]
        of = keys[at][:2] if row.role or not are_mails else keys[at][:1]
        same = [other for other in applied.get(of, ()) if _may_be_one(row, rows[other])]
        if len(same) == 1:
            keys[at] = keys[same[0]]
    return keys


def _is_answer(row: TakenRow) -> bool:
    return row.applied_on is None and (row.outcome is not None or STAGE_ORDER[row.stage] > 0)


def _may_be_one(row: TakenRow, other: TakenRow) -> bool:
    pairs = ((_link(row.url), _link(other.url)), (row.ids, other.ids), (folded(row.location), folded(other.location)))
    return all(not a or not b or a == b for a, b in pairs)


def _identity(row: TakenRow) -> tuple[str, ...]:
    day = row.applied_on.isoformat() if row.applied_on else ""
    return (folded(row.company), folded(row.role), day, _link(row.url), folded(row.location), *row.ids)


def _link(url: str) -> str:
    return url.strip().rstrip("/")


def _people(row: TakenRow) -> dict[tuple[str, str], None]:
    return dict.fromkeys(person for person in ((row.contact, row.contact_email), *row.others) if any(person))


def _state(row: TakenRow) -> str:
    if row.saved:
        return "saved"
    return row.outcome.value.replace("_", " ") if row.outcome else STAGE_TITLES[row.stage]
