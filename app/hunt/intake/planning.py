"""Plan an import: read files, compare them with what is stored, make proposals. Changes nothing in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from app.etiquette.errors import ImportFileError
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Me
from app.etiquette.state.completing import complete
from app.etiquette.state.settling import settle
from app.etiquette.text import folded
from app.etiquette.time.dates import local_day
from app.etiquette.time.lengths import count
from app.exchange.contents import FileContents, SheetChoices, TakenRow
from app.exchange.json_.reading import ExportedApplication, Whole, with_added
from app.exchange.reading import NO_CHOICES, read_file
from app.hunt.changes import Verb, When
from app.hunt.gathering import Source, sources
from app.hunt.intake import sheet_rows
from app.hunt.intake.exported import Exported, row_of
from app.hunt.intake.exported_files import plan_files
from app.hunt.intake.from_calendar import Invited
from app.hunt.intake.from_copies import CopyPlanning, is_same_hunt
from app.hunt.intake.from_mail import Mailed, doubt_of
from app.hunt.intake.from_postings import Advert
from app.hunt.intake.mail_stores import Gathered, concerning, is_read_last
from app.hunt.intake.own_addresses import own_addresses, plan_taking_out
from app.hunt.intake.plan import Change as Changed
from app.hunt.intake.plan import Fate, Line, Plan
from app.hunt.intake.proposing import Answers, Differing, Proposing, with_advertised
from app.hunt.intake.roster import Roster
from app.hunt.intake.row_words import repeats_of, stands_of, without_rows
from app.hunt.intake.watching import Watch
from app.hunt.joining.reading import their_copy
from app.hunt.joining.storing import WantedJoin, details_from, worked_out
from app.storage import reading
from app.storage.kept_files import KeptFiles
from app.storage.readers import opened_reader

_AT_ONCE = 50
"""Applications of an export of ours compared between two looks at whether it was called off."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user has said about an import so far."""

    sheets: Mapping[str, SheetChoices] = field(default_factory=dict)
    """File name -> what was corrected in it."""
    answers: Answers = field(default_factory=Answers)
    without: frozenset[str] = frozenset()
    """Keys of the proposals that were ticked off, and of the rows of sheets that were."""
    own: frozenset[str] = frozenset()
    """Addresses of the user's besides the one that letters come from."""


NOTHING_ASKED = Asked()


def gathered(names: Iterable[str], standard_input: Callable[[], bytes]) -> list[Gathered]:
    """Return the files of names and folders, read whole; an error stands for one that cannot be read."""
    return list(sources(names, standard_input))


def plan_for(
    database: Path,
    files: Iterable[Gathered],
    policy: Policy,
    now: datetime,
    asked: Asked = NOTHING_ASKED,
    watch: Watch | None = None,
) -> Plan:
    """Return what taking these files into a database would do; nothing is changed.

    Args:
        files: files to read, those that were read already, and what stands for those that cannot be.

    Raises:
        StorageError: the database cannot be read.
        CancelledError: it was called off.
    """
    with opened_reader(database) as connection:
        kept = KeptFiles.of(database)
        return Planning(connection, When(policy, now), asked, watch or Watch(), kept).plan(list(files))


class Planning:
    """One import being planned."""

    def __init__(self, connection: sqlite3.Connection | None, when: When, asked: Asked, watch: Watch, kept: KeptFiles):
        self._when, self._asked, self._watch, self._kept = when, asked, watch, kept
        stored = [] if connection is None else reading.all_applications(connection)
        settled = [settle(application, when.policy, when.now) for application in stored]
        self._stored = [application for application, _ in settled]
        self._connection = connection
        self._me = Me() if connection is None else reading.me(connection)
        self._plan = Plan()
        self._matcher = sheet_rows.RowMatcher(self._stored)
        self._exported = Exported(connection, settled, when)
        self._roster = Roster(self._stored, when)
        self._invited: list[Invited] = []
        self._mailed: list[Mailed] = []
        self._differing: list[Differing] = []
        self._adverts: list[Advert] = []

    def plan(self, files: list[Gathered]) -> Plan:
        """Return the plan for these files."""
        for place, source in enumerate(sorted(files, key=is_read_last)):
            self._watch.tell("Reading", place, len(files))
            if isinstance(source, ImportFileError):
                self._plan.refused.append(str(source))
                continue
            try:
                self._plan_source(source)
            except ImportFileError as error:
                self._plan.refused.append(str(error))
        answers = with_advertised(self._asked.answers, self._adverts, self._roster.all, self._asked.without)
        proposing = Proposing(self._plan, self._roster, self._when, self._own_addresses(), self._add_new(answers))
        proposing.differences(self._differing)
        proposing.invitations(self._invited)
        proposing.messages(self._mailed)
        proposing.postings(self._adverts)
        for key in self._asked.without:
            self._plan.tick(key, is_taken=False)
        mine = (self._me.email, *self._asked.own)
        plan_taking_out(self._plan, self._roster.all, mine, self._when.now)
        return self._plan

    def _own_addresses(self) -> frozenset[str]:
        """Return the user's addresses: those they named, and those that these files show beyond doubt."""
        return own_addresses(
            [*(me.email for me in (self._me, self._plan.me) if me is not None), *self._asked.own],
            self._roster.all,
            [invited.invitation for invited in self._invited],
            [mailed.message for mailed in self._mailed],
        )

    def _add_new(self, answers: Answers) -> Answers:
        """Add the applications that the user named for proposals; return the answers with their ids."""
        applications = dict(answers.applications)
        for key, (company, role) in answers.new.items():
            names = (folded(company), folded(role))
            same_names = (
                application
                for application in self._roster.all
                if (folded(application.company), folded(application.role)) == names
            )
            application = next(same_names, None)
            if application is None:
                new_application, events = sheet_rows.application_of(
                    TakenRow(0, company, role), self._when.policy, self._when.now
                )
                application = self._add(new_application, events)
            applications[key] = application.id
        return replace(answers, applications=applications)

    def _plan_source(self, source: Source | FileContents) -> None:
        if isinstance(source, FileContents):
            return self._plan_file(source)
        choices = self._asked.sheets.get(source.name, NO_CHOICES)
        tell = partial(self._watch.tell, f"Reading {source.name}")
        if source.path is not None:
            return self._plan_file(concerning(source, self._roster.all, self._when, self._watch.tell))
        file = read_file(source, choices, self._when.policy, self._when.now, tell)
        if file.whole is not None:
            plan_files(self._plan, source, file.whole, self._kept, partial(self._watch.tell, f"Checking {source.name}"))
            if file.whole.marks.machine and self._stored:
                self._plan_copy(file.name, file.whole)
            else:
                self._plan_export(file.name, file.whole)
        elif file.contents is not None:
            self._plan_file(file.contents)
        return None

    def _plan_export(self, name: str, whole: Whole) -> None:
        taken: list[TakenRow] = []
        for place, entry in enumerate(whole.applications, 1):
            if place % _AT_ONCE == 1:
                self._watch.tell(f"Comparing {name}", place - 1, len(whole.applications))
            dated = with_added(entry, self._when.now)
            stored = self._exported.stored_of(dated.application)
            if stored is not None:
                if self._plan_join(name, place, stored, dated):
                    taken.append(row_of(place, dated.application))
                continue
            application, events = complete(
                dated.application, dated.stage, dated.events, self._when.policy, self._when.now
            )
            self._add(application, list(events))
            taken.append(row_of(place, application))
            self._add_line(name, place, Fate.NEW, application)
        merged = len(whole.applications) - len(taken)
        self._plan.files.append(FileContents(name, "json", len(whole.applications), tuple(taken), merged))
        self._plan.me = self._plan.me or details_from(self._me, whole.me)
        if not self._stored and not self._plan.hunt_uid:
            self._plan.hunt_uid, self._plan.marks = whole.uid, whole.marks

    def _plan_copy(self, name: str, whole: Whole) -> None:
        """Plan the join with another machine's copy of the hunt."""
        assert self._connection is not None
        self._watch.tell(f"Comparing {name}", 0, len(whole.applications))
        theirs = their_copy(whole, self._when.policy, self._when.now)
        effect = worked_out(self._connection, WantedJoin(name, theirs, is_chosen=True), self._when.policy)
        is_same = is_same_hunt(reading.hunt_uid(self._connection), effect.before.marks, whole)
        confirmed = self._asked.answers.confirmed
        CopyPlanning(self._plan, whole, effect, self._when).plan(is_same, confirmed)
        self._plan.me = self._plan.me or (details_from(self._me, whole.me) if is_same else None)

    def _plan_join(self, name: str, place: int, stored: Application, entry: ExportedApplication) -> bool:
        """Plan what an entry of an export changes in a stored application; return whether it changes anything."""
        names = f"{stored.company}, {stored.role}"
        change, verb = self._exported.change_of(self._roster.get(stored.id) or stored, entry)
        differs = f"{count(len(change.kept), 'difference')}" if change.kept else ""
        if differs:
            self._differing.append(Differing(name, stored, change.kept))
        if not change.taken:
            self._add_line(name, place, Fate.THERE, stored, differs)
            return False
        update = "; ".join(filter(None, (", ".join(change.taken), differs)))
        self._plan.changes.append(Changed(stored.id, f"{stored.company}: {update}", verb))
        self._roster.apply(stored.id, verb)
        self._plan.lines.append(Line(name, place, Fate.CHANGED, f"{names}: {update}"))
        return True

    def _plan_file(self, contents: FileContents) -> None:
        contents, left = without_rows(contents, self._asked.without)
        taken: list[TakenRow] = []
        before = len(self._plan.added)
        self._matcher.begin_file()
        for place, row in enumerate(contents.taken):
            if place % 500 == 0:
                self._watch.tell(f"Comparing {contents.file}", place, len(contents.taken))
            if self._plan_row(contents, row):
                taken.append(row)
        for application, _ in self._plan.added[before:]:
            self._matcher.add(application)  # another sheet or file of this import may have it too
        merged = contents.merged + len(contents.taken) - len(taken)
        self._plan.files.append(replace(contents, taken=tuple(taken), merged=merged))
        self._plan.lines += [*left, *repeats_of(contents)]
        self._plan.lines += [Line(contents.file, row.line, Fate.REPORTED, row.reason) for row in contents.reported]
        doubts = {each.uid: doubt_of(message) for message in contents.messages for each in message.invitations}
        self._invited += [Invited(each, contents.file, doubts.get(each.uid, "")) for each in contents.interviews]
        self._adverts += [Advert(posting, contents.file, place) for place, posting in enumerate(contents.postings)]
        self._mailed += [Mailed(message, contents.file, place) for place, message in enumerate(contents.messages)]

    def _plan_row(self, file: FileContents, row: TakenRow) -> bool:
        """Plan what becomes of a row; return whether it changes anything."""
        name = file.file
        match = self._matcher.find(row.company, row.role, row.url, row.applied_on, row.location, row.ids)
        if match is None:
            application, events = sheet_rows.application_of(row, self._when.policy, self._when.now, self._next_id)
            self._add(application, events)
            today = local_day(self._when.now, self._when.policy.zone)
            self._add_line(name, row.line, Fate.NEW, application, stands=stands_of(row, application, file, today))
            return True
        match = self._roster.get(match.id) or match
        update = sheet_rows.update_of(match, row, self._when.policy)
        if not update:
            self._add_line(name, row.line, Fate.THERE, match)
            return False
        verb = partial(sheet_rows.updated, row=row)
        if match.id < 0:
            self._update_added(match.id, verb)
            self._add_line(name, row.line, Fate.THERE, match)
            return False
        self._plan.changes.append(Changed(match.id, f"{match.company}: {update}", verb))
        self._roster.apply(match.id, verb)
        self._plan.lines.append(Line(name, row.line, Fate.CHANGED, f"{match.company}, {match.role}: {update}"))
        return True

    def _update_added(self, application_id: int, verb: Verb) -> None:
        """Update an application that an earlier file of this import adds."""
        application, events = self._plan.added[-application_id - 1]
        change = verb(application, self._when)
        self._plan.added[-application_id - 1] = (change.application, [*events, *change.events])
        self._roster.apply(application_id, verb)

    @property
    def _next_id(self) -> int:
        """The temporary id of the next application that the import adds."""
        return -len(self._plan.added) - 1

    def _add(self, application: Application, events: list[Event]) -> Application:
        application = application if application.id == self._next_id else replace(application, id=self._next_id)
        self._plan.added.append((application, events))
        self._roster.add(application)
        return application

    def _add_line(
        self, name: str, line: int, fate: Fate, application: Application, besides: str = "", stands: str = ""
    ) -> None:
        stands = stands or (application.outcome.kind if application.outcome else application.stage)
        words = f"{application.company}, {application.role}: {stands.replace('_', ' ')}"
        self._plan.lines.append(Line(name, line, fate, f"{words}; {besides}" if besides else words))
