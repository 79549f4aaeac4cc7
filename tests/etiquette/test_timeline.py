"""The timeline: what happened stands where it belongs, and a day that is known without its time is shown as a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.etiquette.records import Application, Event, InterviewStatus, Snooze, StepName
from app.etiquette.state.settling import not_held, settle
from app.etiquette.steps.timeline import Entry, timeline
from app.hunt.changes import Change, When
from app.hunt.verbs import applications, interviews
from tests.etiquette.telling import DANA, OMAR, interview, moment, policy_in, read_application, sent, wall

POLICY = policy_in()
NOW = moment("2026-11-02 09:00")
WHEN = When(POLICY, NOW)


def entries(application: Application, events: list[Event]) -> list[Entry]:
    """Return what has happened by now, as the timeline shows it."""
    return [entry for entry in timeline(application, events, POLICY, NOW) if not entry.is_future]


def logged(applied_on: date | None) -> tuple[Application, list[Event]]:
    """Return an application added by hand at `NOW`, and an interview of Friday 30 October logged just after."""
    added = applications.added(WHEN, "Northwind", "Data Engineer", applied_on=applied_on)
    starts, ends = moment("2026-10-30 14:00"), moment("2026-10-30 15:00")
    held: Change = interviews.planned(added.application, WHEN, starts=starts, ends=ends, kind="video")
    return held.application, [*added.events, *held.events]


def test_an_application_stands_on_the_day_of_applying_however_late_it_was_typed_in() -> None:
    first, second = entries(*logged(date(2026, 10, 15)))
    assert (first.text, first.is_day, wall(first.at)) == (
        "Applied: Data Engineer at Northwind",
        True,
        "2026-10-15 00:00",
    )
    assert second.what == "interview_held"


def test_a_day_of_applying_that_is_corrected_later_moves_it() -> None:
    application, events = logged(date(2026, 11, 1))
    application = replace(application, applied_on=date(2026, 10, 15))
    assert [entry.what for entry in entries(application, events)] == ["application_added", "interview_held"]


def test_without_a_day_of_applying_it_stands_where_it_was_added_with_its_time() -> None:
    entry = entries(*logged(None))[-1]
    assert (entry.text, entry.is_day, entry.at) == ("Added: Data Engineer at Northwind", False, NOW)


def test_who_applies_today_did_so_before_the_rest_of_the_day() -> None:
    change = applications.added(WHEN, "Northwind", "Data Engineer", applied_on=date(2026, 11, 2))
    assert change.events[0].at <= NOW
    (entry,) = entries(change.application, list(change.events))
    assert (entry.is_day, entry.is_future) == (True, False)


def test_a_held_interview_shows_when_it_began() -> None:
    held = entries(*logged(date(2026, 10, 15)))[1]
    assert (wall(held.at), held.is_day) == ("2026-10-30 14:00", False)


def test_an_interview_whose_start_was_corrected_shows_the_corrected_one() -> None:
    application, events = logged(date(2026, 10, 15))
    corrected = replace(application.interviews[0], starts=moment("2026-10-30 11:00"), ends=moment("2026-10-30 12:00"))
    held = entries(replace(application, interviews=(corrected,)), events)[1]
    assert wall(held.at) == "2026-10-30 11:00"


def test_an_interview_that_they_missed_is_not_shown_as_held() -> None:
    planned, stated_events = read_application(
        moment("2026-10-30 08:00"), POLICY, people=[DANA], interviews=[interview("2026-10-30 14:00", "15:00")]
    )
    settled, came_about = settle(planned, POLICY, NOW)
    missed = not_held(settled, settled.interviews[0], POLICY, NOW)
    assert missed.interviews[0].status is InterviewStatus.MISSED
    assert "interview_held" in [event.what for event in came_about]
    assert "interview_held" not in [entry.what for entry in entries(missed, [*stated_events, *came_about])]


def test_marking_an_interview_as_missed_says_which_stage_it_leads_back_to() -> None:
    application, _ = logged(None)
    change = interviews.missed(application, WHEN, application.interviews[0].id)
    (event,) = change.events
    assert (event.before, event.after) == ("interviewed", "applied")
    assert "missed" in event.text


def test_windows_that_are_given_in_days_are_shown_without_an_hour() -> None:
    application, events = read_application(
        NOW,
        POLICY,
        people=[DANA],
        interviews=[interview("2026-10-30 14:00", "15:00")],
        letters=[sent("thank_you", "2026-10-30 18:00")],
        reply_by={"date": "2026-11-06", "stated": True},
    )
    coming = [entry for entry in timeline(application, events, POLICY, NOW) if entry.is_future]
    assert [entry.text for entry in coming][:2] == ["They said they would decide", "You can follow up from here"]
    assert all(entry.is_day for entry in coming)


def test_what_a_machine_recorded_whose_clock_is_ahead_has_happened() -> None:
    application, events = logged(date(2026, 10, 26))
    ahead = Event(moment("2026-11-02 09:07"), "changed_twice", "Changed on two machines: location.")
    last = entries(application, [*events, ahead])[-1]
    assert (last.text, last.at) == (ahead.text, ahead.at)


def test_a_step_to_come_has_one_line_with_its_later_moments_and_who_is_thanked_together_shares_it() -> None:
    held = {"people": [DANA, OMAR], "interviews": [interview("2026-11-02 07:40", "08:40", met=("dana", "omar"))]}
    application, events = read_application(NOW, POLICY, **held)
    (thanks,) = [entry for entry in timeline(application, events, POLICY, NOW) if entry.step is StepName.THANK]
    assert (thanks.text, thanks.title) == ("Thank 2 people: open\nDana Lee, Omar Haddad", "Thank 2 people")
    assert [state for state, _ in thanks.then] == ["due", "overdue", "too late"]
    assert min(moment for _, moment in thanks.then) > thanks.at
    snoozed = replace(
        application, snoozes=(Snooze(1, StepName.THANK, application.people[0].id, moment("2026-11-03 12:00")),)
    )
    apart = [entry.text for entry in timeline(snoozed, events, POLICY, NOW) if entry.step is StepName.THANK]
    assert apart == ["Thank Omar Haddad: open", "Thank Dana Lee: open"]


def test_what_is_overdue_as_soon_as_it_is_due_has_one_line_for_both() -> None:
    offer = {"kind": "offer", "at": "2026-11-02 08:00", "decide_by": "2026-11-06"}
    application, events = read_application(NOW, POLICY, outcome=offer)
    coming = [entry.text for entry in timeline(application, events, POLICY, NOW) if entry.step is StepName.DECIDE_OFFER]
    assert coming == ["Decide on the offer: due"]


@pytest.mark.parametrize("hour", [None, "2026-11-06 12:00"])
def test_an_offers_deadline_has_its_hour_on_the_timeline_where_they_gave_one(hour: str | None) -> None:
    offer = {"kind": "offer", "at": "2026-11-02 08:00", "decide_by": "2026-11-06", "decide_at": hour}
    application, events = read_application(NOW, POLICY, outcome=offer)
    (due,) = [entry for entry in timeline(application, events, POLICY, NOW) if entry.step is StepName.DECIDE_OFFER]
    assert (due.at, due.is_day) == (moment(hour or "2026-11-06 17:00"), hour is None)
