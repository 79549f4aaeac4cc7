"""A search with an application in each standing, and every verb on it: as a form of the dashboard fills it in, and as
it is typed on the command line."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Decision, Me, OutcomeKind, StepName
from app.etiquette.steps.next_steps import Step, settled_steps
from app.hunt.changes import Change, Verb, When
from app.hunt.hunt import Done, Hunt
from app.hunt.typed import verbs
from app.hunt.typed.reader import Reader
from app.hunt.verbs import answers, interviews, letters
from tests.storage.hunts import NOW, SETTINGS, add, log_interview, open_hunt

_MACHINE = re.compile(r"(?<=\+00:00 )[0-9a-f]{12}")
"""At the end of a stamp."""
NORTHWIND, CONTOSO, ADATUM, FABRIKAM, BAECKEREI = range(1, 6)
READER = Reader(NOW, SETTINGS.policy, SETTINGS.month_first)
NO_DETAILS = dict.fromkeys(("location", "url", "salary", "source", "priority", "notes", "tone"), "")
NO_INTERVIEW = dict.fromkeys(("starts", "length", "names", "kind", "location", "timezone", "noted"), "")
NO_REPLY = dict.fromkeys(("text", "reply_by", "at", "away"), "")
NO_OUTCOME = {"decide_by": "", "note": ""}


def write(path: Path) -> None:
    """Write the search: interviewed with a letter drafted, applied, with an offer, with a round ahead, waiting."""
    hunt = open_hunt(path)
    hunt.set_me(Me("Robin Vale", "robin@mail.example", ""))
    for company, role in (
        ("Northwind", "Data Engineer"),
        ("Contoso", "Platform Engineer"),
        ("Adatum", "Analyst"),
        ("Fabrikam", "Writer"),
        ("Bäckerei Süd", "Baker"),
    ):
        add(hunt, company, role)
    log_interview(hunt, NORTHWIND, names="Dana Lee <dana@northwind.example>, Omar Haddad")
    log_interview(hunt, ADATUM, hours_ago=300)
    hunt.do(ADATUM, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER))
    starts = NOW + timedelta(days=2)
    hunt.do(FABRIKAM, lambda a, when: interviews.planned(a, when, starts=starts, names="Ana Ruiz"))
    log_interview(hunt, BAECKEREI, hours_ago=100, names="Ute Grün")
    thanked = NOW - timedelta(hours=96)
    hunt.do(
        BAECKEREI,
        lambda a, when: letters.written_elsewhere(
            a, when, Kind.THANK_YOU, a.people[0].id, sent=thanked, interview=a.interviews[0].id
        ),
    )
    hunt.do(BAECKEREI, lambda a, when: answers.reply_by_set(a, when, date(2026, 12, 4)))
    body = "Dear Omar,\n\nThank you for the talk. I liked [what you liked].\n\nRobin Vale"
    hunt.do(
        NORTHWIND,
        lambda a, when: letters.drafted(
            a, when, Kind.THANK_YOU, a.people[1].id, "Thank you, Omar", body, interview=a.interviews[0].id
        ),
    )


class Case(NamedTuple):
    """One thing that happens."""

    typed: Sequence[str]
    """The arguments of the command."""
    by_key: Callable[[Hunt], Done]
    """What the key does with the same words in its form."""
    says: str
    """How the command tells it."""


def step_named(hunt: Hunt, application_id: int, name: StepName, person: str) -> Step:
    """Return a step as the due list has it."""

    def named(application: Application, when: When) -> Step:
        steps = settled_steps(application, when.policy, when.now, when.company)
        return next(s for s in steps if s.name is name and application.addressee(s.person) == person)

    return hunt.ask(application_id, named)


def _on_step(application_id: int, name: StepName, person: str, verb: Callable[[Step], Verb]) -> Callable[[Hunt], Done]:
    return lambda hunt: hunt.do(application_id, verb(step_named(hunt, application_id, name, person)))


def _sent(application_id: int, place: int, kind: Kind, **more: str) -> Callable[[Hunt], Done]:
    return lambda hunt: hunt.do(
        application_id,
        lambda a, when: letters.written_elsewhere(
            a, when, kind, a.people[place].id, interview=a.interviews[0].id, sent=when.now, **more
        ),
    )


def _draft_sent(hunt: Hunt) -> Done:
    def verb(application: Application, when: When) -> Change:
        draft = application.letters[0]
        return letters.letter_sent(application, when, draft.id, letters.ELSEWHERE, went=draft)

    return hunt.do(NORTHWIND, verb)


# fmt: off
CASES: dict[str, Case] = {
    "added": Case(
        ("add", "Tailspin", "Site", "Engineer", "--applied", "yesterday", "--priority", "high", "--tone", "warm"),
        lambda hunt: hunt.add(verbs.added(READER, NO_DETAILS | {
            "company": "Tailspin", "role": "Site Engineer", "applied_on": "yesterday", "priority": "high",
            "tone": "warm"})),
        "Added Tailspin (applied Mon, Nov 23, yesterday)."),
    "planned": Case(
        ("interview", "contoso", "fri", "14:00", "--with", "Ana Ruiz", "--for", "45 min", "--kind", "video"),
        lambda hunt: hunt.do(CONTOSO, verbs.planned(READER, NO_INTERVIEW | {
            "starts": "fri 14:00", "names": "Ana Ruiz", "length": "45 min", "kind": "video"})),
        "Planned round 1 at Contoso (Fri, Nov 27 at 2:00 PM, in 3 days)."),
    "planned in their zone": Case(
        ("interview", "contoso", "--zone", "PT", "fri", "9am"),
        lambda hunt: hunt.do(CONTOSO, verbs.planned(READER, NO_INTERVIEW | {"starts": "fri 9am", "timezone": "PT"})),
        "Planned round 1 at Contoso (Fri, Nov 27 at 9:00 AM in Los Angeles, 6:00 PM your time)."),
    "planned on a day": Case(
        ("interview", "contoso", "dec", "4"),
        lambda hunt: hunt.do(CONTOSO, verbs.planned(READER, NO_INTERVIEW | {"starts": "dec 4"})),
        "Planned round 1 at Contoso (Fri, Dec 4, in 10 days, time not known yet)."),
    "logged on a day": Case(
        ("interview", "contoso", "yesterday"),
        lambda hunt: hunt.do(CONTOSO, verbs.planned(READER, NO_INTERVIEW | {"starts": "yesterday"})),
        "Logged round 1 at Contoso (Mon, Nov 23, yesterday, no time given)."),
    "moved": Case(
        ("interview", "fabrikam", "--move", "mon", "9:00"),
        lambda hunt: hunt.do(FABRIKAM, lambda a, when: interviews.edited(
            a, when, a.interviews[0].id, starts=datetime(2026, 11, 30, 8, tzinfo=UTC), day_only=False)),
        "Moved round 1 at Fabrikam (Mon, Nov 30 at 9:00 AM, in 6 days)."),
    "canceled": Case(
        ("interview", "fabrikam", "--canceled"),
        lambda hunt: hunt.do(FABRIKAM, lambda a, when: interviews.cancelled(a, when, a.interviews[0].id)),
        "Canceled round 1 at Fabrikam."),
    "missed": Case(
        ("interview", "northwind", "--missed", "--yes"),
        lambda hunt: hunt.do(NORTHWIND, lambda a, when: interviews.missed(a, when, a.interviews[0].id)),
        "Missed interview: round 1 at Northwind."),
    "replied": Case(
        ("replied", "sud", "Two more weeks,", "please", "--by", "in 2 weeks", "--when", "yesterday"),
        lambda hunt: hunt.do(BAECKEREI, verbs.replied(READER, NO_REPLY | {
            "text": "Two more weeks, please", "reply_by": "in 2 weeks", "at": "yesterday"})),
        "Logged a reply from Bäckerei Süd (they will decide by Tue, Dec 8, in 14 days)."),
    "away": Case(
        ("replied", "BACKEREI", "--away", "next monday"),
        lambda hunt: hunt.do(BAECKEREI, verbs.replied(READER, NO_REPLY | {"away": "next monday"})),
        "Away until Mon, Nov 30: an out-of-office note, not a reply."),
    "an offer": Case(
        ("outcome", "contoso", "offer", "--by", "dec 4", "--note", "90k"),
        lambda hunt: hunt.do(CONTOSO, verbs.ended(READER, OutcomeKind.OFFER, {"decide_by": "dec 4", "note": "90k"})),
        "Offer: Contoso (decide by Fri, Dec 4, in 10 days; no time given, so until 5:00 PM)."),
    "an offer until noon": Case(
        ("outcome", "contoso", "offer", "--by", "monday noon"),
        lambda hunt: hunt.do(CONTOSO, verbs.ended(READER, OutcomeKind.OFFER, {"decide_by": "mon 12:00", "note": ""})),
        "Offer: Contoso (decide by Mon, Nov 30 at 12:00 PM, in 6 days)."),
    "rejected": Case(
        ("outcome", "platform", "rejected"),
        lambda hunt: hunt.do(CONTOSO, verbs.ended(READER, OutcomeKind.REJECTED, NO_OUTCOME)),
        "Rejected: Contoso."),
    "withdrew": Case(
        ("outcome", "platform", "withdrew"),
        lambda hunt: hunt.do(CONTOSO, verbs.ended(READER, OutcomeKind.WITHDRAWN, NO_OUTCOME)),
        "Withdrawn: Contoso.\nTell them? afterword draft Contoso --kind withdrawal writes the letter."),
    "accepted": Case(
        ("outcome", "adatum", "accepted"),
        lambda hunt: hunt.do(ADATUM, lambda a, when: answers.offer_decided(a, when, Decision.ACCEPTED)),
        "Offer accepted: Adatum."),
    "reopened": Case(
        ("reopen", "adatum"),
        lambda hunt: hunt.do(ADATUM, answers.reopened),
        "Reopened Adatum."),
    "noted": Case(
        ("note", "contoso", "they", "moved", "the office"),
        lambda hunt: hunt.do(CONTOSO, verbs.noted("they moved the office")),
        "Added a note on Contoso."),
    "sent, with nothing drafted": Case(
        ("sent", "northwind", "--to", "dana"),
        _sent(NORTHWIND, 0, Kind.THANK_YOU),
        "Sent: Thank-you to Dana Lee."),
    "sent as drafted": Case(
        ("sent", "northwind", "--to", "omar", "--yes"),
        _draft_sent,
        "Sent: Thank-you to Omar Haddad."),
    "snoozed to the next business day": Case(
        ("snooze", "northwind", "--to", "dana"),
        _on_step(NORTHWIND, StepName.THANK, "Dana Lee", lambda step: verbs.snoozed(step, READER.until(""))),
        "Snoozed until Wed, Nov 25 at 9:00 AM: Thank Dana Lee."),
    "snoozed to a moment": Case(
        ("snooze", "northwind", "--to", "dana", "fri", "14:00"),
        _on_step(NORTHWIND, StepName.THANK, "Dana Lee", lambda step: verbs.snoozed(step, READER.until("fri 14:00"))),
        "Snoozed until Fri, Nov 27 at 2:00 PM: Thank Dana Lee."),
    "snoozed for days": Case(
        ("snooze", "northwind", "3", "--to", "dana"),
        _on_step(NORTHWIND, StepName.THANK, "Dana Lee", lambda step: verbs.snoozed(step, READER.until("3"))),
        "Snoozed until Fri, Nov 27 at 9:00 AM: Thank Dana Lee."),
    "skipped": Case(
        ("skip", "northwind", "--to", "omar", "we", "spoke"),
        _on_step(NORTHWIND, StepName.THANK, "Omar Haddad", lambda step: verbs.skipped(step, "we spoke")),
        "Skipped: Thank Omar Haddad (we spoke)."),
    "undone": Case(("undo",), lambda hunt: hunt.undo(), "Undone: Drafted a letter to Omar Haddad."),
}
# fmt: on
"""What happens -> it, both ways."""


def stored(path: Path) -> dict[str, list[dict[str, object]]]:
    """Return every row of a database, but for the names that are made anew for each: uids, and those of machines."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: [
                {name: _nameless(row[name]) for name in row.keys() if name not in ("uid", "hunt_uid")}  # noqa: SIM118
                for row in connection.execute(f"SELECT * FROM {table}")
            ]
            for table in tables
            if table != "machine"
        }


def _nameless(value: object) -> object:
    """Return a value without the machine at the end of a stamp."""
    return _MACHINE.sub("", value) if isinstance(value, str) else value
