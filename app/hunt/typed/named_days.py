"""The days that a text of theirs, or a note on it, names: the last one away, of their decision, of an offer's deadline.

Read as a mail is, so that what is pasted and what the mailbox brings mean the same. A day that has passed is none.
"""

from __future__ import annotations

from datetime import date

from app.etiquette.time.dates import add_days
from app.exchange.mails.absences import absent_until
from app.exchange.mails.replies import new_text
from app.exchange.meanings.judging import deadline_in, phrased
from app.exchange.meanings.meant import Meaning
from app.exchange.meanings.sentences import sentences_of


def last_day_away(text: str, written_on: date) -> date | None:
    """Return the last day of an absence that a text tells of, None for none."""
    back = absent_until(new_text(text), written_on)
    return add_days(back, -1) if back is not None else None


def decision_day(text: str, written_on: date) -> date | None:
    """Return the day by which a text says that they decide, None for none: away, they decide nothing."""
    if not text.strip() or last_day_away(text, written_on) is not None:
        return None
    meant = phrased("", new_text(text), "", written_on).meant
    return meant.day if meant.meaning is Meaning.NEW_DATE else None


def offer_deadline(text: str, written_on: date) -> date | None:
    """Return the day by which an offer wants an answer, None where it names none."""
    return deadline_in("", sentences_of(new_text(text)), written_on)
