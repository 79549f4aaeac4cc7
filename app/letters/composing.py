"""Compose a letter from an application: the interview it is about, the thread it answers, and its text.

The records fill the kind's template (`template_names.py` has the names it may use); what they lack stays a visible
blank. Knows no storage, no clock and no screen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from operator import attrgetter
from pathlib import Path

from app.etiquette.from_them import Reply
from app.etiquette.letter_kinds import DEMANDS, FOLLOW_UPS, THANKS, Kind
from app.etiquette.letter_style import Style
from app.etiquette.names import kept_apart
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Me
from app.letters import subjects
from app.letters.builds import fitting, spare
from app.letters.choosing import chosen
from app.letters.occasion import Occasion
from app.letters.salutation import to_people
from app.letters.template_names import template_names
from app.letters.templating import Letters


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


@dataclass(frozen=True, slots=True)
class Beside:
    """What a letter is chosen beside: letters that it should not be alike to, and the draft whose place it takes."""

    others: tuple[str, ...] = ()
    """Bodies of what the user wrote elsewhere within the last two weeks; those of the application are known."""
    draft: str = ""
    accepted_elsewhere: bool = False
    """Whether another company's offer was accepted, so that this one's job is no longer wanted (ETIQUETTE 2.30)."""


_PLAIN, _NOTHING = Style(), Beside()


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
    style: Style = _PLAIN,
    beside: Beside = _NOTHING,
) -> Composed:
    """Return the letter of that kind to a person (None: to nobody by name).

    Args:
        templates_folder: the user's own `KIND.j2` files, each of which overrides ours.
        interview_id: the round it is about; None picks the last one that fits the kind and the person.
        deadline: the day by which another offer has to be answered (competing_offer).
        style: the user's; the application's own tone comes before its tone.
        beside: which build is taken depends on it (`choosing.py`).

    Raises:
        TemplateFileError: the template is wrong; the sentence names file and line.
    """
    style = replace(style, tone=application.tone or style.tone)
    application = replace(application, people=tuple(map(kept_apart, application.people)))
    person = application.person(person_id)
    interview = interview_for(application, kind, person_id, now, interview_id)
    occasion = Occasion(
        application, person, interview, me, policy, now, deadline, style, beside.accepted_elsewhere and kind in THANKS
    )
    names = template_names(occasion)
    if DEMANDS[kind].names_all and occasion.met and occasion.was_in_the_room:
        names["greeting"] = to_people(occasion.met, style.tone, style.english)
    letters = Letters(f"{kind}.j2", templates_folder, style.english)
    builds = letters.builds()
    text = chosen(
        fitting(builds, style.tone, occasion.name),
        application.id + occasion.place,
        lambda build: letters.render(build, names),
        [*beside.others, *(letter.body for letter in application.letters if letter.body.strip())],
        beside.draft,
        spare(builds, style.tone, occasion.name),
    )
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
        return application.interview(interview_id)
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
        if (reply.subject or reply.message_id) and reply.is_answer and person_id in (None, reply.person)
    ]
    return max(mails, key=attrgetter("at"), default=None)
