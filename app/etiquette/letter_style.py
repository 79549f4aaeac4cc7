"""How the user wants letters to sound and to be spelt: plain data, since the settings hold it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from app.etiquette.errors import SettingsError
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


FILTER_KEYS = ("filter", "filter_seconds")
"""What of `[letter]` describes a program."""


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """A program of the user's that rewrites letters."""

    command: tuple[str, ...] = ()
    """`filter`: the program and its arguments; empty: there is none."""
    seconds: float = 120.0
    """`filter_seconds`: how long it may take."""


def letter_filter_in(table: dict[str, Any]) -> LetterFilter:
    """Return the program that [letter] names.

    Raises:
        SettingsError: a value cannot be used; the sentence names the key.
    """
    command, seconds = table.get("filter", []), table.get("filter_seconds", LetterFilter().seconds)
    if not isinstance(command, list) or not all(isinstance(word, str) and "\0" not in word for word in command):
        raise SettingsError('letter.filter: should be a program and its arguments, like ["llm", "-m", "mistral"].')
    if command and not command[0].strip():
        raise SettingsError("letter.filter: should begin with the name of a program.")
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not 1 <= seconds <= 3600:
        raise SettingsError("letter.filter_seconds: should be seconds, from 1 to 3600.")
    return LetterFilter(tuple(command), float(seconds))
