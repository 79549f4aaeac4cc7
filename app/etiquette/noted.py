"""What stood out in an interview, told apart by who said it: a line `Dana Lee: ...` is Dana's, all others nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from app.etiquette.names import without_honorific
from app.etiquette.records import Person

_SENTENCE_ENDS = re.compile(
    r"(?<=[.!?])\s+(?=[^\W\d_a-z])(?<!\bDr\.\s)(?<!\bMr\.\s)(?<!\bMs\.\s)(?<!\bMrs\.\s)(?<!\bSt\.\s)"
)


def said_by(noted: str, people: Sequence[Person]) -> tuple[dict[int, str], str]:
    """Return by person's id what they said, on one line, and the rest of what was noted."""
    said: dict[int, list[str]] = {}
    rest = []
    names = {without_honorific(person.name): person.id for person in people if person.name}
    for line in noted.split("\n"):
        called, colon, words = line.partition(": ")
        name = without_honorific(called)
        if colon and name in names:
            said.setdefault(names[name], []).append(words.strip())
        else:
            rest.append(line)
    return {person_id: " ".join(words) for person_id, words in said.items()}, "\n".join(rest).strip()


def put_together(said: Mapping[str, str], rest: str) -> str:
    """Return as one note what each person said, by name, a sentence a line, and the rest."""
    lines = [f"{name}: {sentence}" for name, words in said.items() for sentence in _sentences(words)]
    return "\n".join([*lines, rest.strip()]).strip()


def _sentences(words: str) -> Iterable[str]:
    return (sentence for sentence in _SENTENCE_ENDS.split(words.strip()) if sentence)
