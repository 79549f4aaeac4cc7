"""What a mailbox says of the search: proposed once, recorded or dismissed by one word each, taken back by undo."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, InterviewStatus, LetterStatus, OutcomeKind
from app.etiquette.steps.next_steps import next_steps
from app.hunt.intake.plan import What
from app.storage import reading
from tests.hunt.inbox.boxes import POLICY, Sitting, interviewed
from tests.mailbox.dovecots import Dovecot
from tests.mailbox.mails import invitation, mail
from tests.storage.hunts import NOW, add, log_interview, open_hunt, reader

AWAY = "I am out of the office until Monday, November 30, 2026, and will answer then."
NO = "Thank you for your time. Unfortunately, we have decided to move forward with another candidate."


def said(moment: datetime) -> str:
    return moment.strftime("%a, %d %b %Y %H:%M:%S +0000")


BEFORE = said(NOW - timedelta(hours=2))


def stored(path: Path, number: int) -> Application:
    with reader(path) as connection:
        return reading.application(connection, number)


def test_an_invitation_a_thank_you_an_absence_and_a_rejection_are_each_dealt_with(
    tmp_path: Path, server: Dovecot
) -> None:
    path = tmp_path / "hunt.db"
    number = interviewed(path)
    sitting = Sitting(path, server)
    assert sitting.look() == []

    server.deliver(invitation(date=BEFORE))
    (proposal,) = sitting.look()
    assert proposal.what is What.INTERVIEW
    assert sitting.record(proposal) == "Recorded Northwind: Interview on Fri, Dec 4 at 3:00 PM"
    assert [each.calendar_uid for each in stored(path, number).interviews][1:] == ["round1@northwind.example"]

    assert Kind.THANK_YOU in {step.kind for step in next_steps(stored(path, number), POLICY, NOW)}
    thanks = mail(
        "Thank you for the talk.", "Sam <sam@example.org>", "dana@northwind.example", "Thank you", "<t@phone>", BEFORE
    )
    server.deliver(thanks, folder="Sent")
    (proposal,) = sitting.look()
    assert proposal.what is What.LETTER
    sitting.record(proposal)
    (letter,) = stored(path, number).letters
    assert (letter.kind, letter.status, letter.message_id) == (Kind.THANK_YOU, LetterStatus.SENT, "<t@phone>")
    assert Kind.THANK_YOU not in {step.kind for step in next_steps(stored(path, number), POLICY, NOW)}

    server.deliver(
        mail(AWAY, subject="Automatic reply: Thank you", date=BEFORE, message_id="<a@n>", Auto_Submitted="auto-replied")
    )
    (proposal,) = sitting.look()
    assert proposal.what is What.AWAY
    sitting.record(proposal)

    server.deliver(mail(NO, subject="Your application", date=BEFORE, message_id="<no@n>"))
    (proposal,) = sitting.look()
    assert (proposal.what, proposal.wants_key) == (What.REJECTION, True)
    sitting.record(proposal)
    outcome = stored(path, number).outcome
    assert outcome is not None
    assert outcome.kind is OutcomeKind.REJECTED

    assert sitting.look() == []
    assert Sitting(path, server).look() == []


def test_undo_makes_a_proposal_wait_again_and_redo_takes_it_away(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    number = interviewed(path)
    server.deliver(mail(NO, date=BEFORE), invitation(date=BEFORE))
    sitting = Sitting(path, server)
    first = [each.key for each in sitting.look()]
    assert len(first) == 2
    for key in first:
        sitting.box.record(key, sitting.hunt, NOW)
    assert sitting.look() == []
    sitting.hunt.undo()
    assert len(sitting.look()) == 1
    sitting.hunt.undo()
    assert [each.key for each in sitting.look()] == first
    assert stored(path, number).outcome is None
    sitting.hunt.redo()
    assert len(sitting.look()) == 1


def test_what_was_dismissed_never_comes_again(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    server.deliver(mail("Here is some news for you, Sam.", date=BEFORE), invitation(date=BEFORE))
    sitting = Sitting(path, server)
    for key in [each.key for each in sitting.look()]:
        assert sitting.box.dismiss(key, sitting.hunt, NOW).summary.startswith("Dismissed: Northwind: ")
    assert sitting.box.plan.proposals == []
    assert Sitting(path, server).look() == []
    server.forget_uids()
    assert Sitting(path, server).look() == []


def test_what_nobody_decided_on_waits_at_the_next_start_and_is_there_once(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    both = mail("We will let you know next week.", date=BEFORE)
    server.deliver(both)
    server.deliver(both)
    first = Sitting(path, server).look()
    assert len(first) == 1
    second = Sitting(path, server)
    assert [each.key for each in second.look()] == [first[0].key]
    assert [each.key for each in second.look()] == [first[0].key]


def test_an_interview_is_moved_and_called_off_by_mail(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    number = interviewed(path)
    sitting = Sitting(path, server)
    server.deliver(invitation(date=BEFORE))
    sitting.record(sitting.look()[0])
    later = {"starts": "20261207T140000Z", "ends": "20261207T150000Z"}
    server.deliver(invitation(**later, sequence=1, message_id="<2@n>", date=BEFORE))  # type: ignore[arg-type]
    (moved,) = sitting.look()
    assert moved.what is What.MOVED
    sitting.record(moved)
    assert stored(path, number).interviews[1].starts == datetime(2026, 12, 7, 14, tzinfo=UTC)
    cancel = invitation(**later, method="CANCEL", sequence=2, message_id="<3@n>", date=BEFORE)  # type: ignore[arg-type]
    server.deliver(cancel)
    (cancelled,) = sitting.look()
    assert cancelled.what is What.CANCELLED
    sitting.record(cancelled)
    assert stored(path, number).interviews[1].status is InterviewStatus.CANCELLED
    assert sitting.look() == []


def test_an_older_version_of_a_dismissed_invitation_is_not_proposed_in_its_place(
    tmp_path: Path, server: Dovecot
) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    server.deliver(invitation(date=BEFORE), invitation(sequence=1, message_id="<2@n>", date=BEFORE))
    sitting = Sitting(path, server)
    (proposal,) = sitting.look()
    sitting.box.dismiss(proposal.key, sitting.hunt, NOW)
    assert sitting.box.plan.proposals == []
    assert sitting.look() == []


def test_a_sender_whose_checks_failed_is_only_a_proposal_that_says_so(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    number = interviewed(path)
    result = "mx.example.org; spf=fail smtp.mailfrom=northwind.example; dkim=fail header.d=northwind.example"
    server.deliver(mail(NO, date=BEFORE, Authentication_Results=result))
    (proposal,) = Sitting(path, server).look()
    assert proposal.doubt == "The sender may be forged: SPF and DKIM failed."
    assert stored(path, number).outcome is None


def test_a_thank_you_from_the_phone_waits_for_the_interview_to_be_logged(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    number = add(hunt)
    sitting = Sitting(path, server)
    thanks = mail("Thank you.", "sam@example.org", "dana@northwind.example", "Thank you", "<t@phone>", BEFORE)
    server.deliver(thanks, folder="Sent")
    assert sitting.look() == []
    log_interview(hunt, number, names="Dana Lee <dana@northwind.example>")
    assert [each.what for each in Sitting(path, server).look()] == [What.LETTER]
    assert [each.what for each in sitting.look()] == [What.LETTER]


def test_mail_of_other_companies_is_not_asked_for(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    server.deliver(mail(NO, "Fabrikam <hr@fabrikam.example>", message_id="<f@f>", date=BEFORE))
    assert Sitting(path, server).look() == []
    assert "fabrikam" not in server.said()
