"""What a person reads: no word that the glossary retired, and every sentence kept where it can be read as a text."""

from __future__ import annotations

import re

import pytest

from app.etiquette.steps import reasons
from tests.words.glossary import LABELS, RETIRED, say_instead
from tests.words.literals import ROOT, literals
from tests.words.spoken import _REASONS, SPOKEN, spoken


def test_no_string_that_a_person_may_see_uses_a_retired_word() -> None:
    retired = [
        f"{literal.file}:{literal.line}: {literal.text!r}; say instead: {instead}"
        for literal in literals()
        if (literal.is_said or literal.text in LABELS) and (instead := say_instead(literal.text))
    ]
    assert retired == []


def test_nothing_that_is_rendered_uses_a_retired_word() -> None:
    rendered = spoken().split("# Every string as it stands")[0]
    assert [line for line in rendered.splitlines() if say_instead(line)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Answer the no",
        "Let it go: Contoso",
        "Prepare waived: done",  # the word is found in any form that a sentence gives it
        "Say that nobody came.",
        "Take this in?",
        "Nothing was taken in.",
        "3 wait for their day: press . to see them.",
        "Write the hunt out as csv, ics or json.",
        "All right (enter)",
        "Do it all the same",
        "'x' is no date.",
        "It was cancelled: Round 1",
        "today, 27 Nov, ...",
        "Saved!",
        "It is as it was.",
        "{when:%d %b %H:%M}",
        "Place",
    ],
)
def test_the_glossary_knows_a_retired_word(sentence: str) -> None:
    assert say_instead(sentence)


def test_every_pattern_of_the_glossary_compiles_and_says_what_to_say() -> None:
    for pattern, instead in RETIRED:
        assert re.compile(pattern)
        assert instead.strip()


def test_the_strings_of_the_code_are_found() -> None:
    texts = {literal.text for literal in literals() if literal.is_said}
    assert "Mark the step as done (you did it outside Afterword)." in texts
    assert "Follow up" in texts
    assert "{path} is a folder, not a database. Name a file with --db, such as {...}." in texts
    assert not any("SELECT" in text for text in texts)


def test_every_reason_is_rendered() -> None:
    assert set(_REASONS) == set(reasons._SENTENCES)


def test_what_is_said_is_kept_as_a_text_to_read() -> None:
    assert SPOKEN.read_text("utf-8") == spoken(), f"Read the change, then run: python -m tests.words ({ROOT})"
