"""Two applications that are the same one, made one: they are joined as two copies of it would be.

That is what two machines need on which one role was typed in twice, and whoever has one from a sheet and from a mail.
Other machines do likewise when they hear of it, since the uid of one becomes that of the other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from app.etiquette.errors import RefusedError
from app.etiquette.marks import Removal
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, LetterStatus
from app.etiquette.text import clean_lines
from app.etiquette.time.lengths import count
from app.hunt.changes import When
from app.hunt.field_words import shortened
from app.hunt.joining.copies import Copy, Record, fields_of, uid_made_of
from app.hunt.joining.disputes import those_that_went_on, with_disputes
from app.hunt.joining.joins import Contested, Joined, Unit, joined
from app.hunt.joining.merging import weight_of
from app.hunt.joining.noting import Said, in_words
from app.hunt.joining.storing import Before, JoinEffect, WantedJoin, before_of, store
from app.storage import marks as stored_marks
from app.storage import reading
from app.storage.columns import EVENT, LETTER
from app.storage.writing import Transaction

MERGED = "merged"
"""The name of the event that notes it."""
_WORKED_OUT = ("stage", "added")
"""Fields that nobody typed."""


class Merging(NamedTuple):
    """What merging two applications makes of them."""

    first: Application
    other: Application
    before: Before
    wanted: WantedJoin
    result: Joined

    def differences(self, when: When) -> list[Said]:
        """Return what both say differently: what the first one says stays, what the other says is noted."""
        ours, theirs = self.result.ours.records, self.result.theirs.records
        return [
            in_words(contested, ours, when)
            for contested in self.result.contested
            if contested.uid in theirs and ours[contested.uid].table != LETTER.name
            if contested.field not in _WORKED_OUT and _both_say(contested)
        ]


class Merged(NamedTuple):
    """What was done."""

    summary: str
    application_id: int
    """Of the one application that is left."""
    remark: str
    """What did not stay, "" for nothing."""


def merging_of(connection: sqlite3.Connection, first: int, other: int) -> Merging:
    """Return what merging two applications makes of them.

    Args:
        first, other: their ids; what both say differently stays as the first one says it.

    Raises:
        NotFoundError: one of them is gone.
        RefusedError: they can't be merged.
    """
    mine, yours = reading.application(connection, first), reading.application(connection, other)
    if first == other:
        raise RefusedError("That's the same application. Choose another one.", can_override=False)
    if any(letter.status is LetterStatus.SENDING for letter in (*mine.letters, *yours.letters)):
        raise RefusedError("A letter is being sent. Try again when it has gone.", can_override=False)
    before = before_of(connection, (first, other))
    apart = {uid: record for uid, record in before.copy.records.items() if yours.uid in (uid, record.owner)}
    rest = {uid: record for uid, record in before.copy.records.items() if uid not in apart}
    ours = Copy(rest, {**before.copy.removed, yours.uid: Removal("", mine.uid)}, {})  # neither has seen the other's
    theirs = Copy(apart, {}, {})
    kept = frozenset(_said_by_ours(joined(ours, theirs)))
    result = joined(ours, theirs, kept)
    result = result._replace(copy=result.copy._replace(seen=before.copy.seen))
    return Merging(mine, yours, before, WantedJoin("", theirs, kept), result)


def merge(transaction: Transaction, first: int, other: int, policy: Policy, now: datetime) -> Merged:
    """Make two applications one, as a verb. See `merging_of` for what it takes and raises."""
    merging = merging_of(transaction.driver, first, other)
    summary = f"Merged {_name(merging.other)} into {_name(merging.first)}"
    transaction.begin_verb(stored_marks.JOIN, summary, None, now)
    stays = min(merging.first, merging.other, key=lambda one: one.uid)
    differences = merging.differences(When(policy, now))
    note = _note(stays.uid, f"Merged with {_name(merging.other)}", differences, now)
    result = with_disputes(merging.result, those_that_went_on(merging.result), is_chosen=False)
    records = {**result.copy.records, uid_made_of(merging.first.uid, merging.other.uid, str(now)): note}
    result = result._replace(copy=result.copy._replace(records=records))
    store(transaction, JoinEffect(merging.before, result, frozenset((stays.uid,)), merging.wanted), policy, now)
    remark = f"{count(len(differences), 'detail')} didn't stay: see the timeline" if differences else ""
    return Merged(summary, stays.id, remark)


def _name(application: Application) -> str:
    return f"{application.company}, {application.role}" if application.role else application.company


def _said_by_ours(result: Joined) -> Iterator[Unit]:
    """Yield the fields of ours that say anything: there our value stays, elsewhere theirs fills the gap."""
    for contested in result.contested:
        if weight_of(list(contested.ours.values()))[0]:
            yield contested.uid, contested.field


def _both_say(contested: Contested) -> bool:
    return all(weight_of(list(side.values()))[0] for side in (contested.ours, contested.theirs))


def _note(owner: str, summary: str, differences: Iterable[Said], now: datetime) -> Record:
    """Return the entry of the timeline in which all that does not stay can still be read."""
    lines = [f"{said.what}: {said.goes} (kept: {shortened(said.stays)})" for said in differences]
    event = Event(now, MERGED, clean_lines("\n".join([summary, *lines])), recorded=now)
    return Record(EVENT.name, owner, {field: getattr(event, field) for field in fields_of(EVENT)}, {})
