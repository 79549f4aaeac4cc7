"""How letters sound and how they are spelt: the tone, the English, and what follows from them."""

from __future__ import annotations

import re
from datetime import date

from app.etiquette.letter_kinds import Tone
from app.etiquette.letter_style import English, Style

_CLOSINGS = {
    Tone.WARM: ("Best,", "Best wishes,"),
    Tone.PLAIN: ("Best regards,", "Kind regards,"),
    Tone.FORMAL: ("Sincerely,", "Yours sincerely,"),
}
"""By tone: in the US, and elsewhere."""
_BRITISH = {
    "favor": "favour",
    "favorite": "favourite",
    "honor": "honour",
    "honored": "honoured",
    "judgment": "judgement",
    "neighbor": "neighbour",
    "neighbors": "neighbours",
    "program": "programme",
    "toward": "towards",
    "afterward": "afterwards",
    "canceled": "cancelled",
    "fulfill": "fulfil",
}
_BRITISH_ALONE = {"apologize": "apologise", "organize": "organise", "organized": "organised", "recognize": "recognise"}


def closing_word(style: Style) -> str:
    """Return the line above the signature."""
    return _CLOSINGS[style.tone][style.english is not English.US]


def say_date(day: date, today: date, english: English = English.US) -> str:
    """Return a day in words: "Friday, November 27" in the US, "Friday 27 November" in Britain, "Friday, 27 November"
    elsewhere; with the year when it is not this year's."""
    if english is English.US:
        words = f"{day:%A}, {day:%B} {day.day}"
        return words if day.year == today.year else f"{words}, {day.year}"
    comma = "" if english is English.BRITISH else ","
    words = f"{day:%A}{comma} {day.day} {day:%B}"
    return words if day.year == today.year else f"{words} {day.year}"


def listed(names: list[str], english: English = English.US) -> str:
    """Return names as in a sentence: "A", "A and B", "A, B, and C"; in Britain "A, B and C"."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}{'' if english is English.BRITISH else ','} and {names[-1]}"


def spelled(text: str, english: English) -> str:
    """Return a template of ours, which is written in American English, in the spelling of that English."""
    if english is English.US:
        return text
    words = _BRITISH | (_BRITISH_ALONE if english is English.BRITISH else {})
    pattern = rf"\b(?:{'|'.join(words)})\b"
    return re.sub(pattern, lambda match: _as_capital(words[match[0].lower()], match[0]), text, flags=re.IGNORECASE)


def _as_capital(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word
