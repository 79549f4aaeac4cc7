"""The names that a letter template may use, each with its value or a visible blank.

The names are part of the product, since the user's own templates use them. Those for yes or no are never blank.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from app.etiquette.errors import InvalidFieldError
from app.etiquette.letter_kinds import FOLLOW_UPS, THANKS
from app.etiquette.policy import Policy
from app.etiquette.records import UNSET, Application, Interview, LetterStatus, Me, OutcomeKind, Person
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import local_day, zone_named
from app.etiquette.time.interview_times import day_of
from app.letters.clauses import Clause, Form
from app.letters.highlights import own_highlight
from app.letters.salutation import greeting
from app.letters.templating import blank

PARAGRAPHS = 3
WORDINGS = 3
"""How many ways each paragraph of a thank-you can be put. A prime: see `wordings`."""
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is written about, by whom, and when."""

    application: Application
    person: Person | None
    interview: Interview | None
    me: Me
    policy: Policy
    now: datetime
    deadline: date | None = None


def template_names(occasion: Occasion) -> dict[str, object]:
    """Return the names for a template and their values: text or a blank, with days written out in US English."""
    application, person, me = occasion.application, occasion.person, occasion.me
    met = _met(occasion)
    others = [other for other in met if other != person]
    return {
        "greeting": greeting(application, person, me),
        "reader": person.name if person else "",
        "part": person.part.value if person else "",
        "company": application.company or blank("the company"),
        "role": application.role or blank("the role"),
        "me": me.name or blank("your name"),
        "closing": _closing(me),
        "stood_out": _stood_out(own_highlight(occasion.interview.noted if occasion.interview else "", person, met)),
        "met": [other.name for other in met],
        "others": [other.name for other in others],
        "everyone": listed([other.name for other in met]) or blank("everyone you met"),
        "listed": listed,
        "wording": wordings(_place_among_all(occasion)),
        "thanked_before": _thanked_before(occasion),
        "thanked": _thanked(occasion),
        "followed_up_on": _followed_up_on(occasion),
        **_days(occasion),
    }


def _stood_out(highlight: Clause | None) -> str:
    """Return what stood out, said to the reader; a blank where nothing is noted, or it is not certain how to say it."""
    if highlight is None:
        return blank("what stood out")
    return highlight.text if highlight.form is not Form.UNSURE else blank(f"say it to them: {highlight.text}")


def wordings(place: int) -> tuple[int, ...]:
    """Return the wording of each paragraph for the `place`-th person met, counted from 0.

    Two people among the first `WORDINGS` squared share at most one paragraph, since `WORDINGS` is prime.
    """
    return tuple((place + paragraph * (place // WORDINGS)) % WORDINGS for paragraph in range(PARAGRAPHS))


def listed(names: list[str]) -> str:
    """Return names as in a sentence: "A", "A and B", "A, B, and C"."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def say_date(day: date, today: date) -> str:
    """Return a day in US English: "Friday, November 27", with the year if it is not this one."""
    words = f"{day:%A}, {day:%B} {day.day}"
    return words if day.year == today.year else f"{words}, {day.year}"


def _days(occasion: Occasion) -> dict[str, object]:
    application, policy = occasion.application, occasion.policy
    today = local_day(occasion.now, policy.zone)
    held = _interview_day(occasion)
    reply_by = application.reply_by
    offer = application.outcome if application.outcome and application.outcome.kind is OutcomeKind.OFFER else None
    decide_by = offer.decide_by if offer else None
    ask_until = calendar_of(policy).after(today, policy.decide_offer_business_days)
    return {
        "interview_date": say_date(held, today) if held else blank("the day of the interview"),
        "interview_day": _weekday(held, today) if held else blank("the day of the interview"),
        "interview_month": _month(held, today) if held else blank("the month in which you spoke"),
        "reply_by": say_date(reply_by.date, today) if reply_by else "",
        "reply_by_stated": bool(reply_by and reply_by.stated),
        "reply_by_past": bool(reply_by and reply_by.date < today),
        "decide_by": say_date(decide_by, today) if decide_by else "",
        "ask_until": say_date(ask_until, today),
        "deadline": say_date(occasion.deadline, today)
        if occasion.deadline
        else blank("the date you have to answer by"),
    }


def _interview_day(occasion: Occasion) -> date | None:
    interview = occasion.interview
    if interview is None or interview.starts == UNSET:
        return None
    zone: tzinfo = occasion.policy.zone
    if interview.timezone:
        with suppress(InvalidFieldError):
            zone = zone_named(interview.timezone)
    return day_of(interview, zone)


def _weekday(day: date, today: date) -> str:
    """Return the weekday alone if it is clear which day it means, else the date."""
    return f"{day:%A}" if 0 <= (today - day).days < _WEEK else say_date(day, today)


def _month(day: date, today: date) -> str:
    return f"{day:%B}" if (today - day).days < 300 else f"{day:%B} {day.year}"


def _met(occasion: Occasion) -> list[Person]:
    ids = occasion.interview.met if occasion.interview else ()
    return [person for person in map(occasion.application.person, dict.fromkeys(ids)) if person is not None]


def _place_among_all(occasion: Occasion) -> int:
    """Return the reader's place among all people met in any round: no two at one company get the same letter."""
    met = [met for interview in occasion.application.interviews for met in interview.met]
    order = list(dict.fromkeys(met))
    return order.index(occasion.person.id) if occasion.person and occasion.person.id in order else 0


def _thanked_before(occasion: Occasion) -> bool:
    """Return whether the reader was thanked for an earlier round: then the letter is shorter (ETIQUETTE 5.3)."""
    person, interview = occasion.person, occasion.interview
    if person is None or interview is None:
        return False
    return any(
        letter.kind in THANKS
        and letter.status is LetterStatus.SENT
        and letter.to == person.id
        and letter.interview != interview.id
        and (letter.sent is None or letter.sent < interview.starts)
        for letter in occasion.application.letters
    )


def _thanked(occasion: Occasion) -> bool:
    """Return whether thanks for the interview went to the reader or to everybody; if not, a follow-up includes them."""
    interview, reader = occasion.interview, occasion.person.id if occasion.person else None
    return interview is not None and any(
        letter.kind in THANKS
        and letter.status is LetterStatus.SENT
        and (letter.to in (None, reader) or reader not in interview.met)
        and (letter.sent is None or letter.sent >= interview.starts)
        for letter in occasion.application.letters
    )


def _followed_up_on(occasion: Occasion) -> str:
    """Return the day of the last follow-up in words, "" before the first."""
    sent = [letter.sent for letter in occasion.application.letters if letter.kind in FOLLOW_UPS and letter.sent]
    zone = occasion.policy.zone
    return say_date(local_day(max(sent), zone), local_day(occasion.now, zone)) if sent else ""


def _closing(me: Me) -> str:
    """Return the last lines: "Best regards," unless the signature has its own such line, and the user's name."""
    name = me.name or blank("your name")
    signature = me.signature.strip("\n")
    if not signature:
        return f"Best regards,\n{name}"
    if me.name not in signature:
        signature = f"{name}\n{signature}"
    return signature if signature.partition("\n")[0].rstrip().endswith(",") else f"Best regards,\n{signature}"
