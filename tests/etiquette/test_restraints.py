"""What holds a letter back, with the moment from which it may go: "not yet" and the due list never disagree."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from app.etiquette.companies import Company
from app.etiquette.errors import RefusedError
from app.etiquette.letter_kinds import FOLLOW_UPS, Kind
from app.etiquette.records import Application, StepName
from app.etiquette.steps.next_steps import NO_COMPANY
from app.etiquette.steps.restraints import restraint
from tests.etiquette.telling import DANA, interview, moment, policy_in, read_application, sent, steps_of

POLICY = policy_in()
TUESDAY = "2026-12-01 09:00"
"""Two business days after the Friday that they named."""


def waiting(now: str, *letters: dict[str, Any], **fields: Any) -> Application:
    """Return an application that was thanked on 20 November 2026 and waits for a date stated for Friday the 27th."""
    everything: dict[str, Any] = {
        "people": [DANA],
        "interviews": [interview("2026-11-20 10:00", "11:00")],
        "letters": [sent("thank_you", "2026-11-20 15:00"), *letters],
        "reply_by": {"date": "2026-11-27", "stated": True},
        **fields,
    }
    return read_application(moment(now), POLICY, **everything)[0]


def held_back(application: Application, kind: Kind, now: str, company: Company = NO_COMPANY) -> RefusedError | None:
    """Return what holds a letter back at a wall-clock time."""
    return restraint(application, kind, POLICY, moment(now), company)


def until(refused: RefusedError | None) -> datetime | None:
    """Return when a letter that is held back may go."""
    assert refused is not None
    return refused.until


@pytest.mark.parametrize("now", ["2026-11-21 10:00", "2026-11-27 16:00", "2026-12-01 08:59"])
def test_a_follow_up_is_held_back_until_the_moment_at_which_its_step_opens(now: str) -> None:
    """ETIQUETTE 3.1."""
    application = waiting(now)
    refused = held_back(application, Kind.FOLLOW_UP, now)
    (step, _) = steps_of(application, now, POLICY)
    assert (step.name, step.opens) == (StepName.FOLLOW_UP, moment(TUESDAY))
    assert until(refused) == step.opens
    assert str(refused).startswith("Too early. They said Fri, Nov 27")
    assert "Wait until Tue, Dec 1" in str(refused)
    assert refused is not None
    assert refused.can_override


def test_from_that_moment_on_nothing_holds_it_back() -> None:
    """ETIQUETTE 3.1."""
    assert held_back(waiting(TUESDAY), Kind.FOLLOW_UP, TUESDAY) is None


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in FOLLOW_UPS])
def test_what_is_no_status_mail_waits_for_no_date(kind: Kind) -> None:
    """ETIQUETTE 3.1."""
    refused = held_back(waiting("2026-11-21 10:00"), kind, "2026-11-21 10:00")
    assert refused is None or refused.rule == "a letter needs its occasion"


@pytest.mark.parametrize("kind", sorted(FOLLOW_UPS))
def test_a_second_follow_up_waits_for_its_day_and_a_third_is_one_too_many(kind: Kind) -> None:
    """ETIQUETTE 3.2."""
    first, second = sent("follow_up", "2026-12-01 10:00"), sent("second_follow_up", "2026-12-08 10:00")
    assert until(held_back(waiting("2026-12-02 10:00", first), kind, "2026-12-02 10:00")) == moment("2026-12-08 09:00")
    assert held_back(waiting("2026-12-08 09:00", first), kind, "2026-12-08 09:00") is None
    third = held_back(waiting("2027-02-01 10:00", first, second), kind, "2027-02-01 10:00")
    assert "followed up 2 times" in str(third)
    assert third is not None
    assert third.until is None


@pytest.mark.parametrize(
    ("kind", "is_held_back"),
    [
        (Kind.FOLLOW_UP, True),
        (Kind.SECOND_FOLLOW_UP, True),
        (Kind.STAY_IN_TOUCH, True),
        (Kind.THANK_YOU, False),
        (Kind.REJECTION_REPLY, False),
        (Kind.OFFER_ACCEPT, False),
        (Kind.WITHDRAWAL, False),
    ],
)
def test_a_wish_not_to_be_followed_up_stops_all_but_answers(kind: Kind, is_held_back: bool) -> None:
    """ETIQUETTE 3.3."""
    refused = held_back(waiting(TUESDAY, no_follow_ups=True), kind, TUESDAY)
    assert (refused is not None and refused.rule == "no follow-ups") is is_held_back


def test_while_a_round_is_to_come_one_asks_there() -> None:
    """ETIQUETTE 2.22."""
    rounds = [interview("2026-11-20 10:00", "11:00"), interview("2026-12-03 14:00", "15:00")]
    refused = held_back(waiting(TUESDAY, interviews=rounds), Kind.FOLLOW_UP, TUESDAY)
    assert until(refused) == moment("2026-12-03 15:00")
    assert "round 2 on " in str(refused).casefold()


def test_a_status_mail_to_somebody_else_there_holds_it_back_for_seven_days() -> None:
    """ETIQUETTE 3.6."""
    company = Company(last_status_mail=moment("2026-11-30 15:00"))
    refused = held_back(waiting(TUESDAY), Kind.FOLLOW_UP, TUESDAY, company)
    assert until(refused) == moment("2026-12-07 09:00")
    assert "Another follow-up went to this company" in str(refused)


def test_before_the_thanks_there_is_no_follow_up() -> None:
    """ETIQUETTE 1.1."""
    now = "2026-11-20 12:00"
    application = read_application(
        moment(now), POLICY, people=[DANA], interviews=[interview("2026-11-20 10:00", "11:00")]
    )[0]
    refused = held_back(application, Kind.FOLLOW_UP, now)
    assert refused is not None
    assert refused.rule == "stages"


def test_feedback_is_asked_for_once() -> None:
    application = waiting(TUESDAY, sent("feedback_request", "2026-11-30 10:00"))
    assert str(held_back(application, Kind.FEEDBACK_REQUEST, TUESDAY)).endswith("Once is enough.")
