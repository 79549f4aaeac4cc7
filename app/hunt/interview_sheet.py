"""An interview's sheet, read through sqlite3 alone, and as a mail to the user's own address."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.etiquette.errors import DeliveryError, RefusedError
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, Letter, Me
from app.etiquette.sheet.contents import chosen_interview, interview_sheet
from app.etiquette.sheet.parts import InterviewSheet
from app.etiquette.sheet.plain import on_paper, plain_text
from app.etiquette.state.settling import settle
from app.storage import reading

if TYPE_CHECKING:
    from email.message import EmailMessage

_LONGEST_SUBJECT = 60


def read_sheet(
    connection: sqlite3.Connection,
    application_id: int,
    policy: Policy,
    now: datetime,
    *,
    interview_id: int | None = None,
    round_: int | None = None,
) -> InterviewSheet:
    """Return the sheet of an interview: the one of that id or round, else the one under way, the next, or the last.

    Raises:
        NotFoundError: the application was deleted.
        RefusedError: there is no such interview.
    """
    with reading.snapshot(connection):
        stored = reading.application(connection, application_id)
        events = reading.events(connection, application_id)
    application = settle(stored, policy, now)[0]
    interview = interview_named(application, policy, now, interview_id=interview_id, round_=round_)
    return interview_sheet(application, interview, events, policy, now)


def interview_named(
    application: Application,
    policy: Policy,
    now: datetime,
    *,
    interview_id: int | None = None,
    round_: int | None = None,
) -> Interview:
    """Return the interview of that id or round, else the one whose sheet is wanted most: see `chosen_interview`.

    Raises:
        RefusedError: there is none.
    """
    interview = application.interview(interview_id) or chosen_interview(application, policy, now, round_)
    if interview is not None:
        return interview
    if round_ is not None:
        raise RefusedError(f"There is no round {round_} at {application.company}.", can_override=False)
    raise RefusedError(f"No interview at {application.company} is planned or on record yet.", can_override=False)


def sheet_mail(sheet: InterviewSheet, me: Me, now: datetime) -> EmailMessage:
    """Return a sheet as a mail from the user to themselves: nobody else is ever written to with one.

    Raises:
        DeliveryError: they have given no address of theirs, or one that cannot be used.
    """
    from app.letters.mail_message import message_for, new_message_id

    if not me.email:
        raise DeliveryError("Your own email address isn't set. Add it to your details, then try again.")
    subject = f"Interview sheet: {sheet.company}, round {sheet.round}"
    if len(subject) > _LONGEST_SUBJECT:
        subject = f"{subject[: _LONGEST_SUBJECT - 1]}…"
    letter = Letter(subject=subject, body=plain_text(on_paper(sheet)))
    return message_for(letter, None, me.email, me, now, new_message_id(me))


def hand_to_mail_program(sheet: InterviewSheet, me: Me, now: datetime, folder: Path, instead: str) -> None:
    """Open a sheet in the user's mail program, addressed to themselves.

    Args:
        folder: where its draft goes if it does not fit a link.
        instead: what to do where that fails, a sentence.

    Raises:
        DeliveryError: they have no address, or no mail program could be opened.
    """
    from app.letters.mail_program import open_in_mail_program

    message = sheet_mail(sheet, me, now)
    try:
        open_in_mail_program(message, folder)
    except DeliveryError:
        raise DeliveryError(f"No mail program could be opened on this computer. {instead}") from None
