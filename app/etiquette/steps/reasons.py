"""The sentence behind each step: the rule in words, with the dates of the case.

Every number in it is handed over by the step's window, which has it from the policy.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from app.etiquette.time.dates import say_day
from app.etiquette.time.lengths import count, length


def sentence(name: str, values: tuple[object, ...], today: date, *, is_ahead: bool = False) -> str:
    """Return the reason of that name filled with `values`, as the step's window recorded them.

    Args:
        today: the day on which it is read: dates of another year are given with it.
        is_ahead: whether the step does not open yet, so that what it rests on is still to come about.
    """
    says = (_AHEAD.get(name) if is_ahead else None) or _SENTENCES[name]
    return says(*(say_day(value, today) if isinstance(value, date) else value for value in values))


def _thank(day: str, urged: bool, due: timedelta, late: timedelta) -> str:
    if not urged:
        return f"You met them on {day}. Thank-you notes are mainly a North American custom, so it's your choice."
    return f"You met them on {day}. A thank-you works best within {length(due)}; after {length(late)} it's late."


def _follow_up(date_: str, stated: bool, wait: int, opens: str, held_by: str, is_open: bool) -> str:
    if not stated:
        if is_open:
            return f"You can ask now. They gave no date; a reply was expected by {date_} (usual wait)."
        sentence = f"They gave no date; expected by {date_} (usual wait). Silence until then is normal."
        return f"{sentence} {_until(opens, held_by)}"
    if not is_open:
        patience = f"; give them {count(wait, 'more business day')}" if wait else ""
        return f"They said {date_}{patience}. {_until(opens, held_by)}"
    if not wait:
        return f"You can ask now. They said {date_}, and that day has come."
    return f"You can ask now. They said {date_}, and {count(wait, 'business day')} {_have(wait)} passed."


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _again(date_: str, first: str | None, days: int, business_days: int, opens: str, held_by: str, now: bool) -> str:
    since = f"your first ({first})" if first else "your first"
    past = f"more than {count(days, 'day')} after {date_} and {count(business_days, 'business day')} after {since}"
    if now:
        return f"You can follow up once more, but you don't have to: it's {past}."
    return f"A second follow-up is optional: {past}. {_until(opens, held_by)}"


def _until(opens: str, held_by: str) -> str:
    return _HELD_BY[held_by].format(opens)


_HELD_BY = {
    "": "Wait until {}.",
    "company": "Another follow-up went to this company; wait until {}.",
    "away": "They're away; wait until {}.",
}


def _decide(deadline: str, is_given: bool, business_days: int, clock: str = "") -> str:
    if is_given:
        return f"They want your decision by {deadline}{f' at {clock}' if clock else ''}."
    return f"They gave no deadline. Ask for {count(business_days, 'business day')}, until {deadline}."


def _close(reply_by: str, days: int, follow_up_days: int | None) -> str:
    last = "" if follow_up_days is None else f" and {count(follow_up_days, 'day')} after your last follow-up"
    return f"Close it: it's {count(days, 'day')} past {reply_by}{last}, so assume there will be no reply."


def _close_ahead(reply_by: str, days: int, follow_up_days: int | None) -> str:
    last = "" if follow_up_days is None else f" and {count(follow_up_days, 'day')} after your last follow-up"
    return f"If there's no reply {count(days, 'day')} after {reply_by}{last}, you can close it."


def _missed_close(business_days: int, since: str, was_asked: bool) -> str:
    what = "you asked for a new time" if was_asked else "the interview they missed"
    return f"Close it: {count(business_days, 'business day')} after {what} ({since}), nothing is planned."


def _missed_close_ahead(business_days: int, since: str, was_asked: bool) -> str:
    what = "you asked for a new time" if was_asked else "the interview they missed"
    return f"If nothing is planned {count(business_days, 'business day')} after {what} ({since}), you can close it."


def _check_outcome(outcome: str, ended: str, what: str, day: str) -> str:
    if not what:
        return f"Your machines don't agree on how it ended. Now: {outcome} ({ended}). Say which is right."
    return f"Your machines don't agree: {outcome} ({ended}) on one, {what} ({day}) on the other. Say which is right."


_SENTENCES: dict[str, Callable[..., str]] = {
    "prepare": lambda round_, ahead: f"{length(ahead)} before round {round_}: reread the posting and your notes.",
    "prepare_day": lambda round_: (
        f"Before round {round_}: reread the posting and your notes. You have the day but not the time yet."
    ),
    "debrief": lambda round_: (
        f"Round {round_} is over. Note who was there, what each of them said, and when they'll decide."
    ),
    "missed": lambda round_: f"They missed round {round_}. Write the same day, kindly, and offer new times.",
    "missed_again": lambda asked: (
        f"Nothing has been planned since you asked for a new time ({asked}). Ask once more, then leave it."
    ),
    "missed_close": _missed_close,
    "thank": _thank,
    "set_reply_by": lambda wait: (
        f"You've thanked them. When will they decide? With no date after {length(wait)}, the usual wait applies."
    ),
    "find_date": lambda: "There was an interview, but its date is missing. Add it to see what comes next, and when.",
    "read_answer": lambda: "They may have replied. Read the email and say what it is; your follow-up waits until then.",
    "check_outcome": _check_outcome,
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
        f"You chose to stay in touch: after {count(months, 'month')}, at most {count(per_year, 'time')} a year."
    ),
    "keep_applying": lambda _days, newest: (
        f"Your last application was on {newest}. Send a new one while you wait on the others."
    ),
}
_AHEAD: dict[str, Callable[..., str]] = {
    "missed_again": lambda asked: (
        f"You asked for a new time ({asked}). If nothing is planned by then, ask once more, then leave it."
    ),
    "missed_close": _missed_close_ahead,
    "close": _close_ahead,
    "keep_applying": lambda days, _newest: (
        f"Once {count(days, 'day')} {_have(days)} passed without a new application, send one while others wait."
    ),
}
"""How a reason is said of a step that is only coming up: what it would call true may never come about."""
