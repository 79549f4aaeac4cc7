"""The footer: what is most useful where the cursor stands comes first, since a small terminal has room for few keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.etiquette.from_them import ReplyBy
from app.etiquette.records import Application, Interview, InterviewStatus, Outcome, OutcomeKind, StepName
from app.etiquette.stages import Stage
from app.etiquette.steps.next_steps import Step, Urgency
from app.hunt.due import Due
from app.ui.footer import footer_keys
from app.ui.registry.here import Here, Pane
from app.ui.widgets.key_bar import fitting
from tests.storage.hunts import NOW, SETTINGS

STEP = Step(1, StepName.THANK, None, 1, 1, NOW, NOW, None, None, Urgency.DUE, None, ("thank", ()))
WAITING = Application(id=1, stage=Stage.WAITING, company="Northwind", reply_by=ReplyBy(date(2026, 12, 1), True, NOW))
ROW = Here(Pane.PIPELINE, None, WAITING, None, SETTINGS.policy, NOW)


def named(here: Here, width: int = 80) -> list[str]:
    """Return the commands that a footer of so many cells names."""
    return [key.id for key in fitting(footer_keys(here, {}, is_finding=False), width)]


def on(name: StepName, application: int | None = 1) -> Here:
    """Return where one stands on a step of the due list."""
    step = replace(STEP, name=name, application_id=application)
    return Here(Pane.DUE, Due(step, "Northwind", "Data Engineer", None, None), None, None, SETTINGS.policy, NOW)


@pytest.mark.parametrize(("name", "useful"), [
    (StepName.DEBRIEF, {"note", "person", "reply_by"}),
    (StepName.SET_REPLY_BY, {"reply_by", "replied"}),
    (StepName.THANK, {"person", "note"}),
    (StepName.FOLLOW_UP, {"replied", "outcome", "note"}),
    (StepName.CLOSE, {"outcome", "replied"}),
    (StepName.DECIDE_OFFER, {"outcome"}),
    (StepName.FIND_DATE, {"interview"}),
    (StepName.CHECK_OUTCOME, {"outcome", "reopen"}),
    (StepName.STAY_IN_TOUCH, {"keep_in_touch"}),
])  # fmt: skip
def test_the_footer_of_a_small_terminal_names_what_the_step_under_the_cursor_is_about(
    name: StepName, useful: set[str]
) -> None:
    assert useful <= set(named(on(name)))


def test_every_step_has_its_keys_once_those_of_triage_in_their_places_and_help_last() -> None:
    for name in StepName:
        if name is not StepName.KEEP_APPLYING:
            for width in (40, 80, 200):
                keys = named(on(name), width)
                assert (keys[:3], keys[-1]) == (["enter", "done", "snooze"], "help"), name
                assert len(set(keys)) == len(keys)
            assert {"interview", "replied", "outcome", "find", "undo", "palette"} <= set(keys)
            assert "find" in named(on(name), 120), name


def test_where_a_key_would_do_nothing_it_is_not_named() -> None:
    assert named(on(StepName.KEEP_APPLYING, None)) == ["enter", "add", "take_in", "find", "glance", "undo", "help"]
    elsewhere = replace(ROW, pane=Pane.DUE)
    assert named(elsewhere) == named(ROW), "what is found without a step is as in the pipeline"
    heading = replace(ROW, application=None)
    assert named(replace(heading, pane=Pane.TIMELINE), 300)[:2] == ["enter", "add"]
    assert named(heading)[:5] == ["enter", "add", "find", "sort", "glance"]
    assert not {"interview", "replied", "outcome", "write", "edit"} & set(named(heading, 300))


def test_marked_steps_have_what_is_done_with_all_of_them_first() -> None:
    assert named(replace(on(StepName.THANK), marked=2))[:4] == ["done", "snooze", "waive", "mark"]


def test_a_row_of_the_pipeline_has_what_its_stage_asks_for() -> None:
    assert named(ROW)[:4] == ["enter", "replied", "outcome", "note"]
    assert "reply_by" not in named(ROW, 300)
    usual = replace(ROW, application=replace(WAITING, reply_by=replace(WAITING.reply_by, stated=False)))  # type: ignore[type-var]
    assert "reply_by" in named(usual, 100)
    outcome = Outcome(OutcomeKind.REJECTED, NOW, came_from=Stage.WAITING)
    closed = replace(ROW, application=replace(WAITING, stage=Stage.OUTCOME, outcome=outcome))
    assert {"note", "reopen", "archive"} <= set(named(closed))
    starts = NOW + timedelta(days=1)
    ahead = Interview(1, 1, starts, starts + timedelta(hours=1), InterviewStatus.PLANNED)
    offer = Outcome(OutcomeKind.OFFER, NOW, came_from=Stage.WAITING)
    undecided = replace(ROW, application=replace(WAITING, stage=Stage.OUTCOME, outcome=offer))
    assert named(undecided)[:2] == ["enter", "outcome"]
    near = replace(ROW, application=replace(WAITING, interviews=(ahead,)))
    assert {"sheet", "interview", "note", "files", "person"} <= set(named(near))


def test_the_timeline_begins_with_a_note_and_the_details_with_what_stands_in_them() -> None:
    assert named(replace(ROW, pane=Pane.TIMELINE))[:3] == ["enter", "note", "replied"]
    assert named(replace(ROW, pane=Pane.LETTER))[:5] == ["edit", "person", "files", "note", "leave"]
