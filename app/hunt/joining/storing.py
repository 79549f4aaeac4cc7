"""Stores the join of two copies of a hunt, in the transaction of one verb: undo puts everything back as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from app.etiquette.marks import Marks
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Me
from app.etiquette.state.settling import settle
from app.hunt import agenda
from app.hunt.joining.copies import Copy, Record, applications_of, copy_of
from app.hunt.joining.disputes import those_that_went_on, with_disputes
from app.hunt.joining.joins import Joined, Unit, joined
from app.hunt.joining.noting import with_notes
from app.hunt.joining.stages import sound, with_stage
from app.storage import marks as stored_marks
from app.storage import reading
from app.storage.columns import APPLICATION, EVENT, OWNED
from app.storage.numbering import with_ids
from app.storage.writing import Added, Transaction


class WantedJoin(NamedTuple):
    """A copy of the hunt to be joined with this one, and what the user decided about that."""

    name: str
    """Of the file, or of the machine, that it comes from."""
    theirs: Copy
    kept: frozenset[Unit] = frozenset()
    """Fields that keep our value although theirs is later."""
    is_decided: bool = True
    """Whether the user decided so, which is then the latest word on them; otherwise they are asked about again."""
    is_chosen: bool = False
    """Whether the user was shown what both machines changed, and chose."""


class Before(NamedTuple):
    """This copy of the hunt before a join."""

    hunt: Mapping[str, tuple[Application, list[Event]]]
    """By uid."""
    marks: Marks
    copy: Copy


class JoinEffect(NamedTuple):
    """What a join does, worked out and not stored yet."""

    before: Before
    result: Joined
    touched: frozenset[str]
    """The uids of the applications that are new, changed or gone."""
    wanted: WantedJoin


def join_all(transaction: Transaction, wanted: Iterable[WantedJoin], policy: Policy, now: datetime) -> None:
    """Join other copies of the hunt with this one, one after another."""
    for one in wanted:
        store(transaction, worked_out(transaction.driver, one, policy), policy, now)


def join_alone(
    transaction: Transaction,
    wanted: WantedJoin,
    summary: Callable[[JoinEffect], str],
    policy: Policy,
    now: datetime,
    hunt_uid: str,
    me: Me | None = None,
) -> str:
    """Join another copy of the hunt with this one as a verb, unless that changes nothing; return what was done, "" for
    nothing.

    Args:
        summary: returns what undo calls the join.
        hunt_uid: the uid of their hunt, which an empty one takes over.
        me: who the user is by their copy, which counts where nobody has said it here.
    """
    effect = worked_out(transaction.driver, wanted, policy)
    details = details_from(reading.me(transaction.driver), me)
    if not effect.touched and details is None:
        keep_marks(transaction, effect.before, effect.result.copy, is_verb=False)
        return ""
    said = summary(effect) if effect.touched else f"Took over your details from {wanted.name}"
    transaction.begin_verb(stored_marks.JOIN, said, None, now, seen=latest_of([wanted]))
    if details is not None:
        transaction.set_me(details)
    if hunt_uid and not effect.before.hunt:
        transaction.set_hunt_uid(hunt_uid)
    store(transaction, effect, policy, now)
    return said


def details_from(own: Me, theirs: Me | None) -> Me | None:
    """Return who the user is by another copy, None where they said it here, or nowhere; nothing is ever replaced."""
    if theirs is None or own.name or not (theirs.name or (theirs.email and not own.email)):
        return None
    return Me(theirs.name, own.email or theirs.email, own.signature or theirs.signature)


def latest_of(wanted: Iterable[WantedJoin]) -> str:
    """Return the latest stamp that some other copies have seen, "" for none."""
    return max((stamp for one in wanted for stamp in one.theirs.seen.values()), default="")


def worked_out(connection: sqlite3.Connection, wanted: WantedJoin, policy: Policy) -> JoinEffect:
    """Return what a join does."""
    before = before_of(connection)
    result = joined_with_questions(before.copy, wanted, policy)
    return JoinEffect(before, result, frozenset(touched_by(result)), wanted)


def joined_with_questions(ours: Copy, wanted: WantedJoin, policy: Policy) -> Joined:
    """Return a join with what both machines contradict each other in: noted, and asked where an outcome is in doubt."""
    result = joined(ours, wanted.theirs, wanted.kept)
    went_on = list(those_that_went_on(result))
    return with_notes(with_disputes(result, went_on, is_chosen=wanted.is_chosen), went_on, policy)


def before_of(connection: sqlite3.Connection, ids: Collection[int] = ()) -> Before:
    """Return this copy of the hunt.

    Args:
        ids: of the applications that alone are wanted of it; () for all.
    """
    with reading.snapshot(connection):
        wanted = ((reading.application(connection, one), reading.events(connection, one)) for one in ids)
        hunt = {one.uid: (one, events) for one, events in (wanted if ids else reading.whole_hunt(connection))}
        marks = stored_marks.marks(connection)
    copy = copy_of(hunt.values(), marks)
    if ids:
        marks = marks._replace(edits={uid: record.edits for uid, record in copy.records.items() if record.edits})
    return Before(hunt, marks, copy)


def touched_by(result: Joined) -> set[str]:
    """Return the uids of the applications that a join changes in anything but the stage."""
    ours, after = result.ours.records, result.copy.records
    touched = {
        record.owner or uid
        for records, others in ((after, ours), (ours, after))
        for uid, record in records.items()
        if uid not in others or (record is not others[uid] and _says(record) != _says(others[uid]))
    }
    return touched | {after[latest].owner or latest for latest in result.renamed.values() if latest in after}


def _says(record: Record) -> dict[str, object]:
    if record.table == EVENT.name:  # never changed: where two machines write one in other words, each keeps its own
        return {}
    return {field: value for field, value in record.values.items() if (record.table, field) != ("application", "stage")}


def store(transaction: Transaction, effect: JoinEffect, policy: Policy, now: datetime) -> None:
    """Store a join."""
    before, result, touched = effect.before, effect.result, effect.touched
    with _unmarked(transaction):
        renamed = _rename(transaction, before, result.renamed)
        hunt = {renamed.get(uid, uid): stored for uid, stored in before.hunt.items()}
        there = touched & result.copy.records.keys()
        theirs = applications_of(result.theirs, there & result.theirs.records.keys())
        changed: list[Application] = []
        added: list[Added] = []
        for uid, (after, events) in applications_of(result.copy, there).items():
            if uid not in hunt:
                added.append(Added(settle(sound(after, policy, now), policy, now)[0], events))
                continue
            stored = transaction.load(hunt[uid][0].id) if result.renamed else hunt[uid][0]
            after = with_stage(_numbered(after, stored), stored, theirs[uid][0] if uid in theirs else None, policy, now)
            changed.append(transaction.save(stored, settle(after, policy, now)[0]))
            noted = {event.uid for event in hunt[uid][1]}
            transaction.append(stored.id, [event for event in events if event.uid not in noted])
        gone = [application.id for uid, (application, _) in hunt.items() if uid not in result.copy.records]
        for application_id in gone:
            transaction.delete(application_id)
        changed += transaction.add_many(added) if added else []
        keep_marks(transaction, before, _with_decisions(transaction, effect), is_verb=True)
    agenda.renew(transaction, changed, gone, policy, now)


def _with_decisions(transaction: Transaction, effect: JoinEffect) -> Copy:
    """Return what a join makes, with what the user decided about fields that both machines changed."""
    copy, wanted = effect.result.copy, effect.wanted
    if not wanted.is_decided:
        return copy._replace(seen=effect.before.copy.seen)
    clock = stored_marks.clock(transaction.driver)
    records = dict(copy.records)
    for contested in effect.result.contested:
        uid, field, (mine, yours) = contested.uid, contested.field, contested.stamps
        if (uid, field) in wanted.kept and yours > mine:
            records[uid] = records[uid]._replace(edits={**records[uid].edits, field: clock})
    return copy._replace(records=records)


@contextmanager
def _unmarked(transaction: Transaction) -> Iterator[None]:
    transaction.marks = False
    try:
        yield
    finally:
        transaction.marks = True


def keep_marks(transaction: Transaction, before: Before, after: Copy, *, is_verb: bool) -> None:
    """Store what is known of changes after a join.

    Args:
        is_verb: whether undo puts it back.
    """
    edits = {uid: record.edits for uid, record in after.records.items() if record.edits}
    later = Marks(before.marks.machine, after.seen, edits, after.removed)
    stored_marks.keep(transaction.driver, before.marks, later, is_verb=is_verb)


def _rename(transaction: Transaction, before: Before, renamed: Mapping[str, str]) -> dict[str, str]:
    """Give records the uids that they have from now on; return the new uids of applications by the old ones. Of several
    that become one, one row gets its uid; the others go. Events are never changed: one that has another uid now is
    stored again, and the first one is hidden."""
    tables = {table.name for table in (APPLICATION, *OWNED)}
    uids: dict[str, str] = {}
    taken = set(before.copy.records)
    for uid, latest in renamed.items():
        record = before.copy.records.get(uid)
        if record is not None and record.table in tables and latest not in taken:
            stored_marks.rename(transaction.driver, record.table, uid, latest)
            uids[uid] = latest
            taken.add(latest)
    return uids


def _numbered(after: Application, stored: Application) -> Application:
    """Return a joined application with the ids that its records have here; those that are new keep temporary ones."""
    ids = {record.uid: record.id for table in OWNED for record in getattr(stored, table.listed_in)}
    return replace(with_ids(after, ids), id=stored.id, version=stored.version)
