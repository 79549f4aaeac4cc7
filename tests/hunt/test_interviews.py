"""Interviews planned and edited: what is not named stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.etiquette.errors import InvalidFieldError, RefusedError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import (
    Application,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Outcome,
    OutcomeKind,
    Person,
)
from app.etiquette.stages import Stage
from app.hunt.changes import When
from app.hunt.verbs.interviews import edited, planned
from tests.storage.hunts import NOW, SETTINGS

WHEN = When(SETTINGS.policy, NOW)
STARTS = NOW + timedelta(days=3)
INVITED = Interview(
    5,
    2,
    STARTS,
    STARTS + timedelta(minutes=45),
    "America/New_York",
    "video",
    "https://meet.example/1",
    (3,),
    "late events hurt",
    uid="u1",
    sequence=4,
    stamped=NOW - timedelta(days=1),
)
APPLICATION = Application(
    7, "Northwind", "Data Engineer", people=(Person(3, "Dana", "Lee"),), interviews=(INVITED,), added=NOW
)


def test_editing_one_field_changes_no_other() -> None:
    change = edited(APPLICATION, WHEN, 5, location=" Room 4 ")
    assert change.application.interviews == (replace(INVITED, location="Room 4"),)
    assert [event.what for event in change.events] == ["interview_edited"]


def test_moving_an_invited_interview_keeps_its_revision_and_its_length() -> None:
    later = STARTS + timedelta(days=1)
    change = edited(APPLICATION, WHEN, 5, starts=later)
    assert change.application.interviews == (replace(INVITED, starts=later, ends=later + timedelta(minutes=45)),)
    assert [event.what for event in change.events] == ["interview_moved"]


def test_an_interview_whose_end_nobody_said_gets_none_by_being_moved() -> None:
    open_end = replace(APPLICATION, interviews=(replace(INVITED, ends=None),))
    change = edited(open_end, WHEN, 5, starts=STARTS + timedelta(days=1))
    assert change.application.interviews[0].ends is None


def test_editing_nothing_tells_nothing() -> None:
    change = edited(APPLICATION, WHEN, 5)
    assert change.application == APPLICATION
    assert change.events == ()


@pytest.mark.parametrize(("letter", "status", "stage"), [
    (LetterStatus.DRAFT, InterviewStatus.PLANNED, Stage.APPLIED),
    (LetterStatus.SENT, InterviewStatus.HELD, Stage.INTERVIEWED),
])  # fmt: skip
def test_one_that_was_logged_and_is_moved_ahead_did_not_take_place_unless_somebody_was_thanked(
    letter: LetterStatus, status: InterviewStatus, stage: Stage
) -> None:
    past = NOW - timedelta(days=1)
    held = replace(INVITED, starts=past, ends=past + timedelta(hours=1), status=InterviewStatus.HELD)
    about = Letter(1, Kind.THANK_YOU, 3, "Thanks", "Dear Dana,", status=letter, interview=5)
    logged = replace(APPLICATION, stage=Stage.INTERVIEWED, interviews=(held,), letters=(about,))
    change = edited(logged, WHEN, 5, starts=STARTS)
    assert (change.application.interviews[0].status, change.application.stage) == (status, stage)
    (event,) = change.events
    stages = (Stage.INTERVIEWED, Stage.APPLIED) if stage is Stage.APPLIED else (None, None)
    assert (event.before, event.after) == stages


@pytest.mark.parametrize("status", [InterviewStatus.MISSED, InterviewStatus.CANCELLED])
def test_a_note_on_an_interview_that_did_not_happen_does_not_make_it_happen(status: InterviewStatus) -> None:
    past = NOW - timedelta(days=1)
    missed = replace(INVITED, starts=past, ends=past + timedelta(hours=1), status=status)
    change = edited(replace(APPLICATION, interviews=(missed,)), WHEN, 5, noted="They apologized.")
    assert change.application.interviews[0].status is status
    moved = edited(change.application, WHEN, 5, starts=STARTS)
    assert moved.application.interviews[0].status is InterviewStatus.PLANNED


def test_who_is_named_is_met_and_added() -> None:
    change = edited(APPLICATION, WHEN, 5, names="Dana Lee, Omar Haddad")
    assert [person.name for person in change.application.people] == ["Dana Lee", "Omar Haddad"]
    assert change.application.interviews[0].met == tuple(person.id for person in change.application.people)


def test_an_interview_does_not_end_before_it_starts() -> None:
    with pytest.raises(InvalidFieldError, match="before it starts"):
        edited(APPLICATION, WHEN, 5, ends=STARTS)
    with pytest.raises(InvalidFieldError, match="before it starts"):
        planned(APPLICATION, WHEN, starts=STARTS, ends=STARTS - timedelta(hours=1))


def test_another_interview_is_the_next_round_and_needs_an_open_application() -> None:
    change = planned(APPLICATION, WHEN, starts=STARTS + timedelta(days=7), kind="onsite", names="Omar Haddad")
    assert [interview.round for interview in change.application.interviews] == [2, 3]
    ended = replace(APPLICATION, stage=Stage.OUTCOME, outcome=Outcome(OutcomeKind.REJECTED, NOW))
    with pytest.raises(RefusedError, match="Reopen"):
        planned(ended, WHEN, starts=STARTS)


def test_an_interview_that_is_over_is_logged() -> None:
    change = planned(APPLICATION, WHEN, starts=NOW - timedelta(hours=3), noted="late events hurt")
    assert change.application.stage is Stage.INTERVIEWED
    assert [event.what for event in change.events] == ["interview_held", "stood_out", "interview_edited"]
    assert "is round 3 now" in change.events[-1].text, "the one ahead comes after it"
