"""What is asked of a mailbox and what it answers. Plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.exchange.contents import Message


@dataclass(frozen=True, slots=True)
class Wanted:
    """What concerns the search."""

    since: date
    """Nothing older is asked for."""
    names: frozenset[str] = frozenset()
    """Addresses, domains, companies: who wrote, or to whom it went."""
    threads: frozenset[str] = frozenset()
    """Message-IDs, with brackets, of letters that were sent: what answers them."""


@dataclass(frozen=True, slots=True)
class FolderSeen:
    """How far a folder was looked through."""

    folder: str
    is_sent: bool = False
    uidvalidity: int = 0
    """0: never looked at."""
    uidnext: int = 1
    """The first UID that was not there yet."""
    since: date | None = None
    asked: frozenset[str] = frozenset()
    """What was asked for below `uidnext`."""
    waiting: frozenset[int] = frozenset()
    """UIDs of what is to be read again although it was seen: nobody has decided on it."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail that concerns the search."""

    folder: str
    uid: int
    is_sent: bool
    """Whether it lies in the folder of sent mail: the person wrote it."""
    message: Message


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look brought."""

    mails: tuple[Mail, ...] = ()
    folders: tuple[FolderSeen, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """What could not be read, a sentence each."""
