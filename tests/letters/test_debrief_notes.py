"""The debrief begins with what the notes of the interview offer, and with nothing else of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.etiquette.noted import put_together, said_by
from app.etiquette.records import Application, Interview, Person, StepName, Waiver
from app.etiquette.sheet_records import Jotting
from app.hunt.changes import When
from app.hunt.verbs.debriefing import highlight_taken
from app.letters.debrief_notes import filled_debrief
from app.letters.highlights import own_highlight
from tests.storage.hunts import NOW, SETTINGS

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
    stored = replace(ROUND, noted="Dana Lee: your team is moving to Kafka\ncoffee")
    filled = filled_debrief(replace(CONTOSO, interviews=(stored,)), stored)
    assert filled.said == {3: "your team is moving to Kafka", 4: "Omar drew the schema on the wall"}
    assert (filled.noted, filled.is_from_notes) == ("coffee", True)
    debriefed = replace(CONTOSO, interviews=(stored,), waivers=(Waiver(1, StepName.DEBRIEF, None, 5, "done"),))
    filled = filled_debrief(debriefed, stored)
    assert (filled.said, filled.noted) == ({3: "your team is moving to Kafka"}, "coffee")
    assert (filled.is_from_notes, filled.left) == (False, ())


def test_a_note_that_is_taken_for_a_letter_is_what_that_person_said() -> None:
    when = When(SETTINGS.policy, NOW)
    taken = highlight_taken(CONTOSO, when, 5, 3, "showed me the test rig")
    assert taken.application.interviews[0].noted == "Dana Lee: showed me the test rig"
    assert [event.what for event in taken.events] == ["stood_out"]
    both = highlight_taken(taken.application, when, 5, 4, "the new office is in Lisbon").application.interviews[0]
    assert both.noted == "Dana Lee: showed me the test rig\nOmar Haddad: the new office is in Lisbon"
    filled = filled_debrief(replace(CONTOSO, interviews=(both,)), both)
    assert (filled.said[4], filled.noted) == ("the new office is in Lisbon", "")


def test_without_notes_it_is_empty() -> None:
    filled = filled_debrief(replace(CONTOSO, jottings=NOTES[2:]), ROUND)
    assert (filled.said, filled.noted, filled.is_from_notes) == ({}, "", False)
