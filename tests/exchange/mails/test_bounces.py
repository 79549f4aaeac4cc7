"""Reports of mails that did not arrive: the standard's form, the servers' own wordings, delays, and what is none."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from app.exchange.contents import Message
from app.exchange.mails import read_mail
from tests.exchange.mails.writing import mail, multipart, part

DAEMON = "Mail Delivery Subsystem <mailer-daemon@mx.example>"
RETURNED = (
    "From: Ada <ada@home.example>\nTo: dana@northwind.example\nMessage-ID: <ours@home.example>\nSubject: Thank you\n"
)


def _read(data: bytes) -> Message:
    return read_mail("one.eml", data, ZoneInfo("UTC")).messages[0]


def _status(action: str, *recipients: str, field: str = "Final-Recipient") -> bytes:
    blocks = "".join(f"\n{field}: rfc822; {recipient}\nAction: {action}\nStatus: 5.1.1\n" for recipient in recipients)
    return part(
        f"Reporting-MTA: dns; mx.example\n{blocks}",
        "message/delivery-status",
    )


def _report(status: bytes, returned: bytes, **fields: str | None) -> bytes:
    header = {"From": DAEMON, "Subject": "Delivery Status Notification (Failure)", **fields}
    return multipart(
        "report; report-type=delivery-status", part("Your message was not delivered."), status, returned, **header
    )


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers", "message/rfc822-headers"])
def test_a_delivery_report_tells_whom_it_failed_for_and_which_mail(kind: str) -> None:
    message = _read(
        _report(_status("failed", "Dana@Northwind.example", "omar@northwind.example"), part(RETURNED, kind))
    )
    assert (message.is_bounce, message.is_auto_reply, message.is_delayed) == (True, False, False)
    assert message.failed_for == ("dana@northwind.example", "omar@northwind.example")
    assert message.failed_message_id == "<ours@home.example>"
    assert message.text == "Your message was not delivered."


@pytest.mark.parametrize(
    "subject", ["Delivery Status Notification (Delay)", "Warning: message delayed 24 hours", "Zustellung verzögert"]
)
def test_a_delay_is_no_bounce_and_no_answer(subject: str) -> None:
    message = _read(
        _report(_status("delayed", "dana@northwind.example"), part(RETURNED, "text/rfc822-headers"), Subject=subject)
    )
    assert (message.is_bounce, message.is_delayed, message.is_auto_reply) == (False, True, True)
    assert message.failed_for == ("dana@northwind.example",)
    assert message.failed_message_id == "<ours@home.example>"


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_of_success_is_no_bounce(action: str) -> None:
    message = _read(
        _report(_status(action, "dana@northwind.example"), part(RETURNED, "message/rfc822"), Subject="Relayed")
    )
    assert (message.is_bounce, message.is_delayed, message.failed_for) == (False, False, ())


QMAIL = (
    """Hi. This is the qmail-send program at mx.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<dana@northwind.example>:
192.0.2.1 does not like recipient.
Remote host said: 550 no such user

--- Below this line is a copy of the message.

"""
    + RETURNED
)
POSTFIX = f"""This is the Postfix program at host mx.example.

I'm sorry to have to inform you that your message could not be delivered to one or more recipients.

<dana@northwind.example>: host mx.northwind.example said: 550 unknown user

{RETURNED}"""
EXIM = f"""This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  dana@northwind.example
    unknown user

------ This is a copy of the message, including all the headers. ------

{RETURNED}"""
EXCHANGE = f"""Your message

  To:      Dana Lee
  Subject: Thank you
  Sent:    Mon, 23 Nov 2026 10:00:00 +0100

did not reach the following recipient(s):

dana@northwind.example on Mon, 23 Nov 2026 10:00:05 +0100
    The recipient name is not recognized

{RETURNED}"""


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (QMAIL, {"Subject": "failure notice"}),
        (POSTFIX, {"Subject": "Undelivered Mail Returned to Sender"}),
        (EXIM, {"Subject": "Mail delivery failed: returning message to sender"}),
        (EXIM, {"Subject": "Mail delivery failed", "X-Failed-Recipients": "dana@northwind.example"}),
        (f"Odd words.\n\n{RETURNED}", {"Subject": "Sorry", "X-Failed-Recipients": "dana@northwind.example"}),
    ],
)
def test_the_wordings_of_servers_are_known(body: str, fields: dict[str, str]) -> None:
    message = _read(mail(body, **{"From": DAEMON, **{name.replace("-", "_"): text for name, text in fields.items()}}))
    assert message.is_bounce
    assert message.failed_for == ("dana@northwind.example",)
    assert message.failed_message_id == "<ours@home.example>"


def test_a_report_without_an_address_is_a_bounce_all_the_same() -> None:
    message = _read(mail(EXCHANGE, From="postmaster@northwind.example", Subject="Undeliverable: Thank you"))
    assert (message.is_bounce, message.failed_message_id) == (True, "<ours@home.example>")
    unreadable = _read(mail("???", From=DAEMON, Subject="Unzustellbar: Danke", In_Reply_To="<ours@home.example>"))
    assert (unreadable.is_bounce, unreadable.failed_for, unreadable.failed_message_id) == (
        True,
        (),
        "<ours@home.example>",
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"Subject": "Re: Undelivered Mail Returned to Sender"},
        {"Subject": "Fwd: failure notice"},
        {"Subject": "Your interview"},
        {"Subject": "Delivery of your offer letter"},
        {"Subject": "A warning about the weather"},
        {"From": "postmaster@northwind.example", "Subject": "Welcome to your mailbox"},
    ],
)
def test_what_a_person_writes_about_a_bounce_is_none(fields: dict[str, str]) -> None:
    message = _read(
        mail(
            "I got this:\n\n" + QMAIL if "Re" in fields["Subject"] or "Fwd" in fields["Subject"] else "Hello", **fields
        )
    )
    assert not message.is_bounce


def test_recipients_in_odd_forms_are_read() -> None:
    status = _status("failed (permanent)", "<dana@northwind.example>", field="Original-Recipient")
    assert _read(_report(status, part(RETURNED, "message/rfc822"))).failed_for == ("dana@northwind.example",)


@pytest.mark.parametrize("sender", [None, "", "<>", "Grüße <\xe4@x.example>", "MAILER-DAEMON", "\udcff\udcfe"])
def test_a_report_from_nobody_is_read_without_a_word_on_the_terminal(
    sender: str | None, capfd: pytest.CaptureFixture[str]
) -> None:
    header = "" if sender is None else f"From: {sender}\n"
    data = f"Return-Path: <>\n{header}Subject: failure notice\nAuto-Submitted: auto-replied\n\n{QMAIL}"
    message = _read(data.encode("utf-8", "surrogateescape"))
    assert (message.is_bounce, message.failed_for) == (True, ("dana@northwind.example",))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("sender", "subject", "body"),
    [
        (
            "Mailer Daemon <MAILER-DAEMON@mx.example>",
            "Delivery status notification: error",
            "    Hi!\n\n    An error has occurred while attempting to deliver a message for\n    the following list of"
            " recipients:\n\ndana@northwind.example: 550 5.1.1 <dana@northwind.example>: user unknown\n\n    Below is a copy"
            " of the original message:\n\nFrom: ada@home.example\n",
        ),
        (
            "MAILER-DAEMON@mx.example",
            "There was an error sending your mail",
            "We had trouble delivering your message. Full details follow:\n\nSubject: 'Hi'\n\n1 error(s):\n\nSMTP Server"
            " <mta2.mx.example> rejected recipient <dana@northwind.example>\n  It responded as follows: [550 5.1.1]\n",
        ),
        (
            "no-reply@mx.example",
            "Mail System Error - Returned Mail",
            "Your mail sent on: Thu, 19 Nov 2026 11:04:47 +0900\n    Could not be delivered to:\n"
            "<dana@northwind.example>\n    As their mailbox is full.\n",
        ),
        (
            "Internet Mail Delivery <postmaster@mx.example>",
            "Delivery Notification: Delivery has failed",
            "Your message cannot be delivered to the following recipients:\n\n  Recipient address: dana@northwind.example\n"
            "  Reason: Remote SMTP server has rejected address\n",
        ),
        (
            "Mail Delivery System",
            "Mail failure",
            "A message that you sent could not be delivered to:\n\n  dana@northwind.example\n    Unknown user\n",
        ),
    ],
)
def test_servers_that_have_a_wording_of_their_own(sender: str, subject: str, body: str) -> None:
    message = _read(mail(body, From=sender, Subject=subject))
    assert (message.is_bounce, message.failed_for) == (True, ("dana@northwind.example",))


def test_a_person_who_writes_of_a_failure_is_no_server() -> None:
    message = _read(
        mail("The delivery system of your mail failed me: dana@northwind.example", Subject="About our talk")
    )
    assert not message.is_bounce
