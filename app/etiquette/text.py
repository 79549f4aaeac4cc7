"""The door through which outside text enters: what is shown is what was typed, and no terminal obeys it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby, islice
from typing import Annotated

Lines = Annotated[str, "several lines"]
"""A text of a record in which line breaks are kept; all other texts are one line."""
DIRECTION_MARKS = "\u200e\u200f\u061c"
"""They reverse nothing, and only say to which side a comma or a digit belongs. Hebrew and Arabic need them. Elsewhere,
as in the dates that Windows shows, they only keep equals apart."""
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MARKS = re.compile(f"[{DIRECTION_MARKS}]")
_LONG = 1_000
"""Characters from which on a text is looked through for heaps of marks."""
_LONGEST_LINE = 120
"""Characters of a mail's line that stand for it."""
_GREETING = 5
"""Words of a greeting at most."""
_GREETS = (
    "hi",
    "hello",
    "hey",
    "hallo",
    "dear",
    "moin",
    "bonjour",
    "hola",
    "olá",
    "oi",
    "ciao",
    "beste",
    "liebe",
    "lieber",
    "good",
    "guten",
    "buongiorno",
)
_MOST_MARKS = 30


@cache
def stand_ins(*, lines: bool) -> dict[int, str]:
    """Return what each character is replaced by, as `str.translate` takes it; `lines`: tabs and line breaks stay. Made
    when a text first holds one of them: surrogates alone are two thousand.

    Nothing that has a stand-in is printable to Python, so that a text which is printable throughout needs no look at
    each character: a fifth of the time.
    """
    directions = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    made = {
        **{code: chr(0x2400 + code) for code in range(0x20)},
        0x7F: "\u2421",
        **dict.fromkeys(range(128, 160), "\ufffd"),
        **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
        **dict.fromkeys(directions, "\u2e31"),
        0x2028: "\u2424",
        0x2029: "\u2424",
        0xFEFF: "",  # a byte-order mark: no sign of its own
    }
    return made | ({0x09: "\t", 0x0A: "\n"} if lines else {0x09: " ", 0x0A: " ", 0x0D: " "})


def clean(text: str) -> str:
    """Return a single line in NFC: control, C1, surrogate and direction-override characters have visible stand-ins.

    Joiners that emoji and Persian need (U+200C, U+200D) stay, direction marks where they are of use. Line breaks and
    tabs become spaces, ends are trimmed.
    """
    if not text.isprintable():
        text = _directed(text.replace("\r\n", "\n").translate(stand_ins(lines=False)))
    return _composed(text).strip()


def clean_lines(text: str) -> str:
    """Return text of several lines, cleaned like `clean`, with its tabs and line breaks (as LF) kept."""
    if not text.replace("\n", " ").isprintable():
        text = _directed(text.replace("\r\n", "\n").replace("\r", "\n").translate(stand_ins(lines=True)))
    return "\n".join(map(_composed, text.split("\n")))  # no mark reaches across the end of a line


def _directed(text: str) -> str:
    """Return text without direction marks, unless something in it runs from right to left."""
    return text if text.isascii() or _RIGHT_TO_LEFT.search(text) else _MARKS.sub("", text)


def _composed(text: str) -> str:
    """Return text in NFC. Of marks on one letter, whose ordering takes time squared, 30 are kept as UAX 15 allows."""
    if len(text) > _LONG and not text.isascii():
        runs = groupby(text, lambda character: unicodedata.combining(character) != 0)
        text = "".join("".join(islice(run, _MOST_MARKS)) if is_mark else "".join(run) for is_mark, run in runs)
    return unicodedata.normalize("NFC", text)


_BARE = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
"""Letters that Unicode takes for no letter with a mark."""
_ACCENTED = re.compile(f"[{''.join(_BARE)}\u0300-\u036f]")
"""Those, and the marks themselves. Looked for in C: `str.translate` asks a dictionary for each character."""


def searchable(text: str) -> str:
    """Return the form in which text is searched: `folded`, and without accents, so that `backerei` finds `Bäckerei`."""
    plain = folded(text)
    return plain if plain.isascii() else _ACCENTED.sub(_bare, unicodedata.normalize("NFKD", plain))


def _bare(match: re.Match[str]) -> str:
    return _BARE.get(match[0], "")


def folded(text: str) -> str:
    """Return the form in which names are compared and searched: NFC, casefolded, single spaces, no direction marks."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFC", text).casefold()
    return " ".join(_MARKS.sub("", plain).split())


def first_words(text: str) -> str:
    """Return the first line of a mail's text that says something, cut after a word if it is long: a greeting is passed
    by when more follows it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return ""
    words = lines[0].casefold().split()
    is_greeting = len(words) <= _GREETING and (words[0].strip(",!:.") in _GREETS or lines[0].endswith(","))
    return shortened(lines[1] if is_greeting and len(lines) > 1 else lines[0], _LONGEST_LINE)


def shortened(text: str, longest: int) -> str:
    """Return a text on one line, cut after a word, with an ellipsis for what is missing, if it has more than `longest`
    characters."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[:longest] if text[longest] == " " else text[:longest].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:") + "…"
