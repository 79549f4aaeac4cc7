"""Under which heading a step stands, by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import StepName
from app.etiquette.steps.grouping import Group, group_of, week_ends
from app.etiquette.steps.next_steps import Step, Urgency, order
from app.etiquette.steps.wording import say_left, say_when

ZONE = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
STEP = Step(
    1, StepName.FOLLOW_UP, Kind.FOLLOW_UP, None, None, TUESDAY - DAY, None, None, None, Urgency.OPEN, None, ("x", ())
)
PREPARE = replace(STEP, name=StepName.PREPARE, kind=None, why=("prepare", (2, DAY)))


@pytest.mark.parametrize(
    ("now", "last_day"),
    [
        (TUESDAY, 28),
        (datetime(2026, 11, 22, 12, tzinfo=UTC), 28),
        (datetime(2026, 11, 28, 12, tzinfo=UTC), 28),
        (datetime(2026, 11, 29, 4, tzinfo=UTC), 28),
    ],
)
def test_a_week_ends_with_saturday_night_where_the_user_is(now: datetime, last_day: int) -> None:
    ends = week_ends(now, ZONE)
    assert ends == datetime(2026, 11, last_day + 1, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("step", "group"),
    [
        (replace(STEP, late=TUESDAY - HOUR, urgency=Urgency.LATE), Group.TODAY),
        (replace(STEP, due=TUESDAY + HOUR, urgency=Urgency.DUE), Group.TODAY),
        (STEP, Group.THIS_WEEK),
        (replace(STEP, due=TUESDAY + 9 * DAY), Group.THIS_WEEK),
        (replace(STEP, opens=TUESDAY + 3 * DAY, urgency=Urgency.NOT_YET), Group.THIS_WEEK),
        (replace(STEP, opens=TUESDAY + 5 * DAY, urgency=Urgency.NOT_YET), Group.COMING_UP),
        (replace(STEP, snoozed_until=TUESDAY + 5 * DAY, urgency=Urgency.NOT_YET), Group.COMING_UP),
        (replace(PREPARE, due=TUESDAY + 4 * DAY, urgency=Urgency.NOT_YET), Group.THIS_WEEK),
    ],
)
def test_a_step_stands_under_the_heading_of_its_day(step: Step, group: Group) -> None:
    assert group_of(step, week_ends(TUESDAY, ZONE)) is group


def test_what_comes_up_stands_by_the_day_on_which_it_comes_up_whenever_it_will_be_due() -> None:
    soon = replace(STEP, opens=TUESDAY + DAY, due=TUESDAY + 30 * DAY, urgency=Urgency.NOT_YET)
    later = replace(STEP, opens=TUESDAY + 2 * DAY, due=TUESDAY + 3 * DAY, urgency=Urgency.NOT_YET)
    interview = replace(PREPARE, opens=TUESDAY + DAY, due=TUESDAY + 4 * DAY, urgency=Urgency.NOT_YET)
    assert sorted([interview, later, soon], key=order) == [soon, later, interview]


@pytest.mark.parametrize(
    ("step", "when", "left"),
    [
        (
            replace(STEP, due=TUESDAY - 9 * HOUR, late=TUESDAY + 3 * HOUR, urgency=Urgency.DUE),
            "3 h left",
            "3 h left, then overdue",
        ),
        (
            replace(STEP, due=TUESDAY, late=TUESDAY + 4 * DAY, urgency=Urgency.DUE),
            "due today",
            "due today, overdue in 4 days",
        ),
        (
            replace(STEP, due=TUESDAY - DAY, late=TUESDAY + 4 * DAY, urgency=Urgency.DUE),
            "due now",
            "due now, overdue in 4 days",
        ),
        (
            replace(STEP, due=TUESDAY + 3 * DAY, late=TUESDAY + 8 * DAY),
            "due Fri, Nov 27",
            "due Fri, Nov 27, overdue in 8 days",
        ),
        (
            replace(STEP, due=TUESDAY + 3 * DAY, late=TUESDAY + 3 * DAY),
            "due Fri, Nov 27",
            "due Fri, Nov 27, then overdue",
        ),
        (
            replace(STEP, snoozed_until=TUESDAY + 3 * DAY, urgency=Urgency.NOT_YET),
            "snoozed until Fri, Nov 27",
            "snoozed until Fri, Nov 27",
        ),
        (replace(STEP, due=TUESDAY + 5 * HOUR, urgency=Urgency.DUE), "due today", "due today"),
        (replace(STEP, due=TUESDAY + DAY), "due tomorrow", "due tomorrow"),
        (replace(STEP, due=TUESDAY + 3 * DAY), "due Fri, Nov 27", "due Fri, Nov 27"),
        (STEP, "", "open"),
        (replace(STEP, late=TUESDAY - 22 * HOUR, urgency=Urgency.LATE), "22 h overdue", "22 h overdue"),
        (
            replace(STEP, opens=TUESDAY + 7 * DAY, urgency=Urgency.NOT_YET),
            "from Tue, Dec 1",
            "coming up from Tue, Dec 1",
        ),
        (
            replace(PREPARE, due=TUESDAY + 3 * HOUR, urgency=Urgency.DUE),
            "today at 12:00 PM",
            "begins today at 12:00 PM",
        ),
        (
            replace(PREPARE, due=TUESDAY + DAY, urgency=Urgency.DUE),
            "tomorrow at 9:00 AM",
            "begins tomorrow at 9:00 AM",
        ),
        (
            replace(PREPARE, due=TUESDAY + 3 * DAY, urgency=Urgency.NOT_YET),
            "Fri, Nov 27 at 9:00 AM",
            "on Fri, Nov 27 at 9:00 AM",
        ),
        (
            replace(PREPARE, due=TUESDAY + 3 * DAY, urgency=Urgency.NOT_YET, why=("prepare_day", (2,))),
            "Fri, Nov 27",
            "on Fri, Nov 27",
        ),
        (
            replace(PREPARE, due=TUESDAY + 3 * HOUR, urgency=Urgency.DUE, why=("prepare_day", (2,))),
            "today",
            "begins today",
        ),
    ],
)
def test_one_word_stands_for_one_moment_in_rows_and_beside_the_gauge(step: Step, when: str, left: str) -> None:
    assert (say_when(step, TUESDAY, ZONE), say_left(step, TUESDAY, ZONE)) == (when, left)


def test_what_is_left_is_said_up_to_the_end_of_time() -> None:
    last = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    step = replace(STEP, opens=last - DAY, due=last, late=last, urgency=Urgency.DUE)
    assert say_when(step, last - 3 * HOUR, ZONE) == "3 h left"
