"""The book of letters: every build once, each with another occasion, to be read from first to last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.etiquette.letter_kinds import DEMANDS, Kind
from app.etiquette.letter_style import English
from tests.letters.cases import AHEAD, NOTES, Case, letters

BOOK = Path(__file__).with_name("BOOK.md")
_HEAD = """\
# The book of letters

Every letter that the program can write, once, as it reaches the user: to Dana Lee, who was there, or to Rita Ortiz, who
arranged it, for the Data Engineer role at Initech. The line above each says what it is for, what was noted, and what
lies ahead. What is in brackets is a blank that the user fills in. Made by `make letters-book`; a test holds it current,
so that a changed template shows here what it changes.
"""


def book() -> str:
    """Return the book's text."""
    parts = [_HEAD]
    for kind in Kind:
        parts.append(f"\n## {DEMANDS[kind].title}\n")
        parts += [_page(number, case) for number, case in enumerate(in_turn(kind), 1)]
    return "".join(parts)


def in_turn(kind: Kind) -> Iterator[Case]:
    """Yield every build of a kind once, with the occasions in turn."""
    notes = list(NOTES)
    for place, build in enumerate(letters(kind).builds()):
        tone = min(build.tones)
        yield Case(kind, build, tone, notes[place % 4], AHEAD[place % 3], place % 5 == 4, place % 2 == 1)


def _page(number: int, case: Case) -> str:
    english = English.BRITISH if number % 6 == 0 else English.US
    text = case.rendered(english)
    words = len(text.body.split())
    title = ", ".join(filter(None, [case.tone, case.title, "British" if english is English.BRITISH else ""]))
    quoted = "\n".join(f"> {line}".rstrip() for line in [f"**{text.subject}**", "", *text.body.rstrip().splitlines()])
    return f"\n### {number}. {title} ({words} words)\n\n{quoted}\n"
