"""Your search at a glance, read from a real file: in portions, from named columns, as if everything had been loaded."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.glance import coming
from app.etiquette.glance.counting import Counting
from app.etiquette.glance.lanes import Mark
from app.etiquette.records import OutcomeKind, StepName
from app.etiquette.steps.next_steps import Urgency
from app.hunt import glance
from app.hunt.due import due_list
from app.hunt.verbs import answers, applications, interviews
from app.storage import glance as rows
from app.storage import reading
from tests.storage.hunts import NOW, SETTINGS, Clock, add, log_interview, open_hunt, reader
from tests.ui.driving import demo

POLICY = SETTINGS.policy


def test_the_columns_that_are_read_give_the_numbers_of_whole_applications(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    monkeypatch.setattr(rows, "AT_A_TIME", 7)
    with reader(path) as connection:
        numbers = glance.numbers_of(connection, POLICY, NOW)
        counting = Counting(POLICY, NOW)
        for application in reading.all_applications(connection):
            events = reading.events(connection, application.id)
            counting.add(application, [event.at for event in events if event.what == "interview_planned"])
    assert numbers == counting.numbers()
    assert numbers.applied == 40
    assert numbers.offers.all == 2


def test_a_plan_that_was_undone_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    day = NOW.date() - timedelta(4)
    done = hunt.add(lambda when: applications.added(when, "Northwind", "Data Engineer", applied_on=day))
    assert done.application_id is not None
    hunt.do(done.application_id, lambda a, when: interviews.planned(a, when, starts=NOW + timedelta(2)))
    with reader(path) as connection:
        assert glance.numbers_of(connection, POLICY, NOW).answers[0].days == (4,)
    hunt.undo()
    with reader(path) as connection:
        assert glance.numbers_of(connection, POLICY, NOW).answers[0].waiting == 1


def test_the_coming_two_weeks_hold_interviews_decision_dates_and_steps(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    first, second = add(hunt, "Northwind"), add(hunt, "Contoso")
    log_interview(hunt, first, names="Dana Lee")
    friday = NOW.date() + timedelta(3)
    hunt.do(first, lambda a, when: answers.reply_by_set(a, when, friday))
    hunt.do(second, lambda a, when: interviews.planned(a, when, starts=NOW + timedelta(2), kind="video"))
    hunt.do(second, lambda a, when: interviews.planned(a, when, starts=NOW + timedelta(30)))
    with reader(path) as connection:
        ahead = glance.read_ahead(connection, POLICY, NOW)
    said = [(thing.kind, thing.company, thing.what) for thing in ahead.things]
    assert (coming.Kind.DUE, "Northwind", "Thank Dana Lee") in said
    assert (coming.Kind.INTERVIEW, "Contoso", "Round 1, video") in said
    assert (coming.Kind.DECISION, "Northwind", "Decision date") in said
    assert not [what for _, _, what in said if "Round 2" in what or "Prepare" in what]
    assert [thing.at for thing in ahead.things] == sorted(thing.at for thing in ahead.things)
    assert ahead.total == len(ahead.things)


def test_what_is_due_since_an_earlier_day_comes_today(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    with reader(path) as connection:
        steps = due_list(connection, POLICY, NOW)
        ahead = glance.read_ahead(connection, POLICY, NOW)
    due = [item for item in steps.steps if item.step.urgency is Urgency.DUE and item.step.due is not None]
    first, of_today = coming.by_day(ahead.things, POLICY.zone)[0]
    today = [thing for thing in of_today if thing.kind is coming.Kind.DUE]
    assert first == NOW.date()
    assert len(today) == len([item for item in due if item.step.name is not StepName.PREPARE]) > 2


def test_what_time_has_overtaken_is_worked_out(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    clock = Clock()
    hunt = open_hunt(path, clock)
    one = add(hunt)
    hunt.do(one, lambda a, when: interviews.planned(a, when, starts=NOW + timedelta(2), names="Dana Lee"))
    later = NOW + timedelta(days=2, hours=3)
    with reader(path) as connection:
        ahead = glance.read_ahead(connection, POLICY, later)
    assert [(thing.kind, thing.what) for thing in ahead.things] == [
        (coming.Kind.DUE, "Debrief"),
        (coming.Kind.DUE, "Thank Dana Lee"),
    ]


def test_the_lines_of_the_chart_tell_what_happened_and_how_it_ended(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    live, over, saved = add(hunt, "Northwind"), add(hunt, "Contoso"), add(hunt, "Fabrikam")
    log_interview(hunt, live)
    hunt.do(live, lambda a, when: answers.reply_by_set(a, when, NOW.date() + timedelta(3)))
    log_interview(hunt, over, hours_ago=200)
    hunt.do(over, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED, at=NOW))
    with reader(path) as connection:
        order = glance.read_order(connection)
        lanes = glance.read_lanes(connection, [*order, saved, 99], POLICY, NOW)
    assert order == [live, over]
    assert [mark for _, mark in lanes[live].marks] == [Mark.INTERVIEW, Mark.DECISION]
    assert (lanes[live].ends, lanes[live].ending) == (None, "")
    assert (lanes[over].ends, lanes[over].ending) == (NOW.date(), "Rejected")
    assert replace(lanes[saved], application_id=0).marks == ()
    assert 99 not in lanes


def test_the_window_to_follow_up_is_that_of_the_agenda(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    with reader(path) as connection:
        ids = glance.read_order(connection)
        lanes = glance.read_lanes(connection, ids, POLICY, NOW)
        windows = {window.application_id: window for window in rows.follow_up_windows(connection, ids)}
    assert {lane.application_id for lane in lanes.values() if lane.window} == windows.keys()
    assert len(windows) > 3
