"""Matches records that two machines made of the same thing, each with its own uid, so that they share one. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, NamedTuple

from app.etiquette.marks import Removal
from app.etiquette.records import LetterStatus
from app.etiquette.text import folded
from app.hunt.joining.copies import Copy, Record, references_of
from app.hunt.joining.merging import merged
from app.storage.columns import EVENT
from app.storage.units import MET

_ROUNDS = (("application",), ("person",), ("interview",), ())
"""Tables in the order in which they are matched, since others are recognized by these; () is all others but events."""


class _Key(NamedTuple):
    """What identifies a record among those of its application."""

    table: str
    owner: str
    says: Hashable


def with_twins(ours: Copy, theirs: Copy) -> tuple[Copy, Copy, dict[str, str]]:
    """Return both copies with one uid for each thing that both have, and the new uids by the old ones. It is the
    smaller one of the two, simply a choice that every machine makes alike. What became of the other one is kept in
    `removed`."""
    pairs = [*_aliases(ours).items(), *_aliases(theirs).items()]
    renamed = _united(pairs)
    if renamed:
        ours, theirs = with_uids(ours, renamed), with_uids(theirs, renamed)
    for tables in _ROUNDS:
        twins = _twins(ours, theirs, tables)
        if twins:
            ours, theirs = with_uids(ours, twins), with_uids(theirs, twins)
            pairs += twins.items()
            renamed = _united(pairs)
    alike = _events_alike(ours, theirs)
    if alike:
        ours, theirs = with_uids(ours, alike), with_uids(theirs, alike)
        renamed = _united([*pairs, *alike.items()])
    return ours, theirs, renamed


def _united(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the uid that each of those that are one thing has from now on: the smallest of all that are the same,
    directly or through others. Machines may have matched one thing with different ones."""
    smaller: dict[str, str] = {}

    def smallest(uid: str) -> str:
        while uid in smaller:
            uid = smaller[uid]
        return uid

    for one, other in pairs:
        first, second = sorted((smallest(one), smallest(other)))
        if first != second:
            smaller[second] = first
    return {uid: smallest(uid) for uid in smaller}


def _aliases(copy: Copy) -> dict[str, str]:
    return {uid: removal.became for uid, removal in copy.removed.items() if removal.became}


def with_uids(copy: Copy, renamed: Mapping[str, str]) -> Copy:
    """Return a copy in which some records have other uids, wherever they are named."""

    def current(uid: str) -> str:
        return renamed.get(uid, uid)

    removed = {
        uid: removal._replace(became=current(removal.became))
        for uid, removal in copy.removed.items()
        if uid not in renamed
    }
    records: dict[str, Record] = {}
    for uid, record in copy.records.items():
        changed: dict[str, Any] = {
            field: current(str(record.values[field])) for field in references_of(record.table) if record.values[field]
        }
        if MET in record.values:
            changed[MET] = tuple(dict.fromkeys(map(current, record.values[MET])))  # type: ignore[arg-type]
        if record.owner in renamed or any(record.values[field] != value for field, value in changed.items()):
            record = record._replace(owner=current(record.owner), values={**record.values, **changed})
        latest = current(uid)
        records[latest] = merged(records[latest], record) if latest in records else record
    for uid in renamed:
        removed[uid] = Removal("", current(uid))
    return Copy(records, {uid: gone for uid, gone in removed.items() if uid not in records}, copy.seen)


def _twins(ours: Copy, theirs: Copy, tables: tuple[str, ...]) -> dict[str, str]:
    ours_by_key, theirs_by_key = _by_key(ours, theirs, tables), _by_key(theirs, ours, tables)
    twins: dict[str, str] = {}
    used: set[str] = set()
    for key in sorted(ours_by_key.keys() & theirs_by_key.keys(), key=repr):
        mine = [uid for uid in ours_by_key[key] if uid not in used]
        yours = [uid for uid in theirs_by_key[key] if uid not in used]
        for one, other in zip(sorted(mine), sorted(yours), strict=False):
            twins[max(one, other)] = min(one, other)
            used |= {one, other}
    return twins


def _events_alike(ours: Copy, theirs: Copy) -> dict[str, str]:
    """Return the uids of events that say the same of one application, each with the smallest one: they are one, however
    many there are. What time brought about each machine wrote by itself, and for two applications that were merged."""
    alone = [*_by_key(ours, theirs, (EVENT.name,)), *_by_key(theirs, ours, (EVENT.name,))]
    keys = {key for key in alone if key.owner in ours.records and key.owner in theirs.records}
    owners = {key.owner for key in keys}
    alike: dict[_Key, set[str]] = {}
    for copy in (ours, theirs) if keys else ():
        for uid, record in copy.records.items():
            if record.table == EVENT.name and record.owner in owners:
                for key in _KEYS[EVENT.name](record):
                    alike.setdefault(_Key(EVENT.name, record.owner, key), set()).add(uid)
    return {uid: min(uids) for key, uids in alike.items() if key in keys for uid in uids if uid != min(uids)}


def _by_key(copy: Copy, other: Copy, tables: tuple[str, ...]) -> dict[_Key, list[str]]:
    """Return the uids of what only one copy has, by each key that identifies it."""
    by_key: dict[_Key, list[str]] = {}
    firsts = {EVENT.name, *(name for names in _ROUNDS for name in names)}
    for uid, record in copy.records.items():
        wanted = record.table in tables if tables else record.table not in firsts
        if wanted and uid not in other.records and uid not in other.removed:
            for key in _KEYS.get(record.table, _no_keys)(record):
                by_key.setdefault(_Key(record.table, record.owner, key), []).append(uid)
    return by_key


def _no_keys(_record: Record) -> Iterable[Hashable]:
    return ()


def _application_keys(record: Record) -> Iterable[Hashable]:
    values = record.values
    yield (
        folded(str(values["company"])),
        folded(str(values["role"])),
        str(values["url"]).strip().rstrip("/"),
        values["applied_on"],
    )


def _person_keys(record: Record) -> Iterable[Hashable]:
    values = record.values
    if values["email"]:
        yield ("email", str(values["email"]).casefold())
    if values["given"] or values["family"]:
        yield ("name", folded(f"{values['given']} {values['family']}"))


def _interview_keys(record: Record) -> Iterable[Hashable]:
    if record.values["calendar_uid"]:
        yield ("calendar", record.values["calendar_uid"])
    yield ("starts", record.values["starts"])


def _letter_keys(record: Record) -> Iterable[Hashable]:
    values = record.values
    if values["message_id"]:
        yield ("message", values["message_id"])
    sent = values["sent"] if values["status"] is LetterStatus.SENT else None
    what = (values["kind"], values["to"])
    yield ("sent", *what, sent) if sent else ("draft", *what, values["subject"], values["body"])


def _reply_keys(record: Record) -> Iterable[Hashable]:
    values = record.values
    yield ("message", values["message_id"]) if values["message_id"] else (values["at"], values["text"])


def _of(*fields: str) -> Callable[[Record], Iterable[Hashable]]:
    def keys(record: Record) -> Iterable[Hashable]:
        yield tuple(record.values[field] for field in fields)

    return keys


_KEYS: Mapping[str, Callable[[Record], Iterable[Hashable]]] = {
    "application": _application_keys,
    "person": _person_keys,
    "interview": _interview_keys,
    "letter": _letter_keys,
    "reply": _reply_keys,
    "waiver": _of("step", "person", "interview"),
    "snooze": _of("step", "person", "until"),
    "posting": _of("address", "text"),
    "attached_file": _of("kind", "sha256"),
    "question": _of("whose", "text", "interview"),
    "jotting": _of("interview", "person", "text"),
    "event": _of("at", "what", "text"),
}
"""What shows that two records are of one thing; records of other tables are only if they share a uid."""
