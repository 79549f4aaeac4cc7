"""Windows around an interview, to the minute: prepare, missed, thank, note their date (ETIQUETTE 2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Interview, StepName
from app.etiquette.stages import Stage
from app.etiquette.state.facts import held_interviews, next_round, thanks_of
from app.etiquette.state.settling import not_held, settle
from tests.etiquette.telling import (
    BERLIN,
    DANA,
    NEW_YORK,
    OMAR,
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
    """ETIQUETTE 1.2, ETIQUETTE 2.6."""
    starts, ends, holidays, expected = THANKS[case]
    policy = policy_in(BERLIN, *holidays)
    now = moment(expected[0] or "")
    application, _ = read_application(now, policy, people=[DANA], interviews=[interview(starts, ends)])
    assert application.stage is Stage.INTERVIEWED
    assert rows(steps_of(application, expected[0] or "", policy)) == {StepName.THANK: expected}


def test_everybody_met_has_a_step_of_their_own() -> None:
    """ETIQUETTE 2.6, ETIQUETTE 3.9."""
    policy = policy_in()
    application, _ = read_application(
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
    """ETIQUETTE 2.17."""
    policy = policy_in()
    application, _ = read_application(
        moment("2026-11-16 12:00"), policy, interviews=[interview("2026-11-16 09:00", "09:45", met=())]
    )
    (step,) = steps_of(application, "2026-11-16 12:00", policy)
    assert (step.name, step.person) == (StepName.THANK, None)


def test_an_interview_in_another_zone_is_read_there_and_shown_here() -> None:
    policy = policy_in(BERLIN)
    held = interview("2026-11-19 16:00", "17:00", timezone=NEW_YORK)
    application, _ = read_application(moment("2026-11-20 01:00"), policy, people=[DANA], interviews=[held])
    (step,) = steps_of(application, "2026-11-20 01:00", policy)
    assert row(step) == ("2026-11-20 00:00", "2026-11-20 23:00", "2026-11-23 12:00", "2026-11-26 23:00")


def test_an_offset_in_the_time_itself_comes_before_every_zone() -> None:
    policy = policy_in(BERLIN)
    held = {"starts": "2026-11-16T09:00-05:00", "ends": "2026-11-16T10:00-05:00", "timezone": NEW_YORK, "met": ["dana"]}
    application, _ = read_application(moment("2026-11-16 17:00"), policy, people=[DANA], interviews=[held])
    (step,) = steps_of(application, "2026-11-16 17:00", policy)
    assert row(step) == ("2026-11-16 17:00", "2026-11-17 16:00", "2026-11-18 16:00", "2026-11-23 16:00")


def test_the_weekend_is_the_users_own_and_not_the_interviewers() -> None:
    """ETIQUETTE 2.21."""
    # Friday 17:00 in New York is Saturday 09:00 in Sydney; 48 hours on it is Monday there, and no weekend.
    policy = policy_in("Australia/Sydney")
    held = {"starts": "2026-11-20T16:00-05:00", "ends": "2026-11-20T17:00-05:00", "timezone": NEW_YORK, "met": ["dana"]}
    application, _ = read_application(
        moment("2026-11-21 12:00", "Australia/Sydney"), policy, people=[DANA], interviews=[held]
    )
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
    """ETIQUETTE 1.2, ETIQUETTE 2.1."""
    policy = policy_in()
    application, _ = read_application(
        moment(now), policy, people=[DANA], interviews=[interview("2026-11-30 14:00", "15:00")]
    )
    (step,) = steps_of(application, now, policy)
    assert (step.name, step.urgency.value, row(step)) == (StepName.PREPARE, urgency, PREPARE)
    assert application.stage is Stage.APPLIED


def test_there_is_nothing_to_prepare_once_it_has_started() -> None:
    """ETIQUETTE 2.1."""
    policy = policy_in()
    application, _ = read_application(
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
def test_asking_for_a_new_time_is_due_the_same_day(starts: str, expected: Row) -> None:
    """ETIQUETTE 2.2."""
    policy = policy_in()
    missed = interview(starts, status="missed")
    application, _ = read_application(moment(expected[0] or ""), policy, people=[DANA], interviews=[missed])
    (step,) = steps_of(application, expected[0] or "", policy)
    assert (step.name, step.urgency.value, row(step)) == (StepName.MISSED, "due", expected)
    assert steps_of(application, expected[3] or "", policy) == []


MISSED: dict[str, Any] = {
    "people": [DANA],
    "interviews": [interview("2026-11-19 10:00", status="missed")],
    "letters": [sent("missed_call", "2026-11-19 10:30")],
}
"""Missed on Thursday 19 November, and asked for a new time half an hour later."""


def test_a_new_time_is_asked_for_once_more_and_then_closing_is_offered() -> None:
    """ETIQUETTE 2.3, ETIQUETTE 2.4."""
    policy = policy_in()
    application, _ = read_application(moment("2026-11-19 11:00"), policy, **MISSED)
    # Three business days after the first letter are Tuesday the 24th, ten are Thursday 3 December.
    steps = steps_of(application, "2026-11-19 11:00", policy)
    assert rows(steps) == {
        StepName.MISSED: ("2026-11-24 09:00", "2026-11-26 17:00", None, "2026-12-03 09:00"),
        StepName.CLOSE: ("2026-12-03 09:00", None, None, None),
    }
    assert [step.kind for step in steps] == [Kind.MISSED_CALL, None]
    assert [step.name for step in steps_of(application, "2026-12-03 09:00", policy) if step.is_now] == [StepName.CLOSE]


def test_after_the_second_letter_there_is_only_closing() -> None:
    """ETIQUETTE 2.4."""
    policy = policy_in()
    letters = [*MISSED["letters"], sent("missed_call", "2026-11-25 09:00")]
    application, _ = read_application(moment("2026-11-25 10:00"), policy, **{**MISSED, "letters": letters})
    assert rows(steps_of(application, "2026-11-25 10:00", policy)) == {
        StepName.CLOSE: ("2026-12-03 09:00", None, None, None)
    }


def test_a_missed_interview_that_nobody_wrote_about_is_closed_at_last() -> None:
    """ETIQUETTE 2.4."""
    policy = policy_in()
    application, _ = read_application(moment("2026-11-19 11:00"), policy, **{**MISSED, "letters": []})
    assert steps_of(application, "2026-11-23 17:00", policy) == []
    assert rows(steps_of(application, "2026-12-03 09:00", policy)) == {
        StepName.CLOSE: ("2026-12-03 09:00", None, None, None)
    }
    assert quiet_from(application, policy, moment("2026-11-19 11:00")) is None


def test_a_new_interview_ends_what_the_missed_one_asked_for() -> None:
    policy = policy_in()
    again = interview("2026-11-27 10:00", "11:00")
    application, _ = read_application(
        moment("2026-11-20 11:00"), policy, **{**MISSED, "interviews": [*MISSED["interviews"], again]}
    )
    assert rows(steps_of(application, "2026-11-25 12:00", policy)).keys() == {StepName.PREPARE}


def test_their_answer_to_the_letter_counts_like_a_first_letter() -> None:
    policy = policy_in()
    fields = {**MISSED, "replies": [{"at": "2026-11-20 12:00", "text": "so sorry, let me look for a time"}]}
    application, _ = read_application(moment("2026-11-20 13:00"), policy, **fields)
    assert rows(steps_of(application, "2026-11-20 13:00", policy)) == {
        StepName.MISSED: ("2026-11-25 09:00", "2026-11-27 17:00", None, "2026-12-04 09:00"),
        StepName.CLOSE: ("2026-12-04 09:00", None, None, None),
    }


def test_a_missed_interview_was_not_held() -> None:
    """ETIQUETTE 2.23."""
    policy = policy_in()
    application, _ = read_application(moment("2026-11-24 11:00"), policy, **MISSED)
    assert application.stage is Stage.APPLIED
    assert next_round(application) == 1


def test_while_a_later_round_was_missed_the_wait_of_the_earlier_one_is_out_of_sight() -> None:
    policy = policy_in()
    fields: dict[str, Any] = {
        "people": [DANA],
        "interviews": [interview("2026-11-02 10:00", "11:00"), interview("2026-11-19 10:00", status="missed")],
        "letters": [sent("thank_you", "2026-11-02 15:00")],
        "reply_by": {"date": "2026-11-10", "stated": True},
    }
    application, _ = read_application(moment("2026-11-19 11:00"), policy, **fields)
    assert application.stage is Stage.WAITING
    assert rows(steps_of(application, "2026-11-19 11:00", policy)).keys() == {StepName.MISSED}


# Marked as missed before it would have ended, or after time had taken it to be held.
@pytest.mark.parametrize("later", [timedelta(minutes=20), timedelta(hours=3), timedelta(days=9)])
def test_marking_an_interview_as_missed_takes_back_the_stage_that_time_had_made_of_it(later: timedelta) -> None:
    """ETIQUETTE 2.23."""
    policy = policy_in()
    starts = moment("2026-11-19 10:00")
    planned, _ = read_application(
        starts - timedelta(days=1), policy, people=[DANA], interviews=[interview("2026-11-19 10:00")]
    )
    settled, _ = settle(planned, policy, starts + later)
    missed = not_held(settled, settled.interviews[0], policy, starts + later)
    assert (missed.stage, missed.reply_by) == (Stage.APPLIED, None)
    assert thanks_of(missed, held_interviews(missed, policy)) == []


def test_marking_the_second_round_as_missed_leads_back_to_the_wait_after_the_first() -> None:
    policy = policy_in()
    fields: dict[str, Any] = {
        "people": [DANA],
        "interviews": [interview("2026-11-02 10:00", "11:00"), interview("2026-11-19 10:00", "11:00")],
        "letters": [sent("thank_you", "2026-11-02 15:00"), sent("follow_up", "2026-11-12 10:00")],
        "reply_by": {"date": "2026-11-10", "stated": True},
    }
    held, _ = read_application(moment("2026-11-19 12:00"), policy, **fields)
    assert held.stage is Stage.INTERVIEWED
    missed = not_held(held, held.interviews[1], policy, moment("2026-11-19 12:00"))
    assert missed.stage is Stage.FOLLOWED_UP
    assert missed.reply_by == held.reply_by


@pytest.mark.parametrize(("round_", "counts_for"), [(None, [2]), (1, [1]), (2, [2])])
def test_a_thank_you_counts_for_the_round_that_it_names(round_: int | None, counts_for: list[int]) -> None:
    """ETIQUETTE 2.17."""
    policy = policy_in()
    first, second = interview("2026-11-16 09:00", "09:45"), interview("2026-11-18 09:00", "09:45", met=("dana",))
    letter = {**sent("thank_you", "2026-11-18 10:00"), "round": round_}
    application, _ = read_application(
        moment("2026-11-18 12:00"), policy, people=[DANA], interviews=[first, second], letters=[letter]
    )
    open_ = [step.interview for step in steps_of(application, "2026-11-18 12:00", policy) if step.name == "thank"]
    assert (open_ == []) == (2 in counts_for)


@pytest.mark.parametrize("stage", ["interviewed", "thanked", "waiting", "followed_up"])
def test_who_was_interviewed_on_an_unknown_day_is_asked_for_it(stage: str) -> None:
    """ETIQUETTE 2.5."""
    policy = policy_in()
    application, _ = read_application(moment("2026-11-19 11:00"), policy, stage=stage, applied_on="2026-10-01")
    assert application.reply_by is None
    assert application.letters == ()
    (step,) = steps_of(application, "2026-11-19 11:00", policy)
    assert (step.name, step.urgency.value, step.due, step.late, step.lapses) == ("find_date", "open", None, None, None)
    assert [*rows(steps_of(application, "2027-06-19 11:00", policy))] == ["find_date"]


def test_a_date_given_ends_the_question_for_it() -> None:
    """ETIQUETTE 2.5."""
    policy = policy_in()
    application, _ = read_application(
        moment("2026-11-19 11:00"), policy, stage="interviewed", interviews=[interview("2026-11-18 09:00", met=())]
    )
    assert rows(steps_of(application, "2026-11-19 11:00", policy)).keys() == {StepName.THANK}


def test_an_interview_that_ended_before_the_sheet_came_is_the_one_that_it_told_of() -> None:
    policy = policy_in()
    added = {"added": "2026-11-19 11:00"}
    application, _ = read_application(moment("2026-11-19 11:00"), policy, people=[DANA], stage="followed_up", **added)
    dated = replace(
        application, interviews=(Interview(-1, 1, moment("2026-11-16 09:00"), met=(application.people[0].id,)),)
    )
    after, _ = settle(dated, policy, moment("2026-11-19 12:00"))
    assert after.stage is Stage.FOLLOWED_UP
    assert StepName.THANK not in rows(steps_of(after, "2026-11-19 12:00", policy))
    later = replace(application, interviews=(Interview(-1, 1, moment("2026-11-20 09:00")),))
    assert settle(later, policy, moment("2026-11-20 12:00"))[0].stage is Stage.INTERVIEWED


THANKED: dict[str, Any] = {
    "people": [DANA],
    "interviews": [interview("2026-11-20 10:00", "11:00")],
    "letters": [sent("thank_you", "2026-11-20 15:00")],
}


def test_once_thanked_their_date_is_asked_for_within_a_day() -> None:
    """ETIQUETTE 2.7."""
    policy = policy_in()
    application, _ = read_application(moment("2026-11-20 16:00"), policy, **THANKED)
    assert application.stage is Stage.THANKED
    assert rows(steps_of(application, "2026-11-20 16:00", policy)) == {
        StepName.SET_REPLY_BY: ("2026-11-20 15:00", "2026-11-21 15:00", None, "2026-11-21 15:00")
    }


def test_a_day_after_the_thanks_the_assumed_date_is_taken() -> None:
    """ETIQUETTE 1.4, ETIQUETTE 2.19."""
    policy = policy_in()
    application, _ = read_application(moment("2026-11-20 16:00"), policy, **THANKED)
    assert rows(steps_of(application, "2026-11-21 14:59", policy)).keys() == {StepName.SET_REPLY_BY}
    assert rows(steps_of(application, "2026-11-21 15:00", policy)) == {
        StepName.FOLLOW_UP: ("2026-12-01 09:00", "2026-12-03 17:00", "2026-12-08 17:00", None),
        StepName.CLOSE: ("2026-12-31 09:00", None, None, None),
    }


def test_thanks_that_lapse_unsent_count_as_waived_and_the_wait_goes_on_by_itself() -> None:
    """ETIQUETTE 1.3, ETIQUETTE 2.18."""
    policy = policy_in()
    application, _ = read_application(
        moment("2026-11-16 12:00"), policy, people=[DANA], interviews=[interview("2026-11-16 09:00", "09:45")]
    )
    assert rows(steps_of(application, "2026-11-23 09:44", policy)).keys() == {StepName.THANK}
    assert rows(steps_of(application, "2026-11-23 09:45", policy)) == {
        StepName.SET_REPLY_BY: ("2026-11-23 09:45", "2026-11-24 09:45", None, "2026-11-24 09:45")
    }
    # Seven business days after Monday the 16th are Wednesday the 25th.
    assert rows(steps_of(application, "2026-11-24 09:45", policy))[StepName.FOLLOW_UP][0] == "2026-11-25 09:00"


def test_where_thanks_are_no_custom_the_step_is_offered_and_never_urged() -> None:
    """ETIQUETTE 5.4."""
    policy = policy_in(BERLIN, thanks_are_customary=False)
    application, _ = read_application(
        moment("2026-11-16 12:00"), policy, people=[DANA], interviews=[interview("2026-11-16 09:00", "09:45")]
    )
    (step,) = steps_of(application, "2026-11-20 12:00", policy)
    assert (step.urgency.value, row(step)) == ("open", ("2026-11-16 10:45", None, None, "2026-11-23 09:45"))
    assert "mainly a North American custom" in step.reason_on(step.opens.date())
