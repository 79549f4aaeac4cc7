"""Tells whether what only one of two copies has is new there, or was removed on the other machine. Pure.

What was removed stays removed, unless the other machine changed it, or something that belongs to it, without knowing
of the removal: then it comes back, since nothing that anybody typed is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from app.etiquette.time.stamps import machine_of
from app.hunt.joining.copies import Copy, Record, Value, references_of
from app.storage.columns import EVENT, LETTER
from app.storage.units import AS_A_WHOLE, MET, WORDS


def is_unseen(stamp: str, by: Copy) -> bool:
    """Return whether a copy has not seen a change."""
    return bool(stamp) and stamp > by.seen.get(machine_of(stamp), "")


def staying(one: Copy, other: Copy) -> dict[str, Record]:
    """Return the records of one copy that the other lacks, and that were not removed there for good."""
    alone = {uid: record for uid, record in one.records.items() if uid not in other.records}
    words = {
        record.edits.get(unit)
        for record in other.records.values()
        if record.table == LETTER.name
        for unit in (WORDS, AS_A_WHOLE)
    }
    gone = {uid for uid, record in alone.items() if _is_removed(uid, record, other, words)}
    back = _again_as_a_whole(alone, gone, other)
    return {uid: record for uid, record in alone.items() if uid not in gone or uid in back}


def _is_removed(uid: str, record: Record, other: Copy, words: Collection[str | None]) -> bool:
    """Return whether a record that another copy lacks was removed there, by a machine that knew all its changes. A
    version of a letter that was kept apart (`joins`) is gone where the letter was written anew since.

    Args:
        words: when each of the other copy's letters was last written.
    """
    if any(is_unseen(stamp, other) for stamp in record.edits.values()):
        return False
    kept_apart = record.edits.get(AS_A_WHOLE) if record.table == LETTER.name else None
    return uid in other.removed or (kept_apart is not None and kept_apart not in words)


def _again_as_a_whole(alone: Mapping[str, Record], gone: Collection[str], other: Copy) -> set[str]:
    """Return what comes back although nobody changed it: an application to which something was added meanwhile, and
    what was removed together with an application that comes back."""
    again = {
        record.owner
        for uid, record in alone.items()
        if record.owner in gone and uid not in gone and record.table != EVENT.name
    }
    applications = again | {uid for uid, record in alone.items() if not record.owner and uid not in gone}
    for uid in gone:
        removal, whole = other.removed.get(uid), other.removed.get(alone[uid].owner)
        if alone[uid].owner in applications and removal and whole and removal.stamp == whole.stamp:
            again.add(uid)
    return again


def with_all_named(records: dict[str, Record], copies: Collection[Copy]) -> dict[str, Record]:
    """Return records together with those that they name, even removed ones; a name that leads nowhere is left out."""
    complete, added = dict(records), dict(records)
    while added:
        missing = {uid for record in added.values() for uid in _named(record)} - complete.keys()
        added = {}
        for uid in sorted(missing):
            record = next((copy.records[uid] for copy in copies if uid in copy.records), None)
            if record is not None and record.owner in complete:
                added[uid] = complete[uid] = record
    return {uid: _without_missing(record, complete) for uid, record in complete.items()}


def _named(record: Record) -> Iterable[str]:
    for field in references_of(record.table):
        if record.values[field]:
            yield str(record.values[field])
    yield from record.values.get(MET) or ()  # type: ignore[misc]


def _without_missing(record: Record, records: Mapping[str, Record]) -> Record:
    if all(uid in records for uid in _named(record)):
        return record
    values: dict[str, Value] = dict(record.values)
    for field in references_of(record.table):
        values[field] = values[field] if values[field] in records else None
    if MET in values:
        values[MET] = tuple(uid for uid in values[MET] if uid in records)  # type: ignore[union-attr]
    return record._replace(values=values)
