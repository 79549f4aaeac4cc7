"""Where an invitation or a mail belongs: settled by evidence, asked about without it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.etiquette.records import Application, Interview, Person
from app.etiquette.stages import Stage
from app.exchange.contents import Attendee
from app.hunt.intake.evidence import Suspects, Trace, domain_of, is_settled, is_shared
from app.hunt.intake.guessing import guess_of


def applied(number: int, company: str, role: str = "Data Engineer", **fields: object) -> Application:
    """Return an application that something may belong to."""
    return Application(id=number, company=company, role=role, **fields)  # type: ignore[arg-type]


NORTHWIND = applied(1, "Northwind GmbH")
CONTOSO = applied(2, "Contoso", people=(Person(1, "Dana", "Lee", email="dana@mail.example"),))


def trace(address: str = "", title: str = "", text: str = "") -> Trace:
    """Return what one person's invitation shows."""
    return Trace((Attendee("", address),) if address else (), title, text)


@pytest.mark.parametrize(
    ("shown", "company"),
    [
        (trace("hr@northwind.example"), "Northwind GmbH"),
        (trace("hr@mail.northwind.co.uk"), "Northwind GmbH"),
        (trace("dana@mail.example"), "Contoso"),
        (trace("no-reply@us.greenhouse-mail.io", "Interview with Northwind, Data Engineer"), "Northwind GmbH"),
        (trace("hr@contoso.example", text="You may know us from Northwind"), "Contoso"),
    ],
)
def test_enough_evidence_settles_it(shown: Trace, company: str) -> None:
    fits = Suspects([NORTHWIND, CONTOSO]).fits(shown)
    assert is_settled(fits), fits
    assert fits[0].company == company


@pytest.mark.parametrize(
    "shown",
    [
        trace("dana@gmail.com", "Interview"),
        trace("someone@gmail.com", "Lunch near Contoso"),
        trace(),
    ],
)
def test_without_it_nothing_is_settled(shown: Trace) -> None:
    more = applied(3, "Northwind GmbH", "Analyst")
    assert not is_settled(Suspects([NORTHWIND, CONTOSO, more]).fits(shown))


def test_of_two_roles_at_one_company_the_one_that_is_named_is_meant() -> None:
    both = Suspects([NORTHWIND, applied(3, "Northwind GmbH", "Analyst")])
    assert not is_settled(both.fits(trace("hr@northwind.example", "Interview")))
    named = both.fits(trace("hr@northwind.example", "Interview: Analyst"))
    assert is_settled(named)
    assert named[0].application_id == 3


def test_an_application_that_has_ended_comes_after_one_that_has_not() -> None:
    ended = applied(4, "Northwind GmbH", "Data Engineer", stage=Stage.OUTCOME)
    assert Suspects([ended, NORTHWIND]).fits(trace("hr@northwind.example"))[0].application_id == 1


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("a@mail.northwind.example", "northwind.example"),
        ("a@x.northwind.co.uk", "northwind.co.uk"),
        ("https://www.northwind.example/jobs/1", "northwind.example"),
        ("northwind.example/jobs", "northwind.example"),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_the_domain_of_an_address_or_link(address: str, domain: str) -> None:
    assert domain_of(address) == domain


def test_services_that_many_use_speak_for_nobody() -> None:
    assert is_shared("no-reply@us.greenhouse-mail.io")
    assert is_shared("https://www.linkedin.com/jobs/view/1")
    assert not is_shared("dana@northwind.example")


def test_a_new_application_is_guessed_from_domain_and_title() -> None:
    assert guess_of(trace("hr@tailspin-toys.example", "Interview for Senior Engineer")) == (
        "Tailspin-toys",
        "Senior Engineer",
    )
    assert guess_of(trace("hr@gmail.com", "Hello")) == ("", "")
    title = "Corvid Labs: interview for Data Engineer"
    assert guess_of(trace("ana@corvid.example", title)) == ("Corvid Labs", "Data Engineer")
    ward = "Interview - Staff Nurse (Pediatrics), St. Mary's Hospital, 4 West"
    assert guess_of(trace("koneill@stmarys.example", ward)) == ("St. Mary's Hospital", "Staff Nurse")
    school = "Interview for 4th Grade Teacher at Maple Grove School District"
    assert guess_of(trace("jp@maplegrove.example", school)) == ("Maple Grove School District", "4th Grade Teacher")


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("Corvid Labs: first conversation", "Corvid Labs"),
        ("Interview at Corvid Labs GmbH on Tuesday", "Corvid Labs GmbH"),
        ("Corvid Data Engineer interview", "Corvid"),
        ("corvid labs", "corvid"),
        ("Your interview", "Corvid"),
    ],
)
def test_a_guessed_company_has_the_whole_name_that_the_subject_says(title: str, company: str) -> None:
    assert guess_of(trace("ana@corvid.example", title))[0] == company


def sent_as(name: str, address: str, title: str = "", text: str = "") -> Trace:
    """Return what a mail with a name beside its address shows."""
    return Trace((Attendee(name, address),), title, text)


COHO = applied(5, "Coho", "Backend Developer")
LITWARE = applied(6, "Litware", "Intern")


@pytest.mark.parametrize(
    ("shown", "company"),
    [
        (sent_as("Coho Hiring Team", "no-reply@ashbyhq.com"), "Coho"),
        (sent_as("Recruiting", "litware@myworkday.com"), "Litware"),
        (sent_as("", "no-reply@litware.recruitee.com"), "Litware"),
        (sent_as("", "litware.hiring@smartrecruiters.com"), "Litware"),
        (sent_as("Coho Hiring Team", "no-reply@ashbyhq.com", "Welcome", "You may know Litware"), "Coho"),
    ],
)
def test_hiring_software_writes_in_a_companys_name(shown: Trace, company: str) -> None:
    fits = Suspects([COHO, LITWARE, NORTHWIND]).fits(shown)
    assert is_settled(fits), fits
    assert fits[0].company == company


def test_who_is_known_from_an_invitation_alone_never_outweighs_name_and_role() -> None:
    came = Person(9, "Kim", "Agent", email="kim@agency.example")
    invited = replace(COHO, people=(came,), interviews=(Interview(1, met=(9,), calendar_uid="u1"),))
    suspects = Suspects([invited, LITWARE])
    assert suspects.fits(sent_as("Kim Agent", "kim@agency.example"))[0].company == "Coho"
    other = suspects.fits(sent_as("Kim Agent", "kim@agency.example", "Litware: Intern"))
    assert other[0].company == "Litware"
    assert is_settled(other), other


def test_a_role_named_within_a_longer_one_is_not_meant() -> None:
    both = Suspects([NORTHWIND, applied(3, "Northwind GmbH", "Senior Data Engineer")])
    named = both.fits(trace("hr@northwind.example", "Interview: Senior Data Engineer"))
    assert named[0].application_id == 3
    assert is_settled(named), named
