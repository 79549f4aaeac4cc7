"""A sheet's rows as applications: new ones as they stand today, known ones found again and brought up to date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.etiquette.policy import Policy
from app.etiquette.records import Application, InterviewStatus, OutcomeKind, StepName
from app.etiquette.stages import Stage
from app.etiquette.state.settling import settle
from app.etiquette.steps.next_steps import next_steps
from app.etiquette.steps.timeline import timeline
from app.exchange.contents import TakenRow
from app.hunt.changes import When
from app.hunt.intake.sheet_rows import NO_ROLE, RowMatcher, application_of, update_of, updated
from tests.etiquette.telling import quiet_from
from tests.storage.hunts import BERLIN, NOW

POLICY = Policy(zone=BERLIN)
WHEN = When(POLICY, NOW)
ROW = TakenRow(2, "Northwind", "Data Engineer", applied_on=date(2026, 11, 2), url="https://northwind.example/1")


def taken(row: TakenRow) -> Application:
    """Return the application that a row becomes."""
    return settle(application_of(row, POLICY, NOW)[0], POLICY, NOW)[0]


def test_a_row_becomes_an_application_that_knows_its_day_and_person() -> None:
    application, events = application_of(
        replace(ROW, contact="Dana van der Berg", contact_email="dana@northwind.example"), POLICY, NOW
    )
    assert (application.stage, application.applied_on) == (Stage.APPLIED, date(2026, 11, 2))
    assert [(p.given, p.family, p.email) for p in application.people] == [
        ("Dana", "van der Berg", "dana@northwind.example")
    ]
    assert [event.what for event in events] == ["application_added"]


def test_a_row_without_a_role_says_so() -> None:
    assert taken(replace(ROW, role="")).role == NO_ROLE


def test_an_outcome_of_which_the_day_is_not_told_has_none_and_asks_for_nothing() -> None:
    """ETIQUETTE 2.24."""
    row = replace(
        ROW,
        outcome=OutcomeKind.REJECTED,
        stage=Stage.OUTCOME,
        dated=(("Interview", Stage.INTERVIEWED, date(2026, 11, 3)),),
    )
    application = taken(row)
    assert application.outcome is not None
    assert application.outcome.kind is OutcomeKind.REJECTED
    assert application.outcome.at is None
    assert application.outcome.came_from is Stage.INTERVIEWED
    assert next_steps(application, POLICY, NOW) == []


def test_a_column_a_stage_becomes_a_round_and_a_note() -> None:
    dated = (
        ("Phone screen", Stage.INTERVIEWED, date(2026, 11, 20)),
        ("Asked again", Stage.FOLLOWED_UP, date(2026, 11, 22)),
    )
    application, events = application_of(replace(ROW, stage=Stage.INTERVIEWED, dated=dated), POLICY, NOW)
    assert [(i.kind, i.status) for i in application.interviews] == [("Phone screen", InterviewStatus.HELD)]
    assert any(event.text == "Asked again, as the sheet says" for event in events)


def test_the_same_row_again_says_nothing_new() -> None:
    for row in (
        ROW,
        replace(ROW, stage=Stage.INTERVIEWED),
        replace(ROW, outcome=OutcomeKind.NO_RESPONSE, stage=Stage.OUTCOME),
        replace(ROW, stage=Stage.INTERVIEWED, dated=(("Onsite", Stage.INTERVIEWED, date(2026, 11, 5)),)),
        replace(ROW, stage=Stage.FOLLOWED_UP, notes="a\nb", reply_by=date(2026, 12, 1)),
    ):
        application = taken(row)
        assert (
            RowMatcher([application]).find(row.company, row.role, row.url, row.applied_on, row.location) is application
        )
        assert update_of(application, row, POLICY) == "", row


def test_a_newer_row_moves_the_stage_on_and_fills_what_was_empty() -> None:
    application = taken(ROW)
    later = replace(ROW, outcome=OutcomeKind.REJECTED, stage=Stage.OUTCOME, salary="90k", notes="they were kind")
    assert update_of(application, later, POLICY) == "salary, notes, rejected"
    change = updated(application, WHEN, later)
    assert (change.application.stage, change.application.salary) == (Stage.OUTCOME, "90k")
    assert change.application.outcome is not None
    assert change.application.outcome.came_from is Stage.APPLIED
    assert update_of(change.application, later, POLICY) == ""


def test_an_older_row_takes_nothing_back() -> None:
    here = replace(taken(replace(ROW, stage=Stage.WAITING)), salary="100k", location="Berlin")
    assert update_of(here, replace(ROW, salary="90k", location="Remote"), POLICY) == ""


def test_silence_is_replaced_by_what_came_of_it_and_nothing_else_is() -> None:
    silent = taken(replace(ROW, outcome=OutcomeKind.NO_RESPONSE, stage=Stage.OUTCOME))
    assert update_of(silent, replace(ROW, outcome=OutcomeKind.OFFER, stage=Stage.OUTCOME), POLICY) == "offer"
    offered = taken(replace(ROW, outcome=OutcomeKind.OFFER, stage=Stage.OUTCOME))
    assert update_of(offered, replace(ROW, outcome=OutcomeKind.REJECTED, stage=Stage.OUTCOME), POLICY) == ""


def test_two_rows_for_two_applications_at_one_company_find_each_its_own() -> None:
    first = replace(taken(ROW), id=1)
    second = replace(taken(replace(ROW, url="", applied_on=date(2026, 3, 1))), id=2)
    matcher = RowMatcher([first, second])
    assert matcher.find("NORTHWIND", "data engineer", "", date(2026, 3, 1), "") is second
    assert matcher.find("Northwind", "Data Engineer", "https://northwind.example/1/", None, "") is first
    assert matcher.find("Northwind", "Data Engineer", "", None, "") is None


@pytest.mark.parametrize("kind", [OutcomeKind.OFFER, OutcomeKind.REJECTED])
@pytest.mark.parametrize(("days_ago", "asks"), [(1, True), (14, True), (15, False)])
def test_an_outcome_of_more_than_two_weeks_ago_asks_for_nothing(kind: OutcomeKind, days_ago: int, asks: bool) -> None:
    """ETIQUETTE 2.24."""
    day = NOW.date() - timedelta(days=days_ago)
    row = replace(
        ROW,
        outcome=kind,
        stage=Stage.OUTCOME,
        dated=(("Interview", Stage.INTERVIEWED, date(2026, 11, 2)), ("Ended", Stage.OUTCOME, day)),
    )
    application = taken(row)
    steps = next_steps(application, POLICY, NOW)
    lapsed = kind is OutcomeKind.REJECTED and days_ago > POLICY.answer_rejection_lapses_days
    assert bool(steps) is (asks and not lapsed)
    assert (quiet_from(application, POLICY, NOW) is not None) is (not asks or kind is OutcomeKind.REJECTED)


@pytest.mark.parametrize("stage", [Stage.INTERVIEWED, Stage.THANKED, Stage.WAITING, Stage.FOLLOWED_UP])
def test_who_was_interviewed_by_the_sheet_is_asked_when_for_as_long_as_it_takes(stage: Stage) -> None:
    """ETIQUETTE 2.5."""
    application, events = application_of(replace(ROW, stage=stage), POLICY, NOW)
    assert (application.stage, application.reply_by, application.letters) == (stage, None, ())
    for now in (NOW, NOW + timedelta(days=67)):
        assert [(step.name, step.urgency) for step in next_steps(application, POLICY, now)] == [
            (StepName.FIND_DATE, "open")
        ]
    assert [event.what for event in events] == ["application_added", "stage_told"]


def test_a_later_sheet_that_knows_the_interviews_day_answers_the_question() -> None:
    application = replace(taken(replace(ROW, stage=Stage.WAITING)), id=1)
    dated = replace(ROW, stage=Stage.WAITING, dated=(("Onsite", Stage.INTERVIEWED, date(2026, 11, 5)),))
    change = updated(application, WHEN, dated)
    assert change.application.stage is Stage.WAITING
    steps = next_steps(change.application, POLICY, NOW)
    assert {step.name for step in steps} == {StepName.FOLLOW_UP, StepName.CLOSE}
    (held,) = [event for event in change.events if event.what == "interview_held"]
    assert held.is_day


def test_what_is_saved_and_not_applied_for_rests_without_a_date() -> None:
    """ETIQUETTE 2.24."""
    application, events = application_of(replace(ROW, applied_on=None), POLICY, NOW)
    assert (application.stage, application.applied_on) == (Stage.APPLIED, None)
    assert quiet_from(application, POLICY, NOW) == NOW
    assert [(event.text, event.is_day) for event in events] == [("Added: Data Engineer at Northwind", False)]


def test_days_of_a_sheet_are_shown_as_days() -> None:
    row = replace(
        ROW,
        outcome=OutcomeKind.REJECTED,
        stage=Stage.OUTCOME,
        dated=(
            ("Phone screen", Stage.INTERVIEWED, date(2026, 11, 10)),
            ("Asked again", Stage.FOLLOWED_UP, date(2026, 11, 18)),
            ("Ended", Stage.OUTCOME, date(2026, 11, 20)),
        ),
    )
    application, events = application_of(row, POLICY, NOW)
    shown = [entry for entry in timeline(application, events, POLICY, NOW) if not entry.is_future]
    kinds = ("application_added", "interview_held", "note", "outcome_recorded")
    assert [(entry.what, entry.is_day) for entry in shown if entry.what in kinds] == [(what, True) for what in kinds]
    assert shown[-1].text == "Rejected"


def test_an_outcome_without_a_day_says_so() -> None:
    _, events = application_of(replace(ROW, outcome=OutcomeKind.OFFER, stage=Stage.OUTCOME), POLICY, NOW)
    assert events[-1].text == "Offer (date unknown)"


def test_an_id_in_the_notes_tells_two_applications_for_one_role_apart() -> None:
    first, second = (replace(ROW, url="", notes=f"Req ID: {number}", ids=(f"Req ID: {number}",)) for number in (1, 2))
    there = RowMatcher([replace(taken(second), id=2), replace(taken(first), id=1)])
    matches = [
        there.find(row.company, row.role, row.url, row.applied_on, row.location, row.ids) for row in (first, second)
    ]
    assert [application.id if application else None for application in matches] == [1, 2]
    other = ("Req ID: 3",)
    assert RowMatcher([taken(first)]).find(ROW.company, ROW.role, "", ROW.applied_on, "", other) is None


def test_each_file_may_find_an_application_anew() -> None:
    there = RowMatcher([taken(ROW)])
    assert there.find(ROW.company, ROW.role, ROW.url, ROW.applied_on, "") is not None
    assert there.find(ROW.company, ROW.role, ROW.url, ROW.applied_on, "") is None
    there.begin_file()
    assert there.find(ROW.company, ROW.role, ROW.url, ROW.applied_on, "") is not None


def test_what_was_only_saved_is_there_without_a_day_and_without_a_step() -> None:
    application = taken(replace(ROW, applied_on=None, saved=True))
    assert (application.stage, application.applied_on, application.outcome) == (Stage.APPLIED, None, None)


def test_a_day_of_an_answer_becomes_a_reply() -> None:
    application = taken(replace(ROW, replied_on=date(2026, 11, 9)))
    assert [reply.at.date() for reply in application.replies] == [date(2026, 11, 9)]
