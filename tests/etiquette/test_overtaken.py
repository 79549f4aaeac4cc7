"""Drafts of an earlier day: what is said of what happened since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from app.etiquette.from_them import Reply, ReplyBy
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
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
from app.etiquette.steps.overtaken import overtaken

WRITTEN = datetime(2026, 11, 24, 9, tzinfo=UTC)
LATER = WRITTEN + timedelta(days=2)
DANA = Person(1, "Dana", "Lee")
HELD = Interview(1, 1, WRITTEN - timedelta(hours=20), met=(1,), status=InterviewStatus.HELD)
DRAFT = Letter(1, Kind.THANK_YOU, 1, "Thank you", "Dear Dana,\n\nThanks.", interview=1, written=WRITTEN)
INITECH = Application(1, "Initech", "Engineer", people=(DANA,), interviews=(HELD,), letters=(DRAFT,))


def said(application: Application = INITECH, draft: Letter = DRAFT, now: datetime = LATER) -> tuple[str, ...]:
    """Return what is said."""
    return overtaken(application, draft, Policy(), now)


def test_nothing_is_said_of_what_still_holds() -> None:
    assert said() == ()


def test_yesterday_is_another_day_now_but_not_on_the_day_it_was_written() -> None:
    draft = replace(DRAFT, body="Thanks for yesterday. Yesterday was good; see you next week.")
    assert said(draft=draft, now=WRITTEN + timedelta(hours=3)) == ()
    assert said(draft=draft) == (
        "It says “yesterday”, but you wrote that on Tue, Nov 24.",
        "It says “next week”, but you wrote that on Tue, Nov 24.",
    )


def test_a_reply_that_came_meanwhile_is_told_and_an_absence_is_none() -> None:
    reply = Reply(1, WRITTEN + timedelta(days=1), "Hello", person=1)
    away = replace(reply, away_until=LATER.date())
    earlier = replace(reply, at=WRITTEN - timedelta(days=1))
    assert said(replace(INITECH, replies=(reply,))) == ("Dana Lee wrote to you on Wed, Nov 25, after you wrote this.",)
    assert said(replace(INITECH, replies=(away, earlier))) == ()
    assert said(replace(INITECH, replies=(replace(reply, person=None),)))[0].startswith("Initech wrote to you")


def test_a_date_in_the_letter_that_a_new_one_has_replaced_is_told() -> None:
    draft = replace(DRAFT, kind=Kind.FOLLOW_UP, body="You hoped to decide by Monday, November 30.")
    new_date = ReplyBy(date(2026, 12, 15), stated=True, known=WRITTEN + timedelta(days=1))
    moved = replace(INITECH, reply_by=new_date)
    assert said(moved, draft) == (
        "They have since said that they will decide by Tue, Dec 15. Check the date in your letter.",
    )
    assert said(replace(moved, reply_by=replace(new_date, date=date(2026, 11, 30))), draft) == ()
    assert said(replace(moved, reply_by=replace(new_date, known=WRITTEN - timedelta(days=1))), draft) == ()
    assert said(moved) == ()  # this letter names no day


def test_a_step_that_is_no_longer_open_is_told() -> None:
    thanks = Letter(2, Kind.THANK_YOU, 1, status=LetterStatus.SENT, sent=LATER, interview=1)
    assert said(replace(INITECH, letters=(DRAFT, thanks))) == (
        "You sent Dana Lee a letter like this on Thu, Nov 26 (thank-you).",
    )
    assert said(now=WRITTEN + timedelta(days=9)) == (
        "It's late for a thank-you. Your follow-up can carry the thanks instead.",
    )


def test_an_end_that_was_recorded_meanwhile_is_told_except_to_its_own_answer() -> None:
    rejected = replace(INITECH, outcome=Outcome(OutcomeKind.REJECTED, LATER))
    assert said(rejected) == ("Initech has rejected your application since then.",)
    assert said(rejected, replace(DRAFT, kind=Kind.REJECTION_REPLY)) == ()


def test_a_follow_up_that_went_meanwhile_is_told() -> None:
    sent = Letter(2, Kind.FOLLOW_UP, 1, status=LetterStatus.SENT, sent=WRITTEN + timedelta(days=1))
    draft = replace(DRAFT, kind=Kind.FOLLOW_UP, interview=None)
    assert said(replace(INITECH, letters=(draft, sent)), draft) == (
        "You followed up on Wed, Nov 25, after you wrote this.",
    )
