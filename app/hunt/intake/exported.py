"""Exports of ours that come back: which stored application is meant, and the verb that brings over what is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property

from app.etiquette.records import Application, Event
from app.etiquette.stages import Stage
from app.etiquette.state.completing import complete
from app.etiquette.text import folded
from app.exchange.json_.reading import Told
from app.hunt.changes import Change, Verb, When
from app.hunt.intake.joining import Joined, joined
from app.storage import reading

_FACTS = frozenset({"letter_sent", "they_answered", "maybe_answer", "away", "outcome_recorded"})
"""Events that follow from facts which a file tells, where it tells no events."""


class Exported:
    """The stored applications, as exports of ours name them: by uid, else by what tells two applications apart."""

    def __init__(
        self,
        connection: sqlite3.Connection | None,
        stored: Iterable[tuple[Application, Sequence[Event]]],
        when: When,
    ):
        """Take the applications, settled, each with what time has brought about and nobody recorded yet."""
        self._connection, self._when = connection, when
        self._came_about: dict[int, Sequence[Event]] = {}
        self._by_uid: dict[str, Application] = {}
        self._by_identity: dict[tuple[str, ...], list[Application]] = {}
        for application, came_about in stored:
            self._came_about[application.id] = came_about
            self._by_uid[application.uid] = application
            self._by_identity.setdefault(_identity(application), []).append(application)
        self._named: set[int] = set()

    def stored_of(self, told: Application) -> Application | None:
        """Return the stored application that is told of, None when there is none. Two that are told of are never one,
        as long as there is another of the same company, role, link and day."""
        found = self._by_uid.get(told.uid) if told.uid else None
        if found is None:
            alike = self._by_identity.get(_identity(told), [])
            free = [each for each in alike if each.id not in self._named]
            found = next(iter(free or alike), None)
        if found is not None:
            self._named.add(found.id)
        return found

    def change_of(self, stored: Application, told: Told) -> tuple[Joined, Verb]:
        """Return what comes of a stored application and what is told of it, and the verb that does it."""
        known = [*self._events.get(stored.id, ()), *self._came_about.get(stored.id, ())]
        completed, made = complete(told.application, told.stage, told.events, self._when.policy, self._when.now)

        def join(application: Application, when: When) -> Joined:
            return joined(application, known, completed, told.events, lambda facts: _stage_of(facts, when))

        def verb(application: Application, when: When) -> Change:
            result = join(application, when)
            events = result.events if told.events else _new_facts(made, known)
            summary = f"Merged {application.company} with an export"
            return Change(result.application, summary, events if result.taken else ())

        return join(stored, self._when), verb

    @cached_property
    def _events(self) -> dict[int, list[Event]]:
        return {} if self._connection is None else reading.all_events(self._connection)


def _new_facts(made: Iterable[Event], known: Iterable[Event]) -> tuple[Event, ...]:
    there = {(event.what, event.at) for event in known}
    return tuple(event for event in made if event.what in _FACTS and (event.what, event.at) not in there)


def _stage_of(application: Application, when: When) -> Stage:
    return complete(application, None, (), when.policy, when.now)[0].stage


def _identity(application: Application) -> tuple[str, ...]:
    """Return what tells two applications of an export of ours apart: company, role, link and the day applied on."""
    return (
        folded(application.company),
        folded(application.role),
        application.url.strip().rstrip("/"),
        application.applied_on.isoformat() if application.applied_on else "",
    )
