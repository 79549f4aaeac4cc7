"""`afterword draft`: the letter that the next step calls for, on standard output; what the user typed stays.

It stores and sends nothing.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

from app import locations
from app.cli.json_output import print_json
from app.cli.letter_meant import LetterMeant, kind_problem, letter_meant
from app.cli.main import DONE, say
from app.cli.recording import Search, misuse, refuse
from app.etiquette.errors import AfterwordError
from app.etiquette.letter_kinds import DEMANDS, Kind, Tone
from app.etiquette.records import Application, Letter
from app.etiquette.steps.restraints import restraint
from app.hunt import drafts
from app.letters.composing import Beside, Composed
from app.settings import Settings
from app.storage import reading
from app.storage.readers import opened_reader

_BLANK = re.compile(r"\[[^][\n]+]")


def run(options: SimpleNamespace) -> int:
    """Print the letter and return the exit code: 1 when there is none to write, with the reason."""
    if problem := kind_problem(options.kind):
        return misuse(problem, options)
    try:
        return _write(Search(options))
    except AfterwordError as error:
        return refuse(error, options)


def _write(search: Search) -> int:
    options, prefs, now = search.options, search.prefs, search.reader.now
    standing = search.standing(search.application())
    application = standing.application
    if options.kind:
        refused = restraint(application, Kind(options.kind), prefs.policy, now, standing.company)
        if refused is not None:
            raise refused
    meant = letter_meant(search, standing, asks_which=False)
    if options.tone:
        application = replace(application, tone=Tone(options.tone))
    with opened_reader(search.database) as connection:
        assert connection is not None
        draft = meant.draft_in(application)
        mine = None if options.tone else _typed(connection, draft)
        text = mine or _composed(connection, application, meant, draft, prefs, now)
    if options.json:
        print_json(_document(application, meant.kind, meant.to, text), sys.stdout)
    else:
        say(f"Subject: {text.subject}\n\n{text.body.rstrip()}")
    return DONE


def _typed(connection: sqlite3.Connection, draft: Letter | None) -> Composed | None:
    """Return a draft in which the user has typed, None for any other: that is composed as it would be written now."""
    if draft is None or drafts.is_untouched(connection, draft):
        return None
    blanks = tuple(match.span() for match in _BLANK.finditer(draft.body))
    return Composed(draft.subject, draft.body, blanks, draft.thread_subject, draft.in_reply_to)


def _composed(
    connection: sqlite3.Connection,
    application: Application,
    meant: LetterMeant,
    draft: Letter | None,
    set_: Settings,
    now: datetime,
) -> Composed:
    around = tuple(letter for letter in application.letters if letter is not draft)
    wanted = drafts.Wanted(
        replace(application, letters=around),
        meant.kind,
        meant.to,
        meant.interview,
        reading.me(connection),
        set_.policy,
        locations.templates_folder(),
        set_.letter,
        Beside(draft=draft.body if draft else ""),
    )
    deadline = None
    if meant.kind is Kind.COMPETING_OFFER:
        deadline = drafts.other_deadline(connection, application, set_.policy, now)
    return drafts.composed(drafts.beside_others(connection, wanted, now), now, deadline)


def _document(application: Application, kind: Kind, to: int | None, text: Composed) -> dict[str, object]:
    person = application.person(to)
    return {
        "application_id": application.id,
        "company": application.company,
        "role": application.role,
        "kind": kind.value,
        "title": DEMANDS[kind].title,
        "to": person.name if person else None,
        "email": (person.email or None) if person else None,
        "subject": text.subject,
        "body": text.body,
        "blanks": [{"start": start, "end": end, "text": text.body[start:end]} for start, end in text.blanks],
        "in_reply_to": text.in_reply_to or None,
    }
