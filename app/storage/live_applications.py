"""Read what steps depend on, of some applications or of all that are not archived: ten thousand in a third of a second.

Only the columns that steps are worked out from, and only letters that went out. No SQLModel.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, TypeVar

from app.etiquette.companies import company_key
from app.etiquette.letter_kinds import FOLLOW_UPS
from app.etiquette.records import Application, Interview
from app.storage.columns import APPLICATION, BRIEFLY_READ, INTERVIEW, OWNED, names_of
from app.storage.reading import snapshot
from app.storage.record_table import RecordTable
from app.storage.to_records import Row, maker
from app.storage.values import ids_as_json, listed

T = TypeVar("T")

IDS = "SELECT id FROM application ORDER BY id"

STATUS_MAILS = """
    SELECT application.company, application.id, max(letter.sent)
    FROM letter CROSS JOIN application ON application.id = letter.application_id
    WHERE letter.status = 'sent' AND letter.kind IN ({kinds}) GROUP BY application.id""".format(
    kinds=", ".join(f"'{kind}'" for kind in sorted(FOLLOW_UPS))
)

_ONLY = {"letter": "sent IS NOT NULL"}
_SOME = "SELECT value FROM json_each(:ids)"
AT_A_TIME = 1_000
"""Applications read with one round of selects, so that ten thousand are never in memory at once."""


def _select(table: str, columns: str, order: str = "application_id, id") -> str:
    """Return the select of what belongs to some applications, in the order that the index gives without sorting."""
    only = f" AND {_ONLY[table]}" if table in _ONLY else ""
    return f"SELECT {columns} FROM {table} WHERE application_id IN ({_SOME}){only} ORDER BY {order}"


APPLICATIONS = f"SELECT {listed(names_of(APPLICATION, brief=True))} FROM application WHERE id IN ({_SOME}) ORDER BY id"
CHILDREN = {table.name: _select(table.name, listed(names_of(table, brief=True))) for table in BRIEFLY_READ}
MET = _select("met", "interview_id, person_id", "application_id, position, id")


def all_ids(connection: sqlite3.Connection) -> list[int]:
    """Return the ids of all applications, archived ones included, in their order."""
    with snapshot(connection):
        return [application_id for (application_id,) in connection.execute(IDS)]


def applications(connection: sqlite3.Connection, ids: Iterable[int]) -> Iterator[Application]:
    """Yield applications by id, with only what their steps depend on, skipping those that are gone."""
    sorted_ids = sorted(ids)
    with snapshot(connection):
        for start in range(0, len(sorted_ids), AT_A_TIME):
            yield from _applications(connection, {"ids": ids_as_json(sorted_ids[start : start + AT_A_TIME])})


def _applications(connection: sqlite3.Connection, parameters: dict[str, str]) -> list[Application]:
    met = _met(connection, parameters)
    interview = maker(INTERVIEW, brief=True)

    def with_met(row: Row) -> Interview:
        return interview(row, met.get(row[1], ()))

    def owned(table: RecordTable[T]) -> dict[int, tuple[T, ...]]:
        record: Callable[[Row], Any] = with_met if table is INTERVIEW else maker(table, brief=True)
        grouped: defaultdict[int, list[T]] = defaultdict(list)
        for row in connection.execute(CHILDREN[table.name], parameters):
            grouped[row[0]].append(record(row))
        return {owner: tuple(records) for owner, records in grouped.items()}

    application = maker(APPLICATION, brief=True)
    fields = [owned(table) if table in BRIEFLY_READ else {} for table in OWNED]
    return [
        application(row, *[records.get(row[0], ()) for records in fields])
        for row in connection.execute(APPLICATIONS, parameters)
    ]


def _met(connection: sqlite3.Connection, parameters: dict[str, str]) -> dict[int, tuple[int, ...]]:
    """Return, by interview, the people met, in the order in which they were named."""
    met: defaultdict[int, list[int]] = defaultdict(list)
    for interview_id, person_id in connection.execute(MET, parameters):
        met[interview_id].append(person_id)
    return {interview_id: tuple(people) for interview_id, people in met.items()}


def last_status_mails(connection: sqlite3.Connection) -> dict[str, list[tuple[int, datetime]]]:
    """Return by company, as `company_key` compares it, when each application there last sent a follow-up.

    ETIQUETTE 3.6: a status mail to anybody at a company holds back another.
    """
    mails: dict[str, list[tuple[int, datetime]]] = {}
    with snapshot(connection):
        for company, application_id, sent in connection.execute(STATUS_MAILS):
            mails.setdefault(company_key(company), []).append((application_id, datetime.fromisoformat(sent)))
    return mails
