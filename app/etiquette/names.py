"""A name as one writes it, taken apart: honorific, given name, family name (ETIQUETTE 5.2)."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.etiquette.frozen import replace
from app.etiquette.name_suffixes import without_suffix
from app.etiquette.records import Person

_HONORIFICS = re.compile(
    r"(?:(?:dr|prof|professor|mr|mrs|ms|mx|miss|herr|frau)\b\.?(?:-ing\.)?\s+)+(?=\S)", re.IGNORECASE
)
"""Those that are nobody's given name: Dean and Judge are."""


class NameParts(NamedTuple):
    """A name's parts, letter for letter; "" for one that it lacks."""

    honorific: str
    given: str
    family: str


def name_parts(name: str) -> NameParts:
    """Return the parts of a name: "Dr. Petra Klein" and "Ms. Klein" have an honorific, a single word is a given name.

    A family name starts at its first small particle, as in Ludwig van der Berg. What is written behind the name, such
    as a degree, is no part of it.
    """
    words = without_suffix(name)[0].split()
    honorific = _HONORIFICS.match(" ".join(words))
    if honorific is not None:
        title = honorific[0].strip()
        words = " ".join(words)[honorific.end() :].split()
        if len(words) == 1:
            return NameParts(title, "", words[0])
    else:
        title = ""
    if len(words) < 2:
        return NameParts(title, " ".join(words), "")
    first = next((i for i, word in enumerate(words[1:-1], 1) if word[0].islower()), len(words) - 1)
    first = 0 if title and words[0][0].islower() else first  # "Ms. van der Berg" has no given name
    return NameParts(title, " ".join(words[:first]), " ".join(words[first:]))


def without_honorific(name: str) -> str:
    """Return a name without the honorific that it begins with, if any."""
    parts = name_parts(name)
    return " ".join(filter(None, parts[1:])) if parts.honorific else name


def kept_apart(person: Person) -> Person:
    """Return a person whose honorific does not stand in the given name, as where somebody typed "Dr. Petra" there."""
    if person.honorific or person.family_first:
        return person
    title, given, family = name_parts(f"{person.given} {person.family}")
    return replace(person, honorific=title, given=given, family=family) if title else person
