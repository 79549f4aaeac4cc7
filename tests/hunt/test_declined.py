"""An invitation that was declined: by the user it calls off its interview; by anybody else it loses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.records import Application, InterviewStatus
from app.exchange.contents import Attendee, Invitation
from app.hunt.changes import When
from app.hunt.gathering import Source
from app.hunt.intake.own_addresses import own_addresses
from app.hunt.intake.plan import Plan, What
from app.hunt.intake.planning import Asked, Planning
from app.hunt.intake.watching import Watch
from app.storage.kept_files import KeptFiles
from tests.hunt.test_proposing import APPLIED, DANA, HELD, INVITATION, ROBIN, proposed
from tests.storage.hunts import NOW, SETTINGS

JO = Attendee("Jo Lund", "jo@contoso.example")
DECLINED = replace(INVITATION, declined_by=(ROBIN.email,), sequence=1, stamped=NOW)
LEFT_OUT = "a.ics: Interview, Data Engineer was left out because you declined it."


def _planned() -> Application:
    _, planned = proposed(APPLIED, invitations=(INVITATION,))
    assert [interview.status for interview in planned.interviews] == [InterviewStatus.PLANNED]
    return planned


def test_a_planned_interview_that_the_user_declined_is_proposed_to_be_canceled_and_says_why() -> None:
    plan, after = proposed(_planned(), invitations=(DECLINED,))
    assert [(proposal.what, proposal.title) for proposal in plan.proposals] == [
        (What.CANCELLED, "Canceled, because you declined it: Fri, Nov 27 at 10:00 AM")
    ]
    assert plan.notes == []
    assert [interview.status for interview in after.interviews] == [InterviewStatus.CANCELLED]
    verb = plan.proposals[0].verb
    assert verb is not None
    (event,) = verb(_planned(), When(SETTINGS.policy, NOW)).events
    assert event.text == "Round 1 was canceled: you declined the invitation"


def test_a_decline_of_the_same_version_calls_off_and_an_older_one_does_not() -> None:
    same = replace(INVITATION, declined_by=(ROBIN.email,))
    assert proposed(_planned(), invitations=(same,))[1].interviews[0].status is InterviewStatus.CANCELLED
    older = replace(same, stamped=NOW - timedelta(days=9))
    assert proposed(_planned(), invitations=(older,))[1] == _planned()


@pytest.mark.parametrize("end", [DECLINED, replace(DECLINED, method="CANCEL", declined_by=())])
def test_an_old_invitation_does_not_plan_again_what_a_later_one_called_off(end: Invitation) -> None:
    _, off = proposed(_planned(), invitations=(end,))
    plan, after = proposed(off, invitations=(INVITATION,))
    assert (plan.proposals, after) == ([], off)
    assert plan.notes == ["a.ics: Interview, Data Engineer is already here."]


@pytest.mark.parametrize("order", [1, -1])
def test_asked_and_declined_in_one_import_plans_nothing(order: int) -> None:
    plan, after = proposed(APPLIED, invitations=(INVITATION, DECLINED)[::order])
    assert (plan.proposals, plan.notes, after) == ([], [LEFT_OUT], APPLIED)


def test_an_invitation_that_comes_anew_after_the_decline_is_planned() -> None:
    anew = replace(INVITATION, sequence=2, stamped=NOW)
    assert len(proposed(APPLIED, invitations=(DECLINED, anew))[1].interviews) == 1


def test_declined_in_another_spelling_of_the_domain_is_declined_by_the_user() -> None:
    written = replace(INVITATION, declined_by=("Robin@MAIL.example",))
    assert proposed(APPLIED, invitations=(written,))[0].notes == [LEFT_OUT]


def test_a_round_that_was_held_stays_held() -> None:
    held = replace(HELD, interviews=(replace(HELD.interviews[0], calendar_uid="u1"),))
    assert proposed(held, invitations=(DECLINED,))[1] == held


ICS = """BEGIN:VCALENDAR\r
VERSION:2.0\r
METHOD:{method}\r
BEGIN:VEVENT\r
UID:u1\r
DTSTAMP:20261120T100000Z\r
DTSTART:20261202T140000Z\r
SUMMARY:Interview with Contoso\r
{people}\r
END:VEVENT\r
END:VCALENDAR\r
"""
JO_DECLINED = "ATTENDEE;PARTSTAT=DECLINED:mailto:jo@contoso.example"


def _imported(people: str, method: str, *, own: str = "") -> Plan:
    """Return the plan of an import by somebody whose addresses are not set, or are `own`."""
    source = Source("a.ics", ICS.format(people=people, method=method).encode(), path=None)
    asked = Asked(own=frozenset(filter(None, [own])))
    return Planning(None, When(SETTINGS.policy, NOW), asked, Watch(), KeptFiles(Path("none"))).plan([source])


@pytest.mark.parametrize("method", ["REQUEST", "PUBLISH"])
@pytest.mark.parametrize(
    "people",
    [
        JO_DECLINED,
        f"ORGANIZER:mailto:robin@mail.example\r\n{JO_DECLINED}",
        f"ORGANIZER:mailto:jo@contoso.example\r\n{JO_DECLINED}",
    ],
    ids=["nobody else", "the user invites", "who invites declines"],
)
def test_a_lone_decline_of_somebody_unknown_loses_no_interview(people: str, method: str) -> None:
    plan = _imported(people, method)
    assert [proposal.what for proposal in plan.proposals] == [What.INTERVIEW], plan.notes
    assert "Declined by jo@contoso.example." in plan.proposals[0].text
    assert plan.notes == []


def test_a_decline_of_an_address_of_the_users_own_is_theirs() -> None:
    plan = _imported(JO_DECLINED, "PUBLISH", own="jo@contoso.example")
    assert plan.proposals == []
    assert plan.notes == ["a.ics: Interview with Contoso was left out because you declined it."]


def _own(invitation: Invitation, *given: str) -> frozenset[str]:
    return own_addresses(given, [APPLIED], [invitation], [])


def test_who_declined_is_the_user_where_a_company_alone_invited_them() -> None:
    assert _own(DECLINED) == {ROBIN.email}
    by_nobody_known = replace(DECLINED, organizer=Attendee("", "sam@elsewhere.example"), attendees=(ROBIN,))
    assert _own(by_nobody_known) == frozenset()


def test_whom_the_user_invites_is_not_the_user() -> None:
    theirs = replace(INVITATION, organizer=ROBIN, attendees=(JO,))
    assert _own(theirs, ROBIN.email) == {ROBIN.email}
    at_the_company = replace(INVITATION, organizer=ROBIN, attendees=(DANA,))
    assert _own(at_the_company) == frozenset()
