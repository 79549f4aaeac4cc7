"""How each meaning of the tables of words shows in what a reader makes of an example."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from app.exchange.contents import Message
from app.exchange.mails import introductions, read_mail
from app.exchange.mails.words import bounces, labels
from app.exchange.raw.word_tables import Phrase
from tests.exchange.mails.writing import mail

DANA = "dana@northwind.example"


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


READERS: Mapping[str, Mapping[str, Callable[[Phrase], bool]]] = {
    bounces.TABLE: {"failed": _failed, "late": _late, "server": _server, "whom": _whom},
    labels.TABLE: dict.fromkeys(("from", "date", "to", "cc", "subject", "other"), _label),
}
"""Table -> meaning -> whether the line's example is read so."""
