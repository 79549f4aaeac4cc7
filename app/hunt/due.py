"""The due list of the whole hunt, read without SQLModel: what a prompt and the first screen show."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from app.etiquette.companies import Company, company_key
from app.etiquette.frozen import dataclass, field
from app.etiquette.policy import Policy
from app.etiquette.records import Application
from app.etiquette.stages import WAITING_STAGES, Stage
from app.etiquette.steps.agenda import agenda_of, stamp_of
from app.etiquette.steps.next_steps import Step, Urgency, order
from app.etiquette.steps.whole_hunt import keep_applying
from app.etiquette.steps.wording import say_what
from app.storage import agenda, live_applications, reading

NOBODY = Company()
_LAST = float("inf")


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

    @property
    def what(self) -> str:
        """What to do, and where: `Northwind: Thank Dana Lee`."""
        return f"{self.company or 'Your search'}: {say_what(self.step, self.person)}"


@dataclass(frozen=True, slots=True)
class Others:
    """What all applications mean for one of them."""

    status_mails: Mapping[str, Sequence[tuple[int, datetime]]] = field(default_factory=dict)
    """Company, as `company_key` writes it -> which applications wrote a status mail there, and when last."""
    accepted: Sequence[tuple[int, datetime | None]] = ()
    """The applications whose offer was accepted, and when; None: it asks nothing of the others."""


@dataclass(frozen=True, slots=True)
class DueSteps:
    """The beginning of the due list at one instant, and what is known of all of it."""

    steps: tuple[Due, ...]
    """Most urgent first, those not yet open included, as many as were asked for."""
    counts: Mapping[Urgency, int]
    """How many steps of each urgency there are, all counted."""
    holds_until: datetime | None
    """When time alone will change any of it; None: never."""


@dataclass(frozen=True, slots=True)
class _WorkedOut:
    """What was worked out here, since the stored agenda does not hold: by applications, in the order of their ids."""

    steps: Sequence[Due] = ()
    stages: Mapping[int, Stage] = field(default_factory=dict)
    holds_until: datetime | None = None


def due_list(
    connection: sqlite3.Connection, policy: Policy, now: datetime, most: int = -1, *, only_now: bool = False
) -> DueSteps:
    """Return the due list: from the stored agenda, what time has overtaken in it worked out anew.

    Args:
        most: how many steps to return; a negative number for all.
        only_now: read what belongs on the list today, and nothing that opens later.
    """
    with reading.snapshot(connection):
        outdated, worked_out = _worked_out(connection, policy, now)
        stored = agenda.counts(connection, outdated)
        are_now = sum(number for urgency, number in stored.items() if urgency is not Urgency.NOT_YET)
        steps = [Due(*row) for row in agenda.in_order(connection, outdated, are_now if only_now else most)]
        steps += worked_out.steps
        whole = _whole_hunt(connection, policy, now, outdated, worked_out)
        if whole is not None:
            steps.append(Due(whole, "", "", None, None))
        counts = _counted(stored, worked_out, whole)
        ends = [agenda.next_change(connection, now), worked_out.holds_until, whole.opens if whole else None]
    if only_now:
        steps = [item for item in steps if item.step.is_now]
    steps.sort(key=_order)
    listed_steps = steps if most < 0 else steps[:most]
    return DueSteps(
        tuple(listed_steps), counts, min((end for end in ends if end is not None and end > now), default=None)
    )


def coming_steps(
    connection: sqlite3.Connection, policy: Policy, now: datetime, span: tuple[datetime, datetime], most: int
) -> tuple[list[Due], int]:
    """Return the steps that may come in a span of time, as `agenda.coming` does: at most so many of those stored, and
    all steps of applications that time has overtaken, whenever they come; and how many there are of the former."""
    with reading.snapshot(connection):
        outdated, worked_out = _worked_out(connection, policy, now)
        listed, total = agenda.coming(connection, *span, outdated, most)
    return [*worked_out.steps, *(Due(*row) for row in listed)], total


def count_pressing(connection: sqlite3.Connection, policy: Policy, now: datetime) -> Mapping[Urgency, int]:
    """Return how many steps are overdue and due today; of others it may say anything."""
    with reading.snapshot(connection):
        outdated, worked_out = _worked_out(connection, policy, now)
        whole = _whole_hunt(connection, policy, now, outdated, worked_out)
        return _counted(agenda.counts(connection, outdated, only_pressing=True), worked_out, whole)


def _counted(stored: Mapping[Urgency, int], worked_out: _WorkedOut, whole: Step | None) -> Mapping[Urgency, int]:
    """Return the counts of what is stored, of what was worked out, and of the whole hunt's step."""
    counts = Counter(stored)
    counts.update(item.step.urgency for item in worked_out.steps)
    if whole is not None:
        counts[whole.urgency] += 1
    return counts


def stages_by_now(connection: sqlite3.Connection, policy: Policy, now: datetime) -> Mapping[int, Stage]:
    """Return the stages of those applications that time has moved since their agenda was stored."""
    with reading.snapshot(connection):
        return _worked_out(connection, policy, now)[1].stages


def has_much_to_work_out(connection: sqlite3.Connection, policy: Policy, now: datetime, much: int) -> bool:
    """Return whether so much of the stored agenda does not hold that working it out would keep a person waiting."""
    with reading.snapshot(connection):
        return len(_outdated(connection, policy, now)[0]) > much


def others_of(connection: sqlite3.Connection, companies: Iterable[str]) -> Others:
    """Return what the stored agenda knows of mail to some companies, and every offer that was accepted."""
    mails = agenda.status_mails(connection, {company_key(company) for company in companies})
    return Others(mails, reading.accepted_offers(connection))


def company_of(application: Application, others: Others) -> Company:
    """Return what other applications mean for this one: mail to the same company, an offer accepted elsewhere."""
    if not others.status_mails and not others.accepted:
        return NOBODY
    mails = others.status_mails.get(company_key(application.company), ())
    last = max((moment for owner, moment in mails if owner != application.id), default=None)
    accepted = [moment for owner, moment in others.accepted if owner != application.id and moment is not None]
    return Company(last, offer_accepted=min(accepted, default=None))


def _order(item: Due) -> tuple[tuple[int, datetime, datetime], float]:
    application_id = item.step.application_id
    return order(item.step), _LAST if application_id is None else application_id


def _outdated(connection: sqlite3.Connection, policy: Policy, now: datetime) -> tuple[list[int], bool]:
    """Return the applications whose stored agenda does not hold, and whether the stored agenda is one of this policy,
    these rules and this zone at all."""
    if agenda.stamp(connection) == stamp_of(policy):
        return agenda.outdated(connection, now), True
    return live_applications.all_ids(connection), False


def _worked_out(connection: sqlite3.Connection, policy: Policy, now: datetime) -> tuple[list[int], _WorkedOut]:
    outdated, is_ours = _outdated(connection, policy, now)
    if not outdated:
        return outdated, _WorkedOut()
    mails = (
        agenda.status_mails(connection, agenda.companies_of(connection, outdated))
        if is_ours
        else live_applications.last_status_mails(connection)
    )
    others = Others(mails, reading.accepted_offers(connection))
    steps: list[Due] = []
    stages: dict[int, Stage] = {}
    holds_until = None
    for application in live_applications.applications(connection, outdated):
        if application.archived:
            continue
        new_agenda = agenda_of(application, policy, now, company_of(application, others))
        stages[application.id] = new_agenda.stage
        holds_until = new_agenda.holds_until if holds_until is None else min(holds_until, new_agenda.holds_until)
        for step in new_agenda.steps:
            person = application.person(step.person)
            steps.append(
                Due(step, application.company, application.role, new_agenda.stage, person.name if person else None)
            )
    return outdated, _WorkedOut(steps, stages, holds_until)


def _whole_hunt(
    connection: sqlite3.Connection, policy: Policy, now: datetime, outdated: list[int], worked_out: _WorkedOut
) -> Step | None:
    waits = any(stage in WAITING_STAGES for stage in worked_out.stages.values())
    waits = waits or agenda.is_any_in(connection, WAITING_STAGES, outdated)
    newest, accepted = reading.newest_applied_on(connection), bool(reading.accepted_offers(connection))
    return keep_applying(newest, waits, accepted, policy, now)
