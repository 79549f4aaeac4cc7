"""Exports of ours that come back: which stored application is meant, and the verb that brings over what is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property

from app.etiquette.records import Application, Event
from app.etiquette.stages import Stage
from app.etiquette.state.completing import complete
from app.etiquette.text import folded
from app.exchange.contents import TakenRow
from app.exchange.json_.reading import ExportedApplication
from app.hunt.changes import Change, Verb, When
from app.hunt.intake.joining_applications import Joined, joined
from app.storage import reading

_FACTS = frozenset({"letter_sent", "they_answered", "maybe_answer", "away"})
"""Events that follow from the facts in a file, for a file that has no events."""


class Exported:
    """The stored applications, as exports of ours name them: by uid, else by what tells two applications apart."""

    def __init__(
        self,
        connection: sqlite3.Connection | None,
        stored: Iterable[tuple[Application, Sequence[Event]]],
        when: When,
    ):
        """Take the applications, settled, each with the events, not yet stored, that time has brought about."""
        self._connection, self._when = connection, when
        self._came_about: dict[int, Sequence[Event]] = {}
        self._by_uid: dict[str, Application] = {}
        self._by_identity: dict[tuple[str, ...], list[Application]] = {}
        for application, came_about in stored:
            self._came_about[application.id] = came_about
            self._by_uid[application.uid] = application
            self._by_identity.setdefault(_identity(application), []).append(application)
        self._named: set[int] = set()

    def stored_of(self, imported: Application) -> Application | None:
        """Return the stored application that an imported one means, None if there is none. Two imported ones never mean
        the same, as long as there is another of the same company, role, link and day."""
        stored = self._by_uid.get(imported.uid) if imported.uid else None
        if stored is None:
            alike = self._by_identity.get(_identity(imported), [])
            free = [candidate for candidate in alike if candidate.id not in self._named]
            stored = next(iter(free or alike), None)
        if stored is not None:
            self._named.add(stored.id)
        return stored

    def change_of(self, stored: Application, entry: ExportedApplication) -> tuple[Joined, Verb]:
        """Return a stored application joined with an export's entry for it, and the verb that does this."""
        stored_events = [*self._events.get(stored.id, ()), *self._came_about.get(stored.id, ())]
        completed, implied_events = complete(
            entry.application, entry.stage, entry.events, self._when.policy, self._when.now
        )

        def join(application: Application, when: When) -> Joined:
            return joined(application, stored_events, completed, entry.events, lambda facts: _stage_of(facts, when))

        def verb(application: Application, when: When) -> Change:
            result = join(application, when)
            events = result.events if entry.events else _new_facts(implied_events, stored_events)
            summary = f"Merged {application.company} with an export"
            return Change(result.application, summary, events if result.taken else ())

        return join(stored, self._when), verb

    @cached_property
    def _events(self) -> dict[int, list[Event]]:
        return {} if self._connection is None else reading.all_events(self._connection)


def _new_facts(implied_events: Iterable[Event], stored_events: Iterable[Event]) -> tuple[Event, ...]:
    stored_keys = {(event.what, event.at) for event in stored_events}
    return tuple(
        event for event in implied_events if event.what in _FACTS and (event.what, event.at) not in stored_keys
    )


def _stage_of(application: Application, when: When) -> Stage:
    return complete(application, None, (), when.policy, when.now)[0].stage


def _identity(application: Application) -> tuple[str, ...]:
    """Return what distinguishes two applications in an export of ours: company, role, link and day of applying."""
    return (
        folded(application.company),
        folded(application.role),
        application.url.strip().rstrip("/"),
        application.applied_on.isoformat() if application.applied_on else "",
    )


def row_of(line: int, application: Application) -> TakenRow:
    """Return an application of an export as a row of it."""
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
