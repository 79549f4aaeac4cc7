"""The door through which outside text enters: what is shown is what was typed, and no terminal obeys it."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby, islice

_LONG = 1_000
"""Characters from which on a text is looked through for heaps of marks."""
_MOST_MARKS = 30


@cache
def stand_ins(*, lines: bool) -> dict[int, str]:
    """Return what each character is replaced by, as `str.translate` takes it; `lines`: tabs and line breaks stay. Made
    when a text first holds one of them: surrogates alone are two thousand.

    Nothing that has a stand-in is printable to Python, so that a text which is printable throughout needs no look at
    each character: a fifth of the time.
    """
    directions = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
    made = {
        **{code: chr(0x2400 + code) for code in range(0x20)},
        0x7F: "\u2421",
        **dict.fromkeys(range(128, 160), "\ufffd"),
        **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
        **dict.fromkeys(directions, "\u2e31"),
        0x2028: "\u2424",
        0x2029: "\u2424",
        0xFEFF: "\ufffd",
    }
    return made | ({0x09: "\t", 0x0A: "\n"} if lines else {0x09: " ", 0x0A: " ", 0x0D: " "})


def clean(text: str) -> str:
    """Return a single line in NFC: control, C1, surrogate and direction-override characters have visible stand-ins.

    Joiners that emoji and Persian need (U+200C, U+200D) stay. Line breaks and tabs become spaces, ends are trimmed.
    """
    if not text.isprintable():
        text = text.replace("\r\n", "\n").translate(stand_ins(lines=False))
    return _composed(text).strip()


def clean_lines(text: str) -> str:
    """Return text of several lines, cleaned like `clean`, with its tabs and line breaks (as LF) kept."""
    if not text.replace("\n", " ").isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(stand_ins(lines=True))
    return "\n".join(map(_composed, text.split("\n")))  # no mark reaches across the end of a line


def _composed(text: str) -> str:
    """Return text in NFC. Of marks on one letter, whose ordering takes time squared, 30 are kept as UAX 15 allows."""
    if len(text) > _LONG and not text.isascii():
        runs = groupby(text, lambda character: unicodedata.combining(character) != 0)
        text = "".join("".join(islice(run, _MOST_MARKS)) if is_mark else "".join(run) for is_mark, run in runs)
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Return the form in which names are compared and searched: NFC, casefolded, single spaces."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFC", text).casefold()
    return " ".join(plain.split())


def company_key(name: str) -> str:
    """Return the form in which companies are told apart where one application holds another back (section 3)."""
    return folded(name)
