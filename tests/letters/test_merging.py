"""A letter composed anew around what the user typed."""

from __future__ import annotations

import pytest

from app.letters.merging import merged, pieces_of

BEFORE = "Dear Ms. Lee,\n\nThank you for Tuesday. You decide by Friday.\n\nI want it.\n\nBest,\nRobin\n"
FRESH = "Dear Ms. Lee,\n\nThank you for November 24. You hoped to decide by Friday.\n\nI want it.\n\nBest,\nRobin\n"


def test_a_text_is_its_pieces() -> None:
    assert "".join(pieces_of(BEFORE)) == BEFORE
    assert "Thank you for Tuesday. " in pieces_of(BEFORE)
    assert "Dear Ms. Lee," in pieces_of(BEFORE)


@pytest.mark.parametrize(
    ("mine", "text"),
    [
        (BEFORE, FRESH),
        (BEFORE.replace("I want it.", "I want it very much."), FRESH.replace("I want it.", "I want it very much.")),
        (BEFORE.replace("I want it.", "My own line.\n\nI want it."), FRESH.replace("I want", "My own line.\n\nI want")),
        (
            BEFORE.replace("Thank you for Tuesday.", "Thanks for the tour!"),
            FRESH.replace(
                "Thank you for November 24. You hoped to decide by Friday.",
                "Thanks for the tour! You hoped to decide by Friday.",
            ),
        ),
        (
            BEFORE.replace("You decide by Friday.", "You decide by Friday. I can start in May."),
            FRESH.replace("decide by Friday.", "decide by Friday. I can start in May."),
        ),
        ("Something else entirely.", "Something else entirely."),
        ("", ""),
    ],
)
def test_what_the_user_typed_stays_and_the_rest_is_of_today(mine: str, text: str) -> None:
    assert merged(BEFORE, mine, FRESH) == text


def test_what_is_added_now_follows_what_it_followed() -> None:
    fresh = BEFORE.replace("I want it.", "I want it. See you on Monday.")
    mine = BEFORE.replace("Thank you for Tuesday.", "Thanks!")
    assert merged(BEFORE, mine, fresh) == mine.replace("I want it.", "I want it. See you on Monday.")


def test_nothing_changes_where_nothing_is_composed_otherwise() -> None:
    assert merged(BEFORE, BEFORE + "PS: hello", BEFORE) == BEFORE + "PS: hello"
