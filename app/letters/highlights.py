"""What stood out, cut to fit a letter: every person of a panel gets a part of their own from one note.

Works on the user's words alone; it adds none, and changes only who is spoken to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.etiquette.records import Person
from app.etiquette.text import folded

WORDS_AT_MOST = 40
"""A highlight is a sentence or two; whole parts are taken while they fit."""

_BREAK = re.compile(
    r"\s*\n\s*|;\s+|(?<=[.!?])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\be\.g\.)(?<!\bi\.e\.)\s+"
)
_BULLET = re.compile(r"^(?:[-*•–]\s+|\d+[.)]\s+)")
_TO_YOU = {"they": "you", "them": "you", "their": "your", "theirs": "yours", "themselves": "yourselves"}
_THIRD_PERSON = re.compile(rf"\b(?:{'|'.join(_TO_YOU)})\b", re.IGNORECASE)
_SAID = r"(?:said|says|mentioned|told me|explained|pointed out)(?:\s+that)?"


def own_highlight(noted: str, person: Person | None, met: Sequence[Person]) -> str:
    """Return the part of the note that is for `person`, addressed to them and without a full stop; "" without a note.

    Lines and sentences that name the person are theirs. The others are dealt out in turn among those of `met` whom
    no part names; to a single person goes all that fits.
    """
    parts = parts_of(noted)
    mine = [part for part in parts if person is not None and _names(part, person)]
    if not mine:
        shared = [part for part in parts if not any(_names(part, other) for other in met)] or parts
        waiting = [other for other in met if not any(_names(part, other) for part in parts)]
        place = next((place for place, other in enumerate(waiting) if other == person), None)
        mine = shared if place is None or not shared else _dealt(shared, place, len(waiting))
    return _joined([_spoken_to(part, person) for part in mine])


def parts_of(noted: str) -> list[str]:
    """Return the lines and sentences of a note, without bullets and without full stops at their ends."""
    parts = (_BULLET.sub("", part.strip()).rstrip(" .;,") for part in _BREAK.split(noted))
    return [part for part in parts if part]


def _dealt(parts: list[str], place: int, people: int) -> list[str]:
    return parts[place::people] or [parts[place % len(parts)]]


def _names(part: str, person: Person) -> bool:
    text = folded(part)
    names = [folded(name) for name in (person.given, person.family) if name]
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def _spoken_to(part: str, person: Person | None) -> str:
    """Return the part without "Dana:" or "Dana said that" before it, and with "their" as "your"."""
    names = [re.escape(name) for name in (person.name, person.given, person.family) if name] if person else []
    someone = "|".join([*names, "she", "he", "they"])
    part = re.sub(rf"^(?:{someone})\s*(?:[:–—]|-(?=\s)|{_SAID}\b)[\s,:]*(?=\S)", "", part, flags=re.IGNORECASE)
    return _THIRD_PERSON.sub(_to_second_person, part)


def _to_second_person(match: re.Match[str]) -> str:
    word = _TO_YOU[match[0].lower()]
    return word.capitalize() if match[0][0].isupper() else word


def _joined(parts: list[str]) -> str:
    """Return the parts that fit in one line: the first always, a further one after a semicolon or a full stop."""
    text = ""
    for part in parts:
        if text and len(f"{text} {part}".split()) > WORDS_AT_MOST:
            break
        mark = "" if not text or text[-1] in "?!" else "." if part[0].isupper() else ";"
        text = f"{text}{mark} {part}" if text else part
    return text
