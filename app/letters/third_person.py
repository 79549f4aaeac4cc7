"""Notes for somebody who was not in the room: what was said there, told about those who said it.

phrase noted                        met            what a letter to the recruiter holds
their team moves to Kafka           Omar, Dana     the team moves to Kafka
Omar: you showed me the rig         Omar, Dana     Omar showed me the rig
your plan to open a second site     Omar           (we talked about) Omar's plan to open a second site
you liked my thesis                 Omar, Dana     nothing yet: who liked it?
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.etiquette.records import Part, Person
from app.letters.verbs import is_past

_TEAM = r"(team|group|department|unit|crew|squad)\b"
_SAID_THAT = re.compile(r"^(?:you|he|she|they)\s+(?:said|mentioned|explained|pointed out)\s+that\s+", re.IGNORECASE)
_ADVERB = r"(?:(?:also|always|never|often|still|only|just|even|once|now|then|\w+ly)\s+)?"
_SOMEBODY = re.compile(r"\b(?:you|your|yours|yourself|he|she|him|his|her|hers)\b(?!-)", re.IGNORECASE)
"""Who is not clear to somebody who was not there; "they" are the people of the interview."""


def arranges(reader: Person | None) -> bool:
    """Return whether a reader arranges interviews, so that "your team" is not the one that was talked about."""
    return reader is not None and reader.part in (Part.RECRUITER, Part.COORDINATOR)


def without_your_team(text: str) -> str:
    """Return a text in which nobody's team is the reader's: "your team moves" becomes "the team moves"."""
    return re.sub(rf"\b(?:your|their|his|her) {_TEAM}", r"the \1", text, flags=re.IGNORECASE)


def said_of(text: str, met: Sequence[Person]) -> tuple[str, str]:
    """Return a note told about those who were there, and what is in doubt, one sentence or ""."""
    speaker, text = _speaker(text, met)
    owners = "|".join(re.escape(name) for person in met for name in (person.given, person.family) if name)
    text = re.sub(rf"\b(?:{owners})['’]s {_TEAM}", r"the \1", text) if owners else text
    text = without_your_team(text)
    if speaker:
        text = re.sub(rf"^(?:you|he|she|they)\b(\s+{_ADVERB})([\w'’]+)", _by(speaker), text, flags=re.IGNORECASE)
        text = re.sub(r"^(?:your|his|her|their)\b", f"{speaker}'s", text, flags=re.IGNORECASE)
    left = _SOMEBODY.search(text)
    if left is None:
        return text, ""
    return text, f"Who is “{left[0].lower()}” to someone who wasn't there? Write a name."


def _speaker(text: str, met: Sequence[Person]) -> tuple[str, str]:
    """Return how the one who spoke is called, "" where that is not certain, and the text without "Dana said that"."""
    for person in met:
        names = "|".join(re.escape(name) for name in (person.name, person.given, person.family) if name)
        match = re.match(rf"(?:{names})\s*(?::|[–—]|-(?=\s)|said that\b)[\s,]*(?=\S)", text, re.IGNORECASE)
        if match is not None:
            return person.given or person.name, text[match.end() :]
    text = _SAID_THAT.sub("", text)
    return (met[0].given or met[0].name, text) if len(met) == 1 else ("", text)


def _by(speaker: str) -> Callable[[re.Match[str]], str]:
    """Return what puts the speaker's name before a verb that stays as it is; before another, nothing changes."""
    return lambda match: f"{speaker}{match[1]}{match[2]}" if is_past(match[2].lower()) else match[0]
