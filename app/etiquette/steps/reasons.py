"""The sentence behind each step: the rule in words, with the dates of the case.

Every number in it is handed over by the step's window, which has it from the policy.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from app.etiquette.time.lengths import count, length


def sentence(name: str, values: tuple[object, ...]) -> str:
    """Return the reason of that name filled with `values`, as the step's window recorded them."""
    return _SENTENCES[name](*values)


@lru_cache(maxsize=512)
def _day(day: date) -> str:
    return f"{day:%a}, {day:%b} {day.day}"


def _thank(day: date, urged: bool, due: timedelta, late: timedelta) -> str:
    if not urged:
        return f"You met them on {_day(day)}. Thank-you notes are chiefly a North American custom: it's your choice."
    return f"You met them on {_day(day)}. A thank-you reads best within {length(due)}; after {length(late)} it is late."


def _follow_up(date_: date, stated: bool, wait: int, opens: date, held_by: str, is_open: bool) -> str:
    if not stated:
        said = f"They named no date. Expected by {_day(date_)} (usual wait); silence until then is normal."
        return f"{said} You can ask now." if is_open else f"{said} {_until(opens, held_by)}"
    if not is_open:
        return f"They said {_day(date_)}; give them {count(wait, 'business day')} more. {_until(opens, held_by)}"
    if not wait:
        return f"They said {_day(date_)}, and that day has come: you can ask now."
    passed = f"{count(wait, 'business day')} {'has' if wait == 1 else 'have'} passed"
    return f"They said {_day(date_)}, and {passed}: you can ask now."


def _again(date_: date, first: date | None, days: int, business_days: int, opens: date, held_by: str, now: bool) -> str:
    since = f"your first on {_day(first)}" if first else "your first"
    past = f"more than {count(days, 'day')} after {_day(date_)}, and {count(business_days, 'business day')} after"
    said = f"A second note is optional: {past} {since}."
    return said if now else f"{said} {_until(opens, held_by)}"


def _until(opens: date, held_by: str) -> str:
    return _HELD_BY[held_by].format(_day(opens))


_HELD_BY = {
    "": "Wait until {}.",
    "company": "Another follow-up went to this company; wait until {}.",
    "away": "They are away; wait until {}.",
}


def _decide(deadline: date, given: bool, business_days: int) -> str:
    if given:
        return f"They want your decision by {_day(deadline)}."
    return f"They gave no deadline. Ask for {count(business_days, 'business day')}, until {_day(deadline)}."


def _close(reply_by: date, days: int, follow_up_days: int | None) -> str:
    last = "" if follow_up_days is None else f" and {count(follow_up_days, 'day')} after your last follow-up"
    return f"{count(days, 'day')} past {_day(reply_by)}{last}: assume that no reply will come, and close it."


def _missed_close(business_days: int, since: date, was_asked: bool) -> str:
    what = "you asked for a new time" if was_asked else "the interview that they missed"
    return f"{count(business_days, 'business day')} after {what} ({_day(since)}), nothing is planned: close it."


_SENTENCES: dict[str, Callable[..., str]] = {
    "prepare": lambda round_, ahead: f"{length(ahead)} before round {round_}: reread the posting and your notes.",
    "missed": lambda round_: f"They missed round {round_}. Write the same day, kindly, and offer new times.",
    "missed_again": lambda asked: (
        f"You asked for a new time ({_day(asked)}), and nothing is planned yet. Ask once more, then leave it."
    ),
    "missed_close": _missed_close,
    "thank": _thank,
    "set_reply_by": lambda wait: (
        f"You have thanked them. When will they decide? Without a date, one is assumed {length(wait)} after the thanks."
    ),
    "find_date": lambda: "There was an interview, and its date is missing. Add it to see what comes next, and when.",
    "follow_up": _follow_up,
    "follow_up_again": _again,
    "close": _close,
    "answer_rejection": lambda: "A short, gracious reply to a rejection keeps the door open. Sleep on it, then write.",
    "acknowledge_offer": lambda wait: f"Thank them for the offer within {length(wait)}, whatever you decide.",
    "decide_offer": _decide,
    "withdraw": lambda business_days: (
        f"You accepted another offer. Tell them within {count(business_days, 'business day')}, so they can move on."
    ),
    "stay_in_touch": lambda months, per_year: (
        f"You asked to stay in touch: {count(months, 'month')} on, at most {count(per_year, 'time')} a year."
    ),
    "keep_applying": lambda days: f"No new application for {count(days, 'day')} while others wait: send one.",
}
