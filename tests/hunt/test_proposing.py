"""What calendars and mails tell, as proposals: planned, moved, called off; answered, written elsewhere, returned."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import (
    Application,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Person,
)
from app.etiquette.stages import Stage
from app.etiquette.time.dates import at
from app.exchange.contents import Attendee, Invitation, Message
from app.hunt.changes import When
from app.hunt.intake.from_calendar import Invited
from app.hunt.intake.from_mail import Mailed
from app.hunt.intake.plan import Plan, What
from app.hunt.intake.proposing import Answers, Proposing
from app.hunt.intake.roster import Roster
from app.hunt.verbs.interviews import edited
from tests.storage.hunts import NOW, SETTINGS

WHEN = When(SETTINGS.policy, NOW)
MINE = frozenset({"robin@mail.example"})
DANA = Attendee("Lee, Dana (Hiring)", "dana@northwind.example")
ROBIN = Attendee("Robin Vale", "robin@mail.example")
APPLIED = Application(id=7, company="Northwind", role="Data Engineer")
HELD = replace(
    APPLIED,
    stage=Stage.INTERVIEWED,
    people=(Person(3, "Dana", "Lee", email="dana@northwind.example"),),
    interviews=(
        Interview(
            5,
            1,
            NOW - timedelta(days=2),
            NOW - timedelta(days=2, hours=-1),
            met=(3,),
            status=InterviewStatus.HELD,
            uid="u0",
        ),
    ),
)
INVITATION = Invitation(
    "u1",
    NOW + timedelta(days=3),
    NOW + timedelta(days=3, hours=1),
    "Europe/Berlin",
    floating=False,
    summary="Interview, Data Engineer",
    organizer=DANA,
    attendees=(DANA, ROBIN),
    method="REQUEST",
    url="https://meet.example/1",
    stamped=NOW - timedelta(days=1),
)
MAIL = Message(
    DANA, (ROBIN,), "Re: Data Engineer", NOW - timedelta(hours=1), "We will let you know.", message_id="<m1>"
)


def proposed(
    application: Application,
    *,
    invitations: tuple[Invitation, ...] = (),
    messages: tuple[Message, ...] = (),
    answers: Answers | None = None,
) -> tuple[Plan, Application]:
    """Return what is proposed, and the application as it would be after."""
    plan, roster = Plan(), Roster([application], WHEN)
    proposing = Proposing(plan, roster, WHEN, MINE, answers or Answers())
    proposing.invitations(Invited(invitation, "a.ics") for invitation in invitations)
    proposing.messages(Mailed(message, "a.eml", place) for place, message in enumerate(messages))
    after = roster.get(application.id)
    assert after is not None
    return plan, after


def test_an_invitation_becomes_a_planned_round_with_its_people() -> None:
    plan, after = proposed(APPLIED, invitations=(INVITATION,))
    assert [(proposal.what, proposal.application_id, proposal.is_sure) for proposal in plan.proposals] == [
        (What.INTERVIEW, 7, True)
    ]
    (interview,) = after.interviews
    assert (interview.starts, interview.calendar_uid, interview.kind) == (INVITATION.starts, "u1", "video")
    assert interview.location == "https://meet.example/1"
    assert [(p.given, p.family, p.email) for p in after.people] == [("Dana", "Lee", "dana@northwind.example")]


def test_the_later_version_moves_it_and_the_earlier_one_is_passed_over() -> None:
    moved = replace(INVITATION, starts=NOW + timedelta(days=4), ends=None, stamped=NOW)
    _, planned = proposed(APPLIED, invitations=(INVITATION,))
    plan, after = proposed(planned, invitations=(moved,))
    assert plan.proposals[0].what is What.MOVED
    assert after.interviews[0].starts == moved.starts
    late, unmoved = proposed(after, invitations=(INVITATION,))
    assert late.proposals == []
    assert unmoved == after
    together, both = proposed(APPLIED, invitations=(moved, INVITATION))
    assert len(together.proposals) == 1
    assert both.interviews[0].starts == moved.starts


def test_a_higher_sequence_wins_over_a_later_stamp() -> None:
    second = replace(INVITATION, starts=NOW + timedelta(days=5), ends=None, sequence=1, stamped=NOW - timedelta(days=9))
    _, after = proposed(APPLIED, invitations=(second, INVITATION))
    assert after.interviews[0].starts == second.starts


def test_a_cancellation_cancels_and_one_of_something_unknown_does_nothing() -> None:
    _, planned = proposed(APPLIED, invitations=(INVITATION,))
    cancelled = replace(INVITATION, method="CANCEL", status="CANCELLED", sequence=1)
    plan, after = proposed(planned, invitations=(cancelled,))
    assert plan.proposals[0].what is What.CANCELLED
    assert after.interviews[0].status is InterviewStatus.CANCELLED
    unknown, _ = proposed(APPLIED, invitations=(cancelled,))
    assert unknown.proposals == []
    assert "isn't recorded here" in unknown.notes[0]


def test_an_answer_to_an_invitation_is_none() -> None:
    plan, after = proposed(APPLIED, invitations=(replace(INVITATION, method="REPLY"),))
    assert plan.proposals == []
    assert "not an invitation" in plan.notes[0]
    assert after.interviews == ()


def test_what_belongs_nowhere_is_asked_about_and_goes_where_the_user_says() -> None:
    stranger = replace(INVITATION, organizer=Attendee("", "hr@tailspin.example"), attendees=(), summary="Interview")
    plan, after = proposed(APPLIED, invitations=(stranger,))
    assert [(proposal.application_id, proposal.is_taken, proposal.guess[0]) for proposal in plan.proposals] == [
        (None, False, "Tailspin")
    ]
    assert after.interviews == ()
    said, there = proposed(APPLIED, invitations=(stranger,), answers=Answers({"uid u1": 7}))
    assert said.proposals[0].is_taken
    assert len(there.interviews) == 1


def test_a_dentist_in_a_whole_calendar_is_left_out() -> None:
    dentist = replace(INVITATION, uid="u2", summary="Dentist", organizer=None, attendees=(), method="PUBLISH")
    plan, _ = proposed(APPLIED, invitations=(INVITATION, dentist))
    assert [proposal.key for proposal in plan.proposals] == ["uid u1"]
    assert "doesn't match any application" in plan.notes[0]


def test_an_unknown_zone_is_asked_for() -> None:
    wall = datetime(2026, 11, 27, 10)  # noqa: DTZ001 - a wall clock has no zone
    nowhere = replace(INVITATION, starts=None, ends=None, timezone="", unknown_zone="Mars", wall_starts=wall)
    plan, after = proposed(APPLIED, invitations=(nowhere,))
    assert [(proposal.verb, proposal.unknown_zone) for proposal in plan.proposals] == [(None, "Mars")]
    assert after.interviews == ()
    _, there = proposed(APPLIED, invitations=(nowhere,), answers=Answers(zones={"Mars": "America/New_York"}))
    assert there.interviews[0].starts.isoformat() == "2026-11-27T15:00:00+00:00"
    assert there.interviews[0].timezone == "America/New_York"


def test_their_mail_is_an_answer_once() -> None:
    plan, after = proposed(HELD, messages=(MAIL, MAIL))
    assert [proposal.what for proposal in plan.proposals] == [What.ANSWER]
    assert [(reply.text, reply.person, reply.message_id) for reply in after.replies] == [
        ("We will let you know.", 3, "<m1>")
    ]
    again, unchanged = proposed(after, messages=(MAIL,))
    assert again.proposals == []
    assert unchanged == after


def test_an_out_of_office_note_is_no_answer_but_tells_until_when() -> None:
    """ETIQUETTE 3.5."""
    away = replace(MAIL, is_auto_reply=True, away_until=date(2026, 12, 1))
    plan, after = proposed(HELD, messages=(away,))
    assert plan.proposals[0].what is What.AWAY
    assert after.replies[0].away_until == date(2026, 11, 30)
    silent, _ = proposed(HELD, messages=(replace(MAIL, is_auto_reply=True),))
    assert silent.proposals == []


def test_a_mail_of_the_users_own_is_the_thank_you_written_elsewhere() -> None:
    """ETIQUETTE 3.8."""
    own = replace(MAIL, sender=ROBIN, to=(DANA,), text="Dear Dana, thank you.", at=NOW - timedelta(hours=40))
    plan, after = proposed(HELD, messages=(own,))
    assert plan.proposals[0].what is What.LETTER
    assert [(x.kind, x.to, x.how, x.sent) for x in after.letters] == [(Kind.THANK_YOU, 3, "elsewhere", own.at)]
    assert after.stage is not Stage.INTERVIEWED
    again, _ = proposed(after, messages=(own,))
    assert again.proposals == []


def test_a_letter_recorded_by_hand_and_its_mail_are_one() -> None:
    by_hand = Letter(9, Kind.THANK_YOU, 3, status=LetterStatus.SENT, sent=NOW - timedelta(hours=41), how="elsewhere")
    own = replace(MAIL, sender=ROBIN, to=(DANA,), at=NOW - timedelta(hours=40))
    plan, _ = proposed(replace(HELD, letters=(by_hand,)), messages=(own,))
    assert plan.proposals == []


def test_a_bounce_makes_the_letter_a_draft_and_the_step_open_again() -> None:
    """ETIQUETTE 3.5."""
    sent = Letter(
        9, Kind.THANK_YOU, 3, "Thanks", "Dear", LetterStatus.SENT, NOW - timedelta(hours=40), "smtp", 5, "<l1>"
    )
    thanked = replace(HELD, letters=(sent,), stage=Stage.THANKED)
    machine = Attendee("", "mailer-daemon@mail.example")
    bounce = replace(
        MAIL, sender=machine, is_bounce=True, failed_message_id="<l1>", failed_for=("dana@northwind.example",)
    )
    plan, after = proposed(thanked, messages=(bounce,))
    assert plan.proposals[0].what is What.BOUNCE
    assert after.letters[0].status is LetterStatus.DRAFT
    assert after.stage is Stage.INTERVIEWED


def test_mail_that_concerns_nobody_here_is_left_out() -> None:
    plan, after = proposed(HELD, messages=(replace(MAIL, sender=Attendee("", "news@paper.example"), subject="News"),))
    assert plan.proposals == []
    assert "doesn't match any application" in plan.notes[0]
    assert after == HELD


def test_an_older_invitation_moves_no_interview_that_was_edited_since() -> None:
    newer = replace(INVITATION, sequence=3)
    _, invited = proposed(APPLIED, invitations=(newer,))
    moved_by_hand = edited(invited, WHEN, invited.interviews[0].id, location="Room 4", noted="Ask for Omar").application
    plan, after = proposed(
        moved_by_hand, invitations=(replace(INVITATION, sequence=2, starts=NOW + timedelta(days=4)),)
    )
    assert plan.proposals == []
    assert after.interviews == moved_by_hand.interviews


def test_an_update_that_names_nobody_leaves_who_is_met() -> None:
    _, invited = proposed(APPLIED, invitations=(INVITATION,))
    update = replace(
        INVITATION, sequence=1, starts=NOW + timedelta(days=4), ends=None, organizer=None, attendees=(ROBIN,)
    )
    _, after = proposed(invited, invitations=(update,))
    assert after.interviews[0].met == invited.interviews[0].met != ()
    assert after.interviews[0].starts == NOW + timedelta(days=4)


def _all_day(first: date, after: date, **fields: Any) -> Invitation:
    zone = SETTINGS.policy.zone
    moments = [at(day, time(), zone) for day in (first, after)]
    return replace(INVITATION, starts=moments[0], ends=moments[1], timezone="", floating=True, all_day=True, **fields)


def test_an_invitation_to_a_whole_day_is_an_interview_of_which_the_day_is_known() -> None:
    plan, after = proposed(APPLIED, invitations=(_all_day(date(2026, 12, 1), date(2026, 12, 2)),))
    assert [proposal.title for proposal in plan.proposals] == ["Interview on Tue, Dec 1, time not known"]
    (interview,) = after.interviews
    assert (interview.starts, interview.ends, interview.day_only) == (datetime(2026, 12, 1, tzinfo=UTC), None, True)
    again, _ = proposed(after, invitations=(_all_day(date(2026, 12, 1), date(2026, 12, 2)),))
    assert again.proposals == []


def test_a_time_told_later_takes_the_place_of_the_day() -> None:
    _, with_day = proposed(APPLIED, invitations=(_all_day(date(2026, 12, 1), date(2026, 12, 4)),))
    assert with_day.interviews[0].ends == datetime(2026, 12, 4, tzinfo=UTC)
    timed = replace(INVITATION, sequence=1, starts=datetime(2026, 12, 1, 9, tzinfo=UTC), ends=None)
    plan, after = proposed(with_day, invitations=(timed,))
    assert [proposal.title for proposal in plan.proposals] == ["Moved to Tue, Dec 1 at 10:00 AM"]
    assert (after.interviews[0].day_only, after.interviews[0].ends) == (False, None)


def test_an_invitation_that_the_user_declined_is_left_out_and_said() -> None:
    declined = replace(INVITATION, declined_by=("robin@mail.example",))
    plan, after = proposed(APPLIED, invitations=(declined,))
    assert (plan.proposals, after) == ([], APPLIED)
    assert plan.notes == ["a.ics: Interview, Data Engineer was left out because you declined it."]
    by_another = replace(INVITATION, declined_by=("dana@northwind.example",))
    assert len(proposed(APPLIED, invitations=(by_another,))[0].proposals) == 1


def test_a_cancellation_without_a_start_calls_off_the_interview_of_its_uid() -> None:
    _, invited = proposed(APPLIED, invitations=(INVITATION,))
    cancel = replace(INVITATION, sequence=1, starts=None, ends=None, method="CANCEL", problem="It does not say when.")
    plan, after = proposed(invited, invitations=(cancel,))
    assert [proposal.title for proposal in plan.proposals] == ["Canceled: Fri, Nov 27 at 10:00 AM"]
    assert after.interviews[0].status is InterviewStatus.CANCELLED


def test_a_letter_that_may_have_gone_went_when_its_mail_is_there() -> None:
    flying = Letter(9, Kind.THANK_YOU, 3, "Thanks", "Dear Dana", LetterStatus.SENDING, None, "smtp", 5, "<m1>")
    own = replace(MAIL, sender=ROBIN, to=(DANA,), at=NOW - timedelta(hours=20))
    plan, after = proposed(replace(HELD, letters=(flying,)), messages=(own,))
    assert [proposal.title for proposal in plan.proposals] == ["Thank-you to Dana Lee was sent"]
    assert [(x.id, x.status, x.body, x.sent) for x in after.letters] == [(9, LetterStatus.SENT, "Dear Dana", own.at)]


def test_a_letter_that_may_have_gone_and_came_back_is_a_draft() -> None:
    flying = Letter(9, Kind.THANK_YOU, 3, "Thanks", "Dear Dana", LetterStatus.SENDING, None, "smtp", 5, "<l1>")
    bounce = replace(MAIL, is_bounce=True, failed_message_id="<l1>")
    _, after = proposed(replace(HELD, letters=(flying,)), messages=(bounce,))
    assert [x.status for x in after.letters] == [LetterStatus.DRAFT]


def test_an_address_is_known_in_either_spelling_of_its_domain() -> None:
    people = (Person(3, "Dana", "Lee", email="dana@faß.example"),)
    mail = replace(MAIL, sender=Attendee("Dana Lee", "dana@xn--fa-hia.example"))
    _, after = proposed(replace(HELD, company="Fass und Co", people=people), messages=(mail,))
    assert [reply.person for reply in after.replies] == [3]
    other = replace(MAIL, sender=Attendee("Dana Lee", "dana@fass.example"))
    _, after = proposed(replace(HELD, company="Fass und Co", people=people), messages=(other,))
    assert [reply.person for reply in after.replies] in ([], [None])
