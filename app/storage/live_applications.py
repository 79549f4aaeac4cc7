"""Read what steps depend on, of some applications or of all that are not archived: ten thousand in a third of a second.

Only the columns that steps are worked out from, and only letters that went out. No SQLModel.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from app.etiquette.companies import company_key
from app.etiquette.letter_kinds import FOLLOW_UPS
from app.etiquette.records import Application, Interview
from app.storage import mapping
from app.storage.mapping import BRIEF, quoted
from app.storage.reading import snapshot

TYPE_CHECKING = False  # typing itself is not imported: see frozen
if TYPE_CHECKING:
    from typing import TypeVar

    from app.storage.mapping import Row

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


def _select(table: str, columns: Iterable[str]) -> str:
    """Return the select of what belongs to some applications, in the order that the index gives without sorting."""
    only = f" AND {_ONLY[table]}" if table in _ONLY else ""
    order = "application_id, position, id" if table == "met" else "application_id, id"
    listed = ", ".join(map(quoted, columns))
    return f"SELECT {listed} FROM {quoted(table)} WHERE application_id IN ({_SOME}){only} ORDER BY {order}"


APPLICATIONS = f"SELECT {', '.join(BRIEF['application'])} FROM application WHERE id IN ({_SOME}) ORDER BY id"
CHILDREN = {table: _select(table, columns) for table, columns in BRIEF.items() if table != "application"}


def all_ids(connection: sqlite3.Connection) -> list[int]:
    """Return the ids of all applications, the archived ones as well, in their order."""
    with snapshot(connection):
        return [application_id for (application_id,) in connection.execute(IDS)]


def applications(connection: sqlite3.Connection, ids: Iterable[int]) -> Iterator[Application]:
    """Yield applications by id, with what their steps depend on alone; those that are gone are left out."""
    wanted = sorted(ids)
    with snapshot(connection):
        for start in range(0, len(wanted), AT_A_TIME):
            listed = ",".join(map(str, wanted[start : start + AT_A_TIME]))
            yield from _applications(connection, {"ids": f"[{listed}]"})


def _applications(connection: sqlite3.Connection, some: dict[str, str]) -> list[Application]:
    met = _met(connection, some)

    def interview(row: Row) -> Interview:
        return mapping.brief_interview(row, met.get(row[1], ()))

    def owned(table: str, record: Callable[[Row], T]) -> dict[int, tuple[T, ...]]:
        grouped: defaultdict[int, list[T]] = defaultdict(list)
        for row in connection.execute(CHILDREN[table], some):
            grouped[row[0]].append(record(row))
        return {owner: tuple(records) for owner, records in grouped.items()}

    people = owned("person", mapping.brief_person)
    interviews = owned("interview", interview)
    letters = owned("letter", mapping.brief_letter)
    replies = owned("reply", mapping.brief_reply)
    waivers = owned("waiver", mapping.brief_waiver)
    snoozes = owned("snooze", mapping.brief_snooze)
    return [
        mapping.brief_application(
            row,
            people.get(row[0], ()),
            interviews.get(row[0], ()),
            letters.get(row[0], ()),
            replies.get(row[0], ()),
            waivers.get(row[0], ()),
            snoozes.get(row[0], ()),
        )
        for row in connection.execute(APPLICATIONS, some)
    ]


def _met(connection: sqlite3.Connection, some: dict[str, str]) -> dict[int, tuple[int, ...]]:
    """Return by interview who was met, in the order in which they were named."""
    met: defaultdict[int, list[int]] = defaultdict(list)
    for interview_id, person_id in connection.execute(CHILDREN["met"], some):
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
