"""An application told in part: its events lead, one after the other, to the stage that it is in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.from_them import Reply
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
    Event,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Outcome,
    OutcomeKind,
    Person,
)
from app.etiquette.stages import STAGE_TITLES, Stage
from app.etiquette.state.completing import complete
from tests.etiquette.telling import moment, policy_in, read_application

BERLIN = ZoneInfo("Europe/Berlin")
POLICY = Policy(zone=BERLIN)
NOW = datetime(2026, 11, 24, 9, tzinfo=BERLIN)
ROUND = Interview(-1, 1, NOW - timedelta(days=12))
ANSWER = Reply(-1, NOW - timedelta(days=3), "We are still deciding.")


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.OUTCOME])
@pytest.mark.parametrize("interviews", [(), (ROUND,)], ids=["no-round", "round"])
@pytest.mark.parametrize("replies", [(), (ANSWER,)], ids=["silence", "answer"])
def test_the_events_lead_to_the_stage_told(
    stage: Stage, interviews: tuple[Interview, ...], replies: tuple[Reply, ...]
) -> None:
    imported = Application(
        company="Northwind",
        role="Data Engineer",
        applied_on=date(2026, 11, 2),
        interviews=interviews,
        replies=replies,
        added=NOW,
    )
    application, events = complete(imported, stage, (), POLICY, NOW)
    moves = [(event.before, event.after) for event in events if event.after is not None]
    assert moves[0] == (None, Stage.APPLIED)
    assert [before for before, _ in moves[1:]] == [after for _, after in moves[:-1]]
    assert moves[-1][1] is application.stage


def test_a_stage_that_no_fact_explains_is_told_as_taken_in() -> None:
    imported = Application(company="Northwind", role="Data Engineer", applied_on=date(2026, 11, 2), added=NOW)
    _, events = complete(imported, Stage.THANKED, (), POLICY, NOW)
    assert [event.what for event in events] == ["application_added", "stage_told"]
    assert STAGE_TITLES[Stage.THANKED] in events[-1].text


@pytest.mark.parametrize("days", [0, 1, 5])
@pytest.mark.parametrize("is_stated", [True, False], ids=["stage told", "stage worked out"])
def test_events_that_were_told_go_on_with_what_time_brought_about_since(days: int, is_stated: bool) -> None:
    person = Person(-1, "Dana", "Lee")
    thanks = Letter(-1, Kind.THANK_YOU, -1, status=LetterStatus.SENT, sent=ROUND.starts + timedelta(hours=5))
    met = Application(
        company="Northwind",
        role="Data Engineer",
        people=(person,),
        interviews=(replace(ROUND, met=(-1,)),),
        letters=(thanks,),
        added=ROUND.starts - timedelta(days=9),
    )
    then = ROUND.starts + timedelta(hours=6)
    thanked, stated = complete(met, None, (), POLICY, then)
    assert (thanked.stage, stated[-1].after) == (Stage.THANKED, Stage.THANKED)
    later, events = complete(thanked, thanked.stage if is_stated else None, stated, POLICY, then + timedelta(days=days))
    assert events[: len(stated)] == stated
    moves = [event for event in events if event.after is not None]
    assert moves[-1].after is later.stage
    assert [move.before for move in moves[1:]] == [move.after for move in moves[:-1]]
    assert [event.what for event in events[len(stated) :]] == (["reply_by_known"] if days else [])


def test_events_without_a_stage_are_told_to_end_in_it() -> None:
    noted = Event(NOW - timedelta(days=1), "note", "spoke of kites")
    _, events = complete(Application(company="Northwind", role="Data Engineer"), Stage.APPLIED, [noted], POLICY, NOW)
    assert [(event.what, event.after) for event in events] == [("note", None), ("stage_told", Stage.APPLIED)]


def test_thanks_that_lapsed_since_events_were_told_are_told_of_too() -> None:
    met = Application(company="Northwind", role="Data Engineer", interviews=(ROUND,), added=ROUND.starts)
    interviewed, stated = complete(met, None, (), POLICY, ROUND.starts + timedelta(hours=6))
    _, events = complete(interviewed, Stage.INTERVIEWED, stated, POLICY, NOW)
    assert [event.what for event in events[len(stated) :]] == ["thanks_lapsed", "thanks_complete", "reply_by_known"]


@pytest.mark.parametrize("outcome", [None, Outcome(OutcomeKind.REJECTED, NOW, came_from=Stage.OUTCOME)])
@pytest.mark.parametrize("days", [1, 3, 12, 40])
def test_an_interview_told_as_held_leads_where_one_told_by_its_times_does(days: int, outcome: Outcome | None) -> None:
    planned = replace(ROUND, starts=NOW - timedelta(days=days))
    imported = Application(company="C", role="R", interviews=(planned,), outcome=outcome, added=NOW)
    held = replace(imported, interviews=(replace(planned, status=InterviewStatus.HELD),))
    assert complete(held, None, (), POLICY, NOW) == complete(imported, None, (), POLICY, NOW)
    application = complete(held, None, (), POLICY, NOW)[0]
    came_from = application.outcome.came_from if application.outcome else application.stage
    assert came_from not in (Stage.APPLIED, Stage.OUTCOME)


def test_an_interview_to_come_that_is_told_as_held_stays_so() -> None:
    held = replace(ROUND, starts=NOW + timedelta(days=1), status=InterviewStatus.HELD)
    assert complete(Application(interviews=(held,), added=NOW), None, (), POLICY, NOW)[0].interviews == (held,)


def test_an_application_without_a_day_was_there_before_all_that_happened_to_it() -> None:
    imported = Application(company="C", role="R", interviews=(ROUND,), replies=(ANSWER,), added=NOW)
    application, events = complete(imported, None, (), POLICY, NOW)
    assert (events[0].what, events[0].after) == ("application_added", Stage.APPLIED)
    assert events[0].at <= events[1].at
    assert "stage_told" not in [event.what for event in events]
    assert [event.after for event in events if event.after is not None][-1] is application.stage


def test_a_deadline_that_is_told_by_its_moment_has_its_day() -> None:
    offer = {"kind": "offer", "at": "2026-11-20 10:00", "decide_at": "2026-11-30 12:00"}
    application, _ = read_application(moment("2026-11-24 10:00"), policy_in(), outcome=offer)
    assert application.outcome is not None
    assert application.outcome.decide_by == date(2026, 11, 30)
