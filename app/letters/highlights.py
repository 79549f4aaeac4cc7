"""What stood out, shared out among the letters of a panel: every person gets a part of their own from one note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.etiquette.records import Person
from app.etiquette.text import folded
from app.letters.clauses import Clause, Form, clause_of

_BREAK = re.compile(
    r"\s*\n\s*|;\s+|(?<=\b[ap]\.m\.)\s+(?=[A-Z])"
    r"|(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b[ap]\.m\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bvs\.)"
    r"(?<!\bNo\.)(?<!\bProf\.)(?<!\be\.g\.)(?<!\bi\.e\.)\s+"
)
_BULLET = re.compile(r"^(?:[-*•–]\s+|\d+[.)]\s+)")


def own_highlight(noted: str, person: Person | None, met: Sequence[Person], *, was_there: bool = True) -> Clause | None:
    """Return the part of the note that a letter to `person` mentions, said to them; None for no note.

    Somebody who was not there is told about those who were. Lines and sentences that name the person are theirs. The
    others are dealt out in turn among those of `met` whom no part names. Of several the first that is certain is taken,
    since a letter mentions one thing.
    """
    parts = _with_speakers(noted, [person, *met])
    mine = [part for part in parts if person is not None and names_person(part, person)]
    is_theirs = bool(mine) or len(met) < 2
    if not mine:
        shared = [part for part in parts if not any(names_person(part, other) for other in met)] or parts
        waiting = [other for other in met if not any(names_person(part, other) for part in parts)]
        place = next((place for place, other in enumerate(waiting) if other == person), None)
        shared = parts if not was_there else shared
        mine = shared if place is None or not shared else _dealt(shared, place, len(waiting))
    clauses = [clause_of(part, person, met, is_theirs=is_theirs, was_there=was_there) for part in mine]
    certain = (clause for clause in clauses if clause.form is not Form.UNSURE)
    return next(certain, _uncertain(clauses))


def _uncertain(clauses: Sequence[Clause]) -> Clause | None:
    """Return what is to be said anew, all of it, with the first question; None for nothing."""
    if not clauses:
        return None
    text = " ".join(clause.text if re.search(r"[.!?]$", clause.text) else f"{clause.text};" for clause in clauses)
    return replace(clauses[0], text=text.rstrip(";"))


def _with_speakers(noted: str, people: Iterable[Person | None]) -> list[str]:
    """Return the parts of a note, in which "Pat: ..." holds to the end of its line."""
    names = "|".join(
        re.escape(name)
        for person in people
        if person is not None
        for name in (person.name, person.given, person.family)
        if name
    )
    parts: list[str] = []
    for line in noted.split("\n"):
        speaker = re.match(rf"\s*(?:[-*•–]\s+)?((?:[A-Z]\w{{1,3}}\.?\s+)?(?:{names}):\s+)", line) if names else None
        first, *rest = parts_of(line) or [""]
        parts += [first, *(f"{speaker[1]}{part}" if speaker else part for part in rest)]
    return [part for part in parts if part]


def parts_of(noted: str) -> list[str]:
    """Return the lines and sentences of a note, without bullets and without full stops at their ends."""
    parts = (_BULLET.sub("", part.strip()).rstrip(" .;,") for part in _BREAK.split(noted))
    return [part for part in parts if part]


def _dealt(parts: list[str], place: int, people: int) -> list[str]:
    return parts[place::people] or [parts[place % len(parts)]]


def names_person(part: str, person: Person) -> bool:
    """Return whether a note names somebody, by the given name or the family name."""
    text = folded(part)
    names = [folded(name) for name in (person.given, person.family) if name]
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)
