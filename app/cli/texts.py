"""Texts that a command takes from a file or from standard input."""

from __future__ import annotations

import re
import sys

from app import locations
from app.etiquette.errors import ImportFileError

LARGEST = 1_000_000
"""Bytes of a text; a file may have no end, such as a device."""


def read_text(name: str) -> str:
    """Return the text of a file, of standard input for `-`.

    Raises:
        ImportFileError: it cannot be read, is too large or not UTF-8.
    """
    source = "Standard input" if name == "-" else name
    try:
        if name == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with locations.expanded(name).open("rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as error:
        raise ImportFileError(f"{source} can't be read: {error.strerror}.") from None
    if len(data) > LARGEST:
        raise ImportFileError(f"{source} is too large for a letter (over 1 MB).")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ImportFileError(f"{source} is not UTF-8 at byte {error.start}. Save it as UTF-8 text.") from None


def text_of(words: list[str]) -> str:
    """Return the text that the words of a command line are, or with `-` what is on standard input."""
    return read_text("-") if words == ["-"] else " ".join(words)


def parted(text: str) -> tuple[str, str]:
    """Return subject and body of a letter; one that begins with `Subject:` carries its subject, any other has none."""
    match = re.match(r"Subject:[ \t]*([^\n]*)\n+", text, re.IGNORECASE)
    return (match[1].strip(), text[match.end() :]) if match else ("", text)
