"""Mails as companies write them, for tests of the mailbox."""

from __future__ import annotations

from email.message import EmailMessage


def mail(
    text: str = "Hello Sam, how are you?",
    sender: str = "Dana Lee <dana@northwind.example>",
    to: str = "sam@example.org",
    subject: str = "Your interview",
    message_id: str = "<1@northwind.example>",
    date: str = "Fri, 27 Nov 2026 10:00:00 +0000",
    **fields: str,
) -> bytes:
    """Return one mail's bytes. Other fields by their names, with _ for -."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Message-ID"], message["Date"] = message_id, date
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes()


def invitation(
    uid: str = "round1@northwind.example",
    starts: str = "20261204T140000Z",
    ends: str = "20261204T150000Z",
    *,
    method: str = "REQUEST",
    sequence: int = 0,
    attachment: bytes = b"",
    message_id: str = "<invitation@northwind.example>",
    date: str = "Fri, 27 Nov 2026 11:00:00 +0000",
) -> bytes:
    """Return a mail that invites, moves or cancels, as Outlook and Google send it."""
    status = "CANCELLED" if method == "CANCEL" else "CONFIRMED"
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Northwind//EN", f"METHOD:{method}", "BEGIN:VEVENT", f"UID:{uid}",
        f"DTSTAMP:202611{27 + sequence}T100000Z", f"DTSTART:{starts}", f"DTEND:{ends}", f"SEQUENCE:{sequence}",
        f"STATUS:{status}", "SUMMARY:Interview with Northwind", "ORGANIZER;CN=Dana Lee:mailto:dana@northwind.example",
        "ATTENDEE;CN=Sam:mailto:sam@example.org", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    message = EmailMessage()
    message["From"], message["To"] = "Dana Lee <dana@northwind.example>", "sam@example.org"
    message["Subject"], message["Message-ID"], message["Date"] = "Interview with Northwind", message_id, date
    message.set_content("Please join us.")
    message.add_alternative("\r\n".join(lines), subtype="calendar", params={"method": method})
    if attachment:
        message.add_attachment(attachment, maintype="application", subtype="pdf", filename="brief.pdf")
    return message.as_bytes()
