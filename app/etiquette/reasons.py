"""The sentence behind each step: the rule in words, with the dates of the case (ETIQUETTE sections 2, 3 and 6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache


def sentence(name: str, values: tuple[object, ...]) -> str:
    """Return the reason of that name filled with `values`, as the step's window recorded them."""
    return _SENTENCES[name](*values)


@lru_cache(maxsize=512)
def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def _thank(day: date, urged: bool) -> str:
    if not urged:
        return f"You met them on {_day(day)}. Thank-you notes are chiefly a North American custom: yours to choose."
    return f"You met them on {_day(day)}: thanks read best within 24 hours, and are late after 48."


def _follow_up(date_: date, stated: bool, wait: int, opens: date, held_by: str) -> str:
    if stated:
        said = f"They said {_day(date_)}; give them {wait} business days more before asking."
    else:
        said = f"They named no date, so {_day(date_)} is assumed; silence until then is ordinary."
    return f"{said}{_HELD_BY[held_by].format(_day(opens))}"


def _again(date_: date, first: date, opens: date, held_by: str) -> str:
    said = (
        f"A second note needs both: more than 7 days past {_day(date_)} and 5 business days after "
        f"the first of {_day(first)}. It may be sent, it need not."
    )
    return f"{said}{_HELD_BY[held_by].format(_day(opens))}"


_HELD_BY = {
    "": "",
    "company": " Another status mail went to this company: not again before {}.",
    "away": " They are away: not before {}.",
}


def _decide(deadline: date, given: bool, business_days: int) -> str:
    if given:
        return f"They want your decision by {_day(deadline)}."
    return f"They named no deadline: ask for {business_days} business days, until {_day(deadline)}."


def _close(reply_by: date, followed_up: bool) -> str:
    last = " and 14 days after your last follow-up" if followed_up else ""
    return f"30 days past {_day(reply_by)}{last}: presume that no answer will come, and let it go."


_SENTENCES: dict[str, Callable[..., str]] = {
    "prepare": lambda round_: f"Round {round_} starts within a day: read the posting and your notes again.",
    "missed": lambda round_: f"Nobody came to round {round_}: say so the same day, kindly, and offer new times.",
    "thank": _thank,
    "set_reply_by": lambda: (
        "Thanked, and no date known yet: note when they said they would answer, or a date is assumed."
    ),
    "follow_up": _follow_up,
    "follow_up_again": _again,
    "close": _close,
    "answer_rejection": lambda: "A short, gracious answer to a no keeps the door open; sleep over it, then write.",
    "acknowledge_offer": lambda: "Thank them for an offer within a day, whatever you decide.",
    "decide_offer": _decide,
    "stay_in_touch": lambda months, per_year: (
        f"You asked to stay in touch: {months} months on, at most {per_year} times a year."
    ),
    "keep_applying": lambda days: f"No new application for {days} days while others wait: keep the hunt going.",
}
