"""Notes told to somebody who was not in the room: each with what a letter to the recruiter makes of it."""

from __future__ import annotations

import pytest

from app.etiquette.records import Part, Person
from app.letters.clauses import Form
from app.letters.highlights import own_highlight

OMAR, DANA = Person(1, "Omar", "Haddad"), Person(2, "Dana", "Lee")
RITA = Person(3, "Rita", "Ortiz", part=Part.RECRUITER)


@pytest.mark.parametrize(
    ("noted", "becomes"),
    [
        ("their team moves to Kafka", "the team moves to Kafka"),
        ("Dana's team moves to Kafka", "the team moves to Kafka"),
        ("Dana: your team is moving to Kafka", "the team is moving to Kafka"),
        ("Omar: you showed me the rig", "Omar showed me the rig"),
        ("Dana Lee said that on-call rotates weekly", "on-call rotates weekly"),
        ("Omar showed the test rig", "Omar showed the test rig"),
        ("late-arriving data", "late-arriving data"),
        ("how they handle late events", "how they handle late events"),
    ],
)
def test_the_recruiter_is_told_about_those_who_were_there(noted: str, becomes: str) -> None:
    clause = own_highlight(noted, RITA, (OMAR, DANA), was_there=False)
    assert clause is not None
    assert (clause.text, clause.doubt) == (becomes, "")


@pytest.mark.parametrize("noted", ["you liked my thesis", "your plan to open a second site", "she liked my thesis"])
def test_who_is_meant_is_asked_where_the_recruiter_cannot_tell(noted: str) -> None:
    clause = own_highlight(noted, RITA, (OMAR, DANA), was_there=False)
    assert clause is not None
    assert clause.form is Form.UNSURE
    assert "wasn't there" in clause.doubt


def test_with_one_person_in_the_room_it_is_clear_who_is_meant() -> None:
    clause = own_highlight("your plan to open a second site", RITA, (OMAR,), was_there=False)
    assert clause is not None
    assert clause.text == "Omar's plan to open a second site"


def test_a_recruiter_who_was_in_the_room_has_no_team_that_moves() -> None:
    clause = own_highlight("their team moves to Kafka", RITA, (RITA,))
    assert clause is not None
    assert clause.text == "the team moves to Kafka"
