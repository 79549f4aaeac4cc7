"""The hunt on its database: each verb one transaction, settled before and after, undone as one. Runs in one thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.etiquette.errors import NotFoundError
from app.etiquette.records import Application, Company, Event, Me
from app.etiquette.settling import settle
from app.etiquette.text import company_key
from app.hunt import agenda
from app.hunt.changes import Change, Verb, When, in_turn
from app.hunt.due import company_of
from app.settings import Settings
from app.storage import agenda as agenda_rows
from app.storage import live_applications
from app.storage.engine import Database, open_database
from app.storage.undo import Turned, redo, undo
from app.storage.writing import Added, Transaction


@dataclass(frozen=True, slots=True)
class Done:
    """What a verb did: what to tell, and the application as stored; None when it is gone or several were touched."""

    summary: str
    application: Application | None = None
    application_id: int | None = None
    left_out: tuple[str, ...] = ()
    """What of an import was refused when it came to it, a sentence each."""


NOTHING: Mapping[int, Sequence[Verb]] = {}
_AT_ONCE = 500
"""Applications stored between two looks at whether an import was called off."""


class Hunt:
    """The verbs on one open database."""

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]):
        self._database = database
        self._settings = settings
        self._clock = clock

    @classmethod
    def open(cls, path: Path, settings: Settings, clock: Callable[[], datetime]) -> Hunt:
        """Open or make the database.

        Raises:
            StorageError: it cannot be used; it is left as it was.
        """
        return cls(open_database(path, clock), settings, clock)

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
                return Done(change.summary, before, before.id)
            transaction.begin_verb(
                "change", change.summary, application_id, now, coalesce_key=change.coalesce, final=change.is_final
            )
            saved = transaction.save(before, after)
            transaction.append(application_id, [*came_about, *change.events, *follows])
            agenda.renew(transaction, [saved], (), policy, now)
        return Done(change.summary, saved, saved.id)

    def ask(self, application_id: int, verb: Callable[[Application, When], object]) -> None:
        """Run what a verb would check on one application and change nothing.

        Raises:
            RefusedError: the etiquette holds it back.
        """
        now, policy = self._clock(), self._settings.policy
        with self._writing() as transaction:
            before = transaction.load(application_id)
            verb(settle(before, policy, now)[0], When(policy, now, self._company(transaction, before)))

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
    ) -> Done:
        """Store an import as one verb: new applications, changed ones, and who the user is.

        Args:
            changes: the verbs for each application that is there, in their order; one that is refused meanwhile is
                left out, and `Done.left_out` says why.
            progress: told how many applications are stored and how many there are; what it raises calls all off.

        Raises:
            StorageError: it could not be stored; nothing was.
        """
        now, policy = self._clock(), self._settings.policy
        left_out: list[str] = []
        total = len(added) + len(changes)
        with self._writing() as transaction:
            transaction.begin_verb("import", summary, None, now)
            for start in range(0, len(added), _AT_ONCE):
                if progress is not None:
                    progress(start, total)
                some = added[start : start + _AT_ONCE]
                stored = transaction.add_many([Added(app, events) for app, events in some])
                agenda.renew(transaction, stored, (), policy, now)
            for place, (application_id, verbs) in enumerate(changes.items(), len(added)):
                if progress is not None and place % _AT_ONCE == 0:
                    progress(place, total)
                left_out += self._change(transaction, application_id, verbs, now)
            if me is not None:
                transaction.set_me(me)
        return Done(summary, left_out=tuple(left_out))

    def _change(self, transaction: Transaction, application_id: int, verbs: Iterable[Verb], now: datetime) -> list[str]:
        """Run verbs on one application inside an import; return why some were refused."""
        policy = self._settings.policy
        try:
            before = transaction.load(application_id)
        except NotFoundError as error:
            return [str(error)]
        after, events, left_out = in_turn(before, verbs, When(policy, now, self._company(transaction, before)))
        after, follows = settle(after, policy, now)
        events += follows
        if after != before or events:
            saved = transaction.save(before, after)
            transaction.append(application_id, events)
            agenda.renew(transaction, [saved], (), policy, now)
        return left_out

    def set_me(self, me: Me) -> Done:
        """Store who the user is."""
        with self._writing() as transaction:
            transaction.begin_verb("me", "Changed who you are", None, self._clock())
            transaction.set_me(me)
        return Done("Noted who you are")

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
        return self._turn("Done again", redo)

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
        """Hold a transaction in which the stored agenda is one of these settings."""
        with self._database.writing() as transaction:
            agenda.begin_anew(transaction, self._settings.policy, self._clock())
            yield transaction

    def _renew_by_id(self, transaction: Transaction, ids: frozenset[int]) -> None:
        there = list(live_applications.applications(transaction.driver, ids))
        gone = ids - {application.id for application in there}
        agenda.renew(transaction, there, gone, self._settings.policy, self._clock())

    def _company(self, transaction: Transaction, application: Application) -> Company:
        key = company_key(application.company)
        return company_of(application, agenda_rows.status_mails(transaction.driver, [key]))
