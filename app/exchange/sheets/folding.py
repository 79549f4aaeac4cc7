"""Words of a spreadsheet in the form in which they are compared. Knows no field, no status and no language."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ONE_WORD = re.compile(r"[A-Z]?[a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,5}")
_NOT_WORD = re.compile(r"[^\w]+|_+")
_RUN = re.compile(r"([^\W\d])\1{2,}")
_IN_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŀ": "l"})
"""Letters that are no other letter with a mark, and are written as one where a keyboard lacks them."""


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return words in lower case without accents, punctuation and drawings, one space between them.

    A letter written three times or more is written once: `Reeejected :(` is `rejected`.
    """
    words = _NOT_WORD.sub(" ", text.lower() if text.isascii() else _bare(text))
    return _RUN.sub(r"\1", words).strip()


def status_key(words: str) -> str:
    """Return a status in the form in which it is compared: a drawing alone stands for itself."""
    return plain(words) or words


def spread(status: str) -> str:
    """Return a status that a program wrote as one word, `NotApplied`, as several."""
    return _CAMEL.sub(" ", status) if _ONE_WORD.fullmatch(status) else status


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize(
        "NFC", "".join(letter for letter in folded if not unicodedata.combining(letter))
    ).translate(_LETTERS)


def plain_header(text: str) -> str:
    """Return a column's name like `plain`, with `appliedDate` as two words and what stands in brackets left out."""
    outside = _IN_BRACKETS.sub(" ", text)
    return plain(_CAMEL.sub(" ", outside if plain(outside) else text))


def header_words(text: str) -> set[str]:
    """Return the words of a column's name."""
    return set(plain_header(text).split())


def is_unspaced(text: str) -> bool:
    """Return whether the text is (partly) in a script that puts no spaces between words."""
    return _UNSPACED.search(text) is not None
