"""The blanks for the user's name, filled in a letter that was written without it."""

from __future__ import annotations

import pytest

from app.etiquette.records import Me
from app.letters.signing import signed

LETTER = "Dear Dana,\n\nI'm [your name], from Tuesday.\n\nBest regards,\n[your name]"


@pytest.mark.parametrize(
    ("signature", "below"),
    [
        ("", "Best regards,\nRobin Vale"),
        ("Robin Vale\n+1 555 0100", "Best regards,\nRobin Vale\n+1 555 0100"),
        ("+1 555 0100", "Best regards,\nRobin Vale\n+1 555 0100"),
        ("Cheers,\nRobin Vale", "Cheers,\nRobin Vale"),
    ],
    ids=["name", "whole", "without the name", "with a closing of its own"],
)
def test_the_last_blank_becomes_the_signature_and_any_other_the_name(signature: str, below: str) -> None:
    filled = signed(LETTER, Me("Robin Vale", "", signature))
    assert filled == f"Dear Dana,\n\nI'm Robin Vale, from Tuesday.\n\n{below}"


def test_what_has_no_blank_stays_as_it_is() -> None:
    text = "Dear Dana,\n\nThank you.\n\nBest regards,\nRobin"
    assert signed(text, Me("Robin Vale", "", "Robin Vale")) == text
