"""The step after an interview: when it opens and lapses, and how a note is told apart by who said it."""

from __future__ import annotations

import pytest

from app.etiquette.noted import put_together, said_by
from app.etiquette.records import Person, StepName
from app.etiquette.steps.debriefing import with_debrief
from tests.etiquette.telling import (
    DANA,
    OMAR,
    interview,
    moment,
    policy_in,
    read_application,
    row,
    sent,
    steps_of,
)

POLICY = policy_in()
ROUND = interview("2026-11-16 09:00", "10:00", met=("dana", "omar"))


def test_it_opens_at_the_end_and_lapses_two_days_later() -> None:
    """ETIQUETTE 2.28."""
    application, _ = read_application(moment("2026-11-15 12:00"), POLICY, people=[DANA, OMAR], interviews=[ROUND])
    assert StepName.DEBRIEF not in {
        step.name for step in steps_of(application, "2026-11-16 09:59", POLICY, debriefs=True)
    }
    first = steps_of(application, "2026-11-16 10:00", POLICY, debriefs=True)[0]
    assert first.name is StepName.DEBRIEF
    assert row(first) == ("2026-11-16 10:00", "2026-11-16 13:00", None, "2026-11-18 10:00")
    assert StepName.DEBRIEF not in {
        step.name for step in steps_of(application, "2026-11-18 10:00", POLICY, debriefs=True)
    }


@pytest.mark.parametrize("thanked", [("dana",), ("dana", "omar")])
def test_it_is_over_when_everyone_met_was_thanked(thanked: tuple[str, ...]) -> None:
    """ETIQUETTE 2.28."""
    letters = [sent("thank_you", "2026-11-16 12:00", person) for person in thanked]
    application, _ = read_application(
        moment("2026-11-16 12:30"), POLICY, people=[DANA, OMAR], interviews=[ROUND], letters=letters
    )
    names = {step.name for step in steps_of(application, "2026-11-16 13:00", POLICY, debriefs=True)}
    assert (StepName.DEBRIEF in names) == (thanked == ("dana",))


def test_it_is_over_when_the_user_has_said_how_it_went() -> None:
    """ETIQUETTE 2.29."""
    now = moment("2026-11-16 12:30")
    application, _ = read_application(now, POLICY, people=[DANA, OMAR], interviews=[ROUND])
    debriefed = with_debrief(application, application.interviews[0], now)
    names = [step.name for step in steps_of(debriefed, "2026-11-16 13:00", POLICY, debriefs=True)]
    assert names == [StepName.THANK, StepName.THANK]


PEOPLE = (Person(1, "Dana", "Lee"), Person(2, "Omar", "Haddad"))


def test_what_each_said_is_told_apart_again() -> None:
    note = put_together(
        {"Dana Lee": "Your data is late. You use Kafka with Dr. Wu.", "Omar Haddad": ""}, "a big team\n"
    )
    assert note == "Dana Lee: Your data is late.\nDana Lee: You use Kafka with Dr. Wu.\na big team"
    assert said_by(note, PEOPLE) == ({1: "Your data is late. You use Kafka with Dr. Wu."}, "a big team")


@pytest.mark.parametrize("note", ["", "late events hurt", "Grace: she left", "one\n\ntwo: three"])
def test_a_note_that_names_nobody_is_kept_as_it_is(note: str) -> None:
    assert said_by(note, PEOPLE) == ({}, note)
    assert put_together({}, note) == note
