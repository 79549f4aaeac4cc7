"""Write the hunt: one `Transaction` a verb, records in, rows changed. Knows no rule of the etiquette.

What a verb changes is what differs between the record that it read and the one that it made. Undo needs nothing
from here: triggers keep every row's image (see `triggers`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, update

from app.etiquette.errors import NotFoundError, StaleRecordError
from app.etiquette.frozen import replace
from app.etiquette.records import Application, Event, Me
from app.storage import reading, storable, to_rows
from app.storage.columns import EVENT, ME, OWNED
from app.storage.inserting import insert_rows
from app.storage.journal import driver, record_verb
from app.storage.marking import mark_deleted, mark_saved
from app.storage.numbering import new_uid, numbered, unnumbered
from app.storage.tables import TABLES
from app.storage.to_rows import Values

_STALE = (
    "This was changed after you opened it, in another window or by a script. Nothing was overwritten: look at it"
    " again, then save yours."
)


_OWNED = tuple(table.name for table in OWNED)


class _Verb(NamedTuple):
    id: int
    stamp: int
    at: datetime


class Added(NamedTuple):
    """A new application and its events."""

    application: Application
    events: Sequence[Event] = ()


class Transaction:
    """The hunt with its write lock held. Made by `Database.writing()`; unusable after that block.

    Every change belongs to a verb: `begin_verb` (or `undo.undo`) comes before any of them.
    """

    def __init__(self, connection: Connection):
        self.connection = connection
        self._last_ids: dict[str, int] = {}
        self._verb: _Verb | None = None
        self.marks = True
        """Whether what is changed gets the verb's stamp: not while hunts are joined, which brings stamps of its own."""

    @property
    def driver(self) -> sqlite3.Connection:
        """The standard library's connection inside this transaction: for reads."""
        return driver(self.connection)

    def begin_verb(
        self,
        name: str,
        summary: str,
        application_id: int | None,
        at: datetime,
        coalesce_key: str = "",
        final: bool = False,
        seen: str = "",
    ) -> int:
        """Begin a verb and return its id; call this once, before any change.

        Args:
            coalesce_key: continues the last verb when that had the same key, is not undone and began within 10
                minutes, so that one undo takes both back. "" never does.
            final: it cannot be undone, since something has left the house.
            seen: a stamp of another machine that what it changes is later than.
        """
        verb_id, stamp = record_verb(
            self.connection, name, summary, application_id, at, coalesce_key=coalesce_key, final=final, seen=seen
        )
        self._verb = _Verb(verb_id, stamp, at)
        return verb_id

    def expect_version(self, application_id: int, version: int) -> None:
        """Raise if the application is no longer the one that a form was opened on.

        Raises:
            StaleRecordError: it was changed since.
            NotFoundError: it was deleted.
        """
        row = self.driver.execute("SELECT version FROM application WHERE id = ?", (application_id,)).fetchone()
        if row is None:
            raise NotFoundError(reading.GONE)
        if row[0] != version:
            raise StaleRecordError(_STALE)

    def load(self, application_id: int) -> Application:
        """Return an application as it is now, letters in full.

        Raises:
            NotFoundError: it was deleted.
        """
        return reading.application(self.driver, application_id)

    def set_me(self, me: Me) -> None:
        """Store who the user is."""
        row = to_rows.values_of(ME, me)
        self._begun()
        storable.check("me", [row])
        table = TABLES["me"]
        if self.connection.execute(update(table).where(table.c.id == 1).values(row)).rowcount == 0:
            self.connection.execute(insert(table), row | {"id": 1})

    def set_hunt_uid(self, uid: str) -> None:
        """Store the uid of the hunt, that of the hunt of which this one is a copy."""
        self._begun()
        row: Values = {"uid": uid}
        storable.check("hunt", [row])
        self.connection.execute(update(TABLES["hunt"]).values(row))

    def add(self, application: Application, events: Sequence[Event] = ()) -> Application:
        """Store a new application and return it with its ids and version. See `add_many`."""
        return self.add_many([Added(application, events)])[0]

    def add_many(self, added: Sequence[Added]) -> list[Application]:
        """Store new applications and return them with ids and versions. Ids given are taken as temporary.

        Raises:
            InvalidFieldError: a value cannot be stored, or refers to nobody; nothing was written.
        """
        stamp = self._begun().stamp
        numbered_ = [numbered(unnumbered(one.application), self._next_id, version=stamp) for one in added]
        stored = [_stamped(application, stamp) if application.letters else application for application in numbered_]
        collected: dict[str, list[Values]] = {table: [] for table in ("application", *_OWNED, "met", "event")}
        for application, addition in zip(stored, added, strict=True):
            for table, values in to_rows.rows_in(application):
                collected[table].append(values)
            collected["application"][-1]["version"] = stamp
            collected["met"] += self._met(application, [i.id for i in application.interviews])
            collected["event"] += self._event_rows(application.id, addition.events)
        for letter in collected["letter"]:
            letter["version"] = stamp
        for table, new in collected.items():
            storable.check_columns(table, new)
        for table, new in collected.items():
            insert_rows(self.connection, table, new)
        return stored

    def save(self, before: Application, after: Application) -> Application:
        """Store the differences between two states of one application; return the later one with ids and versions.

        Args:
            before: as `load` returned it in this transaction.

        Raises:
            InvalidFieldError: a value cannot be stored, or refers to nobody; nothing was written.
        """
        stamp = self._begun().stamp
        after = numbered(after, self._next_id, before)
        earlier, later = to_rows.rows_of(before), to_rows.rows_of(after)
        changes = {table: to_rows.differences(earlier[table], later[table]) for table in _OWNED}
        of_itself = to_rows.differences(earlier["application"], later["application"])
        changed_rows = [dict(row) for row in of_itself.changed] or [{"id": after.id}]
        changed_rows[0]["version"] = stamp
        rewritten = {row["id"] for row in (*changes["letter"].new, *changes["letter"].changed)}
        for row in (*changes["letter"].new, *changes["letter"].changed):
            row["version"] = stamp
        meetings = to_rows.meetings_changed(before, after)
        met = self._met(after, meetings)
        for table, change in changes.items():
            storable.check(table, change.new + change.changed)
        storable.check("application", changed_rows)
        if self.marks:
            mark_saved(self.driver, earlier, later, {**changes, "application": of_itself}, meetings)
        self._update("application", changed_rows)
        self._delete("met", "interview_id", meetings)
        for table in _OWNED:
            self._insert(table, changes[table].new)
            self._update(table, changes[table].changed)
        self._insert("met", met)
        for table in reversed(_OWNED):
            self._delete(table, "id", changes[table].deleted)
        return _stamped(after, stamp, rewritten)

    def delete(self, application_id: int) -> None:
        """Delete an application and what belongs to it; its events stay, out of sight."""
        self._begun()
        if self.marks:
            mark_deleted(self.driver, application_id)
        for table in ("met", *reversed(_OWNED)):
            self._delete(table, "application_id", [application_id])
        self._delete("application", "id", [application_id])

    def append(self, application_id: int, events: Sequence[Event]) -> None:
        """Append what happened to an application."""
        new = self._event_rows(application_id, events)
        storable.check("event", new)
        self._insert("event", new)

    def _begun(self) -> _Verb:
        assert self._verb is not None, "a change belongs to a verb: begin_verb comes first"
        return self._verb

    def _next_id(self, table: str) -> int:
        """Return an id that the table has never had: AUTOINCREMENT's counter, read once per transaction."""
        if table not in self._last_ids:
            row = self.driver.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
            self._last_ids[table] = row[0] if row else 0
        self._last_ids[table] += 1
        return self._last_ids[table]

    def _met(self, application: Application, interviews: list[int]) -> list[Values]:
        return [row | {"id": self._next_id("met")} for row in to_rows.met_rows(application, interviews)]

    def _event_rows(self, application_id: int, events: Sequence[Event]) -> list[Values]:
        verb = self._begun()
        return [
            to_rows.values_of(EVENT, event)
            | {
                "recorded": event.recorded or verb.at,
                "uid": event.uid or new_uid(),
                "verb_id": verb.id,
                "application_id": application_id,
            }
            for event in events
        ]

    def _insert(self, table: str, rows: list[Values]) -> None:
        if rows:
            self.connection.execute(insert(TABLES[table]), rows)

    def _update(self, table: str, changed: list[Values]) -> None:
        for row in changed:
            columns = {name: value for name, value in row.items() if name != "id"}
            self.connection.execute(update(TABLES[table]).where(TABLES[table].c.id == row["id"]).values(columns))

    def _delete(self, table: str, column: str, ids: Sequence[int]) -> None:
        if ids:
            statement = delete(TABLES[table]).where(TABLES[table].c[column] == bindparam("wanted"))
            self.connection.execute(statement, [{"wanted": row_id} for row_id in ids])


def _stamped(application: Application, stamp: int, letters: set[int] | None = None) -> Application:
    """Return the application with the version of this transaction, and those letters (None: all) as well."""
    return replace(
        application,
        version=stamp,
        letters=tuple(
            replace(letter, version=stamp) if letters is None or letter.id in letters else letter
            for letter in application.letters
        ),
    )
