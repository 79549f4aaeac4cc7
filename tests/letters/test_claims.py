"""Notes as people jot them down: what a letter makes of each is a right sentence, or a question in brackets."""

from __future__ import annotations

import pytest

from app.etiquette.records import Person
from app.letters.clauses import Form
from app.letters.from_notes import fitting_notes
from app.letters.highlights import own_highlight

PAT = Person(1, "Pat", "Moran")
FACTS = {
    "the team doubled": "the team doubled",
    "your group grew by half last year": "your group grew by half last year",
    "the plant burned down": "the plant burned down",
    "revenue tripled": "revenue tripled",
    "the builds take two hours": "the builds take two hours",
    "builds take two hours": "builds take two hours",
    "the office is moving to Leeds": "the office is moving to Leeds",
    "we both grew up in Leeds": "we both grew up in Leeds",
    "we drew the schema together": "we drew the schema together",
    '"we never ship on Fridays"': "you never ship on Fridays",
    "“I was a pilot before”": "you were a pilot before",
    'said "no heroics"': 'you said "no heroics"',
    "I liked how she explained the schema": "you explained the schema",
    "I learned that they test at sea": "you test at sea",
    "you never ship on Fridays": "you never ship on Fridays",
    "you are hiring a second designer": "you are hiring a second designer",
    "nobody works weekends": "nobody works weekends",
}
TOPICS = {
    "I liked the lab": "the lab",
    "how they test": "how you test",
    "why they left the monolith": "why you left the monolith",
    "their dog Biscuit": "your dog Biscuit",
    "plans for a second lab": "plans for a second lab",
    "teaching children to sew": "teaching children to sew",
    "no meetings on Wednesdays": "no meetings on Wednesdays",
}
ASKED = {
    "Who ": [
        "hates meetings", "loves Rust", "likes long walks", "runs marathons", "writes a lot of Go", "works in Kenya",
        "thinks microservices are overrated", "believes in pair programming", "wants somebody senior", "ships weekly",
        "deploys 40 times a day", "came from Google", "loved the tour", "impressed by my CV", "supplies the army",
        "we never ship on Fridays", "we use Rust", "our builds take two hours", '"move slow and fix things"',
    ],
    "That's about you.": [
        "my talk at PyCon", "my thesis", "I talked too much", "I'm glad I went", "I asked about on-call",
    ],
    "criticism": [
        "your on-call rota is brutal", "brutal on-call", "your code base is a mess", "they pay badly", "no tests",
        "hardly any documentation", "their CEO quit", "your team lacks seniors", "your product sucks",
        "people leave after two years",
    ],
    "Say more": ["two kids", "three teams", "12 engineers", "40% women", "2 hour builds"],
    "Put ": ["team doubled", "system rewritten in Rust", "old system replaced by SAP", "promoted twice", "great vibe"],
    "": ["monorepo!!", "COBOL everywhere", "Kubernetes migration half done", "budget cut?", "nice guy", "wow", "???"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("note", "becomes", "form"),
    [(note, text, Form.CLAUSE) for note, text in FACTS.items()]
    + [(note, text, Form.TOPIC) for note, text in TOPICS.items()],
)
def test_a_note_that_can_be_said_is_said_rightly(note: str, becomes: str, form: Form) -> None:
    for written in (note, f"Pat: {note}", f"Dr. Pat Moran: {note}"):
        clause = own_highlight(written, PAT, [PAT])
        assert clause is not None
        assert (clause.text, clause.form, clause.doubt) == (becomes, form, "")


@pytest.mark.parametrize(
    ("question", "note"), [(question, note) for question, notes in ASKED.items() for note in notes]
)
def test_a_note_that_cannot_is_asked_about(question: str, note: str) -> None:
    clause = own_highlight(f"Pat: {note}", PAT, [PAT])
    assert clause is not None
    assert clause.form is Form.UNSURE
    assert question in clause.doubt
    assert clause.text in note.replace("they", "you").replace("their", "your")


def test_a_line_is_its_speakers_to_the_end_and_none_of_it_is_dropped() -> None:
    clause = own_highlight("Pat: monorepo!! 2 hour builds", PAT, [PAT])
    assert clause is not None
    assert (clause.text, clause.form) == ("monorepo!! 2 hour builds", Form.UNSURE)
    said = own_highlight("Pat: wow. your rig is from 1931", PAT, [PAT, Person(2, "Dana", "Lee")])
    assert said is not None
    assert (said.text, said.form) == ("your rig is from 1931", Form.CLAUSE)


@pytest.mark.parametrize("note", ["impressed by my CV", "loved the tour", "liked the lab", "trained in Leeds"])
def test_whose_doing_it_was_is_not_guessed(note: str) -> None:
    assert fitting_notes(note, PAT, [PAT]) == []
