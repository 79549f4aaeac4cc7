"""Windows around an interview, to the minute: prepare, nobody came, thank, note their date (ETIQUETTE section 2)."""

from __future__ import annotations

from typing import Any

import pytest

from app.etiquette.records import StepName
from app.etiquette.stages import Stage
from tests.etiquette.telling import (
    BERLIN,
    DANA,
    NEW_YORK,
    OMAR,
    Row,
    interview,
    moment,
    policy_in,
    row,
    rows,
    sent,
    steps_of,
    told,
)

# starts, ends, holidays -> opens, due, late, lapses; 2026-11-20 is a Friday.
THANKS: dict[str, tuple[str, str | None, tuple[str, ...], Row]] = {
    "a Monday: late within the week": (
        "2026-11-16 09:00",
        "09:45",
        (),
        ("2026-11-16 10:45", "2026-11-17 09:45", "2026-11-18 09:45", "2026-11-23 09:45"),
    ),
    "a Wednesday: late on Friday": (
        "2026-11-18 14:00",
        "15:00",
        (),
        ("2026-11-18 16:00", "2026-11-19 15:00", "2026-11-20 15:00", "2026-11-25 15:00"),
    ),
    "a Thursday: late on Saturday, so Monday at noon": (
        "2026-11-19 15:30",
        "16:15",
        (),
        ("2026-11-19 17:15", "2026-11-20 16:15", "2026-11-23 12:00", "2026-11-26 16:15"),
    ),
    "a Friday: late on Sunday, so Monday at noon": (
        "2026-11-20 10:00",
        "11:00",
        (),
        ("2026-11-20 12:00", "2026-11-21 11:00", "2026-11-23 12:00", "2026-11-27 11:00"),
    ),
    "a Saturday: late on Monday as it stands": (
        "2026-11-21 10:00",
        "11:00",
        (),
        ("2026-11-21 12:00", "2026-11-22 11:00", "2026-11-23 11:00", "2026-11-28 11:00"),
    ),
    "late on a holiday before a weekend": (
        "2026-12-23 10:00",
        "11:00",
        ("2026-12-25",),
        ("2026-12-23 12:00", "2026-12-24 11:00", "2026-12-28 12:00", "2026-12-30 11:00"),
    ),
    "late on Sunday before a holiday": (
        "2026-11-20 10:00",
        "11:00",
        ("2026-11-23",),
        ("2026-11-20 12:00", "2026-11-21 11:00", "2026-11-24 12:00", "2026-11-27 11:00"),
    ),
    "nobody said when it ends: an hour": (
        "2026-11-16 09:00",
        None,
        (),
        ("2026-11-16 11:00", "2026-11-17 10:00", "2026-11-18 10:00", "2026-11-23 10:00"),
    ),
    "over the end of a month and a year": (
        "2026-12-30 16:00",
        "17:00",
        (),
        ("2026-12-30 18:00", "2026-12-31 17:00", "2027-01-01 17:00", "2027-01-06 17:00"),
    ),
    "over a leap day": (
        "2028-02-28 16:00",
        "17:00",
        (),
        ("2028-02-28 18:00", "2028-02-29 17:00", "2028-03-01 17:00", "2028-03-06 17:00"),
    ),
}


@pytest.mark.parametrize("case", THANKS)
def test_thanks_are_due_a_day_after_the_interview_and_late_after_two(case: str) -> None:
    starts, ends, holidays, expected = THANKS[case]
    policy = policy_in(BERLIN, *holidays)
    now = moment(expected[0] or "")
    application, _ = told(now, policy, people=[DANA], interviews=[interview(starts, ends)])
    assert application.stage is Stage.INTERVIEWED
    assert rows(steps_of(application, expected[0] or "", policy)) == {StepName.THANK: expected}


def test_everybody_met_has_a_step_of_their_own() -> None:
    policy = policy_in()
    application, _ = told(
        moment("2026-11-16 12:00"),
        policy,
        people=[DANA, OMAR],
        interviews=[interview("2026-11-16 09:00", "09:45", met=("dana", "omar"))],
        letters=[sent("thank_you", "2026-11-16 11:00", "omar")],
    )
    (step,) = steps_of(application, "2026-11-16 12:00", policy)
    person = application.person(step.person)
    assert person is not None
    assert person.name == "Dana Lee"
    assert application.stage is Stage.INTERVIEWED


def test_an_interview_with_nobody_known_by_name_has_one_step_to_nobody() -> None:
    policy = policy_in()
    application, _ = told(
        moment("2026-11-16 12:00"), policy, interviews=[interview("2026-11-16 09:00", "09:45", met=())]
    )
    (step,) = steps_of(application, "2026-11-16 12:00", policy)
    assert (step.name, step.person) == (StepName.THANK, None)


def test_an_interview_in_another_zone_is_read_there_and_shown_here() -> None:
    policy = policy_in(BERLIN)
    held = interview("2026-11-19 16:00", "17:00", timezone=NEW_YORK)
    application, _ = told(moment("2026-11-20 01:00"), policy, people=[DANA], interviews=[held])
    (step,) = steps_of(application, "2026-11-20 01:00", policy)
    assert row(step) == ("2026-11-20 00:00", "2026-11-20 23:00", "2026-11-23 12:00", "2026-11-26 23:00")


def test_an_offset_in_the_time_itself_comes_before_every_zone() -> None:
    policy = policy_in(BERLIN)
    held = {"starts": "2026-11-16T09:00-05:00", "ends": "2026-11-16T10:00-05:00", "timezone": NEW_YORK, "met": ["dana"]}
    application, _ = told(moment("2026-11-16 17:00"), policy, people=[DANA], interviews=[held])
    (step,) = steps_of(application, "2026-11-16 17:00", policy)
    assert row(step) == ("2026-11-16 17:00", "2026-11-17 16:00", "2026-11-18 16:00", "2026-11-23 16:00")


def test_the_weekend_is_the_users_own_and_not_the_interviewers() -> None:
    # Friday 17:00 in New York is Saturday 09:00 in Sydney; 48 hours on it is Monday there, and no weekend.
    policy = policy_in("Australia/Sydney")
    held = {"starts": "2026-11-20T16:00-05:00", "ends": "2026-11-20T17:00-05:00", "timezone": NEW_YORK, "met": ["dana"]}
    application, _ = told(moment("2026-11-21 12:00", "Australia/Sydney"), policy, people=[DANA], interviews=[held])
    (step,) = steps_of(application, "2026-11-21 12:00", policy, "Australia/Sydney")
    assert row(step, "Australia/Sydney")[2] == "2026-11-23 09:00"
    assert row(step, NEW_YORK)[2] == "2026-11-22 17:00"


PREPARE: Row = ("2026-11-29 14:00", "2026-11-30 14:00", None, "2026-11-30 14:00")


@pytest.mark.parametrize(
    ("now", "urgency"),
    [
        ("2026-11-29 13:59", "not_yet"),
        ("2026-11-29 14:00", "open"),
        ("2026-11-29 23:59", "open"),
        ("2026-11-30 00:00", "due"),
        ("2026-11-30 13:59", "due"),
    ],
)
def test_preparing_opens_a_day_ahead_and_is_due_on_the_interviews_day(now: str, urgency: str) -> None:
    policy = policy_in()
    application, _ = told(moment(now), policy, people=[DANA], interviews=[interview("2026-11-30 14:00", "15:00")])
    (step,) = steps_of(application, now, policy)
    assert (step.name, step.urgency.value, row(step)) == (StepName.PREPARE, urgency, PREPARE)
    assert application.stage is Stage.APPLIED


def test_there_is_nothing_to_prepare_once_it_has_started() -> None:
    policy = policy_in()
    application, _ = told(
        moment("2026-11-30 14:00"), policy, interviews=[interview("2026-11-30 14:00", "15:00", met=())]
    )
    assert steps_of(application, "2026-11-30 14:00", policy) == []


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ("2026-11-19 10:00", ("2026-11-19 10:15", "2026-11-19 17:00", "2026-11-20 17:00", "2026-11-23 17:00")),
        ("2026-11-20 10:00", ("2026-11-20 10:15", "2026-11-20 17:00", "2026-11-23 17:00", "2026-11-24 17:00")),
        ("2026-11-21 10:00", ("2026-11-21 10:15", "2026-11-21 17:00", "2026-11-23 17:00", "2026-11-24 17:00")),
        ("2026-11-19 17:30", ("2026-11-19 17:45", "2026-11-19 17:45", "2026-11-20 17:00", "2026-11-23 17:00")),
    ],
)
def test_saying_that_nobody_came_is_due_the_same_day(starts: str, expected: Row) -> None:
    policy = policy_in()
    missed = interview(starts, status="missed")
    application, _ = told(moment(expected[0] or ""), policy, people=[DANA], interviews=[missed])
    (step,) = steps_of(application, expected[0] or "", policy)
    assert (step.name, step.urgency.value, row(step)) == (StepName.MISSED, "due", expected)
    assert steps_of(application, expected[3] or "", policy) == []


def test_saying_that_nobody_came_is_answered_by_the_letter() -> None:
    policy = policy_in()
    missed = interview("2026-11-19 10:00", status="missed")
    letter = sent("missed_call", "2026-11-19 10:30")
    application, _ = told(moment("2026-11-19 11:00"), policy, people=[DANA], interviews=[missed], letters=[letter])
    assert steps_of(application, "2026-11-19 11:00", policy) == []


THANKED: dict[str, Any] = {
    "people": [DANA],
    "interviews": [interview("2026-11-20 10:00", "11:00")],
    "letters": [sent("thank_you", "2026-11-20 15:00")],
}


def test_once_thanked_their_date_is_asked_for_within_a_day() -> None:
    policy = policy_in()
    application, _ = told(moment("2026-11-20 16:00"), policy, **THANKED)
    assert application.stage is Stage.THANKED
    assert rows(steps_of(application, "2026-11-20 16:00", policy)) == {
        StepName.SET_REPLY_BY: ("2026-11-20 15:00", "2026-11-21 15:00", None, "2026-11-21 15:00")
    }


def test_a_day_after_the_thanks_the_assumed_date_is_taken() -> None:
    policy = policy_in()
    application, _ = told(moment("2026-11-20 16:00"), policy, **THANKED)
    assert rows(steps_of(application, "2026-11-21 14:59", policy)).keys() == {StepName.SET_REPLY_BY}
    assert rows(steps_of(application, "2026-11-21 15:00", policy)) == {
        StepName.FOLLOW_UP: ("2026-12-01 09:00", "2026-12-03 17:00", "2026-12-08 17:00", None),
        StepName.CLOSE: ("2026-12-31 09:00", None, None, None),
    }


def test_thanks_that_lapse_unsent_count_as_waived_and_the_wait_goes_on_by_itself() -> None:
    policy = policy_in()
    application, _ = told(
        moment("2026-11-16 12:00"), policy, people=[DANA], interviews=[interview("2026-11-16 09:00", "09:45")]
    )
    assert rows(steps_of(application, "2026-11-23 09:44", policy)).keys() == {StepName.THANK}
    assert rows(steps_of(application, "2026-11-23 09:45", policy)) == {
        StepName.SET_REPLY_BY: ("2026-11-23 09:45", "2026-11-24 09:45", None, "2026-11-24 09:45")
    }
    # Seven business days after Monday the 16th are Wednesday the 25th.
    assert rows(steps_of(application, "2026-11-24 09:45", policy))[StepName.FOLLOW_UP][0] == "2026-11-25 09:00"


def test_where_thanks_are_no_custom_the_step_is_offered_and_never_urged() -> None:
    policy = policy_in(BERLIN, thanks_are_customary=False)
    application, _ = told(
        moment("2026-11-16 12:00"), policy, people=[DANA], interviews=[interview("2026-11-16 09:00", "09:45")]
    )
    (step,) = steps_of(application, "2026-11-20 12:00", policy)
    assert (step.urgency.value, row(step)) == ("open", ("2026-11-16 10:45", None, None, "2026-11-23 09:45"))
    assert "chiefly a North American custom" in step.reason
