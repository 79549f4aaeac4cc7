"""Tables of words as data, a phrase a line: `meaning | language | phrase | example`.

How a phrase is written depends on the room that reads it; a line that begins with `#` is a comment. The example is a
text in which the phrase is found and read as the meaning; a test reads each.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a table."""

    meaning: str
    language: str
    """ISO 639-1."""
    words: str
    example: str
    line: int


def read_table(path: Path) -> list[Phrase]:
    """Return the phrases of a table.

    Raises:
        ValueError: a line is not written as a phrase is; the message names it.
    """
    rows: list[Phrase] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split(" | ")]
        if len(parts) != 4 or not all(parts):
            raise ValueError(f"{path.name}, line {number}: not `meaning | language | phrase | example`: {line}")
        meaning, language, words, example = parts
        rows.append(Phrase(meaning, language, words, example, number))
    return rows
