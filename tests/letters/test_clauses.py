"""Notes said to the person who was there: each phrase with what a letter to Omar makes of it, or with the question."""

from __future__ import annotations

import pytest

from app.etiquette.records import Person
from app.letters.clauses import Form, Preview, clause_of, preview
from app.letters.highlights import own_highlight, parts_of

OMAR, DANA = Person(1, "Omar", "Haddad"), Person(2, "Dana", "Lee")
MET = (OMAR, DANA)

SAID = [
    ("Omar showed the test rig", "You showed the test rig."),
    ("Dr. Haddad showed the microscope", "You showed the microscope."),
    ("Omar runs the night shift himself", "You run the night shift yourself."),
    ("Omar and Dana built the rig", "You and Dana built the rig."),
    ("Omar's on sabbatical in March", "You are on sabbatical in March."),
    ("Omar's team moves to Kafka in March", "It stood out that your team moves to Kafka in March."),
    ("Omar: churn is the number they watch", "It stood out that churn is the number you watch."),
    ("their team moves to Kafka", "It stood out that your team moves to Kafka."),
    ("they lost two people to the merger", "You lost two people to the merger."),
    ("they don't do estimates", "You don't do estimates."),
    ("she said that on-call rotates weekly", "It stood out that on-call rotates weekly."),
    ("You said that on-call rotates weekly", "It stood out that on-call rotates weekly."),
    ("He walked me through the incident review", "You walked me through the incident review."),
    ("showed me the test rig", "You showed me the test rig."),
    ("Dana showed the rig", "It stood out that Dana showed the rig."),
    ("we drew the schema on the whiteboard.", "We drew the schema on the whiteboard."),
    ("that the team is six people", "It stood out that the team is six people."),
    ("every page ends in a written postmortem", "It stood out that every page ends in a written postmortem."),
    ("the pupils mark each other's proofs", "It stood out that the pupils mark each other's proofs."),
    ("the choir sings in eleven languages", "It stood out that the choir sings in eleven languages."),
    ("the porters greet every patient", "It stood out that the porters greet every patient."),
    ("the people behind the scenes", "We talked about the people behind the scenes."),
    ("moving the 4 a.m. trucks to the bridge route", "We talked about moving the 4 a.m. trucks to the bridge route."),
    ("no one works weekends", "It stood out that no one works weekends."),
    ("late events hurt", "It stood out that late events hurt."),
    ("parents sign the board each morning", "It stood out that parents sign the board each morning."),
    ("- Late-arriving data", "We talked about late-arriving data."),
    ("Kafka", "We talked about Kafka."),
    ("SQL tuning", "We talked about SQL tuning."),
    ("We discussed the move to Kafka", "We talked about the move to Kafka."),
    ("good chat about beekeeping", "We talked about beekeeping."),
    ("his dog, Biscuit", "We talked about your dog, Biscuit."),
    ("Her question about assessment without exams", "We talked about your question about assessment without exams."),
    ("the test rig that Omar built", "We talked about the test rig that you built."),
    ("the rig Omar built", "We talked about the rig you built."),
    ("how they handle late events", "We talked about how you handle late events."),
    ("the board by the door where parents write", "We talked about the board by the door where parents write."),
    ("his plan to open a second kitchen", "We talked about your plan to open a second kitchen."),
    ("no meetings on Wednesdays", "We talked about no meetings on Wednesdays."),
    ("the 6 a.m. shift", "We talked about the 6 a.m. shift."),
    ("parking is free", "It stood out that parking is free."),
    ("the kids call her Miss K", "It stood out that the kids call you Miss K."),
    ("everyone cross trains in the NICU", "It stood out that everyone cross trains in the NICU."),
]
ASKED = [
    ("I asked about on-call", "That's about you."),
    ("asked about my thesis", "Who asked?"),
    ("was an apprentice there", "Who was?"),
    ("Wants to halve the build time", "Who wants?"),
    ("ask about on-call", "a note to yourself"),
    ("salary 90k", "a note to yourself"),
    ("not sure about the manager", "a note to yourself"),
    ("Postgres -> Kafka", "without “->”"),
    ("biggest problem: churn", "one plain sentence"),
    ("Omar showed the rig. It was loud", "one plain sentence"),
    ("wooden board by the door", "before “wooden board”"),
    ("interview starts with a demo", "before “interview”"),
    ("nurses plan their own shifts", "Who is “their”?"),
    ("the founder told her story", "Who is “her”?"),
    ("he's built three of these", "Who is “he”?"),
    ("the rig that Omar built is new", "more simply"),
    ("word " * 31, "31 words"),
    ("...", "in a few words"),
]


@pytest.mark.parametrize(("phrase", "sentence"), SAID)
def test_a_note_is_said_to_the_person_who_was_there(phrase: str, sentence: str) -> None:
    assert preview(phrase, OMAR, MET) == Preview(sentence, "")


@pytest.mark.parametrize(("phrase", "question"), ASKED)
def test_what_is_not_certain_is_asked(phrase: str, question: str) -> None:
    shown = preview(phrase, OMAR, MET)
    assert not shown.sentence
    assert question in shown.doubt
    assert shown.doubt[-1] in ".?"


def test_she_is_nobody_for_certain_where_two_were_there() -> None:
    assert "Who is “she”?" in preview("she showed the rig", DANA, MET, is_theirs=False).doubt
    assert preview("she showed the rig", DANA, MET).sentence == "You showed the rig."
    assert "Who is “she”?" in preview("she showed Omar the rig", DANA, MET).doubt


def test_an_empty_note_asks_nothing_and_says_nothing() -> None:
    assert preview("  ", OMAR, MET) == preview("", None)
    assert not preview("", None).sentence + preview("", None).doubt


def test_what_was_shown_can_be_thanked_for() -> None:
    assert clause_of("Omar showed me the rig", OMAR, MET).doing == "showing me the rig"
    assert clause_of("Omar was there", OMAR, MET).doing == ""
    assert clause_of("the rig", OMAR, MET).doing == ""


def test_each_of_a_panel_gets_their_own_part_and_the_first_that_is_certain() -> None:
    noted = "Omar: Postgres -> Kafka\nOmar showed the test rig\nlate-arriving data\nsalary 90k"
    omar, dana = own_highlight(noted, OMAR, MET), own_highlight(noted, DANA, MET)
    assert omar is not None
    assert dana is not None
    assert (omar.text, omar.form) == ("you showed the test rig", Form.CLAUSE)
    assert (dana.text, dana.form) == ("late-arriving data", Form.TOPIC)
    assert own_highlight("", OMAR, MET) is None


def test_what_is_typed_is_never_lost_while_it_is_in_doubt() -> None:
    clause = own_highlight("Postgres -> Kafka", OMAR, (OMAR,))
    assert clause is not None
    assert (clause.text, clause.form) == ("Postgres -> Kafka", Form.UNSURE)


def test_a_time_of_day_ends_no_part_of_a_note() -> None:
    assert parts_of("moving the 4 a.m. trucks. Dana showed the rig") == [
        "moving the 4 a.m. trucks",
        "Dana showed the rig",
    ]
    assert parts_of("we start at 4 a.m. Dana showed the rig") == ["we start at 4 a.m", "Dana showed the rig"]
