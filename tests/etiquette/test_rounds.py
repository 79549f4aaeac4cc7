"""Rounds are numbered by their day (ETIQUETTE 1.7), and an entry of the timeline leads to the round that it told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.etiquette.records import Application, InterviewStatus
from app.etiquette.rounds import rounds_of
from app.etiquette.steps.timeline import Entry
from app.hunt.changes import When
from app.hunt.verbs import interviews
from app.ui.acts.reading_entries import interview_of
from tests.etiquette.telling import policy_in

POLICY = policy_in()
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
WHEN = When(POLICY, NOW)


def with_rounds(*days: int) -> tuple[Application, list[str]]:
    """Return an application with interviews so many days from now, put in one after another, and what was said."""
    application, said = Application(1, company="Corvid", role="Tester"), []
    for day in days:
        change = interviews.planned(application, WHEN, starts=NOW + timedelta(days=day))
        application = change.application
        said += [event.text for event in change.events]
    return application, said


@pytest.mark.parametrize(
    ("days", "numbers"),
    [
        ((11,), [1]),
        ((7, 11), [1, 2]),
        ((11, 7), [2, 1]),
        ((11, 7, -1), [3, 2, 1]),
        ((-3, 11, 7), [1, 3, 2]),
        ((-1, -3), [1, 2]),  # the timeline tells of the first one as round 1
        ((11, -1, -3), [3, 1, 2]),
    ],
)
def test_what_is_planned_makes_room_for_an_earlier_round_and_what_took_place_keeps_its_number(
    days: tuple[int, ...], numbers: list[int]
) -> None:
    application, _ = with_rounds(*days)
    assert [interview.round for interview in application.interviews] == numbers
    assert [interview.round for interview in rounds_of(application)] == sorted(numbers)


def test_another_number_is_told_on_the_timeline_and_old_entries_lead_to_their_round() -> None:
    application, said = with_rounds(11, -1)
    assert said[0] == "Planned: Round 1 on Mon, Dec 7 at 10:00 AM"
    assert said[-1] == "Round 1 on Mon, Dec 7 at 10:00 AM is round 2 now"
    told_of = interview_of(application, Entry(NOW, said[0], "interview_planned"), POLICY, NOW)
    assert told_of == application.interviews[0]


def test_numbers_that_somebody_gave_out_of_order_stay() -> None:
    application, _ = with_rounds(7, 11)
    first, second = application.interviews
    given = replace(application, interviews=(replace(first, round=5), second))
    after = interviews.planned(given, WHEN, starts=NOW + timedelta(days=1)).application
    assert [interview.round for interview in after.interviews] == [5, 2, 6]


def test_a_canceled_round_stands_in_nobodys_way() -> None:
    application, _ = with_rounds(11, 13)
    off = interviews.cancelled(application, WHEN, application.interviews[1].id).application
    after = interviews.planned(off, WHEN, starts=NOW + timedelta(days=1)).application
    assert [(one.round, one.status) for one in after.interviews] == [
        (3, InterviewStatus.PLANNED), (2, InterviewStatus.CANCELLED), (1, InterviewStatus.PLANNED),
    ]  # fmt: skip
