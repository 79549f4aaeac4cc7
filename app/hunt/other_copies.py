"""This copy of the hunt as another machine gets it, our JSON, and the copy of another machine joined with this one."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from app.etiquette.errors import ImportFileError, InvalidFieldError
from app.etiquette.policy import Policy
from app.etiquette.records import Me
from app.etiquette.time.lengths import count
from app.exchange.json_.reading import read_whole
from app.hunt.hunt import Done, Hunt
from app.hunt.joining.noting import notes_in, there_twice
from app.hunt.joining.reading import their_copy
from app.hunt.joining.storing import JoinEffect, WantedJoin
from app.hunt.writing_out import document_of


@dataclass(frozen=True, slots=True)
class JoinDone:
    """What joining another copy of the hunt did."""

    summary: str
    changes: int
    """Applications that are new, changed or gone."""
    done: Done | None
    """None: nothing was new."""
    notes: tuple[str, ...] = ()
    """What two machines recorded that does not go together, a sentence each without its full stop."""


def document(connection: sqlite3.Connection) -> bytes:
    """Return this copy of the hunt as the bytes that another machine joins."""
    return json.dumps(document_of(connection), ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class OtherCopy:
    """Another machine's copy of the hunt, read."""

    wanted: WantedJoin
    hunt_uid: str
    me: Me | None = None
    """Who the user is by that copy; None: it does not say."""


def read_copy(data: bytes, name: str, policy: Policy, now: datetime) -> OtherCopy:
    """Return another copy of the hunt from its document. It takes half as long as joining it, and needs no database.

    Args:
        name: of the machine that it comes from.

    Raises:
        ImportFileError: it is no copy of a hunt, or a newer program wrote it.
    """
    try:
        whole = read_whole(data, policy.zone)
    except InvalidFieldError as error:
        raise ImportFileError(f"{name}: {error}") from error
    if not whole.marks.machine:
        raise ImportFileError(f"{name} is an export of an older Afterword, which can be imported, not joined.")
    return OtherCopy(WantedJoin(name, their_copy(whole, policy, now)), whole.uid, whole.me)


def join_copy(hunt: Hunt, other: OtherCopy) -> JoinDone:
    """Join another copy of the hunt with this one as one verb: all that only it has, and of two changes the later.

    Raises:
        StorageError: it could not be stored; nothing was.
    """
    name, changes = other.wanted.name, 0
    notes: list[str] = []

    def summary(effect: JoinEffect) -> str:
        nonlocal changes
        changes = len(effect.touched)
        notes.extend([*notes_in(effect.result), *there_twice(effect.result, name)])
        return f"Joined {count(changes, 'change')} from {name}"

    done = hunt.join(other.wanted, summary, other.hunt_uid, other.me)
    return JoinDone(f"{count(changes, 'change')} from {name}" if changes else "", changes, done, tuple(notes))
