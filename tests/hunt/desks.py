"""A hunt on a file of its own, at a machine whose clock may be off."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from app.etiquette.records import Application, Event
from app.hunt.changes import Verb
from app.hunt.gathering import Source
from app.hunt.hunt import Hunt
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.plan import Plan
from app.hunt.intake.planning import NOTHING_ASKED, Asked, plan_for
from app.hunt.other_copies import JoinDone, document, join_copy, read_copy
from app.hunt.verbs import applications
from app.storage import reading
from tests.storage.hunts import NOW, SETTINGS, Clock, open_hunt, reader


class Desk:
    """A hunt on a file, at a machine whose clock may be off."""

    def __init__(self, path: Path, off: timedelta = timedelta()):
        self.path, self.clock = path, Clock(NOW + off)
        self.hunt: Hunt = open_hunt(path, self.clock)

    def do(self, verb: Verb, application: int = 1) -> None:
        """Run a verb, a minute after the one before."""
        self.clock.now += timedelta(minutes=1)
        self.hunt.do(application, verb)

    def edit(self, **fields: Any) -> None:
        """Edit the application."""
        self.do(lambda a, when: applications.edited(a, when, **fields))

    def document(self) -> bytes:
        """Return what the other machine gets."""
        with reader(self.path) as connection:
            return document(connection)

    def join(self, other: Desk) -> JoinDone:
        """Join the other machine's hunt."""
        copy = read_copy(other.document(), "desktop", SETTINGS.policy, self.clock.now)
        return join_copy(self.hunt, copy)

    def plan(self, data: bytes, asked: Asked = NOTHING_ASKED) -> Plan:
        """Return what importing a file would do."""
        return plan_for(self.path, [Source("hunt.json", data)], SETTINGS.policy, self.clock.now, asked)

    def import_(self, data: bytes, asked: Asked = NOTHING_ASKED) -> Plan:
        """Import a file."""
        plan = self.plan(data, asked)
        carry_out(plan, self.hunt)
        return plan

    def application(self) -> Application:
        """Return the application as stored."""
        with reader(self.path) as connection:
            (application,) = reading.all_applications(connection)
            return application

    def events(self) -> list[Event]:
        """Return the timeline of it."""
        with reader(self.path) as connection:
            return reading.events(connection, 1)

    def facts(self) -> object:
        """Return all that is the same on machines that have joined each other: not when an event was recorded, of which
        each may have written its own."""
        whole = json.loads(self.document())
        for application in whole["applications"]:
            for name, listed in application.items():
                if isinstance(listed, list):
                    application[name] = sorted(listed, key=lambda one: one["uid"])
                    for one in listed:
                        one.pop("ref", None)
                        one.pop("recorded", None)
        return sorted(whole["applications"], key=lambda one: str(one["uid"])), sorted(whole["removed"])


def both_ways(one: Desk, other: Desk) -> None:
    """Join both with each other, until both have heard that the other has heard."""
    one.join(other)
    other.join(one)
    one.join(other)
    assert one.facts() == other.facts()
    assert one.join(other).done is None
    assert other.join(one).done is None
