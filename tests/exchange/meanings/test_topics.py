"""What a message is about, by the words of work in it and those of something else."""

from __future__ import annotations

import pytest

from app.exchange.meanings.sentences import sentences_of
from app.exchange.meanings.topics import topics_of


@pytest.mark.parametrize(
    "text",
    [
        "We have decided to go with another applicant for the apartment, who can sign the lease in May.",
        "The jury has chosen other poems for the prize.",
        "Ihrem Antrag auf einen Dispositionskredit kann die Bank nicht entsprechen.",
        "Votre demande de prêt est acceptée, votre assurance suivra.",
    ],
)
def test_a_decision_of_a_bank_a_jury_or_a_landlord_speaks_of_something_else(text: str) -> None:
    topics = topics_of(sentences_of(text))
    assert topics["of something else alone"] > 0.6
    assert topics["of work"] < topics["of something else"]


@pytest.mark.parametrize(
    "text",
    [
        "The hiring manager has chosen another candidate for the position.",
        "Für die Stelle hat sich das Team für eine andere Bewerberin entschieden.",
        "O cargo ficou com outra candidata, que já conhecia a equipe.",
    ],
)
def test_a_decision_of_an_employer_speaks_of_work(text: str) -> None:
    topics = topics_of(sentences_of(text))
    assert topics["of work"] > 1
    assert topics["not of work"] == topics["of something else alone"] == 0


def test_a_text_without_a_word_of_either_says_so() -> None:
    assert topics_of(sentences_of("See you on Friday!")) == {
        "of work": 0.0,
        "of something else": 0.0,
        "of something else alone": 0.0,
        "not of work": 1.0,
    }
