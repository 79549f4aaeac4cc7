"""What of the notes taken during an interview fits a letter: offered as a highlight, never put in (ETIQUETTE 4.5).

written under Dana                     offered                             as the letter says it
showed me the test rig                 showed me the test rig              you showed me the test rig
is writing a book on sensors           you are writing a book on sensors   you are writing a book on sensors
salary 70k? / seemed tired             nothing                             nothing
Omar built the rig                     nothing: it is about Omar           nothing
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.etiquette.records import Person
from app.letters import clause_shapes as shapes
from app.letters.clauses import Form, clause_of
from app.letters.highlights import names_person, parts_of
from app.letters.unfit_notes import why_unfit
from app.letters.verbs import is_third_person, with_you

_UNCERTAIN = re.compile(
    r"(?:asked|asks|(?:told|tells)(?! (?:me|us)\b)|liked|loved|enjoyed|appreciated|learned|learnt|noticed|felt|thought"
    r"|hoped|wondered|saw|heard|impressed|surprised|excited|pleased|trained|located|based|\w+ by)\b",
    re.IGNORECASE,
)
"""Who asked, was told or liked it, the user or the other, only the user knows; and what something was done by is no
subject."""
_ADVERB = re.compile(r"(?:just|already|recently|still|also|only|even|now|then|often|always|\w+ly)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:you|we|i|it|this|there|they)\b", re.IGNORECASE)


def fitting_notes(written: str, person: Person | None, people: Sequence[Person]) -> list[str]:
    """Return the notes under somebody's name that a letter to them can hold, each as a form takes it.

    Args:
        person: whose they are; None: nobody's in particular. One of those may be about one person.
        people: everybody at the company.
    """
    offered = (_fitting(part, person, people) for part in parts_of(written))
    return list(dict.fromkeys(part for part in offered if part))


def left_over(written: str, person: Person | None, people: Sequence[Person]) -> list[str]:
    """Return the notes that are not offered: they stay with the interview, where the user alone reads them."""
    return [part for part in parts_of(written) if not _fitting(part, person, people)]


def _fitting(part: str, person: Person | None, people: Sequence[Person]) -> str:
    """Return a note as it is offered, "" for one that is not."""
    words = _without_name(part, person)
    others = [other for other in people if other != person and names_person(words, other)]
    if why_unfit(words) or len(others) > (person is None):
        return ""
    reader = others[0] if person is None and others else person
    candidate = words
    bare = shapes.bare(words)
    first = shapes.words(bare)[0]
    if _UNCERTAIN.match(bare) or _ADVERB.match(bare):
        return ""
    if person is not None and shapes.lacks_subject(bare):
        candidate = _with_you(bare) if clause_of(bare, person, people).form is Form.UNSURE else words
    elif is_third_person(first) and shapes.lacks_article(bare) == "":
        return ""  # "plans for Lisbon" may be theirs, or what they do
    clause = clause_of(candidate, reader, people)
    if clause.form is Form.UNSURE or (clause.form is Form.CLAUSE and not _has_plain_subject(clause.text, people)):
        return ""
    if clause.form is Form.TOPIC and clause.text[0].isdigit():
        return ""
    return part if candidate == words else candidate


def _without_name(part: str, person: Person | None) -> str:
    """Return a note without "Dana:" before it, under Dana's name."""
    names = [name for name in (person.name, person.given, person.family) if name] if person is not None else []
    pattern = "|".join(map(re.escape, names))
    return re.sub(rf"^(?:{pattern})\s*(?::|[–—]|-(?=\s))\s*(?=\S)", "", part) if names else part


def _with_you(text: str) -> str:
    """Return a note that begins with what somebody did, with "you" before it: "is writing" gives "you are writing"."""
    first, space, rest = text.partition(" ")
    first = first[0].lower() + first[1:]
    return f"you {with_you(first)}{space}{rest}"


def _has_plain_subject(text: str, people: Sequence[Person]) -> bool:
    """Return whether a clause begins with what a reader can place: not with a name that nobody here has, and not with a
    noun that lacks "your" or "the"."""
    first = text.split()[0].strip(",.:;'’")
    if first[0].isupper():
        is_person = any(first in (person.given, person.family) for person in people)
        return is_person or bool(re.match(r"I(?:['’]|$)", first))
    return bool(_SUBJECT.match(first)) or not shapes.lacks_article(first)
