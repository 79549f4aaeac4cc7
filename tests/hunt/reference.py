"""The due list worked out from whole records by all the rules, which the stored agenda has to agree with."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from app.etiquette.companies import company_key
from app.etiquette.policy import Policy
from app.etiquette.records import Decision, OutcomeKind, StepName
from app.etiquette.stages import Stage
from app.etiquette.state.facts import last_status_mail
from app.etiquette.state.settling import settle
from app.etiquette.steps.next_steps import next_steps, order
from app.etiquette.steps.whole_hunt import keep_applying
from app.hunt.due import Due, Others, company_of
from app.storage import reading
from tests.storage.hunts import SETTINGS, reader


def by_all_the_rules(path: Path, now: datetime, policy: Policy = SETTINGS.policy) -> list[Due]:
    """Return the due list from whole records of everything that is stored, what is over included."""
    with reader(path) as connection:
        stored = reading.all_applications(connection)
    mails: dict[str, list[tuple[int, datetime]]] = {}
    for application in stored:
        if sent := last_status_mail(application):
            mails.setdefault(company_key(application.company), []).append((application.id, sent))
    newest: date | None = max(
        (application.applied_on for application in stored if application.applied_on), default=None
    )
    accepted = [
        (
            application.id,
            None if any(w.step is StepName.WITHDRAW for w in application.waivers) else application.outcome.decided,
        )
        for application in stored
        if application.outcome
        and application.outcome.kind is OutcomeKind.OFFER
        and application.outcome.decision is Decision.ACCEPTED
    ]
    items, waits = [], False
    for application in stored:
        if application.archived:
            continue
        settled = settle(application, policy, now)[0]
        waits = waits or settled.stage in (Stage.WAITING, Stage.FOLLOWED_UP)
        for step in next_steps(application, policy, now, company_of(application, Others(mails, accepted))):
            person = settled.person(step.person)
            name = person.name if person else None
            items.append(Due(step, settled.company, settled.role, settled.stage, name))
    whole = keep_applying(newest, waits, bool(accepted), policy, now)
    if whole is not None:
        items.append(Due(whole, "", "", None, None))
    return sorted(items, key=lambda due: order(due.step))
