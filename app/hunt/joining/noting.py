"""What both machines changed is noted on the timeline with both values: only one of them stays. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from app.etiquette.policy import Policy
from app.etiquette.records import Event
from app.etiquette.text import clean_lines
from app.etiquette.time.stamps import moment_of
from app.hunt.changes import When
from app.hunt.field_words import label_of, say, shortened
from app.hunt.joining.copies import Record, Value, fields_of
from app.hunt.joining.joins import Contested, Joined
from app.storage.columns import APPLICATION, EVENT, INTERVIEW, LETTER
from app.storage.units import MET, WORDS


def with_notes(result: Joined, policy: Policy) -> Joined:
    """Return a join with an event for each field that both machines changed; every machine makes the same one. Where
    nobody knows which change is later, or the user keeps the earlier one, there is nothing to note yet."""
    notes: dict[str, Record] = {}
    for contested in result.contested:
        earlier, later = sorted(contested.stamps)
        if earlier == later or contested.takes_theirs != (contested.stamps[1] == later):
            continue
        uid = hashlib.sha256(f"{contested.uid} {contested.field} {earlier} {later}".encode()).hexdigest()[:20]
        copies = (result.ours, result.theirs, result.copy)
        if not any(uid in copy.records or uid in copy.removed for copy in copies):
            notes[uid] = _note(contested, later, result.ours.records, policy)
    if not notes:
        return result
    return result._replace(copy=result.copy._replace(records={**result.copy.records, **notes}))


def _note(contested: Contested, later: str, records: Mapping[str, Record], policy: Policy) -> Record:
    record = records[contested.uid]
    at = moment_of(later)
    event = Event(at, "changed_twice", _text(contested, record, records, When(policy, at)), recorded=at)
    values = {field: getattr(event, field) for field in fields_of(EVENT)}
    return Record(EVENT.name, record.owner or contested.uid, values, {})


def _text(contested: Contested, record: Record, records: Mapping[str, Record], when: When) -> str:
    kept, other = contested.ours, contested.theirs
    if contested.takes_theirs:
        kept, other = other, kept
    if (record.table, contested.field) == (LETTER.name, WORDS):
        return "A letter was written on two machines; both versions are kept"
    fields = [field for field in kept if kept[field] != other[field]]
    field = next((field for field in fields if label_of(field) != field.replace("_", " ")), fields[0])
    what = label_of(field)
    if record.table != APPLICATION.name:
        what = f"{_whose(record)}, {what}"
    values = (shortened(say(_named(field, side[field], records), when)) for side in (kept, other))
    return clean_lines("Changed on two machines: {}. Now {}; on the other it was {}".format(what, *values))


def _whose(record: Record) -> str:
    if record.table == INTERVIEW.name:
        return f"round {record.values['round']}"
    name = f"{record.values.get('given', '')} {record.values.get('family', '')}".strip()
    return name or record.table.replace("_", " ")


def _named(field: str, value: Value, records: Mapping[str, Record]) -> Value:
    """Return a value with names in place of uids."""
    if field not in (MET, "to", "person", "interview") or not value:
        return value
    uids = value if isinstance(value, tuple) else (str(value),)
    return ", ".join(_whose(records[uid]) for uid in uids if uid in records)
