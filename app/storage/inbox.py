"""What is remembered of a mailbox: how far each folder was looked through, and what the user has decided on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import delete, insert

from app.storage.reading import snapshot
from app.storage.storable import check
from app.storage.tables import TABLES
from app.storage.writing import Transaction

_FOLDERS = "SELECT folder, is_sent, uidvalidity, uidnext, since, asked, waiting FROM inbox_folder WHERE account = ?"


class Folder(NamedTuple):
    """How far one folder was looked through."""

    folder: str
    is_sent: bool
    uidvalidity: int
    uidnext: int
    since: date | None
    asked: frozenset[str]
    waiting: frozenset[int]


def folders(connection: sqlite3.Connection, account: str) -> list[Folder]:
    """Return the folders of a mailbox that were looked at."""
    with snapshot(connection):
        return [
            Folder(
                name,
                bool(is_sent),
                validity,
                uidnext,
                date.fromisoformat(since) if since else None,
                frozenset(json.loads(asked)),
                frozenset(json.loads(waiting)),
            )
            for name, is_sent, validity, uidnext, since, asked, waiting in connection.execute(_FOLDERS, (account,))
        ]


def dealt_with(connection: sqlite3.Connection, keys: Iterable[str]) -> frozenset[str]:
    """Return which of these the user has decided on."""
    with snapshot(connection):
        query = "SELECT key FROM mail_dealt WHERE key IN (SELECT value FROM json_each(?))"
        return frozenset(key for (key,) in connection.execute(query, (json.dumps(list(keys)),)))


def keep_folders(transaction: Transaction, account: str, seen: Iterable[Folder]) -> None:
    """Store how far folders were looked through, in place of what was stored of them."""
    table = TABLES["inbox_folder"]
    for folder in seen:
        row = {
            "account": account,
            "folder": folder.folder,
            "is_sent": folder.is_sent,
            "uidvalidity": folder.uidvalidity,
            "uidnext": folder.uidnext,
            "since": folder.since.isoformat() if folder.since else "",
            "asked": json.dumps(sorted(folder.asked)),
            "waiting": json.dumps(sorted(folder.waiting)),
        }
        check("inbox_folder", [row])
        transaction.connection.execute(
            delete(table).where(table.c.account == account).where(table.c.folder == folder.folder)
        )
        transaction.connection.execute(insert(table), row)


def deal(transaction: Transaction, keys: Iterable[str], at: datetime) -> None:
    """Store that the user has decided on these, as part of the verb that was begun."""
    wanted = list(dict.fromkeys(keys))
    new = [key for key in wanted if key not in dealt_with(transaction.driver, wanted)]
    if new:
        transaction.connection.execute(insert(TABLES["mail_dealt"]), [{"key": key, "at": at} for key in new])
