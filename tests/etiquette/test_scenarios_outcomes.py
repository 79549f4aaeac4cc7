"""Windows after an outcome, to the minute: a rejection, an offer, staying in touch, the whole search (ETIQUETTE 2)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.etiquette.records import Application, StepName
from app.etiquette.stages import Stage
from app.etiquette.steps.whole_hunt import keep_applying
from tests.etiquette.telling import (
    BERLIN,
    DANA,
    Row,
    interview,
    moment,
    policy_in,
    quiet_from,
    read_application,
    row,
    rows,
    sent,
    steps_of,
    wall,
)

HELD = [interview("2026-11-16 09:00", "09:45")]


def _ended(kind: str, at: str, **fields: Any) -> Application:
    outcome = {"kind": kind, "at": at, **fields.pop("outcome", {})}
    given = {"people": [DANA], "interviews": HELD, **fields}
    return read_application(moment(at), policy_in(), outcome=outcome, **given)[0]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-24 16:00", ("2026-11-24 16:00", "2026-11-25 16:00", "2026-11-26 16:00", "2026-12-01 16:00")),
        ("2026-11-26 16:00", ("2026-11-26 16:00", "2026-11-27 16:00", "2026-11-30 12:00", "2026-12-03 16:00")),
        ("2026-11-28 16:00", ("2026-11-28 16:00", "2026-11-29 16:00", "2026-11-30 16:00", "2026-12-05 16:00")),
    ],
)
def test_a_no_is_answered_within_a_day(at: str, expected: Row) -> None:
    """ETIQUETTE 2.11."""
    application = _ended("rejected", at)
    assert application.stage is Stage.OUTCOME
    assert rows(steps_of(application, at, policy_in())) == {StepName.ANSWER_REJECTION: expected}
    assert steps_of(application, expected[3] or "", policy_in()) == []


def test_a_no_without_any_interview_needs_no_answer() -> None:
    """ETIQUETTE 2.25."""
    application = _ended("rejected", "2026-11-24 16:00", interviews=[])
    assert steps_of(application, "2026-11-24 17:00", policy_in()) == []


def test_an_interview_that_was_still_to_come_does_not_make_a_no_need_an_answer() -> None:
    """ETIQUETTE 2.25."""
    application = _ended("rejected", "2026-11-24 16:00", interviews=[interview("2026-11-25 09:00", "09:45")])
    assert steps_of(application, "2026-11-25 17:00", policy_in()) == []


@pytest.mark.parametrize("kind", ["rejection_reply", "feedback_request"])
def test_an_answer_to_the_no_ends_the_step(kind: str) -> None:
    letter = sent(kind, "2026-11-25 09:00")
    policy = policy_in()
    application, _ = read_application(
        moment("2026-11-25 10:00"),
        policy,
        people=[DANA],
        interviews=HELD,
        letters=[letter],
        outcome={"kind": "rejected", "at": "2026-11-24 16:00"},
    )
    assert steps_of(application, "2026-11-25 10:00", policy) == []


@pytest.mark.parametrize("kind", ["withdrawn", "no_response"])
def test_other_ends_ask_for_nothing(kind: str) -> None:
    application = _ended(kind, "2026-11-24 16:00")
    assert steps_of(application, "2026-11-24 17:00", policy_in()) == []
    ended = moment("2026-11-24 16:00")
    assert quiet_from(application, policy_in(), ended) == ended


def test_an_offer_with_a_deadline() -> None:
    """ETIQUETTE 2.12, ETIQUETTE 2.13."""
    application = _ended("offer", "2026-11-24 10:00", outcome={"decide_by": "2026-11-30"})
    assert rows(steps_of(application, "2026-11-24 10:00", policy_in())) == {
        StepName.ACKNOWLEDGE_OFFER: ("2026-11-24 10:00", "2026-11-25 10:00", "2026-11-25 10:00", "2026-11-30 17:00"),
        StepName.DECIDE_OFFER: ("2026-11-24 10:00", "2026-11-30 17:00", "2026-11-30 17:00", None),
    }


def test_an_offers_deadline_is_the_hour_that_they_gave() -> None:
    """ETIQUETTE 2.12, ETIQUETTE 2.13."""
    noon = {"decide_by": "2026-11-30", "decide_at": "2026-11-30 12:00"}
    application = _ended("offer", "2026-11-24 10:00", outcome=noon)
    steps = steps_of(application, "2026-11-24 10:00", policy_in())
    assert rows(steps) == {
        StepName.ACKNOWLEDGE_OFFER: ("2026-11-24 10:00", "2026-11-25 10:00", "2026-11-25 10:00", "2026-11-30 12:00"),
        StepName.DECIDE_OFFER: ("2026-11-24 10:00", "2026-11-30 12:00", "2026-11-30 12:00", None),
    }
    (decide,) = [step for step in steps if step.name is StepName.DECIDE_OFFER]
    said = decide.reason_on(moment("2026-11-24 10:00").date())
    assert said == "They want your decision by Mon, Nov 30 at 12:00 PM."


def test_an_offer_without_a_deadline_is_decided_in_three_business_days() -> None:
    """ETIQUETTE 2.13."""
    application = _ended("offer", "2026-11-26 10:00")
    steps = steps_of(application, "2026-11-26 10:00", policy_in())
    assert rows(steps) == {
        StepName.ACKNOWLEDGE_OFFER: ("2026-11-26 10:00", "2026-11-27 10:00", "2026-11-27 10:00", None),
        StepName.DECIDE_OFFER: ("2026-11-26 10:00", "2026-12-01 17:00", "2026-12-01 17:00", "2026-12-26 10:00"),
    }
    assert {step.name: step.kind for step in steps}[StepName.DECIDE_OFFER] == "offer_time_request"


def test_late_moments_of_an_offer_move_off_the_weekend() -> None:
    """ETIQUETTE 2.12, ETIQUETTE 2.21."""
    application = _ended("offer", "2026-11-27 10:00", outcome={"decide_by": "2026-11-28"})
    assert rows(steps_of(application, "2026-11-27 10:00", policy_in())) == {
        StepName.ACKNOWLEDGE_OFFER: ("2026-11-27 10:00", "2026-11-28 10:00", "2026-11-30 12:00", "2026-11-28 17:00"),
        StepName.DECIDE_OFFER: ("2026-11-27 10:00", "2026-11-28 17:00", "2026-11-30 12:00", None),
    }


@pytest.mark.parametrize("kind", ["offer_accept", "offer_decline"])
def test_a_decision_ends_both_steps(kind: str) -> None:
    policy = policy_in()
    application, _ = read_application(
        moment("2026-11-25 10:00"),
        policy,
        people=[DANA],
        interviews=HELD,
        letters=[sent(kind, "2026-11-25 09:00")],
        outcome={"kind": "offer", "at": "2026-11-24 10:00"},
    )
    assert steps_of(application, "2026-11-25 10:00", policy) == []


def test_thanks_for_an_offer_leave_the_decision() -> None:
    policy = policy_in()
    application, _ = read_application(
        moment("2026-11-25 10:00"),
        policy,
        people=[DANA],
        interviews=HELD,
        letters=[sent("offer_thanks", "2026-11-25 09:00")],
        outcome={"kind": "offer", "at": "2026-11-24 10:00"},
    )
    assert [step.name for step in steps_of(application, "2026-11-25 10:00", policy)] == [StepName.DECIDE_OFFER]


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-24 16:00", "2027-02-24 09:00"),
        ("2026-11-30 16:00", "2027-03-01 09:00"),
        ("2027-11-30 16:00", "2028-02-29 09:00"),
        ("2026-12-31 16:00", "2027-03-31 09:00"),
    ],
)
def test_three_months_after_a_no_one_may_get_in_touch(at: str, opens: str) -> None:
    """ETIQUETTE 2.15."""
    application = _ended("rejected", at, interviews=[], keep_in_touch=True)
    (step,) = steps_of(application, at, policy_in())
    assert (step.name, row(step), step.urgency.value) == (StepName.STAY_IN_TOUCH, (opens, None, None, None), "not_yet")
    (step,) = steps_of(application, opens, policy_in())
    assert step.urgency.value == "open"


def test_staying_in_touch_is_for_those_who_asked_for_it() -> None:
    application = _ended("rejected", "2026-11-24 16:00", interviews=[])
    assert steps_of(application, "2027-03-24 16:00", policy_in()) == []


def test_in_touch_at_most_twice_a_year() -> None:
    """ETIQUETTE 2.15."""
    policy = policy_in()
    letters = [sent("stay_in_touch", "2027-02-24 10:00"), sent("stay_in_touch", "2027-05-24 10:00")]
    application, _ = read_application(
        moment("2027-05-24 12:00"),
        policy,
        people=[DANA],
        letters=letters,
        keep_in_touch=True,
        outcome={"kind": "rejected", "at": "2026-11-24 16:00"},
    )
    assert rows(steps_of(application, "2027-05-24 12:00", policy))[StepName.STAY_IN_TOUCH][0] == "2028-02-24 09:00"


@pytest.mark.parametrize(
    ("newest", "opens"),
    [("2026-11-17", "2026-11-24 09:00"), ("2026-11-14", "2026-11-23 09:00"), ("2026-11-15", "2026-11-23 09:00")],
)
def test_a_week_without_a_new_application_while_others_wait(newest: str, opens: str) -> None:
    """ETIQUETTE 2.16."""
    policy = policy_in(BERLIN)
    before = keep_applying(date.fromisoformat(newest), True, False, policy, moment(opens.replace("09:00", "08:59")))
    step = keep_applying(date.fromisoformat(newest), True, False, policy, moment(opens))
    assert before is not None
    assert step is not None
    assert (before.urgency.value, step.urgency.value) == ("not_yet", "open")
    assert (wall(step.opens), step.due, step.late, step.lapses, step.application_id) == (opens, None, None, None, None)


@pytest.mark.parametrize(
    ("newest", "waits", "accepted"), [(None, True, False), ("2026-11-01", False, False), ("2026-11-01", True, True)]
)
def test_nobody_is_told_to_keep_applying_in_vain(newest: str | None, waits: bool, accepted: bool) -> None:
    """ETIQUETTE 2.16."""
    day = date.fromisoformat(newest) if newest else None
    assert keep_applying(day, waits, accepted, policy_in(), moment("2026-11-24 09:00")) is None


def test_a_rejection_asks_for_nothing_once_its_step_has_lapsed_and_one_kept_in_touch_goes_on() -> None:
    ended, policy = moment("2026-11-24 16:00"), policy_in()
    assert quiet_from(_ended("rejected", "2026-11-24 16:00"), policy, ended) == moment("2026-12-01 16:00")
    assert quiet_from(_ended("rejected", "2026-11-24 16:00", keep_in_touch=True), policy, ended) is None
    waits = read_application(ended, policy, people=[DANA], interviews=HELD)[0]
    assert quiet_from(waits, policy, ended) is None


def test_a_no_on_the_morning_of_an_interview_rests_only_when_its_answer_would_lapse() -> None:
    now, no = moment("2026-11-24 09:30"), {"kind": "rejected", "at": "2026-11-24 09:00"}
    planned = interview("2026-11-24 15:00", "16:00")
    application = read_application(now, policy_in(), people=[DANA], interviews=[planned], outcome=no)[0]
    assert steps_of(application, "2026-11-24 09:30", policy_in()) == []
    assert [*rows(steps_of(application, "2026-11-25 09:30", policy_in()))] == ["answer_rejection"]
    assert quiet_from(application, policy_in(), now) == moment("2026-12-01 09:00")


def test_an_application_without_an_interview_asks_for_nothing() -> None:
    now = moment("2026-11-24 16:00")
    applied = read_application(now, policy_in())[0]
    assert quiet_from(applied, policy_in(), now) == now
    assert steps_of(applied, "2027-11-24 16:00", policy_in()) == []
    planned = read_application(now, policy_in(), people=[DANA], interviews=[interview("2026-11-27 10:00")])[0]
    assert quiet_from(planned, policy_in(), now) is None
