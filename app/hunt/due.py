"""The due list of the whole hunt, read without SQLModel: what a prompt and the first screen show."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from app.etiquette.companies import company_key
from app.etiquette.dates import add_time
from app.etiquette.frozen import dataclass
from app.etiquette.hunt_step import keep_applying
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Company
from app.etiquette.settling import settle
from app.etiquette.stages import WAITING_STAGES, Stage
from app.etiquette.steps import Step, order, settled_steps
from app.storage import clockwork, reading

NOBODY = Company()
_A_CHANGE_OF_THE_CLOCK = timedelta(days=2)
"""More than any zone moves a day by."""


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
    accepted: tuple[tuple[int, datetime | None], ...]
    """The applications whose offer was accepted, and when; None: it asks nothing of the others."""
    status_mails: dict[str, list[tuple[int, datetime]]]
    """Company, as `company_key` writes it -> who wrote a status mail there lately, and when."""


def due_list(connection: sqlite3.Connection, policy: Policy, now: datetime) -> list[Due]:
    """Return every step of the hunt, those not yet open included, most urgent first."""
    with reading.snapshot(connection):
        waits = read_waits(connection, policy, now)
        return steps_of_hunt(clockwork.live_applications(connection, now), waits, policy, now)


def read_waits(connection: sqlite3.Connection, policy: Policy, now: datetime) -> Waits:
    """Return what the whole hunt knows that one application does not."""
    with reading.snapshot(connection):
        return Waits(
            reading.newest_applied_on(connection),
            tuple(reading.accepted_offers(connection)),
            clockwork.last_status_mails(connection, lately(policy, now)),
        )


def lately(policy: Policy, now: datetime) -> datetime:
    """Return since when a status mail can hold another one back, with room to spare."""
    return add_time(now, -timedelta(days=policy.status_mail_gap_days) - _A_CHANGE_OF_THE_CLOCK)


def steps_of_hunt(applications: Iterable[Application], waits: Waits, policy: Policy, now: datetime) -> list[Due]:
    """Return every step of these applications and of the hunt as a whole, most urgent first."""
    found: list[Due] = []
    somebody_waits = False
    for unsettled in applications:  # none of them is archived
        application = settle(unsettled, policy, now)[0]
        somebody_waits = somebody_waits or application.stage in WAITING_STAGES
        for step in settled_steps(application, policy, now, company_of(application, waits)):
            person = application.person(step.person)
            found.append(
                Due(step, application.company, application.role, application.stage, person.name if person else None)
            )
    whole = keep_applying(waits.newest_applied_on, somebody_waits, bool(waits.accepted), policy, now)
    if whole is not None:
        found.append(Due(whole, "", "", None, None))
    found.sort(key=lambda due: order(due.step))
    return found


def company_of(application: Application, waits: Waits) -> Company:
    """Return what the other applications mean for this one: mail to the same company, an offer accepted elsewhere."""
    if not waits.status_mails and not waits.accepted:
        return NOBODY
    mails = waits.status_mails.get(company_key(application.company), ())
    accepted = [moment for owner, moment in waits.accepted if owner != application.id and moment is not None]
    return Company(last_mail_of_others(mails, application.id), offer_accepted=min(accepted, default=None))


def last_mail_of_others(mails: Iterable[tuple[int, datetime]], application_id: int) -> datetime | None:
    """Return when a status mail last went to a company from another application, of those that went there lately."""
    return max((moment for owner, moment in mails if owner != application_id), default=None)
