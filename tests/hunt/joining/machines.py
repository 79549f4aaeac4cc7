"""Machines with copies of one hunt, in memory: each changes its copy and joins what the others hand it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from typing import Any

from app.etiquette.marks import Removal
from app.etiquette.records import Application, Letter, Person, Waiver
from app.etiquette.time.stamps import next_stamp
from app.hunt.joining.copies import TABLES, Copy, Record, fields_of
from app.hunt.joining.joins import joined
from app.storage.units import AS_A_WHOLE, unit_of

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
_OF_TABLE: dict[str, Any] = {"application": Application, "person": Person, "letter": Letter, "waiver": Waiver}
EMPTY = Copy({}, {}, {})


def join(ours: Copy, theirs: Copy) -> Copy:
    """Return what two copies of a hunt make."""
    return joined(ours, theirs).copy


def record(table: str, owner: str = "", **values: Any) -> Record:
    """Return a record with the values of an empty one but for those given."""
    kind = next(one for one in TABLES if one.name == table)
    empty = {one.name: one.default for one in fields(kind.record)}
    return Record(table, owner, {name: empty[name] for name in fields_of(kind)} | values, {})


@dataclass
class Machine:
    """A machine and its copy."""

    name: str
    behind: timedelta = timedelta()
    """How far its clock is behind."""
    copy: Copy = EMPTY
    turn: Callable[[], int] = field(default=lambda: 0)
    """Returns a number that grows: minutes since the beginning."""

    def stamp(self) -> str:
        """Return the stamp of a change, and note it as seen."""
        now = NOW + timedelta(minutes=self.turn()) - self.behind
        stamp = next_stamp(max([*self.copy.seen.values(), ""]), now, self.name)
        self.copy = self.copy._replace(seen={**self.copy.seen, self.name: stamp})
        return stamp

    def add(self, uid: str, new: Record) -> None:
        """Record something, or bring it back as undo does."""
        stamp = self.stamp()
        removed = dict(self.copy.removed)
        edits = {AS_A_WHOLE: stamp} if removed.pop(uid, None) else {}
        records = {**self.copy.records, uid: new._replace(edits=edits)}
        self.copy = self.copy._replace(records=records, removed=removed)

    def edit(self, uid: str, name: str, value: Any) -> None:
        """Change a field."""
        old = self.copy.records[uid]
        edits = {**old.edits, unit_of(old.table, name): self.stamp()}
        records = {**self.copy.records, uid: old._replace(values={**old.values, name: value}, edits=edits)}
        self.copy = self.copy._replace(records=records)

    def remove(self, uid: str) -> None:
        """Remove a record, with all that belongs to it."""
        removal = Removal(self.stamp())
        gone = {one for one, old in self.copy.records.items() if uid in (one, old.owner)}
        records = {one: old for one, old in self.copy.records.items() if one not in gone}
        self.copy = self.copy._replace(records=records, removed={**self.copy.removed, **dict.fromkeys(gone, removal)})

    def join(self, other: Copy) -> None:
        """Join what another machine handed over."""
        self.copy = join(self.copy, other)
