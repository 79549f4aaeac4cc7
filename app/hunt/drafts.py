"""Composing a letter from what is stored, and whether a draft still says what would be written now."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from app.etiquette.letter_kinds import Kind
from app.etiquette.letter_style import Style
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Letter, Me
from app.etiquette.state.settling import settle
from app.etiquette.steps.overtaken import overtaken
from app.etiquette.text import clean, clean_lines
from app.etiquette.time.dates import add_time, local_day
from app.hunt.due import company_of, others_of
from app.hunt.verbs.drafting import COMPOSED
from app.letters.composing import Beside, Composed, compose
from app.letters.merging import merged
from app.storage import letters


class Wanted(NamedTuple):
    """A letter that is to be composed: of which kind, to whom, about which round, signed by whom."""

    application: Application
    kind: Kind
    person: int | None
    interview: int | None
    me: Me
    policy: Policy
    templates: Path
    style: Style = Style()
    beside: Beside = Beside()


class Renewal(NamedTuple):
    """A draft of an earlier day looked over: what would be written now, and what happened meanwhile."""

    composed: Composed | None
    """The text that would take its place, around what the user typed; None: it would stay as it is."""
    is_untouched: bool
    """Whether nobody has typed in it."""
    reasons: tuple[str, ...] = ()
    """What the user should know before it goes, a sentence each."""


UNLIKE_FOR = timedelta(days=14)
"""For how long a letter is not written like another, to whichever company."""


def beside_others(connection: sqlite3.Connection, wanted: Wanted, now: datetime) -> Wanted:
    """Return the letter that is wanted, with what else is going on: the letters to other companies that it should not
    be like, and whether an offer of theirs was accepted."""
    others = lately_elsewhere(connection, wanted.application.id, now)
    return wanted._replace(beside=Beside(others, wanted.beside.draft, _accepted_elsewhere(connection, wanted)))


def _accepted_elsewhere(connection: sqlite3.Connection, wanted: Wanted) -> bool:
    application = wanted.application
    return company_of(application, others_of(connection, [application.company])).offer_accepted is not None


def lately_elsewhere(connection: sqlite3.Connection, application_id: int, now: datetime) -> tuple[str, ...]:
    """Return the texts that were written lately for other applications."""
    return letters.bodies_since(connection, application_id, add_time(now, -UNLIKE_FOR))


def other_deadline(
    connection: sqlite3.Connection, application: Application, policy: Policy, now: datetime
) -> date | None:
    """Return the first day by which another offer has to be answered; None if there is no such day."""
    return letters.first_offer_to_answer(connection, application.id, local_day(now, policy.zone))


def composed(wanted: Wanted, now: datetime, deadline: date | None = None) -> Composed:
    """Return a letter's text as composed at `now`.

    Raises:
        TemplateFileError: the user's own template is wrong.
    """
    return compose(
        wanted.application,
        wanted.kind,
        wanted.person,
        wanted.me,
        wanted.policy,
        now,
        wanted.templates,
        wanted.interview,
        deadline=deadline,
        style=wanted.style,
        beside=wanted.beside,
    )


def renewal(connection: sqlite3.Connection, wanted: Wanted, draft: Letter, now: datetime) -> Renewal | None:
    """Return the text that would replace a draft; None if the draft is not out of date.

    A draft in which nobody has typed is out of date as soon as it would be written otherwise. What the user has edited
    is when time alone would have it written otherwise since then; what they typed stays in what is written now.
    """
    reasons = overtaken(settle(wanted.application, wanted.policy, now)[0], draft, wanted.policy, now)
    fresh = _fresh(connection, wanted, draft, now)
    return fresh._replace(reasons=reasons) if fresh else Renewal(None, False, reasons) if reasons else None


def _fresh(connection: sqlite3.Connection, wanted: Wanted, draft: Letter, now: datetime) -> Renewal | None:
    """Return what would be written in place of a draft; None when it would be written as it is."""
    deadline = None
    if wanted.kind is Kind.COMPETING_OFFER:
        deadline = other_deadline(connection, wanted.application, wanted.policy, now)
        if deadline is None:
            return None  # the day was typed by the user, or is a blank
    accepted = _accepted_elsewhere(connection, wanted)
    wanted = wanted._replace(
        beside=Beside((), draft.body, accepted)
    )  # it keeps its build, whatever was written meanwhile
    fresh = composed(wanted, now, deadline)
    if _text(fresh) == (draft.subject, draft.body) or draft.written is None:
        return None
    before = composed(wanted, draft.written, deadline)
    if _text(before) == (draft.subject, draft.body) or is_untouched(connection, draft):
        return Renewal(fresh, is_untouched=True)
    subject = fresh.subject if draft.subject == clean(before.subject) else draft.subject
    body = merged(clean_lines(before.body), draft.body, clean_lines(fresh.body))
    if (subject, body) == (draft.subject, draft.body):
        return None
    return Renewal(replace(fresh, subject=subject, body=body), is_untouched=False)


def is_untouched(connection: sqlite3.Connection, draft: Letter) -> bool:
    """Return whether a draft was written by the program and nobody has typed in it since."""
    return letters.is_as_composed(connection, draft.version, COMPOSED)


def wanted_again(
    draft: Letter, application: Application, me: Me, policy: Policy, templates: Path, style: Style
) -> Wanted:
    """Return what a draft was composed from, as far as its record shows, without the letter itself."""
    others = tuple(letter for letter in application.letters if letter.id != draft.id)
    around = replace(application, letters=others)
    return Wanted(around, draft.kind, draft.to, draft.interview, me, policy, templates, style)


def _text(text: Composed) -> tuple[str, str]:
    return clean(text.subject), clean_lines(text.body)
