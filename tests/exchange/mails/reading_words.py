"""How each meaning of the tables of words shows in what a reader makes of an example."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.exchange.contents import Message
from app.exchange.mails import introductions, read_mail
from app.exchange.mails.absences import away_until
from app.exchange.mails.replies import new_text
from app.exchange.mails.words import absences, bounces, labels, quotes
from app.exchange.raw.word_tables import Phrase
from tests.exchange.mails.writing import mail

DANA = "dana@northwind.example"
WRITTEN = date(2026, 11, 29)
"""A Sunday."""
DAY_WORDS = """
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday tomorrow today
"""


def _read(data: bytes) -> Message:
    return read_mail("one.eml", data, ZoneInfo("UTC")).messages[0]


def _label(row: Phrase) -> bool:
    return introductions._field_of(row.example) == row.meaning and row.example.casefold().startswith(
        f"{row.words}:".casefold()
    )


def _failed(row: Phrase) -> bool:
    return _read(mail("Sorry.", From="postmaster@northwind.example", Subject=row.example)).is_bounce


def _late(row: Phrase) -> bool:
    report = _read(mail("Sorry.", From="postmaster@northwind.example", Subject=row.example, X_Failed_Recipients=DANA))
    return report.is_delayed and not report.is_bounce


def _server(row: Phrase) -> bool:
    return _read(mail(f"Could not deliver to {DANA}", From=row.example, Subject="Your mail")).is_bounce


def _whom(row: Phrase) -> bool:
    text = f"{row.example}\n"
    return _read(mail(text, From="postmaster@home.example", Subject="Undeliverable: Hello")).failed_for == (DANA,)


def _returned_below(row: Phrase) -> bool:
    text = f"Recipient: {DANA}\n{row.example}\nRecipient: lea@northwind.example\n"
    return _read(mail(text, From="postmaster@home.example", Subject="Undeliverable: Hello")).failed_for == (DANA,)


def _is_notice(subject: str, text: str) -> bool:
    return _read(mail(text, Subject=subject)).is_auto_reply


def _subject(row: Phrase) -> bool:
    return _is_notice(row.example, "I am on vacation.")


def _away(row: Phrase) -> bool:
    return _is_notice("Abwesend - Ihre Bewerbung", row.example)


def _back(row: Phrase) -> bool:
    return away_until(row.example, WRITTEN) == date(2026, 12, 4)


def _last_day(row: Phrase) -> bool:
    return away_until(row.example, WRITTEN) == date(2026, 12, 5)


def _day(row: Phrase) -> bool:
    """Return whether a day is read out of the example in which the word is the only one of its kind."""
    day = away_until(row.example, WRITTEN)
    day = day and day - timedelta(days=1)
    bare = f" {row.example.casefold().replace(',', '')} "
    if day is None or f" {row.words} " not in bare:
        return False
    if row.meaning in ("today", "tomorrow"):
        return day == WRITTEN + timedelta(days=row.meaning == "tomorrow")
    return row.meaning == f"{day:%A}".lower() if row.meaning.endswith("day") else row.meaning == f"{day:%B}".lower()


def _beside(row: Phrase) -> bool:
    """Return whether 4 December is read, whatever stands beside it."""
    words = row.example.casefold().replace(",", "").split()
    return row.words.casefold() in words and away_until(row.example, WRITTEN) in (date(2026, 12, 4), date(2026, 12, 5))


def _attribution(row: Phrase) -> bool:
    """Return whether the example introduces a quote although no mark follows."""
    return introductions.end_of_attribution([row.example, "", "Dear Mia"], 0) == 1


def _message(row: Phrase) -> bool:
    return introductions.message_follows([row.example, "", "Dear Mia"], 0)


def _passed_on(row: Phrase) -> bool:
    """Return whether what follows is kept where nothing but a signature was written above it."""
    return "Dear Mia" in new_text(f"-- \nDana\n\n{row.example}\n\nDear Mia")


def _behind_text(row: Phrase) -> bool:
    return new_text(f"Two lines.\n{row.example}\n> Dear Mia").split("\n")[1] == row.example.partition(".")[0] + "."


def _below_rule(row: Phrase) -> bool:
    return introductions.message_follows(["_" * 30, row.example, "", "Dear Mia"], 0)


def _mailing_list(row: Phrase) -> bool:
    return new_text(f"See you on Friday.\n{'_' * 30}\n{row.example}\n") == "See you on Friday."


def _added(row: Phrase) -> bool:
    return new_text(f"See you on Friday.\n\n{row.example}") == "See you on Friday."


READERS: Mapping[str, Mapping[str, Callable[[Phrase], bool]]] = {
    absences.TABLE: {
        "subject": _subject,
        "after subject": _subject,
        "away": _away,
        "back": _back,
        "away until": _last_day,
        "range from": _last_day,
        "range to": _last_day,
    },
    absences.DAYS: {absences.BESIDE: _beside, **dict.fromkeys(DAY_WORDS.split(), _day)},
    bounces.TABLE: {
        "failed": _failed,
        "late": _late,
        "server": _server,
        "whom": _whom,
        "returned below": _returned_below,
    },
    quotes.TABLE: {
        "wrote": _attribution,
        "wrote to": _attribution,
        "opening": _attribution,
        "year": _attribution,
        "quoting": _attribution,
        "message": _message,
        "forwarded below": _passed_on,
        "message of": _message,
        "forwarded": _passed_on,
        "wrote between rules": _message,
        "opening behind text": _behind_text,
        "wrote behind text": _behind_text,
        "added": _added,
        "mailing list": _mailing_list,
        "sender below rule": _below_rule,
    },
    labels.TABLE: dict.fromkeys(("from", "date", "to", "cc", "subject", "other"), _label),
}
"""Table -> meaning -> whether the line's example is read so."""
