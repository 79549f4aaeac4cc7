"""Verbs on several steps, stored as one: one transaction, one entry for undo, whatever they do and wherever."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from app.etiquette.errors import AfterwordError
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event
from app.etiquette.state.settling import settle
from app.hunt import agenda
from app.hunt.changes import Change, Verb, When
from app.hunt.due import company_of, others_of
from app.storage.writing import Transaction

Job = tuple[int, Verb]
"""An application's id, and what to do with it."""


class SeveralDone(NamedTuple):
    """What verbs on several steps did."""

    summary: str
    refused: Mapping[int, AfterwordError]
    """By its place among the jobs: why one was left out."""


class _Worked(NamedTuple):
    """An application before and after the verbs on it, and what they add to its timeline."""

    before: Application
    after: Application
    events: list[Event]


def run(
    transaction: Transaction, jobs: Sequence[Job], summary: Callable[[int], str], policy: Policy, now: datetime
) -> SeveralDone:
    """Run verbs, those on one application in their order; one that is refused is left out whole, the others go on.

    Nothing is written before the last verb has been run.

    Args:
        summary: from how many were done to what undo calls it.

    Raises:
        AfterwordError: the first refusal, where all were refused, or it could not be stored; nothing is changed then.
    """
    worked: dict[int, _Worked] = {}
    refused: dict[int, AfterwordError] = {}
    is_final = False
    for place, (application_id, verb) in enumerate(jobs):
        try:
            so_far = worked.get(application_id) or _loaded(transaction, application_id)
            change, worked[application_id] = _worked(transaction, so_far, verb, policy, now)
            is_final = is_final or change.is_final
        except AfterwordError as error:
            refused[place] = error
    if refused and not worked:
        raise next(iter(refused.values()))
    said = summary(len(jobs) - len(refused))
    transaction.begin_verb("change", said, None, now, final=is_final)
    stored = []
    for application_id, (before, after, events) in worked.items():
        after, follows = settle(after, policy, now)
        stored.append(transaction.save(before, after))
        transaction.append(application_id, [*events, *follows])
    agenda.renew(transaction, stored, (), policy, now)
    return SeveralDone(said, refused)


def _loaded(transaction: Transaction, application_id: int) -> _Worked:
    before = transaction.load(application_id)
    return _Worked(before, before, [])


def _worked(
    transaction: Transaction, so_far: _Worked, verb: Verb, policy: Policy, now: datetime
) -> tuple[Change, _Worked]:
    """Run one more verb on an application, settled before; raise what it raises."""
    settled, came_about = settle(so_far.after, policy, now)
    company = company_of(settled, others_of(transaction.driver, [settled.company]))
    change = verb(settled, When(policy, now, company))
    return change, _Worked(so_far.before, change.application, [*so_far.events, *came_about, *change.events])
