"""Store an import as one verb: hunts that are joined, new applications, changed ones, and who the user is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.etiquette.errors import NotFoundError
from app.etiquette.marks import NO_MARKS, Marks
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Me
from app.etiquette.state.settling import settle
from app.hunt import agenda
from app.hunt.changes import Verb, When, in_turn
from app.hunt.due import company_of, others_of
from app.hunt.joining.storing import WantedJoin, join_all, latest_of
from app.storage import inbox
from app.storage import marks as stored_marks
from app.storage.marks import IMPORT, JOIN
from app.storage.writing import Added, Transaction

_AT_ONCE = 500
"""Applications stored between two looks at whether an import was called off."""


def _nobody(_stored: int, _total: int) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What an import stores."""

    summary: str
    added: Sequence[tuple[Application, list[Event]]] = ()
    changes: Mapping[int, Sequence[Verb]] = field(default_factory=dict)
    """The verbs for each application that is there, in their order; one that is refused meanwhile is left out."""
    me: Me | None = None
    hunt_uid: str = ""
    """The hunt's from now on, "" keeps the one that it has."""
    dealt: Iterable[str] = ()
    """What of the mailbox is decided by this, unless something of it was refused."""
    joins: Sequence[WantedJoin] = ()
    """Other copies of the hunt."""
    marks: Marks = NO_MARKS
    """What is known of changes in the export of which an empty hunt becomes a copy."""


def run(
    transaction: Transaction,
    intake: Intake,
    policy: Policy,
    now: datetime,
    progress: Callable[[int, int], None] | None = None,
) -> list[str]:
    """Store an import; return why something of it was refused when it came to it, a sentence each.

    Args:
        progress: told how many applications are stored and how many there are; what it raises calls all off.
    """
    progress = progress or _nobody
    total = len(intake.added) + len(intake.changes)
    latest = max([latest_of(intake.joins), *intake.marks.seen.values()])
    is_join = bool(intake.joins or intake.marks.machine)
    transaction.begin_verb(
        JOIN if is_join else IMPORT,
        intake.summary,
        None,
        now,
        seen=latest,
    )
    for start in range(0, len(intake.added), _AT_ONCE):
        progress(start, total)
        portion = intake.added[start : start + _AT_ONCE]
        stored = transaction.add_many([Added(application, events) for application, events in portion])
        agenda.renew(transaction, stored, (), policy, now)
    join_all(transaction, intake.joins, policy, now)
    if intake.marks.machine:
        stored_marks.take_over(transaction.driver, intake.marks)
    left_out: list[str] = []
    for place, (application_id, verbs) in enumerate(intake.changes.items(), len(intake.added)):
        if place % _AT_ONCE == 0:
            progress(place, total)
        left_out += _change(transaction, application_id, verbs, policy, now)
    if intake.me is not None:
        transaction.set_me(intake.me)
    if intake.hunt_uid:
        transaction.set_hunt_uid(intake.hunt_uid)
    if not left_out:
        inbox.deal(transaction, intake.dealt, now)
    return left_out


def _change(
    transaction: Transaction, application_id: int, verbs: Iterable[Verb], policy: Policy, now: datetime
) -> list[str]:
    """Run verbs on one application; return why some were refused."""
    try:
        before = transaction.load(application_id)
    except NotFoundError as error:
        return [str(error)]
    company = company_of(before, others_of(transaction.driver, [before.company]))
    after, events, left_out = in_turn(before, verbs, When(policy, now, company))
    after, follows = settle(after, policy, now)
    events += follows
    if after != before or events:
        saved = transaction.save(before, after)
        transaction.append(application_id, events)
        agenda.renew(transaction, [saved], (), policy, now)
    return left_out
