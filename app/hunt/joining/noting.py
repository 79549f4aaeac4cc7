"""Notes on the timeline where two machines contradict each other: a field that both changed, with both values, since
only one of them stays, and an application that one closed while the other went on with it. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from app.etiquette.policy import Policy
from app.etiquette.records import Event
from app.etiquette.text import clean_lines, folded
from app.etiquette.time.dates import local_day, say_day
from app.etiquette.time.stamps import moment_of
from app.hunt.changes import When
from app.hunt.field_words import label_of, say, shortened
from app.hunt.joining.copies import Copy, Record, Value, fields_of, uid_made_of
from app.hunt.joining.disputes import WentOn
from app.hunt.joining.joins import Contested, Joined
from app.storage.columns import APPLICATION, EVENT, INTERVIEW, LETTER
from app.storage.units import MET, WORDS

NOTED = "changed_twice"
"""The name of an event that notes such a thing."""
_NOT_KEPT = "Not kept: "
"""What follows stands nowhere else any more: it is noted whole."""


def with_notes(result: Joined, went_on: Iterable[WentOn], policy: Policy) -> Joined:
    """Return a join with an event for each field that both machines changed; every machine makes the same one. Where
    nobody knows which change is later, or the user keeps the earlier one, there is nothing to note yet."""
    notes = {uid_made_of(one.owner, one.uid, str(one.closed)): _note_of(one, policy) for one in went_on}
    for contested in result.contested:
        earlier, later = sorted(contested.stamps)
        if earlier == later or contested.takes_theirs != (contested.stamps[1] == later):
            continue
        record = result.ours.records[contested.uid]
        at = moment_of(later)
        text = _text(contested, record, result.ours.records, When(policy, at))
        note = _note(record.owner or contested.uid, at, text)
        notes[uid_made_of(contested.uid, contested.field, earlier, later)] = note
    copies = (result.ours, result.theirs, result.copy)
    notes = {
        uid: note
        for uid, note in notes.items()
        if not any(uid in copy.records or uid in copy.removed for copy in copies)
    }
    if not notes:
        return result
    return result._replace(copy=result.copy._replace(records={**result.copy.records, **notes}))


def notes_in(result: Joined) -> list[str]:
    """Return what a join notes, a sentence each with the company that it is about."""
    records = result.copy.records
    return [
        f"{records[record.owner].values['company']}: {_briefly(str(record.values['text']))}"
        for uid, record in records.items()
        if record.values.get("what") == NOTED and uid not in result.ours.records and uid not in result.theirs.records
    ]


def there_twice(result: Joined, name: str) -> list[str]:
    """Return a sentence for each application that both machines seem to have recorded, each for itself.

    Args:
        name: of the other machine.
    """
    ours, theirs = (dict(_open_alone(one, other)) for one, other in _sides(result))
    return [f"{company}, {role} is there twice now, once from {name}. If it's the same application, merge them"
            for called, (company, role) in ours.items() if called in theirs]  # fmt: skip


def _sides(result: Joined) -> tuple[tuple[Copy, Copy], tuple[Copy, Copy]]:
    return (result.ours, result.theirs), (result.theirs, result.ours)


def _open_alone(one: Copy, other: Copy) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield what the open applications that only one copy has are called: folded, and as it is written."""
    for uid, record in one.records.items():
        if record.table == APPLICATION.name and uid not in other.records and uid not in other.removed:
            company, role = str(record.values["company"]), str(record.values["role"])
            if record.values["outcome"] is None and not record.values["archived"]:
                yield (folded(company), folded(role)), (company, role)


def _briefly(text: str) -> str:
    said, not_kept, value = text.partition(_NOT_KEPT)
    return said + not_kept + shortened(value) if not_kept else text


def _note(owner: str, at: datetime, text: str) -> Record:
    event = Event(at, NOTED, text, recorded=at)
    return Record(EVENT.name, owner, {field: getattr(event, field) for field in fields_of(EVENT)}, {})


def _note_of(went_on: WentOn, policy: Policy) -> Record:
    what, when = went_on.record.table, When(policy, went_on.at)
    text = (
        f"Closed on one machine ({say(went_on.outcome, when)}) while the other went on: {what} on"
        f" {say_day(local_day(went_on.at, policy.zone), local_day(went_on.at, policy.zone))}. Check which one is right"
    )
    at = went_on.closed if what == INTERVIEW.name else went_on.at  # it may be ahead, where nothing is noted yet
    return _note(went_on.owner, at, text)


class Said(NamedTuple):
    """A field that two copies fill differently, in words."""

    what: str
    stays: str
    goes: str


def in_words(contested: Contested, records: Mapping[str, Record], when: When) -> Said:
    """Return what a field is called, what stays in it and what does not.

    Args:
        records: those of a copy, for the names of people.
    """
    kept, other = contested.ours, contested.theirs
    if contested.takes_theirs:
        kept, other = other, kept
    fields = [field for field in kept if kept[field] != other[field]]
    field = next((field for field in fields if label_of(field) != field.replace("_", " ")), fields[0])
    what, record = label_of(field), records[contested.uid]
    if record.table != APPLICATION.name:
        what = f"{_whose(record)}, {what}"
    return Said(what, *(say(_named(field, side[field], records), when) for side in (kept, other)))


def _text(contested: Contested, record: Record, records: Mapping[str, Record], when: When) -> str:
    if (record.table, contested.field) == (LETTER.name, WORDS):
        return "A letter was written on two machines; both versions are kept"
    what, stays, goes = in_words(contested, records, when)
    return clean_lines(
        f"Changed on two machines: {what}. Kept: {shortened(stays)}, the later change. {_NOT_KEPT}{goes}"
    )


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
