"""The days that a text of theirs, or a note on it, names: the last one away, of their decision, of an offer's deadline.

Read as a mail is, so that what is pasted and what the mailbox brings mean the same. A day that has passed is none.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time

from app.etiquette.errors import UnreadableDateError
from app.etiquette.time.dates import add_days
from app.etiquette.time.plain_times import understand_moment
from app.exchange.mails.absences import absent_until
from app.exchange.mails.replies import new_text
from app.exchange.meanings.judging import deadline_in, phrased
from app.exchange.meanings.meant import Meaning
from app.exchange.meanings.sentences import sentences_of

_MOST_WORDS = 60
"""Words of a sentence among which an hour is looked for."""
_NO_MOMENT = datetime(1, 1, 1, tzinfo=UTC)
"""Stands for now where the day is given."""


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


def offer_deadline(text: str, written_on: date) -> tuple[date, time | None] | None:
    """Return by when an offer wants an answer, the day and the hour if it names one; None where it names no day."""
    sentences = sentences_of(new_text(text))
    day = deadline_in("", sentences, written_on)
    if day is None:
        return None
    theirs = next((one.written for one in sentences if deadline_in("", [one], written_on) == day), "")
    return day, _clock_in(theirs, day)


def _clock_in(sentence: str, day: date) -> time | None:
    """Return the first time of day that a sentence names."""
    words = [word.strip(",;()") for word in sentence.rstrip(" .!").split()[:_MOST_WORDS]]
    for place in range(len(words)):
        for count in (3, 2, 1):
            with suppress(UnreadableDateError):
                clock = " ".join(words[place : place + count])
                return understand_moment(f"{day} {clock}", _NO_MOMENT, UTC, today=day).moment.time()
    return None
