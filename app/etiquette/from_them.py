"""The records of what comes from them: the posting of a role, their replies, the day by which they answer."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from app.etiquette.frozen import dataclass
from app.etiquette.text import Lines
from app.etiquette.unset import UNSET


@dataclass(frozen=True, slots=True)
class Posting:
    """What a role was advertised with, as it stood when it was kept: the page may be gone since."""

    id: int = 0
    address: str = ""
    """Where it was, "" for a text that was pasted or read from a file that does not say."""
    title: str = ""
    text: Lines = ""
    kept: datetime = UNSET
    """When it was kept, or kept anew."""
    closes: date | None = None
    """The last day on which one can apply, if it says so."""
    uid: str = ""


class Standing(StrEnum):
    """What a mail of theirs counts as."""

    ANSWER = "answer"
    UNREAD = "unread"
    """It may be an answer; the user has yet to say what it was."""
    NOTHING = "nothing"
    """The user has read it, and it is no answer: a receipt, a notice."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of theirs without a decision. An out-of-office note is one with `away_until`: no answer at all; nor is
    one whose `standing` says so."""

    id: int = 0
    at: datetime = UNSET
    text: Lines = ""
    reply_by: date | None = None
    away_until: date | None = None
    """The day they return; None: not an out-of-office note."""
    person: int | None = None
    message_id: str = ""
    subject: str = ""
    uid: str = ""
    standing: Standing = Standing.ANSWER

    @property
    def is_answer(self) -> bool:
        """Whether it counts as an answer (ETIQUETTE 3.5)."""
        return self.away_until is None and self.standing is Standing.ANSWER


@dataclass(frozen=True, slots=True)
class ReplyBy:
    """The day by which they answer; `stated` by them, else assumed by the policy. `known` is when it became known."""

    date: date
    stated: bool
    known: datetime | None = None
