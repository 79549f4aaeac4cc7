"""Invitations that scheduling and hiring software sends: the company stands in the title, the text or a link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.etiquette.records import Application
from app.exchange.calendars import invitations_of
from app.exchange.contents import Invitation
from app.hunt.intake.from_calendar import Invited
from app.hunt.intake.plan import Plan, Proposal, What
from app.hunt.intake.proposing import Answers, Proposing
from app.hunt.intake.roster import Roster
from tests.exchange.calendars.writing import BERLIN, calendar, event
from tests.hunt.test_proposing import MINE, WHEN

NORTHWIND = Application(id=1, company="Northwind", role="Data Engineer")
FABRIKAM = Application(id=2, company="Fabrikam", role="Data Engineer")
USER = "ATTENDEE;CN=Robin Vale:mailto:robin@mail.example"

CALENDLY = (
    "ORGANIZER;CN=Dana Lee:mailto:dana.lee@gmail.com",
    "SUMMARY:30 Minute Intro Call between Dana Lee and Robin Vale",
    r"DESCRIPTION:Event Name\n\n30 Minute Intro Call\n\nNeed to make changes?\nhttps://calendly.com/northwind/intro",
)
CALENDLY_OF_NOBODY = (
    "ORGANIZER;CN=Dana Lee:mailto:dana.lee@gmail.com",
    "SUMMARY:30 Minute Intro Call between Dana Lee and Robin Vale",
    r"DESCRIPTION:Need to make changes?\nhttps://calendly.com/dana-lee/intro",
)
GREENHOUSE = (
    "ORGANIZER;CN=Northwind Recruiting:mailto:no-reply@us.greenhouse-mail.io",
    "SUMMARY:Phone Interview with Northwind",
    "LOCATION:https://zoom.us/j/123456",
)
GOODTIME = (
    "ORGANIZER:mailto:calendar@goodtime.io",
    r"SUMMARY:Robin Vale <> Northwind | Onsite\, Data Engineer",
    "DESCRIPTION:Your interviewers will join you one after another.",
)
ASHBY = (
    "ORGANIZER;CN=Interviews:mailto:no-reply@ashbyhq.com",
    "SUMMARY:Technical Interview",
    r"DESCRIPTION:Prepare here: https://jobs.ashbyhq.com/northwind/0b1c/interview",
)
LEVER = (
    "ORGANIZER:mailto:interviews@hire.lever.co",
    "SUMMARY:Interview: Data Engineer",
    r"DESCRIPTION:About the role: https://jobs.lever.co/northwind/7d2e",
)
ZOOM = (
    "ORGANIZER;CN=Dana Lee:mailto:dana@gmail.com",
    "SUMMARY:Final interview",
    "LOCATION:https://northwind.zoom.us/j/99887766",
)
BOTH = (
    "ORGANIZER:mailto:calendar@goodtime.io",
    "SUMMARY:Interview",
    r"DESCRIPTION:https://jobs.lever.co/northwind/7d2e or https://jobs.lever.co/fabrikam/1a2b",
)


def _invitation(*lines: str) -> Invitation:
    data = calendar("METHOD:REQUEST", event("DTSTART:20261202T140000Z", "DTEND:20261202T150000Z", USER, *lines))
    invitations, reported, _ = invitations_of(data, BERLIN)
    assert reported == ()
    return invitations[0]


def _proposed(*invitations: Invitation) -> Plan:
    plan, roster = Plan(), Roster([NORTHWIND, FABRIKAM], WHEN)
    Proposing(plan, roster, WHEN, MINE, Answers()).invitations(Invited(each, "a.ics") for each in invitations)
    return plan


def _only(plan: Plan) -> Proposal:
    (proposal,) = plan.proposals
    return proposal


@pytest.mark.parametrize(
    "lines",
    [CALENDLY, GREENHOUSE, GOODTIME, ASHBY, LEVER, ZOOM],
    ids=["calendly", "greenhouse", "goodtime", "ashby", "lever", "zoom"],
)
def test_the_company_is_found_where_the_software_names_it(lines: tuple[str, ...]) -> None:
    proposal = _only(_proposed(_invitation(*lines)))
    assert (proposal.what, proposal.application_id, proposal.is_sure) == (What.INTERVIEW, 1, True), proposal.fits


@pytest.mark.parametrize("lines", [CALENDLY_OF_NOBODY, BOTH], ids=["named nowhere", "two companies"])
def test_where_it_names_none_or_two_it_is_asked(lines: tuple[str, ...]) -> None:
    proposal = _only(_proposed(_invitation(*lines)))
    assert (proposal.application_id, proposal.is_sure, proposal.is_taken) == (None, False, False)


def test_one_uid_twice_in_a_file_with_other_times_is_two_interviews_or_the_later_version() -> None:
    first = event("DTSTART:20261202T140000Z", "SUMMARY:Interview with Northwind", USER, uid="u1")
    moved = event("DTSTART:20261203T140000Z", "SUMMARY:Interview with Northwind", "SEQUENCE:1", USER, uid="u1")
    invitations, _, _ = invitations_of(calendar("METHOD:REQUEST", first, moved), BERLIN)
    assert [each.starts.isoformat() for each in invitations if each.starts] == ["2026-12-03T14:00:00+00:00"]
    assert len(_proposed(*invitations).proposals) == 1


def test_a_garbled_organizer_costs_nothing_else() -> None:
    invitation = _invitation('ORGANIZER;CN="Dana; Lee:MAILTO:mailto:<dana@@northwind', "SUMMARY:Northwind interview")
    assert invitation.starts is not None
    assert _only(_proposed(invitation)).what is What.INTERVIEW


def test_a_declined_invitation_is_left_out_and_said() -> None:
    user = "ATTENDEE;PARTSTAT=DECLINED;CN=Robin Vale:mailto:robin@mail.example"
    data = calendar("METHOD:REQUEST", event("DTSTART:20261202T140000Z", "SUMMARY:Northwind interview", user))
    invitations, _, _ = invitations_of(data, BERLIN)
    plan = _proposed(*invitations)
    assert plan.proposals == []
    assert "because you declined it" in plan.notes[0]


def test_a_cancellation_without_a_start_calls_off_what_is_planned_and_only_that() -> None:
    plan, roster = Plan(), Roster([NORTHWIND], WHEN)
    planned = replace(_invitation(*GREENHOUSE), uid="u9")
    (off,), _, _ = invitations_of(calendar("METHOD:CANCEL", event("SUMMARY:Off", "SEQUENCE:2", uid="u9")), BERLIN)
    for invitation in (planned, off):
        Proposing(plan, roster, WHEN, MINE, Answers()).invitations([Invited(invitation, "a.ics")])
    assert [each.what for each in plan.proposals] == [What.INTERVIEW, What.CANCELLED]
    application = roster.get(1)
    assert application is not None
    assert [each.status.value for each in application.interviews] == ["cancelled"]
