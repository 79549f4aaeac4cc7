"""Which letter of an application is shown, and in which order they are leafed through."""

from __future__ import annotations

from datetime import UTC, datetime

from app.etiquette.frozen import replace
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Letter, LetterStatus, Outcome, OutcomeKind
from app.ui.choosing import fitting_letter, letters_in_order

DAY = datetime(2026, 11, 20, 10, tzinfo=UTC)
UNSENT = Letter(1, Kind.THANK_YOU, 1, "Thanks", "Dear Dana", written=DAY)
SENT = Letter(2, Kind.THANK_YOU, 2, "Thanks", "Dear Omar", status=LetterStatus.SENT, sent=DAY)
ANSWER = Letter(3, Kind.REJECTION_REPLY, 1, "Thanks", "Dear Dana", written=DAY)


def test_a_draft_that_the_outcome_left_behind_is_shown_last_and_only_when_it_is_chosen() -> None:
    waiting = Application(1, "Acme", letters=(UNSENT, SENT))
    assert fitting_letter(waiting, None, None) == UNSENT
    rejected = replace(waiting, outcome=Outcome(OutcomeKind.REJECTED, DAY))
    assert letters_in_order(rejected) == [SENT, UNSENT]
    assert fitting_letter(rejected, None, None) is None
    assert fitting_letter(rejected, None, UNSENT.id) == UNSENT
    answered = replace(rejected, letters=(UNSENT, SENT, ANSWER))
    assert letters_in_order(answered) == [ANSWER, SENT, UNSENT]
    assert fitting_letter(answered, None, None) == ANSWER
