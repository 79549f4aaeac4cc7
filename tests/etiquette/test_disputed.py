"""An outcome that the user's machines do not agree on is a step until the user says which is right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.etiquette.errors import RefusedError
from app.etiquette.records import Application, StepName, Waiver
from app.etiquette.stages import Stage
from app.etiquette.steps.next_steps import next_steps
from app.etiquette.steps.timeline import timeline
from app.hunt.changes import When
from app.hunt.verbs import answers
from app.hunt.verbs.doing import done_verb
from tests.etiquette.telling import DANA, interview, moment, policy_in, read_application, sent, wall

POLICY = policy_in()
NOW, LATER = moment("2026-11-25 12:00"), moment("2026-11-27 12:00")
FACTS: dict[str, Any] = {
    "people": [DANA],
    "interviews": [interview("2026-11-20 10:00", "11:00"), interview("2026-12-02 10:00", "11:00")],
    "letters": [sent("thank_you", "2026-11-20 15:00"), sent("follow_up", "2026-11-25 09:00")],
    "outcome": {"kind": "rejected", "at": "2026-11-24 10:00"},
}


def disputed(at: str = "2026-11-25 09:00") -> Application:
    application, _ = read_application(NOW, POLICY, **FACTS, disputed=at)
    return application


def names(application: Application) -> list[StepName]:
    return [step.name for step in next_steps(application, POLICY, LATER)]


def test_it_is_asked_about_at_once_is_due_a_day_later_and_holds_back_the_reply_to_a_rejection() -> None:
    """ETIQUETTE 2.31"""
    (step,) = next_steps(disputed(), POLICY, NOW)
    assert (step.name, step.kind, step.late, step.lapses) == (StepName.CHECK_OUTCOME, None, None, None)
    assert (wall(step.opens), wall(step.due)) == ("2026-11-24 10:00", "2026-11-25 10:00")
    with pytest.raises(RefusedError, match="needs an answer"):
        done_verb(step)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-25 09:00", "rejected (Tue, Nov 24) on one, a letter (Wed, Nov 25) on the other."),
        ("2026-12-02 10:00", "rejected (Tue, Nov 24) on one, an interview (Wed, Dec 2) on the other."),
        ("2026-11-23 10:00", "don't agree on how it ended. Now: rejected (Tue, Nov 24)."),
    ],
)
def test_the_reason_says_what_speaks_against_it(at: str, said: str) -> None:
    """ETIQUETTE 2.31"""
    (step,) = next_steps(disputed(at), POLICY, NOW)
    assert said in step.reason_on(NOW.date())


def test_the_outcome_asks_again_for_what_it_asks_once_the_user_says_that_it_is_right() -> None:
    """ETIQUETTE 2.31"""
    change = answers.outcome_confirmed(disputed(), When(POLICY, NOW))
    assert names(change.application) == [StepName.ANSWER_REJECTION]
    assert [event.text for event in change.events] == ["Outcome checked: rejected"]
    with pytest.raises(RefusedError):
        answers.outcome_confirmed(change.application, When(POLICY, NOW))


def test_reopened_it_goes_on_and_closed_once_more_it_is_not_asked_about() -> None:
    """ETIQUETTE 2.31"""
    reopened = answers.reopened(disputed(), When(POLICY, NOW)).application
    assert (reopened.stage is Stage.OUTCOME, StepName.CHECK_OUTCOME in names(reopened)) == (False, False)
    assert StepName.PREPARE in names(reopened)
    kind = disputed().outcome.kind  # type: ignore[union-attr]
    closed = answers.outcome_recorded(reopened, When(POLICY, NOW), kind).application
    assert names(closed) == [StepName.ANSWER_REJECTION]


def test_skipped_with_a_reason_it_is_not_asked_about_again() -> None:
    """ETIQUETTE 2.31"""
    skipped = replace(disputed(), waivers=(Waiver(1, StepName.CHECK_OUTCOME, reason="both", at=NOW),))
    assert names(skipped) == [StepName.ANSWER_REJECTION]


def test_ahead_its_title_and_what_becomes_of_it_are_told_apart() -> None:
    """ETIQUETTE 2.31"""
    coming = [entry.text for entry in timeline(disputed(), [], POLICY, moment("2026-11-24 12:00")) if entry.is_future]
    assert "Check: how did it end? (due)" in coming
