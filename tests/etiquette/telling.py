"""Tells applications the way scripts do, through our JSON, and shows windows in wall-clock words of one zone."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from app.etiquette.companies import Company
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, StepName
from app.etiquette.state.completing import complete
from app.etiquette.steps.agenda import agenda_of
from app.etiquette.steps.next_steps import Step, next_steps
from app.etiquette.time.dates import NEVER
from app.exchange.json_.reading import read_whole

BERLIN, NEW_YORK, LORD_HOWE = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"
DANA = {"ref": "dana", "given": "Dana", "family": "Lee", "email": "dana@northwind.example"}
OMAR = {"ref": "omar", "given": "Omar", "family": "Haddad"}

Row: TypeAlias = tuple[str | None, str | None, str | None, str | None]
"""opens, due, late, lapses, as `2026-11-27 14:30`."""


def policy_in(zone: str = BERLIN, *holidays: str, **numbers: Any) -> Policy:
    """Return the default policy in a zone, with holidays as ISO days."""
    days = frozenset(date.fromisoformat(day) for day in holidays)
    return Policy(zone=ZoneInfo(zone), holidays=days, **numbers)


def moment(text: str, zone: str = BERLIN) -> datetime:
    """Return the UTC instant of a wall-clock time such as `2026-11-27 14:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def wall(instant: datetime | None, zone: str = BERLIN) -> str | None:
    """Return an instant as a wall-clock time; None stays None."""
    return None if instant is None else f"{instant.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


def quiet_from(application: Application, policy: Policy, now: datetime) -> datetime | None:
    """Return from when on, at `now` or later, an application asks for nothing; None: it goes on asking."""
    agenda = agenda_of(application, policy, now)
    while agenda.holds_until != NEVER:
        now = agenda.holds_until
        agenda = agenda_of(application, policy, now)
    return None if agenda.steps else now


def read_application(now: datetime, policy: Policy, **fields: Any) -> tuple[Application, list[Event]]:
    """Return an application read from an export in which it has these fields, completed at `now`, with its events."""
    document = {"afterword": 1, "applications": [{"company": "Northwind", "role": "Data Engineer", **fields}]}
    (entry,) = read_whole(json.dumps(document).encode(), policy.zone).applications
    return complete(entry.application, entry.stage, entry.events, policy, now)


def interview(
    starts: str, ends: str | None = None, *, met: tuple[str, ...] = ("dana",), **fields: Any
) -> dict[str, Any]:
    """Return an interview in the JSON's shape; `ends` is a time of the same day."""
    day = starts.split(" ")[0]
    return {"starts": starts, "ends": ends and f"{day} {ends}", "met": list(met), **fields}


def sent(kind: str, when: str, to: str | None = "dana") -> dict[str, Any]:
    """Return a letter that went out, in the JSON's shape."""
    return {"kind": kind, "to": to, "status": "sent", "sent": when}


def steps_of(
    application: Application,
    now: str,
    policy: Policy,
    zone: str = BERLIN,
    company: Company | None = None,
    *,
    debriefs: bool = False,
) -> list[Step]:
    """Return what can be done at a wall-clock time; a debrief, which comes with every interview, only if wanted."""
    steps = next_steps(application, policy, moment(now, zone), company or Company())
    return [step for step in steps if debriefs or step.name is not StepName.DEBRIEF]


def row(step: Step, zone: str = BERLIN) -> Row:
    """Return a step's four moments as wall-clock times."""
    return wall(step.opens, zone), wall(step.due, zone), wall(step.late, zone), wall(step.lapses, zone)


def rows(steps: list[Step], zone: str = BERLIN) -> dict[StepName, Row]:
    """Return the windows by step; each step's name has to occur once."""
    by_step = {step.name: row(step, zone) for step in steps}
    assert len(by_step) == len(steps)
    return by_step
