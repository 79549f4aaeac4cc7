"""What of the notes taken during an interview is offered as a highlight, and what never is (ETIQUETTE 4.5)."""

from __future__ import annotations

import pytest

from app.etiquette.records import Part, Person
from app.letters.clauses import Form, clause_of
from app.letters.from_notes import fitting_notes, left_over

DANA, OMAR = Person(3, "Dana", "Lee"), Person(4, "Omar", "Haddad")
RITA = Person(5, "Rita", "Ortiz", part=Part.RECRUITER)
EVERYBODY = (DANA, OMAR, RITA)


@pytest.mark.parametrize(
    ("written", "offered", "becomes"),
    [
        ("showed me the test rig", "showed me the test rig", "you showed me the test rig"),
        ("Dana: their team is moving to Kafka.", "Dana: their team is moving to Kafka", "your team is moving to Kafka"),
        ("- late-arriving events", "late-arriving events", "late-arriving events"),
        ("shows the test rig to every new hire", "you show the test rig to every new hire", None),
        ("built the first pipeline in a weekend", "you built the first pipeline in a weekend", None),
        ("told me about the move to Rotterdam", "told me about the move to Rotterdam",
         "you told me about the move to Rotterdam"),
        ("used to work at CERN", "you used to work at CERN", None),
        ("has been there for six years", "you have been there for six years", None),
        ("the hospital pilot in Leeds", "the hospital pilot in Leeds", None),
        ("we both studied in Delft", "we both studied in Delft", None),
        ("Flink instead of Spark", "Flink instead of Spark", None),
        ("is writing a book on sensors", "you are writing a book on sensors", None),
        ("how they test sensors at sea", "how they test sensors at sea", "how you test sensors at sea"),
        ("explained why they dropped Airflow", "explained why they dropped Airflow",
         "you explained why you dropped Airflow"),
        ("I liked how she explained the schema", "I liked how she explained the schema",
         "you explained the schema"),
        ("the team meets every Thursday to read a paper", "the team meets every Thursday to read a paper", None),
        ("they're moving the ledger to Postgres", "they're moving the ledger to Postgres",
         "you're moving the ledger to Postgres"),
    ],
)  # fmt: skip
def test_what_somebody_said_or_showed_is_offered_in_the_form_that_fits(
    written: str, offered: str, becomes: str | None
) -> None:
    assert fitting_notes(written, DANA, EVERYBODY) == [offered]
    clause = clause_of(offered, DANA, EVERYBODY)
    assert clause.form is not Form.UNSURE
    assert clause.text == (becomes or offered)


@pytest.mark.parametrize(
    "written",
    [
        # questions
        "Where is the office?", "how big is the team", "why did the last person leave", "is there an on-call rota",
        "ask about on-call", "what does success look like", "Q: who would I report to",
        # money and terms
        "salary 70-80k", "pays above market", "budget for the role is 70,000", "bonus of 10%", "the base is €65,000",
        "two remote days", "they sponsor a visa", "equity after a year", "you offer 30 days of vacation",
        # what is to be decided, and when
        "decides by Friday", "they will decide next week", "the next step is a take-home", "you have other candidates",
        # complaints and doubts
        "kept me waiting for 20 minutes", "seemed tired", "was rude about my CV", "they have no tests",
        "turnover is high", "legacy code everywhere", "the last lead was fired", "you interrupted me twice",
        "hadn't read my CV", "the codebase is a mess", "your team is understaffed", "red flag",
        # how the user did
        "I blanked on the SQL question", "my answer on joins was weak", "I should have asked about Kafka",
        # about somebody else
        "Omar built the rig", "Rita's team doubled", "her boss is leaving in May", "Priya decides what is next",
        # what nobody can read as what they said
        "Kafka -> Flink", "great laugh", "team of six", "asked about my thesis", "follow up with the paper", "plans",
        "told them about my offer from Fabrikam", "told her about Fabrikam",
        "just got funding", "team just moved to a monorepo", "9 people on the team", "came across as very sharp",
        "5 min late",
        "they work weekends before releases", "two rounds more", "hiring freeze until spring", "speaks Japanese", "",
    ],
)  # fmt: skip
def test_what_does_not_belong_in_a_thank_you_is_not_offered(written: str) -> None:
    assert fitting_notes(written, DANA, EVERYBODY) == []


def test_of_several_notes_those_that_fit_are_offered_and_the_rest_is_named() -> None:
    written = "Salary 70k?\nshowed me the test rig. Seemed tired.\n\n- late-arriving events\nOmar is the boss"
    assert fitting_notes(written, DANA, EVERYBODY) == ["showed me the test rig", "late-arriving events"]
    assert left_over(written, DANA, EVERYBODY) == ["Salary 70k?", "Seemed tired", "Omar is the boss"]


def test_notes_about_nobody_in_particular_keep_who_said_what() -> None:
    written = "Omar showed the rig\nwe talked about late-arriving events\nsalary 70k\nthe new office is in Lisbon"
    offered = ["Omar showed the rig", "we talked about late-arriving events", "the new office is in Lisbon"]
    assert fitting_notes(written, None, EVERYBODY) == offered
