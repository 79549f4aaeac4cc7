"""Compose a letter from an application: the interview it is about, the thread it answers, and its text.

The records fill the kind's template (`template_names.py` has the names it may use); what they lack stays a visible
blank. Knows no storage, no clock and no screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from pathlib import Path

from app.etiquette.letter_kinds import DEMANDS, FOLLOW_UPS, Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Me, Reply
from app.letters import subjects
from app.letters.salutation import called
from app.letters.template_names import Occasion, listed, template_names
from app.letters.templating import render


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter's text, ready to become a draft."""

    subject: str
    body: str
    blanks: tuple[tuple[int, int], ...] = ()
    """Ranges (start, end) of the body that are still to be written, in order, brackets included."""
    thread_subject: str = ""
    """The subject of their mail that it answers, "" when it starts a thread."""
    in_reply_to: str = ""
    """That mail's Message-ID, "" when not known."""


def compose(
    application: Application,
    kind: Kind,
    person_id: int | None,
    me: Me,
    policy: Policy,
    now: datetime,
    templates_folder: Path | None = None,
    interview_id: int | None = None,
    *,
    deadline: date | None = None,
) -> Composed:
    """Return the letter of that kind to a person (None: to nobody by name).

    Args:
        templates_folder: the user's own `KIND.j2` files, each of which overrides ours.
        interview_id: the round it is about; None picks the last one that fits the kind and the person.
        deadline: the day by which another offer has to be answered (competing_offer).

    Raises:
        TemplateFileError: the template is wrong; the sentence names file and line.
    """
    person = application.person(person_id)
    interview = interview_for(application, kind, person_id, now, interview_id)
    occasion = Occasion(application, person, interview, me, policy, now, deadline)
    names = template_names(occasion)
    met = [
        interviewer
        for interviewer in map(application.person, interview.met if interview else ())
        if interviewer is not None
    ]
    if DEMANDS[kind].names_all and met:
        names["greeting"] = f"Dear {listed([called(interviewer) for interviewer in met])},"
    text = render(f"{kind}.j2", names, templates_folder)
    mail = _answered_mail(application, kind, person_id)
    subject = subjects.answering(mail.subject) if mail and mail.subject else ""
    return Composed(
        subject or subjects.fitted(text.subject, application.role),
        text.body,
        text.blanks,
        mail.subject if mail else "",
        mail.message_id if mail else "",
    )


def interview_for(
    application: Application, kind: Kind, person_id: int | None, now: datetime, interview_id: int | None = None
) -> Interview | None:
    """Return the interview a letter is about: the one asked for, else the last that began, with the person if any."""
    if interview_id is not None:
        return next((interview for interview in application.interviews if interview.id == interview_id), None)
    begun = [
        interview
        for interview in sorted(application.interviews, key=attrgetter("starts"))
        if interview.starts <= now and interview.status is not InterviewStatus.CANCELLED
    ]
    missed = [interview for interview in begun if interview.status is InterviewStatus.MISSED]
    fitting = (
        missed if kind is Kind.MISSED_CALL and missed else [interview for interview in begun if interview not in missed]
    )
    with_person = [interview for interview in fitting if person_id in interview.met]
    return next(reversed(with_person or fitting), None)


def _answered_mail(application: Application, kind: Kind, person_id: int | None) -> Reply | None:
    """Return the mail that the letter answers: the last from that person, out-of-office notes aside."""
    if not (DEMANDS[kind].is_reply or kind in FOLLOW_UPS):
        return None
    mails = [
        reply
        for reply in application.replies
        if (reply.subject or reply.message_id) and reply.away_until is None and person_id in (None, reply.person)
    ]
    return max(mails, key=attrgetter("at"), default=None)
