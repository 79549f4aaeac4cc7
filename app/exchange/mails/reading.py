"""One mail read into facts: from whom, to whom, when, what is new in it, which invitations it carries.

It reads only: nothing is sent, marked or changed. Whose mail it is, and what follows from it, the hunt decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from app.etiquette.errors import ImportFileError
from app.etiquette.text import clean, clean_lines
from app.etiquette.time.dates import local_day
from app.exchange.calendars import invitations_of
from app.exchange.calendars.merging import merged
from app.exchange.contents import Attendee, FileContents, Invitation, Message, ReportedRow
from app.exchange.mails.absences import away_until, is_auto_reply
from app.exchange.mails.addresses import people
from app.exchange.mails.authentication import failed_checks
from app.exchange.mails.bodies import message_text
from app.exchange.mails.bounces import report_of
from app.exchange.mails.decoding import codec_named, decoded_body, text_of
from app.exchange.mails.headers import identifiers, text_field, words_decoded
from app.exchange.mails.looks import from_header
from app.exchange.mails.moments import written_at
from app.exchange.mails.outlooks import outlooks_of
from app.exchange.mails.parts import LARGEST, Part, take_apart

_MOST_CALENDARS = 6
"""Calendar parts of one mail that are read."""


@dataclass(frozen=True, slots=True)
class ReadMail:
    """One mail, and what its calendar parts held besides invitations."""

    message: Message
    reported: tuple[ReportedRow, ...] = ()
    merged: int = 0
    """Invitations that stood in it twice."""


def read_file(name: str, data: bytes, zone: tzinfo) -> FileContents:
    """Return what one mail holds. See `read_mail`."""
    if len(data) > LARGEST:
        raise ImportFileError(f"{clean(name)} is larger than {LARGEST // 1_000_000} MB, so none of it was imported.")
    try:
        read = read_one(data, zone)
    except ImportFileError as error:
        raise ImportFileError(f"{clean(name)}: {error}") from None
    return FileContents(
        name,
        "eml",
        rows=read.merged + len(read.reported),
        merged=read.merged,
        reported=read.reported,
        interviews=read.message.invitations,
        messages=(read.message,),
    )


def read_one(data: bytes, zone: tzinfo) -> ReadMail:
    """Return one mail's facts.

    Raises:
        ImportFileError: it is nested beyond what is read.
    """
    data = from_header(data)
    mail = take_apart(data)
    sender, subject, to = _sender(mail), text_field(mail, "subject"), people(mail, "to", "cc")
    at = written_at(mail, zone)
    text = message_text(mail)
    invitations, reported, merged = _invitations(mail, zone)
    if not invitations and (packed := outlooks_of(mail, zone, Message(sender, to, subject, at, text))):
        invitations, merged = packed.invitations, merged + packed.merged
        reported += tuple(ReportedRow(1, sentence) for sentence in packed.reported)
        text = "\n\n".join(part for part in (text, *packed.notes) if part)
    text = text or _description_of(invitations)
    report = report_of(mail, data, sender.email, subject, text)
    is_automatic = not report.is_bounce and (report.is_delayed or is_auto_reply(mail, sender.email, subject, text))
    return ReadMail(
        Message(
            sender=sender,
            to=to,
            subject=subject,
            at=at,
            text=text,
            is_bounce=report.is_bounce,
            is_delayed=report.is_delayed,
            failed_for=report.failed_for,
            failed_message_id=report.about if report.is_bounce or report.is_delayed else "",
            is_auto_reply=is_automatic,
            away_until=away_until(text, local_day(at, zone)) if is_automatic and at else None,
            message_id=next(iter(identifiers(mail, "message-id")), ""),
            in_reply_to=next(iter(identifiers(mail, "in-reply-to")), ""),
            references=identifiers(mail, "references"),
            invitations=invitations,
            failed_checks=failed_checks(mail),
        ),
        reported,
        merged,
    )


def _sender(mail: Part) -> Attendee:
    """Return who wrote it: From, else who sent it for them, else where a bounce would go."""
    named = people(mail, "from", "sender", "return-path")
    with_address = next((person for person in named if person.email), None)
    return with_address or (named[0] if named else Attendee("", ""))


def _invitations(mail: Part, zone: tzinfo) -> tuple[tuple[Invitation, ...], tuple[ReportedRow, ...], int]:
    """Return the invitations of the calendar parts and attachments, what of them was not taken, and how many merged."""
    unmerged: list[Invitation] = []
    reported: dict[ReportedRow, None] = {}
    doubled = 0
    calendars = [part for part in mail.walk() if _is_calendar(part)][:_MOST_CALENDARS]
    # A method that the calendar leaves out is told by its Content-Type (RFC 6047 2.4), also for the copy attached.
    of_mail = next((part.parameters["method"] for part in calendars if part.parameters.get("method")), "")
    for part in calendars:
        try:
            method = part.parameters.get("method", "") or of_mail
            of_part, not_taken, merged_within = invitations_of(_calendar_bytes(part), zone, method)
        except ImportFileError as error:
            reported[ReportedRow(1, f"A calendar in this mail could not be read: {error}")] = None
            continue
        unmerged += of_part
        reported.update(
            dict.fromkeys(ReportedRow(row.line, f"In a calendar of this mail: {row.reason}") for row in not_taken)
        )
        doubled += merged_within
    invitations, merged_between = merged(unmerged)
    return invitations, tuple(reported), doubled + merged_between


def _is_calendar(part: Part) -> bool:
    return part.kind in ("text/calendar", "application/ics", "text/x-vcalendar") or (
        not part.parts
        and part.kind != "message/rfc822"
        and words_decoded(part.file_name).casefold().endswith((".ics", ".ical"))
    )


def _calendar_bytes(part: Part) -> bytes:
    """Return a calendar in UTF-8 (RFC 5545 3.1.4), whatever the mail has it in."""
    data = decoded_body(part)
    charset = part.parameters.get("charset", "")
    if codec_named(charset) in (None, "utf_8"):
        return data
    return text_of(data, charset).encode("utf-8", "replace")


def _description_of(invitations: tuple[Invitation, ...]) -> str:
    """Return the first description of an invitation, for a mail whose only text is in its calendar part."""
    return next(
        (clean_lines(invitation.description).strip() for invitation in invitations if invitation.description.strip()),
        "",
    )
