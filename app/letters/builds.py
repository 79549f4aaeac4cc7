"""The letters of one template file, told apart: a kind has several builds, each for some tones and occasions.

A file of one letter begins with `Subject:`. A file of several has a line before each that says what it is for, such as
`=== warm ===` or `=== plain, formal, again ===`: tones, and at most one occasion. A heading without a tone fits every
tone. What stands before the first heading belongs to all of them. Another letter is another heading, and no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.etiquette.errors import TemplateFileError
from app.etiquette.letter_kinds import Tone

AGAIN, ARRANGED, ELSEWHERE = "again", "arranged", "elsewhere"
OCCASIONS = {
    AGAIN: "the reader was thanked for an earlier round",
    ARRANGED: "the reader arranged the interview and was not in the room",
    ELSEWHERE: "the user accepted another company's offer after the interview",
}
"""What a heading may name beside tones, and when that is so. Without one a letter is for everybody else."""
_HEADING = re.compile(r"^===[ \t]*(.*?)[ \t]*===[ \t]*$", re.MULTILINE)
_SUBJECT = re.compile(r"^[ \t]*Subject:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Build:
    """One letter of a file: its place among them, and what it is for."""

    place: int
    tones: frozenset[Tone]
    occasion: str = ""


class UnknownHeadingError(TemplateFileError):
    """A heading holds a word that is neither a tone nor an occasion. `line` counts from 1."""

    def __init__(self, word: str, line: int):
        wanted = ", ".join([*Tone, *OCCASIONS])
        super().__init__(f"{word!r} is neither a tone nor an occasion; a heading can have: {wanted}")
        self.line = line


def builds_of(source: str) -> tuple[Build, ...]:
    """Return the letters of a file's text in their order; of a file of one letter that one, for everything.

    Raises:
        UnknownHeadingError: a heading cannot be read.
    """
    headings = _headings(source)
    if not headings:
        return (Build(0, frozenset(Tone)),)
    return tuple(_build(place, heading, source) for place, heading in enumerate(headings))


def only(source: str, place: int) -> str:
    """Return a file's text with all other letters taken out, every line where it was."""
    headings = _headings(source)
    if not headings:
        return source
    ends = [*(heading.start() for heading in headings[1:]), len(source)]
    start, end = headings[place].end(), ends[place]
    first = headings[0].start()
    return source[:first] + "\n" * source.count("\n", first, start) + source[start:end]


def fitting(builds: tuple[Build, ...], tone: Tone, occasion: str) -> list[Build]:
    """Return those for an occasion in a tone, in their order; where a file has none of it, the nearest there are."""
    for of_occasion in (occasion, ""):
        there = [build for build in builds if build.occasion == of_occasion]
        in_tone = [build for build in there if tone in build.tones]
        if in_tone or there:
            return in_tone or there
    return list(builds)


def spare(builds: tuple[Build, ...], tone: Tone, occasion: str) -> list[Build]:
    """Return those for an occasion in the tone next to it, which does when all of its own were used lately."""
    nearest = Tone.FORMAL if tone is Tone.PLAIN else Tone.PLAIN
    return [build for build in builds if build.occasion == occasion and build.tones == {nearest}]


def _headings(source: str) -> list[re.Match[str]]:
    """Return the headings, none when the file's first letter has none: then such a line is a line of the letter."""
    headings = list(_HEADING.finditer(source))
    subject = _SUBJECT.search(source)
    return headings if headings and (subject is None or headings[0].start() < subject.start()) else []


def _build(place: int, heading: re.Match[str], source: str) -> Build:
    words = [word.strip() for word in heading[1].split(",") if word.strip()]
    wrong = next((word for word in words if word not in {*Tone, *OCCASIONS}), None)
    if wrong is not None:
        raise UnknownHeadingError(wrong, source.count("\n", 0, heading.start()) + 1)
    tones = frozenset(Tone(word) for word in words if word in set(Tone))
    occasion = next((word for word in words if word in OCCASIONS), "")
    return Build(place, tones or frozenset(Tone), occasion)
