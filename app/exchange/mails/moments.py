"""When a mail was written: its Date, else when the first server to be trusted received it. UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz

from app.exchange.mails.headers import unfolded
from app.exchange.mails.parts import Part

_LONGEST = 300
_COMMENT = re.compile(r"\([^()]*\)")
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)[T ]+(\d\d?):(\d\d)(?::(\d\d))?(?:[.,]\d+)? *(Z|[+-]\d\d:?\d\d)?")
_ZONE = re.compile(r"(?:[+-]\d{4}|[+-]\d\d:\d\d|:\d\d ?Z|\b(?:GMT|UTC?|[ECMP][SD]T))(?: \d{4})?$", re.IGNORECASE)
"""What is none of these the library takes as UTC."""
_DAY = timedelta(days=1)
_MOST_STAMPS = 50
_YEARS = range(1970, 2101)
"""Another year is a fault of the program's."""
_MONTHS = {
    "jän": "Jan", "janv": "Jan", "ene": "Jan", "fév": "Feb", "févr": "Feb", "mär": "Mar", "mrz": "Mar", "mars": "Mar",
    "avr": "Apr", "abr": "Apr", "mai": "May", "juin": "Jun", "juil": "Jul", "ago": "Aug", "août": "Aug", "okt": "Oct",
    "dez": "Dec", "déc": "Dec", "dic": "Dec",
}  # fmt: skip


def written_at(part: Part, zone: tzinfo) -> datetime | None:
    """Return the instant of the Date field, else of the newest Received that can be read; None: there is neither.

    A date that leaves its zone open is the first server's stamp where that is within a day of it: it names its own.

    Args:
        zone: the user's, in which a date without any zone is meant where no server helps.
    """
    dates = [
        unfolded(value[:_LONGEST]) for name in ("date", "resent-date", "delivery-date") for value in part.all(name)
    ]
    written = next((date for date in dates if read_date(date, zone)), "")
    stamps = [value.rpartition(b";")[2] for value in part.all("received")[:_MOST_STAMPS] if b";" in value]
    received = [moment for stamp in stamps if (moment := read_date(unfolded(stamp[:_LONGEST]), zone))]
    moment = read_date(written, zone)
    if moment is None:
        return received[0] if received else None
    if not has_zone(written) and received and abs(received[-1] - moment) <= _DAY:
        return received[-1]
    return moment


def has_zone(text: str) -> bool:
    """Return whether a date says which zone it is in, by an offset or one of the names that RFC 5322 4.3 knows."""
    return _ZONE.search(_plain(text)) is not None


def read_date(text: str, zone: tzinfo) -> datetime | None:
    """Return the instant that a date as programs write it (RFC 5322 3.3, or nearly) means; None: it is none."""
    plain = _plain(text)
    match = _ISO.match(plain)
    if match:
        numbers = [int(digits or 0) for digits in match.groups()[:6]]
        return _moment(numbers, _offset(match[7]), zone)
    plain = re.sub(r"[^\W\d_]+\.?", lambda word: _MONTHS.get(word[0].rstrip(".").lower(), word[0]), plain)
    plain = re.sub(r"(\d)\.(?=\d\d\b)", r"\1:", plain) if ":" not in plain else plain
    plain = re.sub(r"\b(?:GMT|UTC)(?=[+-]\d)", "", plain)
    plain = re.sub(r"([+-]\d\d):(\d\d)$", r"\1\2", plain)
    parsed = parsedate_tz(plain)
    if parsed is None:
        return None
    return _moment(list(parsed[:6]), parsed[9] if _ZONE.search(plain) else None, zone)


def _plain(text: str) -> str:
    """Return a date without its comments (RFC 5322 3.2.2; three deep at most) and in single spaces."""
    plain = text[:_LONGEST]
    for _ in range(3):
        plain = _COMMENT.sub(" ", plain)
    return " ".join(plain.split())


def _offset(text: str | None) -> int | None:
    if text is None or text == "Z":
        return None if text is None else 0
    hours, minutes = int(text[1:3]), int(text[-2:])
    return (-1 if text[0] == "-" else 1) * (hours * 3600 + minutes * 60)


def _moment(numbers: list[int], offset: int | None, zone: tzinfo) -> datetime | None:
    """Return the instant; a leap second is the one before, an offset that no place has is none at all."""
    year, month, day, hour, minute, second = numbers
    if year not in _YEARS:
        return None
    try:
        own_zone = zone if offset is None else timezone(timedelta(seconds=offset))
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=own_zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
