"""An interview of which only the day is known: the same day everywhere, and no time invented for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.companies import Company
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Person, StepName
from app.etiquette.stages import Stage
from app.etiquette.state.settling import settle
from app.etiquette.steps.next_steps import next_steps
from app.etiquette.steps.restraints import restraint
from app.etiquette.steps.timeline import timeline
from app.etiquette.time.interview_times import (
    day_of,
    ends_at,
    last_day_of,
    say_start,
    starts_at,
    stored_day,
    whole_days,
)
from tests.etiquette.telling import moment, wall

DAY = date(2026, 12, 1)
TUESDAY = Interview(5, 1, stored_day(DAY), met=(3,), day_only=True)
APPLICATION = Application(
    7, "Northwind", "Data Engineer", people=(Person(3, "Dana", "Lee"),), interviews=(TUESDAY,),
    added=datetime(2026, 11, 20, tzinfo=UTC),
)  # fmt: skip
ZONES = ["Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Etc/GMT+12", "UTC"]


@pytest.mark.parametrize("zone", ZONES)
def test_the_day_is_the_same_in_every_zone(zone: str) -> None:
    policy = Policy(zone=ZoneInfo(zone))
    assert day_of(TUESDAY, policy.zone) == last_day_of(TUESDAY, policy.zone) == DAY
    assert wall(starts_at(TUESDAY, policy), zone) == "2026-12-01 09:00"
    assert wall(ends_at(TUESDAY, policy), zone) == "2026-12-01 17:00"
    assert say_start(TUESDAY, moment("2026-11-24 09:00", zone), policy.zone) == "Tue, Dec 1"


@pytest.mark.parametrize("zone", ZONES)
def test_it_is_over_when_its_day_closes_and_the_thanks_name_its_day(zone: str) -> None:
    policy = Policy(zone=ZoneInfo(zone))
    assert settle(APPLICATION, policy, moment("2026-12-01 16:59", zone))[0].stage is Stage.APPLIED
    held, events = settle(APPLICATION, policy, moment("2026-12-01 17:00", zone))
    assert (held.stage, held.interviews[0].status) == (Stage.INTERVIEWED, InterviewStatus.HELD)
    debrief, thank = next_steps(APPLICATION, policy, moment("2026-12-02 09:00", zone))
    assert (debrief.name, thank.name) == (StepName.DEBRIEF, StepName.THANK)
    assert "Tue, Dec 1" in thank.reason_on(thank.opens.date())
    (entry, *_) = timeline(APPLICATION, events, policy, moment("2026-12-02 09:00", zone))
    assert (entry.what, entry.is_day) == ("interview_held", True)


def test_it_is_prepared_for_until_its_day_opens() -> None:
    policy = Policy(zone=ZoneInfo("Europe/Berlin"))
    (prepare,) = next_steps(APPLICATION, policy, moment("2026-11-30 12:00"))
    assert prepare.name is StepName.PREPARE
    assert (wall(prepare.opens), wall(prepare.due)) == ("2026-11-30 09:00", "2026-12-01 09:00")
    assert next_steps(APPLICATION, policy, moment("2026-12-01 10:00")) == []


@pytest.mark.parametrize("now", ["2026-11-24 10:00", "2026-12-01 12:00"])
def test_the_timeline_shows_its_day_without_a_time(now: str) -> None:
    policy = Policy(zone=ZoneInfo("Europe/Berlin"))
    coming = [entry for entry in timeline(APPLICATION, (), policy, moment(now)) if entry.what == "interview"]
    assert [(entry.text, entry.is_day) for entry in coming] == [("Round 1, time not known", True)]
    assert (wall(coming[0].at) or "").startswith("2026-12-01")


def test_what_waits_for_it_is_told_its_day() -> None:
    policy = Policy(zone=ZoneInfo("Europe/Berlin"))
    waiting = replace(APPLICATION, stage=Stage.WAITING)
    refused = restraint(waiting, Kind.FOLLOW_UP, policy, moment("2026-11-24 10:00"), Company())
    assert refused is not None
    assert "on Tue, Dec 1 is" in str(refused)


def test_several_days_end_with_the_last_one() -> None:
    policy = Policy(zone=ZoneInfo("America/Los_Angeles"))
    three_days = replace(TUESDAY, ends=stored_day(date(2026, 12, 4)))
    assert wall(ends_at(three_days, policy), "America/Los_Angeles") == "2026-12-03 17:00"
    assert whole_days(three_days) == (DAY, date(2026, 12, 4))
    assert whole_days(TUESDAY) == (DAY, date(2026, 12, 2))
