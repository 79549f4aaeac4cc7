"""Stores the join of two copies of a hunt, in the transaction of one verb: undo puts everything back as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
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


class Work(NamedTuple):
    """A copy of the hunt to be joined with this one."""

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


class Outcome(NamedTuple):
    """What a join does."""

    before: Before
    result: Joined
    touched: frozenset[str]
    """The uids of the applications that are new, changed or gone."""
    work: Work


def join_all(transaction: Transaction, works: Iterable[Work], policy: Policy, now: datetime) -> None:
    """Join other copies of the hunt with this one, one after another."""
    for work in works:
        store(transaction, worked_out(transaction.driver, work, policy), policy, now)


def join_alone(
    transaction: Transaction,
    work: Work,
    summary: Callable[[Outcome], str],
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
    outcome = worked_out(transaction.driver, work, policy)
    details = details_from(reading.me(transaction.driver), me)
    if not outcome.touched and details is None:
        keep_marks(transaction, outcome.before, outcome.result.copy, is_verb=False)
        return ""
    said = summary(outcome) if outcome.touched else f"Took over your details from {work.name}"
    transaction.begin_verb(stored_marks.JOIN, said, None, now, seen=latest_of([work]))
    if details is not None:
        transaction.set_me(details)
    if hunt_uid and not outcome.before.hunt:
        transaction.set_hunt_uid(hunt_uid)
    store(transaction, outcome, policy, now)
    return said


def details_from(own: Me, theirs: Me | None) -> Me | None:
    """Return who the user is by another copy, None where they said it here, or nowhere; nothing is ever replaced."""
    if theirs is None or own.name or not (theirs.name or (theirs.email and not own.email)):
        return None
    return Me(theirs.name, own.email or theirs.email, own.signature or theirs.signature)


def latest_of(works: Iterable[Work]) -> str:
    """Return the latest stamp that some other copies have seen, "" for none."""
    return max((stamp for work in works for stamp in work.theirs.seen.values()), default="")


def worked_out(connection: sqlite3.Connection, work: Work, policy: Policy) -> Outcome:
    """Return what a join does."""
    before = before_of(connection)
    result = joined_with_questions(before.copy, work, policy)
    return Outcome(before, result, frozenset(touched_by(result)), work)


def joined_with_questions(ours: Copy, work: Work, policy: Policy) -> Joined:
    """Return a join with what both machines contradict each other in: noted, and asked where an outcome is in doubt."""
    result = joined(ours, work.theirs, work.kept)
    went_on = list(those_that_went_on(result))
    return with_notes(with_disputes(result, went_on, is_chosen=work.is_chosen), went_on, policy)


def before_of(connection: sqlite3.Connection) -> Before:
    """Return this copy of the hunt."""
    with reading.snapshot(connection):
        hunt = {application.uid: (application, events) for application, events in reading.whole_hunt(connection)}
        marks = stored_marks.marks(connection)
    return Before(hunt, marks, copy_of(hunt.values(), marks))


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


def store(transaction: Transaction, outcome: Outcome, policy: Policy, now: datetime) -> None:
    """Store a join."""
    before, result, touched, _ = outcome
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
        keep_marks(transaction, before, _with_decisions(transaction, outcome), is_verb=True)
    agenda.renew(transaction, changed, gone, policy, now)


def _with_decisions(transaction: Transaction, outcome: Outcome) -> Copy:
    """Return what a join makes, with what the user decided about fields that both machines changed."""
    copy, work = outcome.result.copy, outcome.work
    if not work.is_decided:
        return copy._replace(seen=outcome.before.copy.seen)
    clock = stored_marks.clock(transaction.driver)
    records = dict(copy.records)
    for uid, field, _, _, _, (mine, yours) in outcome.result.contested:
        if (uid, field) in work.kept and yours > mine:
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
    """Give records the uids that they have from now on; return the new uids of applications by the old ones. Events
    are never changed: one that has another uid now is stored again, and the first one is hidden."""
    tables = {table.name for table in (APPLICATION, *OWNED)}
    uids: dict[str, str] = {}
    for uid, latest in renamed.items():
        record = before.copy.records.get(uid)
        if record is not None and record.table in tables and latest not in before.copy.records:
            stored_marks.rename(transaction.driver, record.table, uid, latest)
            uids[uid] = latest
    return uids


def _numbered(after: Application, stored: Application) -> Application:
    """Return a joined application with the ids that its records have here; those that are new keep temporary ones."""
    ids = {record.uid: record.id for table in OWNED for record in getattr(stored, table.listed_in)}
    return replace(with_ids(after, ids), id=stored.id, version=stored.version)
