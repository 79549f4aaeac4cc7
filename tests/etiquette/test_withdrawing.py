"""After an offer was accepted: every other application that came as far as an interview asks to be withdrawn.

ETIQUETTE 2.14, ETIQUETTE 2.30.
"""

from __future__ import annotations

from typing import Any

import pytest

from app.etiquette.companies import Company
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import StepName
from app.etiquette.steps.restraints import restraint
from tests.etiquette.telling import DANA, interview, moment, policy_in, read_application, row, sent, steps_of

POLICY = policy_in()
ACCEPTED = "2026-11-26 11:00"
HELD = [interview("2026-11-20 10:00", "11:00")]
ELSEWHERE = Company(offer_accepted=moment(ACCEPTED))


def _steps(now: str, company: Company = ELSEWHERE, **fields: Any) -> dict[StepName, Any]:
    application, _ = read_application(moment(ACCEPTED), POLICY, people=[DANA], **fields)
    return {step.name: step for step in steps_of(application, now, POLICY, company=company, debriefs=True)}


def test_it_opens_at_once_is_due_in_two_business_days_and_late_in_five() -> None:
    step = _steps(ACCEPTED, interviews=HELD)[StepName.WITHDRAW]
    assert row(step) == (ACCEPTED, "2026-11-30 17:00", "2026-12-03 17:00", None)
    assert (step.kind, step.person, step.urgency) == (Kind.WITHDRAWAL, -1, "open")


@pytest.mark.parametrize(
    "fields",
    [
        {"interviews": [interview("2026-12-20 10:00", "11:00")]},
        {"interviews": HELD, "reply_by": {"date": "2026-11-27", "stated": True}},
        {"stage": "interviewed"},
    ],
    ids=["planned", "held", "held on an unknown day"],
)
def test_it_is_for_whatever_came_as_far_as_an_interview(fields: dict[str, Any]) -> None:
    assert StepName.WITHDRAW in _steps("2026-12-10 12:00", **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"interviews": HELD, "outcome": {"kind": "withdrawn", "at": ACCEPTED}},
        {"archived": True, "interviews": HELD},
    ],
    ids=["never interviewed", "over", "archived"],
)
def test_it_is_not_for_what_never_got_there_or_is_over(fields: dict[str, Any]) -> None:
    assert StepName.WITHDRAW not in _steps("2026-12-10 12:00", **fields)


def test_nobody_is_asked_to_withdraw_without_an_accepted_offer() -> None:
    assert StepName.WITHDRAW not in _steps("2026-12-10 12:00", Company(), interviews=HELD)


WAITED: dict[str, Any] = {
    "interviews": [interview("2026-11-16 10:00", "11:00")],
    "reply_by": {"date": "2026-11-24", "stated": True},
}
FOLLOWED_UP = sent("follow_up", "2026-11-26 09:30")
FOLLOW_UPS = {StepName.FOLLOW_UP, StepName.FOLLOW_UP_AGAIN}


@pytest.mark.parametrize("letters", [[], [FOLLOWED_UP]], ids=["first", "again"])
@pytest.mark.parametrize("now", ["2026-11-26 12:00", "2026-12-10 12:00"])
def test_following_up_is_no_step_while_a_withdrawal_is_asked_for(now: str, letters: list[Any]) -> None:
    """ETIQUETTE 2.30."""
    assert FOLLOW_UPS & set(_steps(now, Company(), **WAITED, letters=letters))
    steps = _steps(now, **WAITED, letters=letters)
    assert not FOLLOW_UPS & set(steps)
    assert StepName.WITHDRAW in steps


def test_following_up_comes_back_when_the_withdrawal_is_skipped() -> None:
    """ETIQUETTE 2.30."""
    skipped = {"step": "withdraw", "at": "2026-11-26 12:00", "reason": "undecided"}
    steps = _steps("2026-11-27 12:00", **WAITED, waivers=[skipped])
    assert StepName.FOLLOW_UP in steps
    assert StepName.WITHDRAW not in steps


def test_thanking_for_an_interview_that_took_place_stays_beside_a_withdrawal() -> None:
    """ETIQUETTE 2.30."""
    steps = _steps("2026-11-27 12:00", interviews=[interview("2026-11-27 09:00", "10:00")])
    assert {StepName.THANK, StepName.DEBRIEF, StepName.WITHDRAW} <= set(steps)


def test_a_follow_up_is_held_back_while_a_withdrawal_is_asked_for() -> None:
    """ETIQUETTE 2.30."""
    now = moment("2026-12-01 12:00")
    application, _ = read_application(now, POLICY, people=[DANA], **WAITED)
    assert restraint(application, Kind.FOLLOW_UP, POLICY, now, Company()) is None
    refused = restraint(application, Kind.FOLLOW_UP, POLICY, now, ELSEWHERE)
    assert str(refused) == "You accepted another offer. Withdraw here instead of following up."
    assert refused is not None
    assert refused.can_override
    assert restraint(application, Kind.WITHDRAWAL, POLICY, now, ELSEWHERE) is None
