"""The sentence that a note becomes, as the letter will have it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.etiquette.policy import Policy
from app.letters.previewing import preview_in_letter
from tests.letters.test_choosing import HELD, INITECH, ME, NOW, letter


@pytest.mark.parametrize("noted", ["showed me the test rig", "their team moves to Kafka", "late-arriving data"])
@pytest.mark.parametrize("number", range(6))
def test_it_is_a_sentence_of_the_letter(noted: str, number: int) -> None:
    alone = replace(HELD, met=(1,), noted="")
    application = replace(INITECH, id=number, interviews=(alone,))
    shown = preview_in_letter(application, 1, 1, noted, ME, Policy(), NOW)
    written = letter(replace(application, interviews=(replace(alone, noted=noted),)), 1)
    assert shown.sentence
    assert shown.sentence in written.body
    assert not shown.doubt


def test_what_is_in_doubt_is_asked_and_nothing_noted_shows_nothing() -> None:
    assert "Who asked?" in preview_in_letter(INITECH, 1, 1, "asked about my thesis", ME, Policy(), NOW).doubt
    nothing = preview_in_letter(INITECH, 1, 1, "", ME, Policy(), NOW)
    assert not nothing.sentence + nothing.doubt
