"""Names as people write them, taken apart (ETIQUETTE 5.1, ETIQUETTE 5.2)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.etiquette.letter_kinds import Kind
from app.etiquette.names import kept_apart, name_parts
from app.etiquette.noted import said_by
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Me, Person
from app.hunt.intake.matching import person_keys
from app.hunt.verbs.interviews import people_named
from app.letters.composing import compose
from app.letters.salutation import called

NOW = datetime(2026, 11, 25, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Dr. Petra Klein", ("Dr.", "Petra", "Klein")),
        ("Dr Petra Klein", ("Dr", "Petra", "Klein")),
        ("Prof. Dr. Ludwig van der Berg", ("Prof. Dr.", "Ludwig", "van der Berg")),
        ("Ms. van der Berg", ("Ms.", "", "van der Berg")),
        ("Ms. Petersen", ("Ms.", "", "Petersen")),
        ("Frau Jana Petersen", ("Frau", "Jana", "Petersen")),
        ("Petra Klein", ("", "Petra", "Klein")),
        ("Dean Martin", ("", "Dean", "Martin")),
        ("Drew Proffitt", ("", "Drew", "Proffitt")),
        ("Dr.", ("", "Dr.", "")),
        ("Petra", ("", "Petra", "")),
        ("", ("", "", "")),
        ("Raj Patel, MD", ("", "Raj", "Patel")),
        ("Dr. Raj Patel, M.D., Ph.D.", ("Dr.", "Raj", "Patel")),
        ("Karen O'Neill RN BSN", ("", "Karen", "O'Neill")),
        ("Sam Jones Jr.", ("", "Sam", "Jones")),
        ("Sue (front desk)", ("", "Sue", "")),
        ("Karen O'Neill, 555-2032", ("", "Karen", "O'Neill")),
        ("Yo-Yo Ma", ("", "Yo-Yo", "Ma")),
        ("LAN VAN DO", ("", "LAN VAN", "DO")),
        ("Team 4", ("", "Team", "4")),
    ],
)
def test_a_name_is_taken_apart(written: str, parts: tuple[str, str, str]) -> None:
    assert name_parts(written) == parts


def test_somebody_with_an_honorific_is_greeted_by_it_and_the_family_name() -> None:
    application, (petra, jana) = people_named(Application(), "Dr. Petra Klein <petra@klein.example>, Ms. Petersen")
    assert [person.name for person in application.people] == ["Petra Klein", "Ms. Petersen"]
    assert [called(person) for person in application.people] == ["Dr. Klein", "Ms. Petersen"]
    again, ids = people_named(application, "Petra Klein, Dr. Petra Klein, Petra, Ms. Petersen, Petersen")
    assert (again.people, ids) == (application.people, (petra, jana))
    assert said_by("Dr. Petra Klein: you plan a second lab", application.people)[0] == {petra: "you plan a second lab"}


def test_what_is_written_behind_a_name_is_kept_as_a_title_and_never_greeted() -> None:
    written = "Raj Patel, MD <raj@klein.example>, Sue (front desk, nights), Karen O'Neill, RN, BSN; Lee, Do"
    application, ids = people_named(Application(), written)
    assert [(person.name, person.title) for person in application.people] == [
        ("Raj Patel", "MD"),
        ("Sue", "front desk, nights"),
        ("Karen O'Neill", "RN, BSN"),
        ("Lee", ""),
        ("Do", ""),
    ]
    assert called(application.people[0]) == "Raj Patel"
    again, same = people_named(application, "Raj Patel MD, Sue (front desk)")
    assert (again, same) == (application, ids[:2])


def test_an_honorific_that_was_stored_in_the_given_name_does_no_harm() -> None:
    old = Person(1, "Dr. Petra", "Klein")
    assert kept_apart(old) == Person(1, "Petra", "Klein", "Dr.")
    application = Application(company="Acme", role="Analyst", people=(old,))
    letter = compose(application, Kind.REJECTION_REPLY, 1, Me("Robin"), Policy(), NOW)
    assert letter.body.startswith("Dear Dr. Klein,")
    assert list(person_keys(old)) == list(person_keys(kept_apart(old)))
