"""Which addresses are the user's: only where that is beyond doubt."""

from __future__ import annotations

from dataclasses import replace

from app.etiquette.records import Application, Person
from app.exchange.contents import Attendee
from app.hunt.intake.own_addresses import own_addresses
from tests.hunt.test_proposing import INVITATION, MAIL

SAM = Attendee("Sam Seeker", "Sam@example.org")
DANA = Attendee("Dana Lee", "dana@northwind.example")
APPLICATION = Application(id=7, company="Northwind", people=(Person(1, "Dana", "Lee", email=DANA.email),))
NOBODY = Application(id=8, company="Fabrikam")
INVITED = replace(INVITATION, organizer=DANA, attendees=(DANA, SAM))


def test_those_named_are_theirs() -> None:
    assert own_addresses(["Sam@Example.org", ""], [], [], []) == {"sam@example.org"}


def test_whom_a_company_or_a_machine_writes_to_alone_is_the_user() -> None:
    mail = replace(MAIL, sender=DANA, to=(SAM,))
    assert own_addresses([], [APPLICATION], [], [mail]) == {"sam@example.org"}
    machine = replace(mail, sender=Attendee("", "no-reply@ashbyhq.com"))
    assert own_addresses([], [NOBODY], [], [machine]) == {"sam@example.org"}


def test_who_writes_to_a_companys_people_alone_is_the_user() -> None:
    mail = replace(MAIL, sender=SAM, to=(DANA,))
    assert own_addresses([], [APPLICATION], [], [mail]) == {"sam@example.org"}


def test_what_may_be_anybody_is_nobody() -> None:
    to_two = replace(MAIL, sender=DANA, to=(SAM, Attendee("", "else@example.org")))
    unknown = replace(MAIL, sender=SAM, to=(Attendee("", "friend@example.org"),))
    assert own_addresses([], [APPLICATION], [], [to_two, unknown]) == frozenset()
    within = replace(INVITED, attendees=(DANA, Attendee("", "omar@northwind.example")))
    assert own_addresses([], [], [within], []) == frozenset()


def test_the_only_one_invited_by_somebody_else_is_the_user() -> None:
    assert own_addresses([], [], [INVITED], []) == {"sam@example.org"}
    published = replace(INVITED, method="PUBLISH")
    assert own_addresses([], [], [published], []) == frozenset()


def test_the_one_invited_by_several_companies_is_the_user() -> None:
    omar = Attendee("", "omar@northwind.example")
    wu = Attendee("", "wu@fabrikam.example")
    first = replace(INVITED, attendees=(omar, SAM, DANA))
    second = replace(INVITED, uid="u2", organizer=Attendee("", "hr@fabrikam.example"), attendees=(wu, SAM))
    assert own_addresses([], [], [first, second], []) == {"sam@example.org"}
    third = replace(second, attendees=(wu, SAM, omar))
    assert own_addresses([], [], [first, third], []) == frozenset()
