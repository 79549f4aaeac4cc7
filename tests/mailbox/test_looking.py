"""Looking through a real Dovecot: what concerns the search is read, once, and nothing in the mailbox changes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date
from email.message import EmailMessage

import pytest

from app.etiquette.errors import InboxError
from app.mailbox.looking import MOST_MAILS, look
from app.mailbox.records import FolderSeen, Looked, Wanted
from tests.exchange.calendars.tnef_writing import attached, meeting
from tests.mailbox.dovecots import PASSWORD, Dovecot
from tests.mailbox.mails import invitation, mail

WANTED = Wanted(date(2026, 1, 1), frozenset({"northwind.example"}))


def looked(server: Dovecot, wanted: Wanted = WANTED, seen: tuple[FolderSeen, ...] = ()) -> Looked:
    return look(server.account, PASSWORD, wanted, seen, UTC)


def subjects(brought: Looked) -> list[str]:
    return [each.message.subject for each in brought.mails]


def test_only_what_concerns_the_search_is_read_and_no_flag_is_set(server: Dovecot) -> None:
    server.deliver(mail(), mail(sender="News <news@shop.example>", subject="Sale", message_id="<2@shop.example>"))
    brought = looked(server)
    assert subjects(brought) == ["Your interview"]
    assert brought.mails[0].message.text == "Hello Sam, how are you?"
    assert server.flags() == set()
    verbs = set(re.findall(r"^\S+ ((?:UID )?[A-Z]+)", server.said(), re.MULTILINE))
    assert verbs <= {"CAPABILITY", "LIST", "NAMESPACE", "EXAMINE", "UID SEARCH", "UID FETCH", "LOGOUT"}
    assert "BODY[" not in server.said()


def test_a_second_look_reads_only_what_came_since(server: Dovecot) -> None:
    server.deliver(mail())
    first = looked(server)
    assert looked(server, seen=first.folders).mails == ()
    server.deliver(mail(subject="Another", message_id="<3@northwind.example>"))
    assert subjects(looked(server, seen=first.folders)) == ["Another"]


def test_a_company_added_later_has_its_earlier_mail_read(server: Dovecot) -> None:
    server.deliver(mail(), mail(sender="Lee <lee@litware.example>", subject="Litware", message_id="<4@litware>"))
    first = looked(server)
    more = replace(WANTED, names=WANTED.names | {"litware.example"})
    assert subjects(looked(server, more, first.folders)) == ["Litware"]


def test_an_answer_in_a_thread_is_found_whoever_sends_it(server: Dovecot) -> None:
    answer = mail(sender="R <r@agency.example>", subject="Re: Thank you", In_Reply_To="<letter@example.org>")
    server.deliver(answer)
    assert subjects(looked(server, replace(WANTED, threads=frozenset({"<letter@example.org>"})))) == ["Re: Thank you"]


def test_already_the_first_search_asks_for_every_field_so_that_mails_are_opened_once(server: Dovecot) -> None:
    server.deliver(mail())
    names = {"northwind.example"} | {f"company{n}.example" for n in range(60)}
    looked(server, Wanted(date(2026, 1, 1), frozenset(names), frozenset(f"<letter{n}@example.org>" for n in range(60))))
    searches = [line for line in server.said().splitlines() if "SEARCH" in line]
    assert len(searches) > 1
    first = re.sub(r'"|\r', "", searches[0]).upper()
    assert all(field in first for field in ("FROM ", "IN-REPLY-TO ", "REFERENCES "))


def test_what_nobody_has_decided_on_is_read_again(server: Dovecot) -> None:
    server.deliver(mail())
    first = looked(server)
    waiting = tuple(replace(folder, waiting=frozenset({1})) for folder in first.folders if folder.folder == "INBOX")
    assert subjects(looked(server, seen=waiting)) == ["Your interview"]


def test_after_another_uidvalidity_everything_is_looked_through_anew(server: Dovecot) -> None:
    server.deliver(mail())
    first = looked(server)
    server.forget_uids()
    again = looked(server, seen=first.folders)
    assert subjects(again) == ["Your interview"]
    assert again.folders[0].uidvalidity != first.folders[0].uidvalidity


def test_sent_mail_is_looked_through_for_whom_it_went_to(server: Dovecot) -> None:
    sent = mail(sender="sam@example.org", to="Dana Lee <dana@northwind.example>", subject="Thank you")
    server.deliver(sent, mail(sender="sam@example.org", to="mum@home.example", subject="Dinner"), folder="Sent")
    (read,) = looked(server).mails
    assert (read.message.subject, read.is_sent, read.folder) == ("Thank you", True, "Sent")


def test_an_attachment_is_never_asked_for_and_a_calendar_is(server: Dovecot) -> None:
    server.deliver(invitation(attachment=b"%PDF" + b"secret " * 100_000))
    (read,) = looked(server).mails
    assert [each.uid for each in read.message.invitations] == ["round1@northwind.example"]
    assert read.message.text == "Please join us."
    assert "BODY.PEEK[2.MIME]" in server.said()
    assert not re.search(r"BODY\.PEEK\[(2|)\]", server.said())


def test_a_calendar_that_is_only_attached_is_read(server: Dovecot) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "dana@northwind.example", "Invitation", "<5@n>"
    message.set_content("See the attachment.")
    data = invitation().split(b"\n\n")
    calendar = next(part for part in data if b"BEGIN:VCALENDAR" in part).split(b"--===")[0]
    message.add_attachment(calendar, maintype="application", subtype="octet-stream", filename="invite.ics")
    message.add_attachment(b"x" * 10_000, maintype="image", subtype="png", filename="logo.png")
    server.deliver(message.as_bytes())
    (read,) = looked(server).mails
    assert [each.uid for each in read.message.invitations] == ["round1@northwind.example"]


def test_what_outlook_packed_is_read_unless_it_is_as_large_as_files_are(server: Dovecot) -> None:
    for place, after in enumerate(([], [attached(b"film.mp4", b"x" * 2_000_000)])):
        message = EmailMessage()
        message["From"], message["Subject"], message["Message-ID"] = "dana@northwind.example", "Talk", f"<w{place}@n>"
        message.set_content("Please come.")
        message.add_attachment(meeting(after=after), maintype="application", subtype="ms-tnef", filename="winmail.dat")
        message.add_attachment(b"x" * 10_000, maintype="image", subtype="png", filename="logo.png")
        server.deliver(message.as_bytes())
    small, large = sorted(looked(server).mails, key=lambda read: read.uid)
    assert [(event.summary, event.location) for event in small.message.invitations] == [
        ("Interview with Northwind", "Room 4")
    ]
    assert (small.message.text, large.message.invitations) == ("Please come.", ())
    assert "[winmail.dat: this mail has an attachment that only Outlook reads." in large.message.text
    assert re.findall(r"BODY\.PEEK\[(2|3)\]", server.said()) == ["2"]


def test_of_a_huge_mail_two_megabytes_are_read_at_most(server: Dovecot) -> None:
    server.deliver(mail("We would like to talk. " * 300_000))
    (read,) = looked(server).mails
    assert read.message.text.startswith("We would like to talk.")
    assert len(read.message.text) < 2_000_000


@pytest.mark.parametrize(
    "damaged",
    [
        b"From: dana@northwind.example\r\nContent-Type: multipart/mixed\r\n\r\n--x\r\n\xff\xfe\x00 nothing\r\n",
        b"From: dana@northwind.example\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\r\n" * 300,
        b"From: dana@northwind.example\r\nContent-Type: text/plain; charset=no\r\nSubject: =?x?q?=ff?=\r\n\r\n\xff",
        b"From: dana@northwind.example",
        b"From: dana@northwind.example\r\n" + b"X-Long: " + b"a" * 3_000_000 + b"\r\n\r\nHello",
        b"From: dana@northwind.example\r\nContent-Type: message/rfc822\r\n\r\n" * 80,
    ],
)
def test_a_damaged_mail_stops_nothing(server: Dovecot, damaged: bytes) -> None:
    server.deliver(damaged, mail(subject="After it"))
    brought = looked(server)
    assert "After it" in subjects(brought)
    assert len(brought.mails) + len(brought.notes) == 2


def test_of_thousands_the_newest_are_read(server: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_MAILS >= 1000
    monkeypatch.setattr("app.mailbox.looking.MOST_MAILS", 3)
    server.deliver(*(mail(subject=f"Number {n}", message_id=f"<{n}@n>") for n in range(5)))
    brought = looked(server)
    assert len(brought.mails) == 3
    assert brought.notes == ("INBOX: only the newest 3 of 5 emails were read.",)


def test_a_folder_that_is_not_there_is_named(server: Dovecot) -> None:
    account = replace(server.account, folders=("INBOX", "Jobs"))
    with pytest.raises(InboxError, match=r"127\.0\.0\.1 has no folder “Jobs”. Check inbox\.folders\."):
        look(account, PASSWORD, WANTED, (), UTC)


def test_names_that_are_syntax_are_never_said(server: Dovecot) -> None:
    server.deliver(mail())
    hostile = {'"', "a\r\nA1 DELETE INBOX", "{5}", "(", "northwind.example", "größe.example", "北风"}
    assert subjects(looked(server, replace(WANTED, names=frozenset(hostile)))) == ["Your interview"]
    assert "DELETE" not in server.said()


def test_a_domain_is_not_asked_for_beside_the_name_that_finds_it(server: Dovecot) -> None:
    server.deliver(mail(), mail(sender="Ana <ana@cohowinery.example>", message_id="<2@cohowinery.example>"))
    names = frozenset({"northwind", "northwind.example", "coho", "cohowinery.example"})
    assert len(looked(server, Wanted(date(2026, 11, 1), names)).mails) == 2
    asked = server.said()
    assert "FROM northwind" in asked
    assert "northwind.example" not in asked
    assert "FROM cohowinery.example" in asked
