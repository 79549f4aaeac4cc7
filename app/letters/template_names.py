"""What a letter template may use: every name, filled with what is known, or with a visible blank.

The names are part of the product, since the user's own templates use them. Names that say yes or no are never blank.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from app.etiquette.letter_kinds import Tone
from app.etiquette.letter_style import Style
from app.etiquette.records import Me
from app.etiquette.time.business_calendar import calendar_of
from app.letters.highlighting import HighlightSentence, stood_out
from app.letters.occasion import Occasion
from app.letters.salutation import called, greeting
from app.letters.signing import YOUR_NAME, has_closing, signature_of
from app.letters.style import closing_word, listed, say_date
from app.letters.templating import blank

PARAGRAPHS = 3
WORDINGS = 3
"""How many ways each paragraph of a thank-you can be put, in templates that vary by `wording`. A prime: see there."""
_WEEK = 7


def template_names(occasion: Occasion) -> dict[str, object]:
    """Return the names for a template. Texts are text or a blank; days are written out in the style's English."""
    return {**_people(occasion), **_conversation(occasion), **_days(occasion)}


def _people(occasion: Occasion) -> dict[str, object]:
    application, person, me, style = occasion.application, occasion.person, occasion.me, occasion.style
    met = [other.name for other in occasion.met]
    others = [other.name for other in occasion.met if other != person]
    in_a_sentence = partial(listed, english=style.english)
    return {
        "greeting": greeting(application, person, me, style.tone),
        "reader": person.name if person else "",
        "name": _in_subject(occasion),
        "part": person.part.value if person else "",
        "company": application.company or blank("the company"),
        "role": application.role or blank("the role"),
        "me": me.name or blank(YOUR_NAME),
        "closing": _closing(me, style),
        "met": met,
        "others": others,
        "everyone": in_a_sentence(met) or blank("everyone you met"),
        "listed": in_a_sentence,
        "tone": style.tone.value,
        "english": style.english.value,
        "wording": wordings(occasion.place),
    }


def _conversation(occasion: Occasion) -> dict[str, object]:
    is_there, day = occasion.was_in_the_room, occasion.interview_day
    met = listed([other.name for other in occasion.met], occasion.style.english) or "the team"
    talk = "our conversation" if is_there else f"my conversation with {met}"
    today, english = occasion.today, occasion.style.english
    on = f" on {say_date(day, today, english)}" if day else ""
    return {
        "in_room": is_there,
        "spoke": occasion.has_spoken,
        "interviews": occasion.interviews,
        "talk": talk,
        "dated_talk": f"{talk}{on}",
        "highlight": HighlightSentence(occasion.highlight),
        "stood_out": stood_out(occasion.highlight),
        "thanked_before": occasion.was_thanked_before,
        "thanked": occasion.was_thanked,
        "late": occasion.is_late,
    }


def wordings(place: int) -> tuple[int, ...]:
    """Return which wording each paragraph takes for the `place`-th person met, the first is 0.

    Two people among the first `WORDINGS` squared share at most one paragraph, since `WORDINGS` is prime.
    """
    return tuple((place + paragraph * (place // WORDINGS)) % WORDINGS for paragraph in range(PARAGRAPHS))


def _days(occasion: Occasion) -> dict[str, object]:
    policy, today, english = occasion.policy, occasion.today, occasion.style.english
    held, reply_by = occasion.interview_day, occasion.application.reply_by
    ask_until = calendar_of(policy).after(today, policy.decide_offer_business_days)

    def said(day: date | None) -> str:
        return say_date(day, today, english) if day else ""

    return {
        "interview_date": said(held) or blank("the day of the interview"),
        "interview_day": _weekday(held, today, said(held)) or blank("the day of the interview"),
        "interview_month": _month(held, today) if held else blank("the month in which you spoke"),
        "next_date": said(occasion.next_day),
        "decision_date": said(occasion.decision_day),
        "reply_by": said(reply_by.date) if reply_by else "",
        "reply_by_stated": bool(reply_by and reply_by.stated),
        "reply_by_past": bool(reply_by and reply_by.date < today),
        "followed_up_on": said(occasion.followed_up_on),
        "decide_by": said(occasion.decide_by),
        "ask_until": said(ask_until),
        "deadline": said(occasion.deadline) or blank("the date you have to answer by"),
    }


def _in_subject(occasion: Occasion) -> str:
    """Return how the reader is named in a subject: "Dana", formally "Ms. Lee"; "" when nobody is named."""
    person = occasion.person
    if person is None or not (person.given or person.family):
        return ""
    return called(person) if occasion.tone is Tone.FORMAL else person.given or called(person)


def _weekday(day: date | None, today: date, said: str) -> str:
    """Return the weekday alone while it says which day is meant."""
    return f"{day:%A}" if day and 0 <= (today - day).days < _WEEK else said


def _month(day: date, today: date) -> str:
    return f"{day:%B}" if (today - day).days < 300 else f"{day:%B} {day.year}"


def _closing(me: Me, style: Style) -> str:
    """Return the last lines: "Best regards," unless the signature has its own such line, and the user's name."""
    signature = signature_of(me, blank(YOUR_NAME))
    return signature if me.signature and has_closing(signature) else f"{closing_word(style)}\n{signature}"
