"""Every line of the tables of phrases has an example that shows it."""

from __future__ import annotations

import re

import pytest

from app.etiquette.checks.answer_phrases import NO, TAKEN_BACK, YES
from app.etiquette.checks.judging.features import expanded, features
from app.etiquette.checks.judging.phrase_groups import GROUPS
from app.etiquette.checks.judging.phrases_highlight import HIGHLIGHT
from app.etiquette.checks.judging.phrases_interest import INTEREST
from app.etiquette.checks.judging.phrases_tone import TONE
from app.etiquette.checks.judging.word_classes import CLASS_OF
from app.etiquette.checks.phrases import Phrase
from app.etiquette.checks.placeholders import slots
from app.etiquette.checks.slot_shapes import INNOCENT, MADE_UP, SLOTS
from app.etiquette.checks.thanks_phrases import NO_THANKS, THANKS
from app.etiquette.checks.tired_phrases import TIRED
from app.etiquette.checks.tone import FAULTS

DECIDING = (*NO, *YES, *TAKEN_BACK, *THANKS, *NO_THANKS, *TIRED)
EVIDENCE = (*TONE, *INTEREST, *HIGHLIGHT)


@pytest.mark.parametrize("phrase", DECIDING, ids=lambda phrase: phrase.shape)
def test_a_phrase_is_found_in_its_example(phrase: Phrase) -> None:
    assert re.search(phrase.shape, phrase.example, re.IGNORECASE)


@pytest.mark.parametrize(("name", "shape", "example"), EVIDENCE, ids=lambda value: str(value)[:40])
def test_evidence_is_found_in_its_example_under_its_name(name: str, shape: str, example: str) -> None:
    assert re.search(expanded(shape), example.lower().replace("’", "'"))
    assert f"p:{name}" in features(example, lambda word: 0)


@pytest.mark.parametrize("phrase", SLOTS, ids=lambda phrase: phrase.shape[:40])
def test_a_slot_is_found_in_its_example(phrase: Phrase) -> None:
    assert re.search(phrase.shape, phrase.example, re.MULTILINE)
    assert slots(phrase.example)


@pytest.mark.parametrize("phrase", MADE_UP, ids=lambda phrase: phrase.shape[:40])
def test_a_made_up_name_is_no_slot(phrase: Phrase) -> None:
    assert re.search(phrase.shape, phrase.example)
    assert not slots(phrase.example)


@pytest.mark.parametrize(
    "text",
    [
        *(phrase.example for phrase in INNOCENT),
        "Write to <robin@example.org> or see <https://example.org>.",
        "I paid $40 and NZD 5 for it, 5% more than before.",
        "A Vec<T> and a List<String> in one line.",
        "She wrote in Python and/or C++, 24/7, in CI/CD.",
        "Robin Vale (she/her)",
        "I wondered ... and then it came to me.",
        "The XXL fermenters are a sight.",
        "My name is Robin, and your first name is Dana.",
        "We put the title of the film on the poster.",
    ],
)
def test_what_only_looks_like_a_slot_is_none(text: str) -> None:
    assert slots(text) == []


def test_groups_and_classes_are_named_and_used() -> None:
    used = {name for _, shape, _ in EVIDENCE for name in re.findall(r"\{([a-z_]+)\}", shape)}
    assert used == GROUPS.keys()
    assert all(word == word.lower() for word in CLASS_OF)


def test_every_family_of_fault_says_what_to_do() -> None:
    families = {name.partition(".")[0] for name, _, _ in TONE} - {"soft"}
    assert families == FAULTS.keys()
