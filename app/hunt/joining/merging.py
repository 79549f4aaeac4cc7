"""Merges two records of one thing: of each field, the later value. Pure."""

from __future__ import annotations

from app.etiquette.time.stamps import NEVER_CHANGED
from app.hunt.joining.copies import Record, Value
from app.storage.columns import EVENT
from app.storage.units import AS_A_WHOLE, unit_of


def merged(one: Record, other: Record) -> Record:
    """Return two records merged, with the same result whichever comes first."""
    if one.table == EVENT.name:
        return either_event(one, other)
    values: dict[str, Value] = {}
    for unit, fields in units_in(one).items():
        later = other if is_later(other, one, unit, fields) else one
        values |= {field: later.values[field] for field in fields}
    return Record(one.table, max(one.owner, other.owner), values, merged_edits(one, other))


def is_later(one: Record, than: Record, unit: str, fields: list[str]) -> bool:
    """Return whether the values of a unit in one record stay, and not those in another: as the later ones, or by what
    every machine chooses alike when nobody knows which are later."""
    mine, others = ((stamp_of(side, unit), weight_of([side.values[field] for field in fields])) for side in (one, than))
    return mine > others


def either_event(one: Record, other: Record) -> Record:
    """Return one event of two that say the same, since events are never changed."""
    chosen = max(one, other, key=lambda side: repr(sorted(side.values.items())))
    return chosen._replace(edits={**one.edits, **other.edits})


def units_in(record: Record) -> dict[str, list[str]]:
    """Return a record's fields, grouped by the field under whose name their stamp is kept."""
    units: dict[str, list[str]] = {}
    for field in sorted(record.values):
        units.setdefault(unit_of(record.table, field), []).append(field)
    return units


def merged_edits(one: Record, other: Record) -> dict[str, str]:
    """Return when the fields of either were last changed."""
    return pruned({unit: max(stamp_of(one, unit), stamp_of(other, unit)) for unit in {*one.edits, *other.edits}})


def pruned(edits: dict[str, str]) -> dict[str, str]:
    """Return stamps without those that say nothing: a record that came back as a whole was changed as a whole."""
    whole = edits.get(AS_A_WHOLE, NEVER_CHANGED)
    return {unit: stamp for unit, stamp in edits.items() if stamp and (stamp > whole or unit == AS_A_WHOLE)}


def stamp_of(record: Record, unit: str) -> str:
    """Return when a field was last changed, or the record came back as a whole."""
    return max(record.edits.get(unit, NEVER_CHANGED), record.edits.get(AS_A_WHOLE, NEVER_CHANGED))


def weight_of(values: list[Value]) -> tuple[int, str]:
    """Return what decides between values when nobody knows which is later: how much they say, then a choice that every
    machine makes alike."""
    return sum(value not in ("", None, (), 0) for value in values), repr(values)
