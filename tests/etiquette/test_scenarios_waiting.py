"""Windows of the wait, to the minute: follow up, again, close."""

from __future__ import annotations

from typing import Any

import pytest

from app.etiquette.companies import Company
from app.etiquette.records import StepName
from app.etiquette.stages import Stage
from tests.etiquette.telling import (
    BERLIN,
    DANA,
    Row,
    interview,
    moment,
    policy_in,
    read_application,
    row,
    rows,
    sent,
    steps_of,
)

# An interview on Friday 20 November 2026, thanked the same afternoon.
THANKED: dict[str, Any] = {
    "people": [DANA],
    "interviews": [interview("2026-11-20 10:00", "11:00")],
    "letters": [sent("thank_you", "2026-11-20 15:00")],
}


def _stated(day: str, *letters: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return an application in JSON whose date they stated and whose thanks went out, with more letters sent."""
    return {
        **THANKED,
        "reply_by": {"date": day, "stated": True},
        **fields,
        "letters": [*THANKED["letters"], *letters],
    }


# The stated day, holidays -> follow up, and when to presume no answer.
STATED: dict[str, tuple[str, tuple[str, ...], Row, str]] = {
    "Friday: two business days on is Tuesday": (
        "2026-11-27",
        (),
        ("2026-12-01 09:00", "2026-12-03 17:00", "2026-12-08 17:00", None),
        "2026-12-28 09:00",
    ),
    "Monday": (
        "2026-11-30",
        (),
        ("2026-12-02 09:00", "2026-12-04 17:00", "2026-12-09 17:00", None),
        "2026-12-30 09:00",
    ),
    "Thursday: over a weekend": (
        "2026-11-26",
        (),
        ("2026-11-30 09:00", "2026-12-02 17:00", "2026-12-07 17:00", None),
        "2026-12-28 09:00",
    ),
    "Saturday counts from Saturday": (
        "2026-11-28",
        (),
        ("2026-12-01 09:00", "2026-12-03 17:00", "2026-12-08 17:00", None),
        "2026-12-28 09:00",
    ),
    "Sunday counts from Sunday": (
        "2026-11-29",
        (),
        ("2026-12-01 09:00", "2026-12-03 17:00", "2026-12-08 17:00", None),
        "2026-12-29 09:00",
    ),
    "a holiday in between": (
        "2026-11-27",
        ("2026-11-30",),
        ("2026-12-02 09:00", "2026-12-04 17:00", "2026-12-09 17:00", None),
        "2026-12-28 09:00",
    ),
    "holidays while it is due": (
        "2026-12-21",
        ("2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01"),
        ("2026-12-23 09:00", "2026-12-29 17:00", "2027-01-05 17:00", None),
        "2027-01-20 09:00",
    ),
    "over the end of the year": (
        "2026-12-30",
        ("2027-01-01",),
        ("2027-01-04 09:00", "2027-01-06 17:00", "2027-01-11 17:00", None),
        "2027-01-29 09:00",
    ),
    "over the end of a short February": (
        "2027-02-26",
        (),
        ("2027-03-02 09:00", "2027-03-04 17:00", "2027-03-09 17:00", None),
        "2027-03-29 09:00",
    ),
    "over a leap day": (
        "2028-02-25",
        (),
        ("2028-02-29 09:00", "2028-03-02 17:00", "2028-03-07 17:00", None),
        "2028-03-27 09:00",
    ),
}


@pytest.mark.parametrize("case", STATED)
def test_a_follow_up_waits_two_business_days_past_the_stated_date(case: str) -> None:
    """ETIQUETTE 2.8, ETIQUETTE 2.10."""
    day, holidays, expected, closes = STATED[case]
    policy = policy_in(BERLIN, *holidays)
    application, _ = read_application(moment("2026-11-21 12:00"), policy, **_stated(day))
    assert application.stage is Stage.WAITING
    assert rows(steps_of(application, "2026-11-21 12:00", policy)) == {
        StepName.FOLLOW_UP: expected,
        StepName.CLOSE: (closes, None, None, None),
    }


# The day of the last interview -> the assumed date: seven business days on, where the follow-up opens.
@pytest.mark.parametrize(
    ("day", "holidays", "opens"),
    [
        ("2026-11-02", (), "2026-11-11 09:00"),
        ("2026-11-20", (), "2026-12-01 09:00"),
        ("2026-11-21", (), "2026-12-01 09:00"),
        ("2026-11-22", (), "2026-12-01 09:00"),
        ("2026-11-20", ("2026-11-26",), "2026-12-02 09:00"),
        ("2028-02-22", (), "2028-03-02 09:00"),
    ],
)
def test_an_assumed_date_is_seven_business_days_past_the_interview(
    day: str, holidays: tuple[str, ...], opens: str
) -> None:
    """ETIQUETTE 2.8, ETIQUETTE 2.19."""
    policy = policy_in(BERLIN, *holidays)
    letter = sent("thank_you", f"{day} 12:30")
    now = opens
    application, _ = read_application(
        moment(now), policy, people=[DANA], interviews=[interview(f"{day} 10:00", "11:00")], letters=[letter]
    )
    steps = {step.name: step for step in steps_of(application, now, policy)}
    assert rows([steps[StepName.FOLLOW_UP]])[StepName.FOLLOW_UP][0] == opens
    assert steps[StepName.FOLLOW_UP].urgency.value == "open"
    assert application.reply_by is not None
    assert not application.reply_by.stated


def _first(when: str) -> dict[str, Any]:
    return sent("follow_up", when)


# When the first went out after a stated 27 November -> when the second opens and lapses.
@pytest.mark.parametrize(
    ("first", "opens", "lapses"),
    [
        ("2026-12-01 10:00", "2026-12-08 09:00", "2026-12-28 09:00"),
        ("2026-12-03 10:00", "2026-12-10 09:00", "2026-12-28 09:00"),
        ("2026-12-05 10:00", "2026-12-14 09:00", "2026-12-28 09:00"),
        ("2026-12-14 10:00", "2026-12-21 09:00", "2026-12-28 09:00"),
        ("2026-12-16 10:00", "2026-12-23 09:00", "2026-12-30 09:00"),
    ],
)
def test_a_second_follow_up_needs_both_its_distances(first: str, opens: str, lapses: str) -> None:
    """ETIQUETTE 2.9."""
    policy = policy_in()
    application, _ = read_application(moment(first), policy, **_stated("2026-11-27", _first(first)))
    assert application.stage is Stage.FOLLOWED_UP
    assert rows(steps_of(application, first, policy)) == {
        StepName.FOLLOW_UP_AGAIN: (opens, None, None, lapses),
        StepName.CLOSE: (lapses, None, None, None),
    }


def test_after_an_assumed_date_the_second_waits_for_more_than_seven_days_past_it() -> None:
    """ETIQUETTE 2.9."""
    policy = policy_in()
    application, _ = read_application(
        moment("2026-12-01 12:00"), policy, **{**THANKED, "letters": [*THANKED["letters"], _first("2026-12-01 09:30")]}
    )
    # 1 December and 7 days is the 8th; more than that is the 9th, though 5 business days after the first is the 8th.
    assert rows(steps_of(application, "2026-12-01 12:00", policy))[StepName.FOLLOW_UP_AGAIN][0] == "2026-12-09 09:00"


def test_after_the_second_there_is_only_letting_go() -> None:
    """ETIQUETTE 2.10, ETIQUETTE 3.2."""
    policy = policy_in()
    letters = [_first("2026-12-01 10:00"), sent("second_follow_up", "2026-12-18 10:00")]
    application, _ = read_application(moment("2026-12-18 12:00"), policy, **_stated("2026-11-27", *letters))
    assert rows(steps_of(application, "2026-12-18 12:00", policy)) == {
        StepName.CLOSE: ("2027-01-01 09:00", None, None, None)
    }


def test_a_new_date_replaces_the_old_one_before_any_follow_up() -> None:
    """ETIQUETTE 3.4."""
    policy = policy_in()
    reply = {"at": "2026-11-26 10:00", "text": "a week more", "reply_by": "2026-12-04"}
    application, _ = read_application(moment("2026-11-26 12:00"), policy, **_stated("2026-11-27", replies=[reply]))
    assert rows(steps_of(application, "2026-11-26 12:00", policy)) == {
        StepName.FOLLOW_UP: ("2026-12-08 09:00", "2026-12-10 17:00", "2026-12-15 17:00", None),
        StepName.CLOSE: ("2027-01-04 09:00", None, None, None),
    }


def test_a_new_date_starts_the_count_of_follow_ups_afresh() -> None:
    """ETIQUETTE 1.5, ETIQUETTE 3.2."""
    policy = policy_in()
    reply = {"at": "2026-12-02 10:00", "reply_by": "2026-12-11"}
    fields = _stated("2026-11-27", _first("2026-12-01 10:00"), replies=[reply])
    application, _ = read_application(moment("2026-12-02 12:00"), policy, **fields)
    assert application.stage is Stage.WAITING
    assert rows(steps_of(application, "2026-12-02 12:00", policy)) == {
        StepName.FOLLOW_UP: ("2026-12-15 09:00", "2026-12-17 17:00", "2026-12-22 17:00", None),
        StepName.CLOSE: ("2027-01-11 09:00", None, None, None),
    }


def test_the_seven_days_between_two_status_mails_hold_across_an_answer() -> None:
    """ETIQUETTE 3.2."""
    policy = policy_in()
    reply = {"at": "2026-12-02 10:00", "reply_by": "2026-12-03"}
    fields = _stated("2026-11-27", _first("2026-12-01 10:00"), replies=[reply])
    application, _ = read_application(moment("2026-12-02 12:00"), policy, **fields)
    # Thursday the 3rd and 2 business days would be Monday the 7th; seven days after the 1st are the 8th.
    assert rows(steps_of(application, "2026-12-02 12:00", policy))[StepName.FOLLOW_UP][0] == "2026-12-08 09:00"


def test_after_their_answer_two_more_follow_ups_may_go_and_not_a_third() -> None:
    """ETIQUETTE 3.2."""
    policy = policy_in()
    reply = {"at": "2026-12-02 10:00", "reply_by": "2026-12-11"}
    two = [_first("2026-11-24 10:00"), sent("second_follow_up", "2026-12-01 10:00")]
    fields = _stated("2026-11-20", *two, _first("2026-12-15 10:00"), replies=[reply])
    application, _ = read_application(moment("2026-12-15 12:00"), policy, **fields)
    assert application.stage is Stage.FOLLOWED_UP
    steps = rows(steps_of(application, "2026-12-15 12:00", policy))
    assert steps[StepName.FOLLOW_UP_AGAIN][0] == "2026-12-22 09:00"
    fields = _stated("2026-11-20", *two, _first("2026-12-15 10:00"), _first("2026-12-22 10:00"), replies=[reply])
    application, _ = read_application(moment("2026-12-22 12:00"), policy, **fields)
    assert rows(steps_of(application, "2026-12-22 12:00", policy)).keys() == {StepName.CLOSE}


def test_an_answer_without_a_date_starts_a_new_assumed_wait() -> None:
    """ETIQUETTE 2.19, ETIQUETTE 3.4."""
    policy = policy_in()
    fields = {
        "people": [DANA],
        "interviews": [interview("2026-11-02 10:00", "11:00")],
        "letters": [sent("thank_you", "2026-11-02 15:00")],
        "replies": [{"at": "2026-11-12 10:00", "text": "we are still deciding"}],
    }
    application, _ = read_application(moment("2026-11-12 12:00"), policy, **fields)
    assert rows(steps_of(application, "2026-11-12 12:00", policy)) == {
        StepName.FOLLOW_UP: ("2026-11-23 09:00", "2026-11-25 17:00", "2026-11-30 17:00", None),
        StepName.CLOSE: ("2026-12-23 09:00", None, None, None),
    }


def test_an_answer_without_a_date_leaves_a_stated_one_that_lies_ahead() -> None:
    """ETIQUETTE 3.4."""
    policy = policy_in()
    application, _ = read_application(
        moment("2026-11-25 12:00"), policy, **_stated("2026-11-27", replies=[{"at": "2026-11-25 10:00"}])
    )
    assert rows(steps_of(application, "2026-11-25 12:00", policy))[StepName.FOLLOW_UP][0] == "2026-12-01 09:00"


def test_an_out_of_office_note_is_no_answer_and_moves_the_step_behind_their_return() -> None:
    """ETIQUETTE 3.5."""
    policy = policy_in()
    note = {"at": "2026-12-01 10:00", "away_until": "2026-12-04"}
    application, _ = read_application(moment("2026-12-01 12:00"), policy, **_stated("2026-11-27", replies=[note]))
    assert application.reply_by is not None
    assert application.reply_by.date.isoformat() == "2026-11-27"
    (step, _) = steps_of(application, "2026-12-01 12:00", policy)
    assert row(step) == ("2026-12-07 09:00", "2026-12-09 17:00", "2026-12-14 17:00", None)
    assert "They're away; wait until Mon, Dec 7." in step.reason_on(step.opens.date())


@pytest.mark.parametrize("now", ["2026-12-07 09:00", "2026-12-21 12:00"])
def test_an_absence_is_forgotten_once_they_are_back(now: str) -> None:
    """ETIQUETTE 3.5."""
    policy = policy_in()
    note = {"at": "2026-12-01 10:00", "away_until": "2026-12-04"}
    application, _ = read_application(moment("2026-12-01 12:00"), policy, **_stated("2026-11-27", replies=[note]))
    step = {step.name: step for step in steps_of(application, now, policy)}[StepName.FOLLOW_UP]
    assert row(step)[0] == "2026-12-07 09:00"
    assert "away" not in step.reason_on(step.opens.date())
    assert "wait" not in step.reason_on(step.opens.date()).casefold()


def test_an_absence_that_ends_before_the_step_opens_changes_nothing() -> None:
    policy = policy_in()
    note = {"at": "2026-11-23 10:00", "away_until": "2026-11-27"}
    application, _ = read_application(moment("2026-11-23 12:00"), policy, **_stated("2026-11-27", replies=[note]))
    assert rows(steps_of(application, "2026-11-23 12:00", policy))[StepName.FOLLOW_UP][0] == "2026-12-01 09:00"


def test_a_status_mail_to_the_same_company_holds_this_one_back_for_seven_days() -> None:
    """ETIQUETTE 3.6."""
    policy = policy_in()
    application, _ = read_application(moment("2026-11-28 12:00"), policy, **_stated("2026-11-27"))
    company = Company(last_status_mail=moment("2026-11-27 15:00"))
    steps = steps_of(application, "2026-11-28 12:00", policy, company=company)
    assert rows(steps)[StepName.FOLLOW_UP] == ("2026-12-04 09:00", "2026-12-08 17:00", "2026-12-11 17:00", None)
    assert "Another follow-up went to this company; wait until Fri, Dec 4." in steps[0].reason_on(steps[0].opens.date())


def test_an_older_status_mail_to_the_company_changes_nothing() -> None:
    policy = policy_in()
    application, _ = read_application(moment("2026-11-28 12:00"), policy, **_stated("2026-11-27"))
    company = Company(last_status_mail=moment("2026-11-24 23:59"))
    steps = steps_of(application, "2026-11-28 12:00", policy, company=company)
    assert rows(steps)[StepName.FOLLOW_UP][0] == "2026-12-01 09:00"


def test_a_wish_not_to_be_followed_up_leaves_only_letting_go() -> None:
    """ETIQUETTE 3.3."""
    policy = policy_in()
    application, _ = read_application(moment("2026-12-02 12:00"), policy, **_stated("2026-11-27", no_follow_ups=True))
    assert rows(steps_of(application, "2026-12-02 12:00", policy)).keys() == {StepName.CLOSE}


@pytest.mark.parametrize("now", ["2026-12-02 12:00", "2026-12-03 14:30"])
def test_a_next_round_to_come_or_under_way_is_their_answer(now: str) -> None:
    """ETIQUETTE 2.22."""
    policy = policy_in()
    fields = _stated("2026-11-27")
    fields["interviews"] = [*fields["interviews"], interview("2026-12-03 14:00", "15:00")]
    application, _ = read_application(moment("2026-11-28 12:00"), policy, **fields)
    assert {step.name for step in steps_of(application, now, policy)} <= {StepName.PREPARE}


def test_a_next_round_starts_a_new_count_and_a_new_wait() -> None:
    """ETIQUETTE 1.2, ETIQUETTE 3.2."""
    policy = policy_in()
    fields = _stated("2026-11-27", _first("2026-12-01 10:00"), sent("thank_you", "2026-12-03 17:00"))
    fields["interviews"] = [*fields["interviews"], interview("2026-12-03 14:00", "15:00")]
    application, _ = read_application(moment("2026-12-05 12:00"), policy, **fields)
    assert application.stage is Stage.WAITING
    # Assumed: seven business days after Thursday 3 December are Monday the 14th.
    assert rows(steps_of(application, "2026-12-05 12:00", policy)) == {
        StepName.FOLLOW_UP: ("2026-12-14 09:00", "2026-12-16 17:00", "2026-12-21 17:00", None),
        StepName.CLOSE: ("2027-01-13 09:00", None, None, None),
    }
