"""Join two copies of a hunt: what only one of them has comes over, the later of two changes stays. Pure.

Joining is idempotent and commutative, and associative except in two corners, where all copies agree once each has heard
from the others. What was removed on one machine and edited on another comes back with the values that the copies at
hand still have; a third copy may know a later value of a field that the edit left alone. And where one machine has
several things alike, which of them is matched with one on another machine depends on what is joined first. Stages are
left out: they are worked out from the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from app.etiquette.marks import Removal
from app.etiquette.records import LetterStatus
from app.hunt.joining.copies import Copy, Record, Value, uid_made_of
from app.hunt.joining.merging import either_event, is_later, merged_edits, pruned, stamp_of, units_in
from app.hunt.joining.presence import is_unseen, staying, with_all_named
from app.hunt.joining.twins import with_twins
from app.storage.columns import EVENT, LETTER
from app.storage.units import AS_A_WHOLE, WORDS, unit_of

Unit = tuple[str, str]
"""A record's uid and a field of it: see `units`."""


class Contested(NamedTuple):
    """A field that both machines changed, neither knowing of the other's change."""

    uid: str
    field: str
    ours: Mapping[str, Value]
    theirs: Mapping[str, Value]
    takes_theirs: bool
    """Whether theirs stays: as the later one, or by a choice that every machine makes alike if that's unknown."""
    stamps: tuple[str, str]
    """When ours and theirs were changed; the same, for example "", when nobody knows which one is later."""


class Joined(NamedTuple):
    """Two copies, joined."""

    ours: Copy
    """Ours before the join, with the uids that things have from now on."""
    theirs: Copy
    """Theirs, likewise."""
    renamed: Mapping[str, str]
    """The new uids of ours by the old ones."""
    copy: Copy
    contested: tuple[Contested, ...]


def joined(ours: Copy, theirs: Copy, kept: Collection[Unit] = ()) -> Joined:
    """Return two copies of a hunt joined, and what both changed.

    Args:
        kept: fields that keep our value although theirs is later.
    """
    named = ours.records
    ours, theirs, latest = with_twins(ours, theirs)
    renamed = {uid: latest[uid] for uid in latest if uid in named}
    joining = _Joining(ours, theirs, kept)
    removed = _removals(ours, theirs)
    records = joining.both() | staying(ours, theirs) | staying(theirs, ours)
    records = {uid: record for uid, record in records.items() if not record.owner or record.owner in records}
    for uid, apart in joining.drafts.items():
        if uid not in removed:
            records[uid] = joining.join(uid, records[uid], apart) if uid in records else apart
    records = _without_copies(records)
    records = with_all_named(records, sorted((ours, theirs), key=lambda copy: repr(sorted(copy.seen.items()))))
    removed = {uid: removal for uid, removal in removed.items() if uid not in records}
    seen = {
        machine: max(ours.seen.get(machine, ""), theirs.seen.get(machine, ""))
        for machine in ours.seen.keys() | theirs.seen.keys()
    }
    return Joined(ours, theirs, renamed, Copy(records, removed, seen), tuple(joining.contested))


def _removals(ours: Copy, theirs: Copy) -> dict[str, Removal]:
    removed = dict(ours.removed)
    for uid, removal in theirs.removed.items():
        removed[uid] = max(removal, removed.get(uid, removal), key=lambda one: (bool(one.became), one))
    return removed


class _Joining:
    """The records of two copies that both have."""

    def __init__(self, ours: Copy, theirs: Copy, kept: Collection[Unit]):
        self._ours, self._theirs, self._kept = ours, theirs, kept
        self.contested: list[Contested] = []
        self.drafts: dict[str, Record] = {}
        """The earlier of two versions of a letter: a letter of its own."""

    def both(self) -> dict[str, Record]:
        """Return the records that both have, joined."""
        theirs = self._theirs.records
        return {
            uid: record if record == theirs[uid] else self.join(uid, record, theirs[uid])
            for uid, record in self._ours.records.items()
            if uid in theirs
        }

    def join(self, uid: str, ours: Record, theirs: Record) -> Record:
        """Return two records of one thing, joined."""
        if ours.table == EVENT.name:
            return either_event(ours, theirs)
        values: dict[str, Value] = {}
        for unit, fields in units_in(ours).items():
            chosen = self._chosen(uid, unit, fields, ours, theirs)
            values |= {field: chosen.values[field] for field in fields}
        edits = merged_edits(ours, theirs)
        edits = pruned(edits | {unit: stamp_of(ours, unit) for unit in edits if (uid, unit) in self._kept})
        return Record(ours.table, max(ours.owner, theirs.owner), values, edits)

    def _chosen(self, uid: str, unit: str, fields: list[str], ours: Record, theirs: Record) -> Record:
        """Return the record whose values of a unit stay."""
        mine, yours = ([record.values[field] for field in fields] for record in (ours, theirs))
        if mine == yours:
            return ours
        stamps = stamp_of(ours, unit), stamp_of(theirs, unit)
        takes_theirs = (uid, unit) not in self._kept and is_later(theirs, ours, unit, fields)
        later, earlier = (theirs, ours) if takes_theirs else (ours, theirs)
        if self._is_contested(*stamps):
            if ours.table == LETTER.name and unit == WORDS:
                self._keep_both(uid, earlier)
            self.contested.append(
                Contested(
                    uid,
                    unit,
                    dict(zip(fields, mine, strict=True)),
                    dict(zip(fields, yours, strict=True)),
                    takes_theirs,
                    stamps,
                )
            )
        return later

    def _is_contested(self, mine: str, yours: str) -> bool:
        if mine == yours:
            return True
        return is_unseen(mine, self._theirs) and is_unseen(yours, self._ours)

    def _keep_both(self, uid: str, earlier: Record) -> None:
        """Keep what was written on the other machine as a letter of its own; every machine gives it the same uid."""
        stamp = stamp_of(earlier, WORDS)
        if not stamp and earlier.values["status"] is not LetterStatus.SENT and not earlier.values["body"]:
            return
        self.drafts[_uid_apart(uid, earlier)] = earlier._replace(edits={AS_A_WHOLE: stamp} if stamp else {})


def _words(letter: Record) -> list[tuple[str, Value]]:
    return [(field, letter.values[field]) for field in sorted(letter.values) if unit_of(LETTER.name, field) == WORDS]


def _uid_apart(uid: str, letter: Record) -> str:
    """Return the uid of a version of a letter that is kept apart from it."""
    return uid_made_of(uid, repr(_words(letter)))


def _without_copies(records: dict[str, Record]) -> dict[str, Record]:
    """Return records without the versions kept apart of letters that say the same by now."""
    letters = {uid: record for uid, record in records.items() if record.table == LETTER.name}
    if not any(AS_A_WHOLE in letter.edits for letter in letters.values()):
        return records
    apart = {_uid_apart(uid, letter): uid for uid, letter in letters.items()}
    same = {
        uid
        for uid in apart.keys() & letters.keys()
        if AS_A_WHOLE in letters[uid].edits and _words(letters[uid]) == _words(letters[apart[uid]])
    }
    return {uid: record for uid, record in records.items() if uid not in same}
