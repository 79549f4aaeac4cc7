"""The user's own phrases, insertable by key: a TOML file of names and texts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from app.etiquette.errors import SettingsError
from app.etiquette.text import clean, clean_lines
from app.user_files import read_toml


class Phrase(NamedTuple):
    """A phrase's name, by which the user chooses it, and its text."""

    name: str
    text: str


STARTERS = (
    Phrase("references", "I am happy to put you in touch with people I have worked with."),
    Phrase("samples", "If it helps, I can send a short sample of similar work."),
    Phrase("flexible", "My time is flexible this week and next, should another conversation be useful."),
)
"""What there is until the user writes a file."""


def load_phrases(path: Path) -> tuple[Phrase, ...]:
    """Return the phrases of a file with a section `[phrases]` of `name = "text"`; a few of ours if there is no file.

    Raises:
        SettingsError: the file cannot be read; the sentence names file and line.
    """
    try:
        table = read_toml(path).get("phrases", {})
    except FileNotFoundError:
        return STARTERS
    if not isinstance(table, dict) or not all(isinstance(text, str) for text in table.values()):
        raise SettingsError(f'{path}: [phrases] should hold lines of name = "text".')
    return tuple(Phrase(clean(name), clean_lines(text)) for name, text in table.items()) or STARTERS
