"""A mail that may move an interview is never filed as just another reply: the user is asked to read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.etiquette.from_them import Standing
from app.etiquette.records import Interview
from app.hunt.intake.moved_interviews import PHRASES, may_move_interview
from tests.hunt.test_proposing import HELD, MAIL, proposed
from tests.storage.hunts import NOW

AHEAD = replace(HELD, interviews=(*HELD.interviews, Interview(6, 2, NOW + timedelta(days=3), met=(3,), uid="u6")))
MOVES = replace(
    MAIL, text="Hi Robin,\n\nsorry, we need to move our talk from Wednesday to\nFriday at 11. Does that work?\n\nDana"
)


def test_a_mail_that_may_move_an_interview_asks_to_be_read() -> None:
    """ETIQUETTE 2.27."""
    plan, after = proposed(AHEAD, messages=(MOVES,))
    assert plan.proposals[0].title == "Dana Lee may move your interview on Fri, Nov 27 at 10:00 AM: read it"
    assert [reply.standing for reply in after.replies] == [Standing.UNREAD]
    _, nothing_ahead = proposed(HELD, messages=(MOVES,))
    assert [reply.standing for reply in nothing_ahead.replies] == [Standing.ANSWER]


@pytest.mark.parametrize(("language", "pattern", "example"), PHRASES)
def test_every_phrase_is_noticed_in_its_example(language: str, pattern: str, example: str) -> None:
    assert may_move_interview(example)


@pytest.mark.parametrize(
    "text",
    [
        "We are moving forward with your interview on Friday.",
        "Please move the chairs. The interview stands.",
        "Looking forward to meeting you on Friday.",
    ],
)
def test_other_words_move_nothing(text: str) -> None:
    assert not may_move_interview(text)
