"""Write the agenda, inside the transaction of the verb that changed an application. Knows no rule of the etiquette."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert

from app.etiquette.stages import Stage
from app.etiquette.steps.agenda import Agenda
from app.etiquette.steps.next_steps import Step, presses
from app.storage.agenda import URGENCIES, saved_reason
from app.storage.inserting import insert_rows
from app.storage.journal import driver
from app.storage.tables import TABLES
from app.storage.to_rows import Values
from app.storage.values import ids_as_json, moment, stored

_RANKS = {urgency: rank for rank, urgency in enumerate(URGENCIES)}
_OUTDATE = """
    UPDATE agenda_state SET holds_until = ?
    WHERE stage != 'outcome' AND application_id IN (SELECT application_id FROM interview)"""
_STATES = """
    SELECT application_id, company, status_mail FROM agenda_state
    WHERE application_id IN (SELECT value FROM json_each(?))"""
_OTHERS_AT = """
    SELECT application_id FROM agenda_state
    WHERE company IN (SELECT value FROM json_each(?1)) AND application_id NOT IN (SELECT value FROM json_each(?2))"""


class Mail(NamedTuple):
    """What of an application concerns others at its company: the name to compare, and the last follow-up sent."""

    company: str
    sent: datetime | None


def mails_of(connection: Connection, ids: Iterable[int]) -> dict[int, Mail]:
    """Return what is stored of these applications, without those of which nothing is."""
    rows = driver(connection).execute(_STATES, (ids_as_json(ids),))
    return {row[0]: Mail(row[1], moment(row[2])) for row in rows}


def others_at(connection: Connection, companies: Collection[str], ids: Iterable[int]) -> list[int]:
    """Return the other applications at these companies, by id."""
    if not companies:
        return []
    rows = driver(connection).execute(_OTHERS_AT, (json.dumps(list(companies)), ids_as_json(ids)))
    return sorted(application_id for (application_id,) in rows)


def remove(connection: Connection, ids: Sequence[int]) -> None:
    """Take applications off the agenda: they were deleted, or will be put on it anew."""
    if ids:
        for table in (TABLES["agenda"], TABLES["agenda_state"]):
            statement = delete(table).where(table.c.application_id == bindparam("gone"))
            connection.execute(statement, [{"gone": application_id} for application_id in ids])


def put(connection: Connection, agendas: Sequence[Agenda], mails: dict[int, Mail]) -> None:
    """Store the agendas of applications that have none, or no longer one: see `remove`."""
    states: list[Values] = []
    steps: list[Values] = []
    for agenda in agendas:
        mail = mails[agenda.application_id]
        states.append(
            {
                "application_id": agenda.application_id,
                "stage": agenda.stage,
                "company": mail.company,
                "status_mail": mail.sent,
                "made": agenda.made,
                "holds_until": agenda.holds_until,
            }
        )
        steps += (_values(agenda.application_id, step) for step in agenda.steps)
    insert_rows(connection, "agenda_state", states)
    insert_rows(connection, "agenda", steps)


def begin_anew(
    connection: Connection, mails: dict[int, Mail], stages: dict[int, Stage], now: datetime, stamp: str
) -> None:
    """Empty the agenda and note of every application that its own has to be made.

    Args:
        mails, stages: of every application there is.
    """
    for name in ("agenda", "agenda_state", "agenda_stamp"):
        connection.execute(delete(TABLES[name]))
    states = [
        {
            "application_id": application_id,
            "stage": stages[application_id],
            "company": mail.company,
            "status_mail": mail.sent,
            "made": now,
            "holds_until": now,
        }
        for application_id, mail in mails.items()
    ]
    insert_rows(connection, "agenda_state", states)
    connection.execute(insert(TABLES["agenda_stamp"]), {"id": 1, "stamp": stamp})


def outdate(connection: Connection, now: datetime) -> None:
    """Mark the agendas of all applications with an interview that have no outcome as outdated."""
    connection.exec_driver_sql(_OUTDATE, (stored(now),))


def _values(application_id: int, step: Step) -> Values:
    return {
        "application_id": application_id,
        "step": step.name,
        "kind": step.kind,
        "person_id": step.person,
        "interview_id": step.interview,
        "opens": step.opens,
        "due": step.due,
        "late": step.late,
        "lapses": step.lapses,
        "snoozed_until": step.snoozed_until,
        "urgency": _RANKS[step.urgency],
        "presses": presses(step),
        "reason": saved_reason(step.why),
    }
