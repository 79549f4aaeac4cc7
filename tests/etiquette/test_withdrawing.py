"""After an offer was accepted: every other application that came as far as an interview asks to be withdrawn.

ETIQUETTE 2.14.
"""

from __future__ import annotations

from typing import Any

import pytest

from app.etiquette.companies import Company
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import StepName
from tests.etiquette.telling import DANA, interview, moment, policy_in, read_application, row, steps_of

POLICY = policy_in()
ACCEPTED = "2026-11-26 11:00"
HELD = [interview("2026-11-20 10:00", "11:00")]
ELSEWHERE = Company(offer_accepted=moment(ACCEPTED))


def _steps(now: str, company: Company = ELSEWHERE, **fields: Any) -> dict[StepName, Any]:
    application, _ = read_application(moment(ACCEPTED), POLICY, people=[DANA], **fields)
    return {step.name: step for step in steps_of(application, now, POLICY, company=company)}


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
