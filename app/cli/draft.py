"""`afterword draft`: the letter that the next step calls for, on standard output. It stores and sends nothing."""

from __future__ import annotations

import json
import sqlite3
import sys
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

from app import locations, settings
from app.cli.main import DONE, REFUSED, WRONG_USE, complain, say
from app.etiquette.errors import RefusedError
from app.etiquette.letter_kinds import DEMANDS, OFFER_ANSWERS, Kind, Tone
from app.etiquette.records import Application, Letter, LetterStatus, Person, StepName
from app.etiquette.state.settling import settle
from app.etiquette.steps.next_steps import Step, settled_steps
from app.etiquette.steps.restraints import restraint
from app.etiquette.steps.wording import say_what
from app.etiquette.text import clean
from app.etiquette.time.dates import local_day, say_moment
from app.hunt import drafts
from app.hunt.due import company_of, others_of
from app.hunt.matching import matching, people_matching
from app.letters.composing import Beside, Composed
from app.settings import Settings
from app.storage import reading
from app.storage.readers import opened_reader


class NotOneError(RefusedError):
    """More than one thing matches. `candidates` are listed below the sentence."""

    def __init__(self, sentence: str, candidates: list[str]):
        super().__init__(sentence, can_override=False)
        self.candidates = candidates


def run(options: SimpleNamespace) -> int:
    """Print the letter and return the exit code: 1 when there is none to write, with the reason."""
    if options.kind is not None and options.kind not in set(Kind):
        complain(f"--kind: {options.kind} is not a kind of letter. Choose one of: {', '.join(Kind)}.")
        return WRONG_USE
    set_, now = settings.load(), settings.clock_now()
    with opened_reader(locations.database_file(options.db)) as connection:
        if connection is None:
            raise RefusedError("There are no applications yet.", can_override=False)
        try:
            application = _application(connection, options.match)
            return _write(connection, application, options, set_, now)
        except NotOneError as error:
            complain(str(error))
            for candidate in error.candidates:
                print(f"  {clean(candidate)}", file=sys.stderr)
            return REFUSED


def _write(
    connection: sqlite3.Connection, application: Application, options: SimpleNamespace, set_: Settings, now: datetime
) -> int:
    others = company_of(application, others_of(connection, [application.company]))
    application = settle(application, set_.policy, now)[0]
    person = _person(application, options.to) if options.to else None
    if options.kind:
        kind = Kind(options.kind)
        refused = restraint(application, kind, set_.policy, now, others)
        if refused is not None:
            raise refused
        to, interview = person.id if person else _usual_reader(application), None
    else:
        step = _step(application, settled_steps(application, set_.policy, now, others), person, set_, now)
        assert step.kind is not None
        kind, to, interview = step.kind, step.person if person is None else person.id, step.interview
    if options.tone:
        application = replace(application, tone=Tone(options.tone))
    text = _composed(connection, application, (kind, to, interview), set_, now)
    if options.json:
        print(json.dumps(_document(application, kind, to, text), indent=2, ensure_ascii=False))
    else:
        say(f"Subject: {text.subject}\n\n{text.body.rstrip()}")
    return DONE


def _application(connection: sqlite3.Connection, words: str) -> Application:
    hits = matching(reading.all_applications(connection, bodies=False), words)
    if not hits:
        raise RefusedError(f"No company or role matches “{words}”.", can_override=False)
    if len(hits) > 1:
        candidates = [f"{hit.company}, {hit.role}" for hit in hits]
        raise NotOneError(f"“{words}” matches {len(hits)} applications. Add a word of the one you mean:", candidates)
    return reading.application(connection, hits[0].id)


def _person(application: Application, words: str) -> Person:
    hits = people_matching(application.people, words)
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise NotOneError(f"--to: “{words}” matches {len(hits)} people:", [person.name for person in hits])
    everyone = [person.name for person in application.people]
    if not everyone:
        raise RefusedError(f"--to: nobody is recorded at {application.company}.", can_override=False)
    raise NotOneError(f"--to: nobody at {application.company} is called “{words}”. There are:", everyone)


def _usual_reader(application: Application) -> int | None:
    """Return who was met last, else the first person there is."""
    met = [person for interview in application.interviews for person in interview.met]
    return met[-1] if met else application.people[0].id if application.people else None


def _step(application: Application, steps: list[Step], person: Person | None, set_: Settings, now: datetime) -> Step:
    """Return the most urgent step that calls for a letter.

    Raises:
        RefusedError: there is none yet, or none at all; or an offer waits for an answer that only the user knows.
    """
    zone, today = set_.policy.zone, local_day(now, set_.policy.zone)
    calling = [step for step in steps if step.kind and (person is None or step.person in (None, person.id))]
    open_now = [step for step in calling if step.is_now and step.snoozed_until is None]
    if open_now and open_now[0].name is StepName.DECIDE_OFFER:
        answers = ", ".join(sorted(OFFER_ANSWERS - {Kind.OFFER_THANKS}))
        raise RefusedError(f"The offer waits for your answer. Say which with --kind: {answers}.", can_override=False)
    if open_now:
        return open_now[0]
    whom = person.name if person else application.company
    if not calling:
        raise RefusedError(f"Nothing to write to {whom}: no step calls for a letter.", can_override=False)
    first = min(calling, key=lambda step: step.snoozed_until or step.opens)
    opens = first.snoozed_until or first.opens
    what = say_what(first, application.addressee(first.person))
    raise RefusedError(
        f"Nothing to write to {whom} yet. {what}: from {say_moment(opens, now, zone)}. {first.reason_on(today)}",
        until=opens,
        can_override=False,
    )


def _composed(
    connection: sqlite3.Connection,
    application: Application,
    what: tuple[Kind, int | None, int | None],
    set_: Settings,
    now: datetime,
) -> Composed:
    kind, to, interview = what
    mine = next((letter for letter in reversed(application.letters) if _is_draft_of(letter, kind, to)), None)
    around = tuple(letter for letter in application.letters if letter is not mine)
    wanted = drafts.Wanted(
        replace(application, letters=around),
        kind,
        to,
        interview,
        reading.me(connection),
        set_.policy,
        locations.templates_folder(),
        set_.letter,
        Beside(draft=mine.body if mine else ""),
    )
    deadline = None
    if kind is Kind.COMPETING_OFFER:
        deadline = drafts.other_deadline(connection, application, set_.policy, now)
    return drafts.composed(drafts.beside_others(connection, wanted, now), now, deadline)


def _is_draft_of(letter: Letter, kind: Kind, to: int | None) -> bool:
    return letter.status is LetterStatus.DRAFT and (letter.kind, letter.to) == (kind, to)


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
