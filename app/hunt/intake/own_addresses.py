"""Which addresses are the user's own: those named, and those that an import shows beyond doubt. Pure.

Without them the user would become an interviewer at the first company that invites them, and their own mail an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import datetime
from functools import cache

from app.etiquette.addresses import address_key
from app.etiquette.records import Application
from app.exchange.contents import Invitation, Message
from app.exchange.meanings.senders import is_machine
from app.hunt.intake.evidence import core_of, domain_of, domains_of, is_named_after, is_shared
from app.hunt.intake.plan import Change, Fate, Line, Plan
from app.hunt.own_people import keys_of, taking_out

_Asks = Callable[[str], bool]


def own_addresses(
    given: Iterable[str],
    applications: Sequence[Application],
    invitations: Sequence[Invitation],
    messages: Sequence[Message],
) -> frozenset[str]:
    """Return the user's addresses, as `address_key` writes them.

    Args:
        given: those that the user gave.
    """
    mine = {address_key(address) for address in given if address}
    if not invitations and not messages:
        return frozenset(mine)
    their_addresses = {
        address_key(person.email) for application in applications for person in application.people if person.email
    } - mine
    companies = {domain for application in applications for domain in domains_of(application)}
    companies -= {domain_of(address) for address in mine}

    def is_theirs(address: str) -> bool:
        return address in their_addresses or domain_of(address) in companies or is_machine(address)

    for message in messages:
        mine |= _of_message(message, is_theirs)
    may_be_theirs = _sounding_like(applications, mine, is_theirs)
    for invitation in invitations:
        mine |= _of_invitation(invitation, mine, may_be_theirs)
    return frozenset((mine | _common(invitations, may_be_theirs)) - {""})


def plan_taking_out(plan: Plan, applications: Iterable[Application], given: Iterable[str], now: datetime) -> None:
    """Plan to take the user out of the people of stored applications: who they are may be known since today.

    Args:
        given: the addresses that the user gave.
    """
    for application, verb in taking_out(applications, keys_of(given), now):
        if application.id > 0 and plan.files:
            text = f"{application.company}, {application.role}: you aren't one of the people there"
            plan.changes.append(Change(application.id, text, verb))
            plan.lines.append(Line(plan.files[0].file, 0, Fate.CHANGED, text))


def _sounding_like(applications: Iterable[Application], mine: Iterable[str], is_theirs: _Asks) -> _Asks:
    """Return what says whether an address is a company's, or at least at a domain of its name."""
    labels = {"".join(core_of(application.company)) for application in applications}
    own_domains = {domain_of(address) for address in mine}

    @cache
    def sounds_like_one(domain: str) -> bool:
        return domain not in own_domains and any(is_named_after(domain, label) for label in labels)

    return lambda address: is_theirs(address) or (not is_shared(address) and sounds_like_one(domain_of(address)))


def _of_message(message: Message, is_theirs: _Asks) -> set[str]:
    """Return the sole recipient of a company's or a machine's mail, or who wrote to a company's people alone."""
    sender = address_key(message.sender.email)
    to = [address_key(person.email) for person in message.to if person.email]
    if not sender or not to or message.is_bounce:
        return set()
    if is_theirs(sender) or (is_shared(sender) and is_machine(sender)):
        return {to[0]} if len(to) == 1 and not is_theirs(to[0]) else set()
    return {sender} if all(map(is_theirs, to)) else set()


def _of_invitation(invitation: Invitation, mine: Container[str], is_theirs: _Asks) -> set[str]:
    """Return the only address that somebody else invites, unless both belong to one company.

    One who declined may be whom the user invited: they are the user only where a company invites.
    """
    organizer = address_key(invitation.organizer.email) if invitation.organizer else ""
    invited = {address_key(person.email) for person in invitation.attendees if person.email} - {organizer, ""}
    if invitation.method != "REQUEST" or not organizer or organizer in mine or len(invited) != 1:
        return set()
    (only,) = invited
    if only in map(address_key, invitation.declined_by) and not is_theirs(organizer):
        return set()
    is_of_organizer = domain_of(only) == domain_of(organizer) and not is_shared(only)
    return set() if is_theirs(only) or is_of_organizer else {only}


def _common(invitations: Sequence[Invitation], is_theirs: _Asks) -> set[str]:
    """Return the one address that is invited everywhere, if organizers of several companies invite."""
    organizers = {domain_of(invitation.organizer.email) for invitation in invitations if invitation.organizer} - {""}
    sets = [
        {address_key(person.email) for person in invitation.attendees if person.email} for invitation in invitations
    ]
    if len(organizers) < 2 or not all(sets):
        return set()
    everywhere = {address for address in set.intersection(*sets) if not is_theirs(address)}
    return everywhere if len(everywhere) == 1 else set()
