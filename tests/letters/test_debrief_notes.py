"""The debrief begins with what the notes of the interview offer, and with nothing else of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.etiquette.noted import put_together, said_by
from app.etiquette.records import Application, Interview, Person
from app.etiquette.sheet_records import Jotting
from app.letters.debrief_notes import filled_debrief
from app.letters.highlights import own_highlight

DANA, OMAR = Person(3, "Dana", "Lee"), Person(4, "Omar", "Haddad")
ROUND = Interview(5, starts=datetime(2026, 11, 30, 15, tzinfo=UTC), met=(3, 4))
NOTES = (
    Jotting(1, 5, 3, "showed me the test rig\nSalary 70k?\nis writing a book on sensors"),
    Jotting(2, 5, None, "Omar drew the schema on the wall\nthe new office is in Lisbon\nfelt rushed, too long"),
    Jotting(3, 9, 3, "of another round"),
)
CONTOSO = Application(1, "Contoso", "Chef", people=(DANA, OMAR), interviews=(ROUND,), jottings=NOTES)


def test_each_persons_field_holds_what_fits_and_the_rest_is_named_beside_it() -> None:
    filled = filled_debrief(CONTOSO, ROUND)
    assert filled.said == {
        3: "Showed me the test rig. You are writing a book on sensors.",
        4: "Omar drew the schema on the wall",
    }
    assert filled.noted == "the new office is in Lisbon"
    assert (filled.is_from_notes, filled.left) == (True, ("Salary 70k?", "felt rushed, too long"))


def test_what_it_stores_becomes_each_ones_highlight() -> None:
    filled = filled_debrief(CONTOSO, ROUND)
    noted = put_together({CONTOSO.addressee(person): words for person, words in filled.said.items()}, filled.noted)
    assert said_by(noted, CONTOSO.people)[0][3] == filled.said[3]
    for person, becomes in ((DANA, "you showed me the test rig"), (OMAR, "you drew the schema on the wall")):
        clause = own_highlight(noted, person, CONTOSO.people)
        assert clause is not None
        assert (clause.text, clause.doubt) == (becomes, "")


def test_what_a_debrief_has_stored_is_never_replaced() -> None:
    debriefed = replace(ROUND, noted="Dana Lee: your team is moving to Kafka\ncoffee")
    filled = filled_debrief(replace(CONTOSO, interviews=(debriefed,)), debriefed)
    assert (filled.said, filled.noted) == ({3: "your team is moving to Kafka"}, "coffee")
    assert (filled.is_from_notes, filled.left) == (False, ())


def test_without_notes_it_is_empty() -> None:
    filled = filled_debrief(replace(CONTOSO, jottings=NOTES[2:]), ROUND)
    assert (filled.said, filled.noted, filled.is_from_notes) == ({}, "", False)
