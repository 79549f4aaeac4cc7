"""The user among the people of their own applications: taken out wherever an invitation brought them in, once their
addresses are known."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from app.etiquette.addresses import address_key
from app.etiquette.errors import InvalidFieldError
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Me, Person
from app.etiquette.state.settling import settle
from app.etiquette.text import clean
from app.etiquette.time.lengths import first_of
from app.hunt import agenda
from app.hunt.changes import Change, Verb, When
from app.storage.writing import Transaction


class Without(NamedTuple):
    """An application that had the user among its people, before and after."""

    before: Application
    after: Application
    events: Sequence[Event]


def without_user(
    application: Application, mine: Collection[str], now: datetime
) -> tuple[Application, tuple[Event, ...]]:
    """Return an application without the user among its people, and what to append to its timeline.

    Whoever was written to, answered, or was noted down at an interview stays: somebody else has that address.

    Args:
        mine: the user's addresses, as `address_key` writes them.
    """
    gone = {person.id: person for person in application.people if _is_user(application, person, mine)}
    if not gone:
        return application, ()
    after = replace(
        application,
        people=tuple(person for person in application.people if person.id not in gone),
        interviews=tuple(
            replace(interview, met=tuple(number for number in interview.met if number not in gone))
            if gone.keys() & set(interview.met)
            else interview
            for interview in application.interviews
        ),
        waivers=tuple(waiver for waiver in application.waivers if waiver.person not in gone),
        snoozes=tuple(snooze for snooze in application.snoozes if snooze.person not in gone),
    )
    text = f"{', '.join(person.name for person in gone.values())} is you: taken out of the people here"
    return after, (Event(now, "person_removed", text),)


def _is_user(application: Application, person: Person, mine: Collection[str]) -> bool:
    if not person.email or address_key(person.email) not in mine:
        return False
    named = {letter.to for letter in application.letters} | {reply.person for reply in application.replies}
    return person.id not in named | {jotting.person for jotting in application.jottings}


def checked_address(text: str) -> str:
    """Return an address of the user's as it was typed, "" for none.

    Raises:
        InvalidFieldError: it is none.
    """
    address = clean(text).strip()
    if address and ("@" not in address or " " in address):
        raise InvalidFieldError("email", "That isn't an email address. Write it like robin@mail.example.")
    return address


def keys_of(addresses: Iterable[str]) -> frozenset[str]:
    """Return addresses as they are compared."""
    return frozenset(address_key(address) for address in addresses if address)


def taking_out(
    applications: Iterable[Application], mine: Collection[str], now: datetime
) -> Iterator[tuple[Application, Verb]]:
    """Yield each application that has the user among its people, with the verb that takes them out."""

    def taken_out(application: Application, when: When) -> Change:
        after, events = without_user(application, mine, when.now)
        return Change(after, f"Took you out of the people at {application.company}", events)

    for application in applications if mine else ():
        if without_user(application, mine, now)[1]:
            yield application, taken_out


def _with_user(connection: sqlite3.Connection, mine: Collection[str]) -> list[int]:
    """Return the ids of the applications that have somebody with one of the user's addresses."""
    rows = connection.execute("SELECT application_id, email FROM person WHERE email != ''") if mine else ()
    return sorted({number for number, email in rows if address_key(email) in mine})


def set_me(transaction: Transaction, me: Me, addresses: Iterable[str], policy: Policy, now: datetime) -> str:
    """Store who the user is, and take them out of the people of their applications, as one verb; return what was done.

    Args:
        addresses: all addresses of the user's.
    """
    mine = keys_of(addresses)
    worked = [_worked(transaction.load(number), mine, policy, now) for number in _with_user(transaction.driver, mine)]
    touched = [work for work in worked if work.events]
    companies = first_of(list(dict.fromkeys(work.before.company for work in touched)))
    said = f"Saved your details, and took you out of the people at {companies}" if touched else "Saved your details"
    transaction.begin_verb("me", said, None, now)
    transaction.set_me(me)
    stored = []
    for before, after, events in touched:
        stored.append(transaction.save(before, after))
        transaction.append(before.id, list(events))
    agenda.renew(transaction, stored, (), policy, now)
    return said


def _worked(before: Application, mine: Collection[str], policy: Policy, now: datetime) -> Without:
    settled, came_about = settle(before, policy, now)
    after, events = without_user(settled, mine, now)
    after, follows = settle(after, policy, now)
    return Without(before, after, (*came_about, *events, *follows) if events else ())
