"""How the user wants letters to sound and to be spelt: plain data, since the settings hold it."""

from __future__ import annotations

from enum import StrEnum

from app.etiquette.frozen import dataclass
from app.etiquette.letter_kinds import Tone


class English(StrEnum):
    """Whose English a letter is written in. `INTERNATIONAL` puts the day first, and keeps -ize beside -our."""

    US = "us"
    BRITISH = "british"
    INTERNATIONAL = "international"


@dataclass(frozen=True, slots=True)
class Style:
    """The user's defaults; an application's own tone comes before `tone`."""

    tone: Tone = Tone.PLAIN
    english: English = English.US


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """A program of the user's that rewrites letters."""

    command: tuple[str, ...] = ()
    """The program and its arguments; empty: there is none."""
    seconds: float = 120.0
    """How long it may take."""
