"""The verbs as rows: one for everything that the user did, so that it can be undone. Knows no records."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Connection, insert

from app.etiquette.time.stamps import next_stamp
from app.storage import storable
from app.storage.machines import this_machine
from app.storage.reading import path_of
from app.storage.tables import TABLES
from app.storage.to_rows import Values
from app.storage.values import moment

COALESCED_WITHIN = timedelta(minutes=10)
"""How long a verb may be continued by another with its key: undo takes back at most so much typing."""

KEPT_VERBS = 1000
"""How many of the newest verbs can be taken back; what older ones changed is forgotten."""


def driver(connection: Connection) -> sqlite3.Connection:
    """Return the standard library's connection under SQLAlchemy's, inside the same transaction."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)


def record_verb(
    connection: Connection,
    name: str,
    summary: str,
    application_id: int | None,
    at: datetime,
    *,
    coalesce_key: str = "",
    final: bool = False,
    undoes: int | None = None,
    seen: str = "",
) -> tuple[int, int]:
    """Begin a verb, or continue the last one when its key is the same; return the verb's id and a new stamp.

    The stamp is larger than every one before it, also when a verb is continued: versions are stamps, and a form
    must notice the second of two saves that undo takes back together.

    Args:
        seen: a stamp that its own has to be later than.
    """
    last = (
        driver(connection)
        .execute("SELECT id, stamp, at, coalesce_key, undone, undoes, final, clock FROM verb ORDER BY id DESC LIMIT 1")
        .fetchone()
    )
    stamp = last[1] + 1 if last else 1
    clock = next_stamp(max(last[7] if last else "", seen, _seen(connection)), at, _machine(connection))
    if last and coalesce_key and not final and _continues(last[:7], coalesce_key, at):
        connection.exec_driver_sql("UPDATE verb SET stamp = ?, clock = ? WHERE id = ?", (stamp, clock, last[0]))
        return last[0], stamp
    row: Values = {
        "id": last[0] + 1 if last else 1,
        "at": at,
        "name": name,
        "summary": summary,
        "application_id": application_id,
        "undone": False,
        "undoes": undoes,
        "final": final,
        "coalesce_key": coalesce_key,
        "stamp": stamp,
        "clock": clock,
    }
    storable.check("verb", [row])
    connection.execute(insert(TABLES["verb"]), row)
    connection.exec_driver_sql("DELETE FROM change WHERE verb_id <= ?", (row["id"] - KEPT_VERBS,))
    return row["id"], stamp


def _machine(connection: Connection) -> str:
    return this_machine(path_of(driver(connection)))


def _seen(connection: Connection) -> str:
    """Return the latest stamp of other machines, "" for none."""
    return str(driver(connection).execute("SELECT coalesce(max(seen), '') FROM machine").fetchone()[0])


def _continues(last: tuple[int, int, str, str, int, int | None, int], coalesce_key: str, at: datetime) -> bool:
    _, _, began, key, undone, undoes, final = last
    began_at = moment(began)
    assert began_at is not None
    return (
        key == coalesce_key and not undone and undoes is None and not final and abs(at - began_at) <= COALESCED_WITHIN
    )
