"""What a field is called in a sentence, and its values as a person reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from app.etiquette.from_them import ReplyBy
from app.etiquette.records import Outcome
from app.etiquette.stages import STAGE_TITLES, Stage
from app.etiquette.time.dates import local, local_day, say_clock, say_date, say_day, say_moment
from app.etiquette.titles import OUTCOME_TITLES
from app.hunt.changes import When

_LONGEST = 60
_NOTHING = "nothing"
_LABELS = {
    "url": "link", "applied_on": "applied on", "reply_by": "decision date", "no_follow_ups": "no follow-ups",
    "keep_in_touch": "stay in touch", "noted": "what stood out", "given": "given name", "family": "family name",
    "timezone": "time zone", "part": "role", "starts": "start", "ends": "end", "day_only": "only the day is known",
    "is_ticked": "ticked",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """A value in the program's own words, which stand without quotation marks."""

    words: str


def label_of(field: str) -> str:
    """Return what a field is called in a sentence."""
    return _LABELS.get(field, field.replace("_", " "))


def say(value: Any, when: When) -> str:
    """Return a value as a person reads it."""
    zone, today = when.policy.zone, local_day(when.now, when.policy.zone)
    match value:
        case None | "" | ():
            return _NOTHING
        case Words():
            return value.words
        case Outcome():
            on = f" on {say_date(local_day(value.at, zone), today.year)}" if value.at else ""
            until = f", decide by {say_date(value.decide_by, today.year)}" if value.decide_by else ""
            until += f" at {say_clock(local(value.decide_at, zone))}" if value.decide_at else ""
            return f"{OUTCOME_TITLES[value.kind].lower()}{on}{until}" + (
                f", {value.decision}" if value.decision else ""
            )
        case ReplyBy():
            return say_day(value.date, today) + ("" if value.stated else " (usual wait)")
        case Stage():
            return STAGE_TITLES[value]
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value).replace("_", " ")
        case datetime():
            return say_moment(value, when.now, zone)
        case date():
            return say_day(value, today)
        case str():
            return f"“{value}”"
        case _:
            return str(value)


def shortened(words: str) -> str:
    """Return the beginning of a value in words, on one line."""
    first, _, more = words.partition("\n")
    if len(first) > _LONGEST:
        first, more = first[: _LONGEST - 1], "more"
    return f"{first}…{'”' * first.startswith('“')}" if more else first
