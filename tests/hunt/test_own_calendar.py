"""Our own calendar that comes back in a file: every interview in it is here already, and no step of it becomes one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.etiquette.records import InterviewStatus
from app.etiquette.time.interview_times import stored_day
from app.exchange.calendars import read_calendar
from app.exchange.calendars.writing.document import ics_document
from app.hunt.intake.plan import What
from tests.hunt.test_proposing import HELD, proposed
from tests.storage.hunts import NOW, SETTINGS

POLICY = SETTINGS.policy
AHEAD = replace(
    HELD.interviews[0],
    id=6,
    round=2,
    starts=NOW + timedelta(days=3),
    ends=None,
    status=InterviewStatus.PLANNED,
    uid="u1",
)
WHOLE_DAY = replace(AHEAD, id=7, round=3, starts=stored_day(date(2026, 12, 18)), day_only=True, uid="u2")
BOTH = replace(HELD, interviews=(*HELD.interviews, AHEAD, WHOLE_DAY), added=NOW, uid="a7")


def test_our_own_calendar_brings_nothing_back_and_says_what_its_steps_are() -> None:
    calendar = read_calendar("own.ics", ics_document([BOTH], POLICY, NOW), POLICY.zone)
    plan, after = proposed(BOTH, invitations=calendar.interviews)
    assert (plan.proposals, after) == ([], BOTH)
    number = len(calendar.interviews) - 3
    assert number > 1
    assert f"a.ics: {number} events are steps from Afterword's own calendar." in plan.notes
    assert len(plan.notes) == 4


def test_an_interview_of_our_own_that_was_moved_in_the_calendar_is_proposed_as_moved() -> None:
    later = replace(AHEAD, starts=AHEAD.starts + timedelta(days=1))
    moved = replace(BOTH, interviews=(HELD.interviews[0], later, WHOLE_DAY))
    calendar = read_calendar("own.ics", ics_document([moved], POLICY, NOW), POLICY.zone)
    plan, after = proposed(BOTH, invitations=calendar.interviews)
    assert [proposal.what for proposal in plan.proposals] == [What.MOVED]
    assert [interview.starts for interview in after.interviews] == [interview.starts for interview in moved.interviews]
