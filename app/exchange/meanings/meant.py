"""What a message was found to mean. Plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Meaning(StrEnum):
    """What a message means, by the names that `import --json` prints."""

    REJECTION = "rejection"
    OFFER = "offer"
    NEW_DATE = "new_date"
    INVITATION = "invitation"
    ANSWER = "answer"
    RECEIPT = "receipt"
    AWAY = "away"
    BOUNCE = "bounce"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Meant:
    """A message's meaning and what it rests on."""

    meaning: Meaning
    sure: bool
    """False: it has to be read."""
    says: str = ""
    """The sentence that tells it, as written; "" when no single one does."""
    day: date | None = None
    """The day it names: to decide by, of their decision, of the interview, of the return."""
