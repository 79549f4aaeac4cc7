"""A mail that may be an answer stops the wait until the user says what it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.etiquette.companies import Company
from app.etiquette.errors import RefusedError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, OutcomeKind, StepName, Waiver
from app.etiquette.stages import Stage
from app.etiquette.steps.next_steps import Step, next_steps
from app.etiquette.steps.restraints import restraint
from app.hunt.changes import When
from app.hunt.verbs import answers
from tests.etiquette.telling import DANA, interview, moment, policy_in, read_application, sent, wall

POLICY = policy_in()
CAME, READ, MUCH_LATER = moment("2026-12-03 10:00"), moment("2026-12-14 12:00"), moment("2027-03-01 12:00")
FACTS: dict[str, Any] = {
    "people": [DANA],
    "interviews": [interview("2026-11-20 10:00", "11:00")],
    "letters": [sent("thank_you", "2026-11-20 15:00"), sent("follow_up", "2026-12-02 10:00")],
}


def unread() -> Application:
    """Return an application that was followed up, and to which a mail came that may be an answer."""
    when = When(POLICY, moment("2026-12-03 11:00"))
    waiting, _ = read_application(when.now, POLICY, **FACTS)
    return answers.they_answered(waiting, when, text="There is a change.\nMore", at=CAME, is_read=False).application


def steps(application: Application, now: str) -> list[Step]:
    return next_steps(application, POLICY, moment(now))


def test_it_is_a_step_at_once_and_due_a_day_later() -> None:
    """ETIQUETTE 2.27"""
    (step,) = steps(unread(), "2026-12-03 11:00")
    assert (step.name, step.kind, step.late, step.lapses) == (StepName.READ_ANSWER, None, None, None)
    assert (wall(step.opens), wall(step.due)) == ("2026-12-03 10:00", "2026-12-04 10:00")


def test_nothing_of_the_wait_comes_up_until_it_is_read_however_long_that_takes() -> None:
    """ETIQUETTE 3.10"""
    application = unread()
    assert application.stage is Stage.FOLLOWED_UP
    assert [step.name for step in next_steps(application, POLICY, MUCH_LATER)] == [StepName.READ_ANSWER]
    refused = restraint(application, Kind.FOLLOW_UP, POLICY, MUCH_LATER, Company())
    assert refused is not None
    assert "They may have replied" in str(refused)


def test_read_as_a_reply_it_counts_from_the_day_on_which_it_came() -> None:
    """ETIQUETTE 3.10"""
    application = unread()
    read = answers.answer_read(application, When(POLICY, READ), application.replies[-1].id).application
    assert read.stage is Stage.WAITING
    assert read.reply_by is not None
    assert (read.reply_by.stated, read.reply_by.date.isoformat()) == (False, "2026-12-14")
    assert [step.name for step in steps(read, "2026-12-14 12:00")][:1] == [StepName.FOLLOW_UP]


def test_read_as_no_reply_it_leaves_the_wait_as_it_was() -> None:
    """ETIQUETTE 3.10"""
    application = unread()
    without = replace(application, replies=())
    read = answers.answer_read(application, When(POLICY, READ), application.replies[-1].id, is_answer=False).application
    assert (read.stage, read.reply_by) == (without.stage, without.reply_by)
    for now in (READ, MUCH_LATER):
        assert next_steps(read, POLICY, now) == next_steps(without, POLICY, now)


def test_read_as_an_outcome_it_ends_the_application_on_that_day() -> None:
    """ETIQUETTE 3.10"""
    application = unread()
    number = application.replies[-1].id
    ended = answers.answer_was_outcome(application, When(POLICY, READ), number, OutcomeKind.REJECTED).application
    assert ended.outcome is not None
    assert (ended.stage, ended.outcome.kind, ended.outcome.at) == (Stage.OUTCOME, OutcomeKind.REJECTED, CAME)
    assert StepName.READ_ANSWER not in {step.name for step in next_steps(ended, POLICY, READ)}


def test_skipped_for_a_reason_it_holds_the_wait_no_longer() -> None:
    """ETIQUETTE 3.10"""
    application = unread()
    skipped = replace(application, waivers=(Waiver(1, StepName.READ_ANSWER, reason="spam", at=READ),))
    assert {step.name for step in next_steps(skipped, POLICY, MUCH_LATER)} == {StepName.CLOSE}


def test_it_is_read_once() -> None:
    application = unread()
    number = application.replies[-1].id
    read = answers.answer_read(application, When(POLICY, READ), number).application
    with pytest.raises(RefusedError, match="already been read"):
        answers.answer_read(read, When(POLICY, READ), number)
