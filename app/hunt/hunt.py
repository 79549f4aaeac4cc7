"""The hunt on its database: each verb one transaction, settled before and after, undone as one. Runs in one thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.etiquette.companies import Company
from app.etiquette.errors import NotFoundError
from app.etiquette.marks import NO_MARKS, Marks
from app.etiquette.records import Application, Event, Me
from app.etiquette.state.settling import settle
from app.etiquette.time.dates import add_time
from app.hunt import agenda, own_people, several
from app.hunt.changes import Change, Verb, When
from app.hunt.done import Done as Done
from app.hunt.done import letter_of
from app.hunt.due import company_of, others_of
from app.hunt.hooks.calling import Hooks
from app.hunt.hooks.lines import line_since
from app.hunt.overlaps import overlaps_since
from app.hunt.still_planned import still_planned
from app.settings import Settings
from app.storage import live_applications, reading
from app.storage.committed import newest_verb
from app.storage.engine import Database, open_database
from app.storage.identity import Identity
from app.storage.kept_files import KeptFiles
from app.storage.letters import letters_to_others
from app.storage.pipeline import planned_interviews
from app.storage.undo import Turned, redo, undo
from app.storage.writing import Transaction

if TYPE_CHECKING:
    from app.hunt.joining.storing import JoinEffect, WantedJoin

T = TypeVar("T")


NOTHING: Mapping[int, Sequence[Verb]] = {}


class Hunt:
    """The verbs on one open database; `kept_files` are the contents of attached files."""

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime], hooks: Hooks):
        self._database, self._settings, self._clock, self._hooks = database, settings, clock, hooks
        self.kept_files = KeptFiles.of(database.path)

    @classmethod
    def open(
        cls,
        path: Path,
        settings: Settings,
        clock: Callable[[], datetime],
        identity: Identity | None = None,
        hooks: Hooks | None = None,
    ) -> Hunt:
        """Open or make the database.

        Args:
            identity: which hunt the file has to hold, if it was looked at before.
            hooks: what hears of each verb; None: the user's own hooks.

        Raises:
            StorageError: it cannot be used; it is left as it was.
        """
        return cls(open_database(path, clock, identity), settings, clock, hooks or Hooks.of_user())

    def do(self, application_id: int, verb: Verb, version: int | None = None) -> Done:
        """Run a verb on one application.

        Args:
            version: the one that a form was opened on; None: whatever is stored.

        Raises:
            AfterwordError: refused, invalid, stale, gone or not storable; nothing is changed then.
        """
        now = self._clock()
        policy = self._settings.policy
        with self._writing() as transaction:
            if version is not None:
                transaction.expect_version(application_id, version)
            before = transaction.load(application_id)
            settled, came_about = settle(before, policy, now)
            change = verb(settled, When(policy, now, self._company(transaction, before)))
            after, follows = settle(change.application, policy, now)
            if after == before and not change.events:
                return Done(change.summary, before, before.id, letter=letter_of(change, after, before))
            planned = planned_interviews(transaction.driver) if after.interviews != before.interviews else None
            transaction.begin_verb(
                "change", change.summary, application_id, now, coalesce_key=change.coalesce, final=change.is_final
            )
            saved = transaction.save(before, after)
            transaction.append(application_id, [*came_about, *change.events, *follows])
            agenda.renew(transaction, [saved], (), policy, now)
            remark = overlaps_since(transaction.driver, planned, policy) or still_planned(before, saved, policy, now)
        return Done(change.summary, saved, saved.id, letter=letter_of(change, after, saved), remark=remark)

    def do_several(self, jobs: Sequence[several.Job], summary: Callable[[int], str]) -> several.SeveralDone:
        """Run verbs on several applications as one that undo takes back. See `several.run`."""
        with self._writing() as transaction:
            return several.run(transaction, jobs, summary, self._settings.policy, self._clock())

    def ask(self, application_id: int, verb: Callable[[Application, When], T]) -> T:
        """Run what a verb would check on one application, change nothing, and return what it says.

        Raises:
            RefusedError: the etiquette holds it back.
        """
        now, policy = self._clock(), self._settings.policy
        with self._writing() as transaction:
            before = transaction.load(application_id)
            company = self._company(transaction, before)
            letters_to = letters_to_others(transaction.driver, application_id, add_time(now, -policy.same_person_gap))
            company = replace(company, letters_to=letters_to)
            return verb(settle(before, policy, now)[0], When(policy, now, company))

    def add(self, verb: Callable[[When], Change]) -> Done:
        """Store a new application, with whatever else the change holds.

        Raises:
            AfterwordError: it cannot be stored.
        """
        now, policy = self._clock(), self._settings.policy
        change = verb(When(policy, now))
        after, follows = settle(change.application, policy, now)
        with self._writing() as transaction:
            transaction.begin_verb("add", change.summary, None, now)
            saved = transaction.add(after, [*change.events, *follows])
            agenda.renew(transaction, [saved], (), policy, now)
        return Done(change.summary, saved, saved.id)

    def delete(self, application_id: int) -> Done:
        """Delete an application and all that belongs to it; undo brings it back."""
        with self._writing() as transaction:
            summary = f"Deleted {transaction.load(application_id).company}"
            transaction.begin_verb("delete", summary, application_id, self._clock())
            transaction.delete(application_id)
            agenda.renew(transaction, (), [application_id], self._settings.policy, self._clock())
        return Done(summary, None, application_id)

    def when(self) -> When:
        """Return the circumstances of a verb that concerns no application yet."""
        return When(self._settings.policy, self._clock())

    def take_in(
        self,
        summary: str,
        added: Sequence[tuple[Application, list[Event]]],
        changes: Mapping[int, Sequence[Verb]] = NOTHING,
        me: Me | None = None,
        progress: Callable[[int, int], None] | None = None,
        hunt_uid: str = "",
        dealt: Iterable[str] = (),
        joins: Sequence[WantedJoin] = (),
        marks: Marks = NO_MARKS,
    ) -> Done:
        """Store an import as one verb: hunts that are joined, new applications, changed ones, and who the user is.

        Args:
            changes: the verbs for each application that is there, in their order; one that is refused meanwhile is
                left out, and `Done.left_out` says why.
            progress: told how many applications are stored and how many there are; what it raises calls all off.
            hunt_uid: the hunt's from now on, "" keeps the one that it has.
            dealt: what of the mailbox is decided by this, unless something of it was refused.
            joins: other copies of this hunt.
            marks: what is known of changes in the export of which an empty hunt becomes a copy.

        Raises:
            StorageError: it could not be stored; nothing was.
        """
        from app.hunt import taking_in  # with all that joins hunts: the dashboard rarely needs it

        intake = taking_in.Intake(summary, added, changes, me, hunt_uid, dealt, joins, marks)
        with self._writing() as transaction:
            planned = planned_interviews(transaction.driver)
            left_out = taking_in.run(transaction, intake, self._settings.policy, self._clock(), progress)
            remark = overlaps_since(transaction.driver, planned, self._settings.policy)
        return Done(summary, left_out=tuple(left_out), remark=remark)

    def join(
        self, wanted: WantedJoin, summary: Callable[[JoinEffect], str], hunt_uid: str, me: Me | None
    ) -> Done | None:
        """Join another machine's copy of the hunt, as one verb; None: nothing was new. See `storing.join_alone`.

        Raises:
            StorageError: it could not be stored; nothing was.
        """
        from app.hunt.joining.storing import join_alone

        with self._writing() as transaction:
            said = join_alone(transaction, wanted, summary, self._settings.policy, self._clock(), hunt_uid, me)
        return Done(said) if said else None

    def merge(self, first: int, other: int) -> Done:
        """Make two applications that are the same one into one. See `uniting.merging_of`.

        Raises:
            AfterwordError: they can't be merged, one of them is gone, or it could not be stored; nothing is changed.
        """
        from app.hunt.joining.uniting import merge

        with self._writing() as transaction:
            merged = merge(transaction, first, other, self._settings.policy, self._clock())
            application = transaction.load(merged.application_id)
        return Done(merged.summary, application, application.id, remark=merged.remark)

    def note(self, store: Callable[[Transaction], None]) -> None:
        """Store what is no verb, such as how far a mailbox was looked through: nothing that undo would take back.

        Raises:
            StorageError: it could not be stored.
        """
        with self._database.writing() as transaction:
            store(transaction)

    def set_me(self, me: Me) -> Done:
        """Store who the user is, and take them out of the people whom they met. See `own_people`."""
        mine = (me.email, *self._settings.my_addresses)
        with self._writing() as transaction:
            return Done(own_people.set_me(transaction, me, mine, self._settings.policy, self._clock()))

    def undo(self) -> Done:
        """Take the latest verb back; a restart in between changes nothing.

        Raises:
            RefusedError: there is nothing to take back, or it left the house.
        """
        return self._turn("Undone", undo)

    def redo(self) -> Done:
        """Do again what undo took back.

        Raises:
            RefusedError: nothing was taken back, or something else was done since.
        """
        return self._turn("Redone", redo)

    def _turn(self, word: str, turn: Callable[[Transaction, datetime], Turned]) -> Done:
        with self._writing() as transaction:
            summary, application_id, touched = turn(transaction, self._clock())
            self._renew_by_id(transaction, touched)
            application = None
            if application_id is not None:
                try:
                    application = transaction.load(application_id)
                except NotFoundError:
                    application_id = None
        return Done(f"{word}: {summary}", application, application_id)

    def renew_outdated(self) -> int:
        """Bring the stored agenda up to the present, a portion of it; return how many applications are left.

        Raises:
            StorageError: it could not be stored.
        """
        with self._writing() as transaction:
            return agenda.renew_outdated(transaction, self._settings.policy, self._clock())

    @contextmanager
    def _writing(self) -> Iterator[Transaction]:
        """Hold a transaction that finds the stored agenda right and leaves it so; hooks hear of it once committed."""
        policy, now = self._settings.policy, self._clock()
        have_hooks, line = self._hooks.are_there(), None
        with self._database.writing() as transaction:
            newest = newest_verb(transaction.driver)
            agenda.begin_anew(transaction, policy, now)
            accepted = reading.accepted_offers(transaction.driver)
            yield transaction
            if reading.accepted_offers(transaction.driver) != accepted:
                agenda.renew_all_with_interviews(transaction, policy, now)
            if have_hooks:
                line = line_since(transaction.driver, newest, policy.zone)
        if line is not None:
            self._hooks.tell(line)

    def _renew_by_id(self, transaction: Transaction, ids: frozenset[int]) -> None:
        applications = list(live_applications.applications(transaction.driver, ids))
        deleted_ids = ids - {application.id for application in applications}
        agenda.renew(transaction, applications, deleted_ids, self._settings.policy, self._clock())

    def _company(self, transaction: Transaction, application: Application) -> Company:
        return company_of(application, others_of(transaction.driver, [application.company]))
