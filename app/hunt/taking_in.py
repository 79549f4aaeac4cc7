"""Files taken into the hunt: planned first, then one verb. What is new is added, what is there stays as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.etiquette.completing import complete
from app.etiquette.errors import AfterwordError, ImportFileError
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Me
from app.etiquette.text import folded
from app.exchange.found import FoundFile, TakenRow
from app.exchange.whole import Whole, read_whole, with_added
from app.hunt.gathering import Source, sources
from app.hunt.hunt import Done, Hunt
from app.storage import reading
from app.storage.opened import opened_reader


@dataclass(slots=True)
class Plan:
    """What an import would do."""

    files: list[FoundFile] = field(default_factory=list)
    added: list[tuple[Application, list[Event]]] = field(default_factory=list)
    me: Me | None = None
    refused: list[str] = field(default_factory=list)
    """A sentence for each file that could not be taken in at all."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not self.added and self.me is None

    @property
    def summary(self) -> str:
        """What is done, in the past tense."""
        there = sum(file.merged for file in self.files)
        already = f"; {there} were there already" if there else ""
        return f"Imported {len(self.added)} applications{already}"


def identity(application: Application) -> tuple[str, str, str, str]:
    """Return what tells two applications apart: company, role, link and the day applied on."""
    return (
        folded(application.company),
        folded(application.role),
        application.url.strip().rstrip("/"),
        application.applied_on.isoformat() if application.applied_on else "",
    )


def plan_for(database: Path, names: list[str], policy: Policy, now: datetime) -> Plan:
    """Return what taking these files and folders into a database would do; nothing is changed."""
    with opened_reader(database) as connection:
        return plan_of(sources(names, bytes), connection, policy, now)


def plan_of(
    found: Iterable[Source | ImportFileError], connection: sqlite3.Connection | None, policy: Policy, now: datetime
) -> Plan:
    """Return what taking these files in would do; nothing is changed."""
    plan = Plan()
    known: set[tuple[str, str, str, str]] = set()
    has_me = False
    if connection is not None:
        known = {identity(application) for application in reading.all_applications(connection)}
        has_me = bool(reading.me(connection).name)
    for source in found:
        if isinstance(source, ImportFileError):
            plan.refused.append(str(source))
            continue
        try:
            whole = read_whole(source.data, policy.zone)
        except AfterwordError as error:
            plan.refused.append(f"{source.name}: {error} Nothing of it was taken in.")
            continue
        _plan_whole(plan, source.name, whole, known, policy, now)
        if whole.me is not None and not has_me:
            plan.me = whole.me
    return plan


def _plan_whole(
    plan: Plan, name: str, whole: Whole, known: set[tuple[str, str, str, str]], policy: Policy, now: datetime
) -> None:
    taken: list[TakenRow] = []
    for line, told in enumerate(whole.told, 1):
        dated = with_added(told, now)
        if identity(dated.application) in known:
            continue
        application, events = complete(dated.application, dated.stage, dated.events, policy, now)
        plan.added.append((application, events))
        taken.append(_row(line, application))
    merged = len(whole.told) - len(taken)
    plan.files.append(FoundFile(name, "json", len(whole.told), tuple(taken), merged))


def _row(line: int, application: Application) -> TakenRow:
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


def carry_out(plan: Plan, hunt: Hunt) -> Done:
    """Store what was planned as one verb."""
    return hunt.take_in(plan.summary, plan.added, me=plan.me)
