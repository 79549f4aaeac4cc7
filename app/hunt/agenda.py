"""Keep the stored agenda right: for what a verb changed, for what time changed, and as a whole under other rules.

Everything here runs inside the caller's transaction: the agenda and what it was made of are stored together.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.etiquette.companies import company_key
from app.etiquette.policy import Policy
from app.etiquette.records import Application
from app.etiquette.state.facts import last_status_mail
from app.etiquette.steps.agenda import agenda_of, stamp_of
from app.hunt.due import Others, company_of
from app.storage import agenda, agenda_writing, live_applications, pipeline, reading
from app.storage.agenda_writing import Mail
from app.storage.writing import Transaction

AT_A_TIME = 1_000
"""Agendas renewed in one transaction when all have to be: a fifth of a second, between which verbs have their turn."""


def renew(
    transaction: Transaction,
    applications: Iterable[Application],
    deleted_ids: Iterable[int],
    policy: Policy,
    now: datetime,
) -> None:
    """Renew the agendas of applications that were changed or deleted, and of those that they hold back or did.

    Args:
        applications: as stored in this transaction, all letters that were sent among what they hold.
        deleted_ids: of deleted applications.
    """
    changed = list(applications)
    after = {application.id: _mail(application) for application in changed}
    ids = {*after, *deleted_ids}
    before = agenda_writing.mails_of(transaction.connection, ids)
    held_back = _held_back(transaction, before, after, ids)
    mails = after | {application.id: _mail(application) for application in held_back}
    at_companies = agenda.status_mails(transaction.driver, {mail.company for mail in mails.values()})
    for company, sent in at_companies.items():
        at_companies[company] = [pair for pair in sent if pair[0] not in ids]
    for application_id, mail in after.items():
        if mail.sent is not None:
            at_companies.setdefault(mail.company, []).append((application_id, mail.sent))
    others = Others(at_companies, reading.accepted_offers(transaction.driver))
    agendas = [
        agenda_of(application, policy, now, company_of(application, others)) for application in (*changed, *held_back)
    ]
    agenda_writing.remove(transaction.connection, [*sorted(before), *(application.id for application in held_back)])
    agenda_writing.put(transaction.connection, agendas, mails)


def renew_all_with_interviews(transaction: Transaction, policy: Policy, now: datetime) -> None:
    """Renew what an offer, accepted or no longer accepted, asks of the others; what is more than a portion is
    left outdated."""
    agenda_writing.outdate(transaction.connection, now)
    renew_outdated(transaction, policy, now)


def renew_outdated(transaction: Transaction, policy: Policy, now: datetime, most: int = AT_A_TIME) -> int:
    """Renew up to so many agendas that time has overtaken; return how many are left."""
    outdated = agenda.outdated(transaction.driver, now)
    portion = outdated[:most]
    applications = list(live_applications.applications(transaction.driver, portion))
    still_stored = {application.id for application in applications}
    renew(transaction, applications, set(portion) - still_stored, policy, now)
    return len(outdated) - len(portion)


def begin_anew(transaction: Transaction, policy: Policy, now: datetime) -> None:
    """Mark every agenda as outdated, unless they were made by these rules, this policy and this zone."""
    stamp = stamp_of(policy)
    if agenda.stamp(transaction.driver) == stamp:
        return
    sent = {
        application_id: moment
        for mails in live_applications.last_status_mails(transaction.driver).values()
        for application_id, moment in mails
    }
    stages = {row.id: row for row in pipeline.stages(transaction.driver)}
    mails = {row.id: Mail(company_key(row.company), sent.get(row.id)) for row in stages.values()}
    agenda_writing.begin_anew(transaction.connection, mails, {row.id: row.stage for row in stages.values()}, now, stamp)


def _mail(application: Application) -> Mail:
    return Mail(company_key(application.company), last_status_mail(application))


def _held_back(
    transaction: Transaction, before: dict[int, Mail], after: dict[int, Mail], ids: set[int]
) -> list[Application]:
    """Return the other applications at companies where the last follow-up is another one now."""
    companies = {
        mail.company
        for application_id in ids
        if before.get(application_id) != after.get(application_id)
        for mail in (before.get(application_id), after.get(application_id))
        if mail is not None and mail.sent is not None
    }
    others = agenda_writing.others_at(transaction.connection, companies, ids)
    return list(live_applications.applications(transaction.driver, others))
