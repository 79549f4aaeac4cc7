"""Composing a letter from what is stored, and whether a draft still says what would be written now."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Letter, Me
from app.etiquette.text import clean, clean_lines
from app.etiquette.time.dates import local_day
from app.hunt.verbs.drafting import COMPOSED
from app.letters.composing import Composed, compose
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


class Renewal(NamedTuple):
    """A draft that is out of date: what would be written now, and whether nobody has typed in it."""

    composed: Composed
    is_untouched: bool


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
    )


def renewal(connection: sqlite3.Connection, wanted: Wanted, draft: Letter, now: datetime) -> Renewal | None:
    """Return the text that would replace a draft; None if the draft is not out of date.

    A draft in which nobody has typed is out of date as soon as it would be written otherwise. What the user has edited
    is when time alone would have it written otherwise since then.
    """
    deadline = None
    if wanted.kind is Kind.COMPETING_OFFER:
        deadline = other_deadline(connection, wanted.application, wanted.policy, now)
        if deadline is None:
            return None  # the day was typed by the user, or is a blank
    fresh = composed(wanted, now, deadline)
    if _text(fresh) == (draft.subject, draft.body) or draft.written is None:
        return None
    before = composed(wanted, draft.written, deadline)
    is_untouched = _text(before) == (draft.subject, draft.body)
    is_untouched = is_untouched or letters.is_as_composed(connection, draft.version, COMPOSED)
    if not is_untouched and _text(before) == _text(fresh):
        return None
    return Renewal(fresh, is_untouched)


def wanted_again(draft: Letter, application: Application, me: Me, policy: Policy, templates: Path) -> Wanted:
    """Return what a draft was composed from, as far as its record shows, without the letter itself."""
    others = tuple(letter for letter in application.letters if letter.id != draft.id)
    return Wanted(replace(application, letters=others), draft.kind, draft.to, draft.interview, me, policy, templates)


def _text(text: Composed) -> tuple[str, str]:
    return clean(text.subject), clean_lines(text.body)
