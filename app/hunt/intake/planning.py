"""Plans an import: files read, compared with what is there, proposals made. Reads the database, changes nothing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from app.etiquette.errors import AfterwordError, ImportFileError
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Me
from app.etiquette.state.completing import complete
from app.etiquette.state.settling import settle
from app.etiquette.text import folded
from app.exchange.found import FoundFile, SheetChoices, TakenRow
from app.exchange.json_.reading import Told, Whole, with_added
from app.exchange.reading import NO_CHOICES, read_file
from app.hunt.changes import Change, Verb, When
from app.hunt.gathering import Source, sources
from app.hunt.intake import sheet_rows
from app.hunt.intake.exported import Exported
from app.hunt.intake.from_calendar import Invited
from app.hunt.intake.from_mail import Mailed, doubt_of
from app.hunt.intake.own_addresses import own_addresses
from app.hunt.intake.plan import Change as Changed
from app.hunt.intake.plan import Fate, Line, Plan
from app.hunt.intake.proposing import Answers, Proposing
from app.hunt.intake.roster import Roster
from app.storage import reading
from app.storage.readers import opened_reader

_AT_ONCE = 50
"""Applications of an export of ours compared between two looks at whether it was called off."""
Progress = Callable[[str, int, int], None]
"""Told what is going on, how much is done and how much there is."""


class CancelledError(AfterwordError):
    """The user called it off; nothing was changed."""


def untold(_what: str, _done: int, _all: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user has said about an import so far."""

    sheets: Mapping[str, SheetChoices] = field(default_factory=dict)
    """File name -> what was corrected in it."""
    answers: Answers = field(default_factory=Answers)
    without: frozenset[str] = frozenset()
    """Keys of the proposals that were ticked off."""
    own: frozenset[str] = frozenset()
    """Addresses of the user's besides the one that letters come from."""


@dataclass(slots=True)
class Watch:
    """Who follows an import, and whether it was called off."""

    progress: Progress = untold
    cancelled: threading.Event = field(default_factory=threading.Event)

    def tell(self, what: str, done: int, total: int) -> None:
        """Say how far it is.

        Raises:
            CancelledError: it was called off meanwhile.
        """
        if self.cancelled.is_set():
            raise CancelledError("Canceled. Nothing was imported.")
        self.progress(what, done, total)


NOTHING_ASKED = Asked()


def gathered(names: Iterable[str], standard_input: Callable[[], bytes]) -> list[Source | ImportFileError]:
    """Return the files of names and folders, read whole; an error stands for one that cannot be read."""
    return list(sources(names, standard_input))


def plan_for(
    database: Path,
    found: Iterable[Source | FoundFile | ImportFileError],
    policy: Policy,
    now: datetime,
    asked: Asked = NOTHING_ASKED,
    watch: Watch | None = None,
) -> Plan:
    """Return what taking these files into a database would do; nothing is changed.

    Args:
        found: files to read, those that were read already, and what stands for those that cannot be.

    Raises:
        StorageError: the database cannot be read.
        CancelledError: it was called off.
    """
    with opened_reader(database) as connection:
        return Planning(connection, When(policy, now), asked, watch or Watch()).plan(list(found))


class Planning:
    """One import being planned."""

    def __init__(self, connection: sqlite3.Connection | None, when: When, asked: Asked, watch: Watch):
        self._when, self._asked, self._watch = when, asked, watch
        stored = [] if connection is None else reading.all_applications(connection)
        settled = [settle(application, when.policy, when.now) for application in stored]
        self._stored = [application for application, _ in settled]
        self._me = Me() if connection is None else reading.me(connection)
        self._plan = Plan()
        self._known = sheet_rows.Known(self._stored)
        self._exported = Exported(connection, settled, when)
        self._roster = Roster(self._stored, when)
        self._invited: list[Invited] = []
        self._mailed: list[Mailed] = []

    def plan(self, found: list[Source | FoundFile | ImportFileError]) -> Plan:
        """Return the plan for these files."""
        for place, source in enumerate(found):
            self._watch.tell("Reading", place, len(found))
            if isinstance(source, ImportFileError):
                self._plan.refused.append(str(source))
                continue
            if isinstance(source, FoundFile):
                self._found(source)
                continue
            try:
                self._take(source)
            except ImportFileError as error:
                self._plan.refused.append(str(error))
        proposing = Proposing(self._plan, self._roster, self._when, self._mine(), self._with_new(self._asked.answers))
        proposing.invitations(self._invited)
        proposing.messages(self._mailed)
        for key in self._asked.without:
            self._plan.tick(key, is_taken=False)
        return self._plan

    def _mine(self) -> frozenset[str]:
        """Return the user's addresses: those named, and those that these files show beyond doubt."""
        named = [me.email for me in (self._me, self._plan.me) if me is not None]
        return own_addresses(
            [*named, *self._asked.own],
            self._roster.all,
            [each.invitation for each in self._invited],
            [each.message for each in self._mailed],
        )

    def _with_new(self, answers: Answers) -> Answers:
        """Add the applications that the user named for proposals; return the answers with their ids."""
        applications = dict(answers.applications)
        for key, (company, role) in answers.new.items():
            names = (folded(company), folded(role))
            there = (each for each in self._roster.all if (folded(each.company), folded(each.role)) == names)
            application = next(there, None)
            if application is None:
                told, events = sheet_rows.application_of(TakenRow(0, company, role), self._when.policy, self._when.now)
                application = self._add(told, events)
            applications[key] = application.id
        return replace(answers, applications=applications)

    def _take(self, source: Source) -> None:
        choices = self._asked.sheets.get(source.name, NO_CHOICES)
        tell = partial(self._watch.tell, f"Reading {source.name}")
        file = read_file(source, choices, self._when.policy, self._when.now, tell)
        if file.whole is not None:
            self._whole(file.name, file.whole)
        elif file.found is not None:
            self._found(file.found)

    def _whole(self, name: str, whole: Whole) -> None:
        taken: list[TakenRow] = []
        for place, told in enumerate(whole.told, 1):
            if place % _AT_ONCE == 1:
                self._watch.tell(f"Comparing {name}", place - 1, len(whole.told))
            dated = with_added(told, self._when.now)
            stored = self._exported.stored_of(dated.application)
            if stored is not None:
                if self._join(name, place, stored, dated):
                    taken.append(_row_of(place, dated.application))
                continue
            application, events = complete(
                dated.application, dated.stage, dated.events, self._when.policy, self._when.now
            )
            self._add(application, list(events))
            taken.append(_row_of(place, application))
            self._line(name, place, Fate.NEW, application)
        merged = len(whole.told) - len(taken)
        self._plan.files.append(FoundFile(name, "json", len(whole.told), tuple(taken), merged))
        if whole.me not in (None, Me(), self._me) and not self._me.name:
            self._plan.me = whole.me
        if not self._stored and not self._plan.hunt_uid:
            self._plan.hunt_uid = whole.uid

    def _join(self, name: str, place: int, stored: Application, told: Told) -> bool:
        """Plan what an export of ours changes in an application that is there; return whether it changes anything."""
        who = f"{stored.company}, {stored.role}"
        change, verb = self._exported.change_of(self._roster.get(stored.id) or stored, told)
        differs = f"kept as it was: {', '.join(change.kept)}" if change.kept else ""
        if differs:
            self._plan.differing.append(f"{name}: {who}: {differs}.")
        if not change.taken:
            self._line(name, place, Fate.THERE, stored, differs)
            return False
        said = "; ".join(filter(None, (", ".join(change.taken), differs)))
        self._plan.changes.append(Changed(stored.id, f"{stored.company}: {said}", verb))
        self._roster.apply(stored.id, verb)
        self._plan.lines.append(Line(name, place, Fate.CHANGED, f"{who}: {said}"))
        return True

    def _found(self, found: FoundFile) -> None:
        taken: list[TakenRow] = []
        before = len(self._plan.added)
        self._known.begin_file()
        for place, row in enumerate(found.taken):
            if place % 500 == 0:
                self._watch.tell(f"Comparing {found.file}", place, len(found.taken))
            if self._row(found.file, row):
                taken.append(row)
        for application, _ in self._plan.added[before:]:
            self._known.add(application)  # another sheet or file of this import may have it too
        merged = found.merged + len(found.taken) - len(taken)
        self._plan.files.append(replace(found, taken=tuple(taken), merged=merged))
        self._plan.lines += [Line(found.file, row.line, Fate.REPORTED, row.reason) for row in found.reported]
        doubts = {each.uid: doubt_of(message) for message in found.messages for each in message.invitations}
        self._invited += [Invited(each, found.file, doubts.get(each.uid, "")) for each in found.interviews]
        self._mailed += [Mailed(message, found.file, place) for place, message in enumerate(found.messages)]

    def _row(self, name: str, row: TakenRow) -> bool:
        """Plan what becomes of a row; return whether it changes anything."""
        known = self._known.find(row.company, row.role, row.url, row.applied_on, row.location, row.ids)
        if known is None:
            application, events = sheet_rows.application_of(row, self._when.policy, self._when.now)
            self._add(application, events)
            self._line(name, row.line, Fate.NEW, application)
            return True
        known = self._roster.get(known.id) or known
        said = sheet_rows.update_of(known, row, self._when.policy)
        if not said:
            self._line(name, row.line, Fate.THERE, known)
            return False
        verb = _update(row)
        if known.id < 0:
            self._update_added(known.id, verb)
            self._line(name, row.line, Fate.THERE, known)
            return False
        self._plan.changes.append(Changed(known.id, f"{known.company}: {said}", verb))
        self._roster.apply(known.id, verb)
        self._plan.lines.append(Line(name, row.line, Fate.CHANGED, f"{known.company}, {known.role}: {said}"))
        return True

    def _update_added(self, application_id: int, verb: Verb) -> None:
        """Bring up to date what an earlier file of this import adds."""
        application, events = self._plan.added[-application_id - 1]
        change = verb(application, self._when)
        self._plan.added[-application_id - 1] = (change.application, [*events, *change.events])
        self._roster.apply(application_id, verb)

    def _add(self, application: Application, events: list[Event]) -> Application:
        application = replace(application, id=-len(self._plan.added) - 1)
        self._plan.added.append((application, events))
        self._roster.add(application)
        return application

    def _line(self, name: str, line: int, fate: Fate, application: Application, besides: str = "") -> None:
        stands = application.outcome.kind if application.outcome else application.stage
        words = f"{application.company}, {application.role}: {stands.replace('_', ' ')}" + (
            f"; {besides}" if besides else ""
        )
        self._plan.lines.append(Line(name, line, fate, words))


def _update(row: TakenRow) -> Verb:
    def update(application: Application, when: When) -> Change:
        return sheet_rows.updated(application, when, row)

    return update


def _row_of(line: int, application: Application) -> TakenRow:
    return TakenRow(
        line,
        application.company,
        application.role,
        application.stage,
        application.outcome.kind if application.outcome else None,
        application.applied_on,
        application.url,
        application.location,
        application.source,
        application.notes,
    )
