"""The clock: the minute before and after each edge, and changes of the clock (ETIQUETTE 2.20, ETIQUETTE 2.21)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.etiquette.records import StepName
from app.etiquette.time.business_calendar import BusinessCalendar
from tests.etiquette.telling import (
    BERLIN,
    DANA,
    LORD_HOWE,
    NEW_YORK,
    Row,
    interview,
    moment,
    policy_in,
    read_application,
    row,
    sent,
    steps_of,
    wall,
)

THURSDAY = {"people": [DANA], "interviews": [interview("2026-11-19 15:30", "16:15")]}
STATED = {
    "people": [DANA],
    "interviews": [interview("2026-11-20 10:00", "11:00")],
    "letters": [sent("thank_you", "2026-11-20 15:00")],
    "reply_by": {"date": "2026-11-27", "stated": True},
}
ONCE = {**STATED, "letters": [*STATED["letters"], sent("follow_up", "2026-12-01 10:00")]}
OFFER = {"people": [DANA], "outcome": {"kind": "offer", "at": "2026-11-24 10:00", "decide_by": "2026-11-30"}}
NO = {
    "people": [DANA],
    "interviews": [interview("2026-11-20 10:00", "11:00")],
    "outcome": {"kind": "rejected", "at": "2026-11-26 16:00"},
}
MISSED = {"people": [DANA], "interviews": [interview("2026-11-19 10:00", status="missed")]}

# application, step -> (wall-clock time, urgency); "-" is no such step.
EDGES: list[tuple[dict[str, Any], StepName, list[tuple[str, str]]]] = [
    (
        THURSDAY,
        StepName.THANK,
        [
            ("2026-11-19 17:14", "not_yet"),
            ("2026-11-19 17:15", "open"),
            ("2026-11-19 23:59", "open"),
            ("2026-11-20 00:00", "due"),
            ("2026-11-20 16:15", "due"),
            ("2026-11-21 16:15", "due"),
            ("2026-11-23 11:59", "due"),
            ("2026-11-23 12:00", "late"),
            ("2026-11-26 16:14", "late"),
            ("2026-11-26 16:15", "-"),
        ],
    ),
    (
        STATED,
        StepName.FOLLOW_UP,
        [
            ("2026-11-27 17:00", "not_yet"),
            ("2026-12-01 08:59", "not_yet"),
            ("2026-12-01 09:00", "open"),
            ("2026-12-02 23:59", "open"),
            ("2026-12-03 00:00", "due"),
            ("2026-12-03 17:00", "due"),
            ("2026-12-08 16:59", "due"),
            ("2026-12-08 17:00", "late"),
            ("2027-02-01 12:00", "late"),
        ],
    ),
    (
        ONCE,
        StepName.FOLLOW_UP_AGAIN,
        [
            ("2026-12-08 08:59", "not_yet"),
            ("2026-12-08 09:00", "open"),
            ("2026-12-28 08:59", "open"),
            ("2026-12-28 09:00", "-"),
        ],
    ),
    (
        ONCE,
        StepName.CLOSE,
        [
            ("2026-12-28 08:59", "not_yet"),
            ("2026-12-28 09:00", "open"),
            ("2027-06-28 09:00", "open"),
        ],
    ),
    (
        OFFER,
        StepName.ACKNOWLEDGE_OFFER,
        [
            ("2026-11-24 10:00", "open"),
            ("2026-11-25 00:00", "due"),
            ("2026-11-25 09:59", "due"),
            ("2026-11-25 10:00", "late"),
            ("2026-11-30 16:59", "late"),
            ("2026-11-30 17:00", "-"),
        ],
    ),
    (
        OFFER,
        StepName.DECIDE_OFFER,
        [
            ("2026-11-29 23:59", "open"),
            ("2026-11-30 00:00", "due"),
            ("2026-11-30 16:59", "due"),
            ("2026-11-30 17:00", "late"),
        ],
    ),
    (
        NO,
        StepName.ANSWER_REJECTION,
        [
            ("2026-11-26 16:00", "open"),
            ("2026-11-27 00:00", "due"),
            ("2026-11-28 16:00", "due"),
            ("2026-11-30 11:59", "due"),
            ("2026-11-30 12:00", "late"),
            ("2026-12-03 15:59", "late"),
            ("2026-12-03 16:00", "-"),
        ],
    ),
    (
        MISSED,
        StepName.MISSED,
        [
            ("2026-11-19 10:14", "not_yet"),
            ("2026-11-19 10:15", "due"),
            ("2026-11-20 16:59", "due"),
            ("2026-11-20 17:00", "late"),
            ("2026-11-23 16:59", "late"),
            ("2026-11-23 17:00", "-"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("fields", "name", "now", "urgency"),
    [(fields, name, now, urgency) for fields, name, moments in EDGES for now, urgency in moments],
)
def test_urgency_turns_at_the_minute(fields: dict[str, Any], name: StepName, now: str, urgency: str) -> None:
    """ETIQUETTE 2.20."""
    policy = policy_in()
    application, _ = read_application(moment(now), policy, **fields)
    urgencies = [step.urgency.value for step in steps_of(application, now, policy) if step.name is name]
    assert urgencies == ([] if urgency == "-" else [urgency])


# zone, the interview's day and hours -> the thanks' window there; the clock changes within it.
CHANGES: dict[str, tuple[str, str, str, Row]] = {
    "Berlin goes back on Sun 25 Oct: 24 hours end an hour earlier by the clock": (
        BERLIN,
        "2026-10-24 15:00",
        "16:00",
        ("2026-10-24 17:00", "2026-10-25 15:00", "2026-10-26 15:00", "2026-10-31 16:00"),
    ),
    "Berlin goes forward on Sun 29 Mar": (
        BERLIN,
        "2026-03-28 10:00",
        "11:00",
        ("2026-03-28 12:00", "2026-03-29 12:00", "2026-03-30 12:00", "2026-04-04 11:00"),
    ),
    "Berlin goes forward, and the late moment leaves the weekend": (
        BERLIN,
        "2026-03-27 10:00",
        "11:00",
        ("2026-03-27 12:00", "2026-03-28 11:00", "2026-03-30 12:00", "2026-04-03 11:00"),
    ),
    "New York goes back on Sun 1 Nov": (
        NEW_YORK,
        "2026-10-31 10:00",
        "11:00",
        ("2026-10-31 12:00", "2026-11-01 10:00", "2026-11-02 10:00", "2026-11-07 11:00"),
    ),
    "New York goes forward on Sun 8 Mar": (
        NEW_YORK,
        "2026-03-07 10:00",
        "11:00",
        ("2026-03-07 12:00", "2026-03-08 12:00", "2026-03-09 12:00", "2026-03-14 11:00"),
    ),
    "Lord Howe goes back half an hour on Sun 5 Apr": (
        LORD_HOWE,
        "2026-04-04 10:00",
        "11:00",
        ("2026-04-04 12:00", "2026-04-05 10:30", "2026-04-06 10:30", "2026-04-11 11:00"),
    ),
    "Lord Howe goes forward half an hour on Sun 4 Oct": (
        LORD_HOWE,
        "2026-10-03 10:00",
        "11:00",
        ("2026-10-03 12:00", "2026-10-04 11:30", "2026-10-05 11:30", "2026-10-10 11:00"),
    ),
}


@pytest.mark.parametrize("case", CHANGES)
def test_hours_are_clock_hours_and_days_keep_their_time_of_day(case: str) -> None:
    zone, starts, ends, expected = CHANGES[case]
    policy = policy_in(zone)
    application, _ = read_application(
        moment(expected[0] or "", zone), policy, people=[DANA], interviews=[interview(starts, ends)]
    )
    (step,) = steps_of(application, expected[0] or "", policy, zone)
    assert row(step, zone) == expected


@pytest.mark.parametrize(
    ("zone", "stated", "opens", "due"),
    [
        (BERLIN, "2026-10-22", "2026-10-26T08:00", "2026-10-28T16:00"),
        (BERLIN, "2026-03-26", "2026-03-30T07:00", "2026-04-01T15:00"),
        (NEW_YORK, "2026-10-29", "2026-11-02T14:00", "2026-11-04T22:00"),
        (LORD_HOWE, "2026-04-02", "2026-04-05T22:30", "2026-04-08T06:30"),
        (LORD_HOWE, "2026-10-01", "2026-10-04T22:00", "2026-10-07T06:00"),
    ],
)
def test_windows_in_days_open_at_nine_and_fall_due_at_five_by_the_users_clock(
    zone: str, stated: str, opens: str, due: str
) -> None:
    """ETIQUETTE 2.21."""
    policy = policy_in(zone)
    fields = {"stage": "waiting", "reply_by": {"date": stated, "stated": True}}
    application, _ = read_application(moment(f"{stated} 12:00", zone), policy, **fields)
    step = steps_of(application, f"{stated} 12:00", policy, zone)[0]
    assert step.due is not None
    assert (f"{step.opens:%Y-%m-%dT%H:%M}", f"{step.due:%Y-%m-%dT%H:%M}") == (opens, due)


def test_preparing_opens_twenty_four_elapsed_hours_ahead() -> None:
    policy = policy_in()
    application, _ = read_application(
        moment("2026-10-24 12:00"), policy, interviews=[interview("2026-10-25 12:00", met=())]
    )
    (step,) = steps_of(application, "2026-10-24 12:00", policy)
    assert row(step)[0] == "2026-10-24 13:00"


def test_an_opening_time_that_the_clock_skips_is_after_the_gap() -> None:
    policy = policy_in(BERLIN, day_opens=__import__("datetime").time(2, 30))
    fields = {"stage": "waiting", "reply_by": {"date": "2026-03-27", "stated": False}}
    application, _ = read_application(moment("2026-03-27 01:00"), policy, **fields)
    assert row(steps_of(application, "2026-03-27 01:00", policy)[0])[0] == "2026-03-27 02:30"
    assert moment("2026-03-29 02:30") == moment("2026-03-29 03:30")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "UTC"])
def test_due_is_reckoned_by_the_users_own_midnight(zone: str) -> None:
    """ETIQUETTE 2.20."""
    policy = policy_in(zone)
    fields = {"people": [DANA], "interviews": [interview("2026-11-16 09:00", "10:00")]}
    application, _ = read_application(moment("2026-11-16 11:00", zone), policy, **fields)
    before = steps_of(application, "2026-11-16 23:59", policy, zone)
    after = steps_of(application, "2026-11-17 00:00", policy, zone)
    assert (before[0].urgency.value, after[0].urgency.value) == ("open", "due")


def test_no_window_opens_on_a_day_that_the_zone_left_out() -> None:
    calendar = BusinessCalendar(policy_in("Pacific/Apia"))
    friday = date(2011, 12, 30)
    assert calendar.after(date(2011, 12, 28), 2) == date(2012, 1, 2)
    assert wall(calendar.opens(friday), "Pacific/Apia") == "2012-01-02 09:00"
    assert wall(BusinessCalendar(policy_in(BERLIN)).opens(friday)) == "2011-12-30 09:00"
