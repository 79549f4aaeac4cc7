"""Company and role of an application that is not there yet, as an invitation or a mail shows them. Pure."""

from __future__ import annotations

import re
from itertools import takewhile

from app.etiquette.text import folded
from app.hunt.intake.evidence import FORMS, Trace, domain_of, is_shared

_BEHIND = FORMS | frozenset(
    ("analytics", "digital", "energy", "health", "partners", "robotics", "software", "solutions", "studios", "systems")
)
"""Words that belong to a company's name where they stand behind what its domain is called."""

_ROLE = re.compile(r"engineer|developer|manager|analyst|designer|scientist|lead\b|architect", re.IGNORECASE)


def guess_of(trace: Trace) -> tuple[str, str]:
    """Return company and role for an application that is not there yet, "" if nothing shows it."""
    for person in trace.people:
        if person.email and not is_shared(person.email):
            label = domain_of(person.email).partition(".")[0]
            return _name_after(label, f"{trace.title}\n{trace.text}"), _role_in(trace.title)
    return "", _role_in(trace.title)


def _name_after(label: str, text: str) -> str:
    """Return a company's name as a text has it, with the words that its domain leaves out: Corvid Labs GmbH."""
    spaced = re.escape(label).replace(r"\-", "[- ]?")
    match = re.search(rf"\b{spaced}\b((?: [A-Z][\w&]*\.?)*)", text, re.IGNORECASE)
    if match is None:
        return label.capitalize()
    behind = takewhile(lambda word: word[0].isupper() and folded(word.rstrip(".")) in _BEHIND, match[1].split())
    return " ".join((match[0].removesuffix(match[1]), *behind))


def _role_in(title: str) -> str:
    match = re.search(r"(?:for|as|role of|position of|:|-|–)\s+(?:an?\s+|the\s+)?([^:,|()–-]{4,60})", title)
    words = match[1].strip() if match else ""
    bare = re.sub(r"^.*?\b(?:for|as|about)\s+(?:an?\s+|the\s+)?", "", words)
    return next((part for part in (bare, words) if _ROLE.search(part)), "")
