"""Time zones as people type them: "PST", "los angeles", "Berlin", "ET", "UTC+2", "W. Europe Standard Time".

Returns IANA names. If a text can mean several zones, the error's sentence asks which.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta, tzinfo
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from app.etiquette.errors import InvalidFieldError
from app.etiquette.text import clean, folded
from app.etiquette.time.dates import zone_key, zone_named
from app.exchange.calendars.zone_names import cities, fixed_offset, iana_name, zones_of_city
from app.hunt.zone_words import NAMES, SEVERAL, SHARED

FIELD = "timezone"
_LONGEST = 80
_ENDINGS = re.compile(r"(?: (?:standard|daylight|summer))?[ -]time(?:[ -]?zone)?$")


def understand_zone(text: str, own_zone: tzinfo) -> str:
    """Return the IANA name of the zone that somebody typed.

    Args:
        own_zone: the user's, which decides where a name such as CST is used in several.

    Raises:
        InvalidFieldError: nothing, or more than one zone, is called so; the sentence says what to type.
    """
    typed = " ".join(clean(text[: 2 * _LONGEST]).split())[:_LONGEST]
    words = _plain(typed)
    windows = iana_name(typed) if typed.casefold().endswith("standard time") else ""
    if windows:
        return windows
    if words in SEVERAL:
        return _one_of(typed, SEVERAL[words], own_zone)
    if words in NAMES:
        return _as_own(NAMES[words], own_zone) if words in SHARED else NAMES[words]
    name = _offset_name(words) or iana_name(typed)
    if name:
        return name
    zones = zones_of_city(words)
    if zones:
        return zones[0] if len({_rule(zone) for zone in zones}) == 1 else _one_of(typed, tuple(zones), own_zone)
    raise InvalidFieldError(FIELD, f"No time zone is called “{clean(typed)[:40]}”. {_advice(words)}")


def zones_by_name() -> list[tuple[str, str]]:
    """Return every zone by what people call it: its city, with its IANA name, then abbreviations and others."""
    iana = [(f"{say_zone(name)} ({name})", name) for name in sorted(available_timezones()) if "/" in name]
    several = [(words, zone) for words, zones in SEVERAL.items() for zone in zones]
    return iana + [
        (f"{words.upper() if len(words) < 5 else words.title()} ({say_zone(zone)})", zone)
        for words, zone in (*NAMES.items(), *several)
    ]


def _plain(typed: str) -> str:
    """Return a name in lower case, without accents and without the words that every zone's name ends with."""
    letters = unicodedata.normalize("NFD", folded(typed).replace("_", " "))
    words = "".join(letter for letter in letters if not unicodedata.combining(letter)).strip(" .")
    return _ENDINGS.sub("", words)


def say_zone(name: str) -> str:
    """Return a zone as people call it, by its city: `Los Angeles`."""
    if name.startswith("Etc/GMT") and name[7:8] in ("+", "-"):
        return f"UTC{'-' if name[7] == '+' else '+'}{name[8:]}"
    return name.rpartition("/")[2].replace("_", " ")


def _one_of(typed: str, zones: tuple[str, ...], own_zone: tzinfo) -> str:
    """Return the zone that somebody who lives in `own_zone` means; raise if that does not decide it."""
    likely = [zone for zone in zones if _rule(zone) == _rule_of(own_zone)]
    if zones[0] == "America/Chicago" and _is_american(own_zone):
        likely = ["America/Chicago"]
    if len(likely) == 1:
        return likely[0]
    cities = [say_zone(zone) for zone in zones]
    raise InvalidFieldError(
        FIELD, f"{typed} could be the time in {', '.join(cities[:-1])} or {cities[-1]}. Type the city."
    )


def _is_american(own_zone: tzinfo) -> bool:
    return _rule_of(own_zone) in {_rule(NAMES[key]) for key in ("et", "ct", "mt", "pt", "akst", "hst", "arizona")}


def _as_own(name: str, own_zone: tzinfo) -> str:
    """Return the user's zone if it has the same clock, else the name."""
    key = zone_key(own_zone)
    return key if key and _rule_of(own_zone) == _rule(name) else name


@cache
def _rule(name: str) -> tuple[timedelta | None, ...]:
    return _rule_of(zone_named(name))


def _rule_of(zone: tzinfo) -> tuple[timedelta | None, ...]:
    """Return a zone's offsets through a year, by which zones with one clock are recognized."""
    return tuple(datetime(2026, month, day, 12, tzinfo=zone).utcoffset() for month in range(1, 13) for day in (1, 15))


def _offset_name(words: str) -> str:
    """Return the IANA name of UTC+2 or GMT-05:00, "" for any other text and for offsets of half an hour.

    Their signs are the other way round: UTC+2 is Etc/GMT-2.
    """
    zone = fixed_offset(words)
    offset = zone.utcoffset(None) if zone is not None else None
    if offset is None:
        return ""
    hours, rest = divmod(int(offset.total_seconds()), 3600)
    if rest:
        raise InvalidFieldError(FIELD, f"{words.upper()} is used in several places. Type a city there.")
    return "UTC" if hours == 0 else f"Etc/GMT{-hours:+d}"


def _advice(words: str) -> str:
    close_names = get_close_matches(words, [*cities(), *NAMES], n=1, cutoff=0.8)
    if close_names:
        return f"Did you mean {close_names[0].title() if len(close_names[0]) > 4 else close_names[0].upper()}?"
    return "Type a large city there, like Berlin or New York, or an abbreviation like PT or CET."


def zone_of(text: str, own_zone: tzinfo) -> tzinfo:
    """Return the zone that somebody typed, the user's own for nothing.

    Raises:
        InvalidFieldError: see `understand_zone`.
    """
    return ZoneInfo(understand_zone(text, own_zone)) if text.strip() else own_zone
