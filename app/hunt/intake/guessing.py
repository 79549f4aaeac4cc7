"""Company and role of an application that is not there yet, as an invitation or a mail shows them. Pure."""

from __future__ import annotations

import re
from itertools import takewhile

from app.etiquette.text import folded
from app.exchange.sheets.folding import plain
from app.exchange.sheets.words.roles import ROLE
from app.hunt.intake.evidence import FORMS, Trace, domain_of, is_shared

_BEHIND = FORMS | frozenset((
    "academy", "analytics", "bakery", "care", "center", "centre", "church", "clinic", "college", "cooperative",
    "dental", "digital", "district", "elementary", "energy", "foundation", "group", "health", "healthcare", "high",
    "home", "hospice", "hospital", "hospitals", "hotel", "hotels", "kindergarten", "library", "medical", "middle",
    "museum", "partners", "pharmacy", "primary", "practice", "restaurant", "robotics", "school", "schools",
    "services", "software", "solutions", "studios", "systems", "university",
))  # fmt: skip
"""Words that belong to a company's name where they stand behind what its domain is called."""
_APART = r"[ .'’&-]{0,2}"
"""What may stand between two letters of a name that its domain writes together: St. Mary's is stmarys."""


def guess_of(trace: Trace) -> tuple[str, str]:
    """Return company and role for an application that is not there yet, "" if nothing shows it."""
    for person in trace.people:
        if person.email and not is_shared(person.email):
            label = domain_of(person.email).partition(".")[0]
            return _name_after(label, f"{trace.title}\n{trace.text}"), _role_in(trace.title)
    return "", _role_in(trace.title)


def _name_after(label: str, text: str) -> str:
    """Return a company's name as a text has it, with the words that its domain leaves out: Corvid Labs GmbH."""
    spaced = _APART.join(map(re.escape, label.replace("-", "")))
    match = re.search(rf"\b{spaced}\b((?: [A-Z][\w&]*\.?)*)", text, re.IGNORECASE)
    if match is None:
        return label.capitalize()
    behind = takewhile(lambda word: word[0].isupper() and folded(word.rstrip(".")) in _BEHIND, match[1].split())
    return " ".join((match[0].removesuffix(match[1]), *behind))


def _role_in(title: str) -> str:
    match = re.search(r"(?:for|as|role of|position of|:|-|–)\s+(?:an?\s+|the\s+)?([^:,|()–-]{4,60})", title)
    words = re.split(r"\s+(?:at|with|bei|chez)\s+", match[1])[0].strip() if match else ""
    bare = re.sub(r"^.*?\b(?:for|as|about)\s+(?:an?\s+|the\s+)?", "", words)
    return next((part for part in (bare, words) if ROLE.search(plain(part))), "")
