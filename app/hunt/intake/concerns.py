"""Which mail concerns the search: names, domains and threads of the applications that are not over. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from app.etiquette.addresses import address_key
from app.etiquette.policy import Policy
from app.etiquette.records import Application, LetterStatus
from app.etiquette.time.dates import add_days, local_day
from app.hunt.intake.evidence import core_of, domain_of, domains_of, is_shared
from app.mailbox.records import Wanted

_AFTER_THE_END = timedelta(days=45)
"""How long after an outcome its mail is still of interest: an answer to a rejection, a late offer."""
_SHORTEST_NAME = 4
"""Characters of a company's name that is asked for: a shorter one is in everything."""
_MOST = 500
"""Applications that are asked for, the latest first."""
_WHO = re.compile(
    rb"^(?:from|to|cc|bcc|sender|reply-to|references|in-reply-to|x-failed-recipients):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
"""The fields of a header that tell whom a mail concerns, folded lines included."""
_RETURNS = ("mailer-daemon", "postmaster")
"""Who reports that a letter did not arrive."""


def wanted_of(applications: Iterable[Application], policy: Policy, now: datetime) -> Wanted | None:
    """Return what a mailbox is to be asked for; None: no application is open, so that nothing is."""
    open_ones = [application for application in applications if _is_open(application, now)]
    if not open_ones:
        return None
    open_ones.sort(key=lambda application: _begun(application, policy), reverse=True)
    names: set[str] = set()
    threads: set[str] = set()
    for application in open_ones[:_MOST]:
        names |= _names_of(application)
        threads |= {letter.message_id for letter in application.letters if letter.status is not LetterStatus.DRAFT}
    threads -= {""}
    names |= set(_RETURNS) if threads else set()
    since = add_days(min(_begun(application, policy) for application in open_ones), -1)
    return Wanted(since, frozenset(names), frozenset(threads))


def header_filter(wanted: Wanted | None) -> Callable[[bytes], bool]:
    """Return what says of a mail's header whether the mail concerns the search; None: none does."""
    if wanted is None:
        return lambda _header: False
    texts = sorted((*wanted.names, *wanted.threads), key=len, reverse=True)
    words = re.compile(b"|".join(re.escape(text.encode()) for text in texts), re.IGNORECASE)

    def concerns(header: bytes) -> bool:
        return any(words.search(field[0]) for field in _WHO.finditer(header))

    return concerns


def _is_open(application: Application, now: datetime) -> bool:
    if application.archived:
        return False
    outcome = application.outcome
    if outcome is None or outcome.is_open_offer:
        return True
    return outcome.at is not None and now - outcome.at <= _AFTER_THE_END


def _begun(application: Application, policy: Policy) -> date:
    """Return the first day that anything is known of an application."""
    moments = [application.added, *(interview.starts for interview in application.interviews)]
    days = [local_day(moment, policy.zone) for moment in moments if moment is not None]
    if application.applied_on is not None:
        days.append(application.applied_on)
    return min(days)


def _names_of(application: Application) -> set[str]:
    """Return what is in the From of a company's mail: its domains, its people's addresses elsewhere, its name."""
    domains = set(domains_of(application))
    addresses = {address_key(person.email) for person in application.people if person.email}
    words = core_of(application.company)
    names = {" ".join(words), "".join(words)}
    names = {name for name in names if len(name) >= _SHORTEST_NAME}
    return (
        domains | names | {address for address in addresses if is_shared(address) or domain_of(address) not in domains}
    )
