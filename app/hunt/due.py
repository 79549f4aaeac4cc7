"""The due list of the whole hunt, read without SQLModel: what a prompt and the first screen show."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from app.etiquette.dates import add_time
from app.etiquette.frozen import dataclass
from app.etiquette.hunt_step import keep_applying
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Company, OutcomeKind
from app.etiquette.settling import settle
from app.etiquette.stages import Stage
from app.etiquette.steps import Step, order, settled_steps
from app.etiquette.text import folded
from app.storage import clockwork, reading

NOBODY = Company()
_WAITING = (Stage.WAITING, Stage.FOLLOWED_UP)


@dataclass(frozen=True, slots=True)
class Due:
    """A step with what a list shows beside it."""

    step: Step
    company: str
    role: str
    stage: Stage | None
    """As settled; None for the whole hunt's step."""
    person: str | None
    """The display name of whom it goes to."""


@dataclass(frozen=True, slots=True)
class Waits:
    """What the whole hunt knows that one application does not."""

    newest_applied_on: date | None
    offer_accepted: bool
    status_mails: dict[str, list[tuple[int, datetime]]]
    """Folded company -> who wrote a status mail there lately, and when."""


def due_list(connection: sqlite3.Connection, policy: Policy, now: datetime) -> list[Due]:
    """Return every step of the hunt, those not yet open included, most urgent first."""
    with reading.snapshot(connection):
        waits = Waits(
            reading.newest_applied_on(connection),
            reading.offer_accepted(connection),
            clockwork.last_status_mails(connection, add_time(now, -timedelta(days=policy.status_mail_gap_days + 2))),
        )
        return steps_of_hunt(clockwork.live_applications(connection, now), waits, policy, now)


def steps_of_hunt(applications: Iterable[Application], waits: Waits, policy: Policy, now: datetime) -> list[Due]:
    """Return every step of these applications and of the hunt as a whole, most urgent first."""
    found: list[Due] = []
    somebody_waits = False
    for unsettled in applications:  # none of them is archived
        application = settle(unsettled, policy, now)[0]
        somebody_waits = somebody_waits or application.stage in _WAITING
        for step in settled_steps(application, policy, now, company_of(application, waits)):
            person = application.person(step.person)
            found.append(
                Due(step, application.company, application.role, application.stage, person.name if person else None)
            )
    whole = keep_applying(waits.newest_applied_on, somebody_waits, waits.offer_accepted, policy, now)
    if whole is not None:
        found.append(Due(whole, "", "", None, None))
    found.sort(key=lambda due: order(due.step))
    return found


def company_of(application: Application, waits: Waits) -> Company:
    """Return what other applications at the same company hold back."""
    if not waits.status_mails:
        return NOBODY
    others = [
        moment
        for application_id, moment in waits.status_mails.get(folded(application.company), ())
        if application_id != application.id
    ]
    return Company(max(others)) if others else NOBODY


def is_accepted(application: Application) -> bool:
    """Return whether an offer was accepted here, which ends the hunt."""
    outcome = application.outcome
    return outcome is not None and outcome.kind is OutcomeKind.OFFER and outcome.decision == "accepted"
