"""Cells that say that nothing is known: signs, errors of formulas, "Not provided in the email". Knows no columns."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from app.exchange.sheets.folding import plain
from app.exchange.sheets.words.phrases import Phrases, first_words, read_table

TABLE = "placeholders.txt"
NOTHING = "nothing"
"""The one meaning of the table."""
_LONGEST = 80
_SIGNS = frozenset(
    [
        *("", "-", "--", "---", "–", "—", "/", "-/-", "--/--", ".", "..", "...", "…", "*", "_", '""', "''", "[]", "{}"),
        *("?", "??", "???", "⁇", "？", "n/a", "n/a.", "n.a.", "n\\a", "n/d", "n/k", "d/k", "s/o", "k.a.", "k. a."),
        *("null", "none", "nil", "undefined", "nan", "nat", "<na>", "(none)", "[none]", "(blank)", "(empty)"),
        *("(unknown)", "[unknown]", "<unknown>", "无", "暂无"),
        *("#n/a", "#ref!", "#value!", "#name?", "#null!", "#div/0!", "#num!"),
    ]
)
"""The last are errors of formulas."""
_DIGIT = re.compile(r"\d")
_FIRST = re.compile(r"[^\W_]+")


@cache
def _phrases() -> tuple[Phrases, frozenset[str]]:
    phrases = [phrase.words for phrase in read_table(TABLE)]
    return Phrases({NOTHING: phrases}), first_words(phrases)


@lru_cache(maxsize=20_000)
def is_nothing(cell: str) -> bool:
    """Return whether a cell says that it holds nothing: empty, `n/a`, a dash, "Unknown", "keine Angabe"."""
    text = cell.strip().casefold()
    if text in _SIGNS:
        return True
    if len(text) > _LONGEST or _DIGIT.search(text):
        return False
    phrases, firsts = _phrases()
    if text.isascii():
        first = _FIRST.search(text)
        if first is None or first[0] not in firsts:
            return False
    return NOTHING in phrases.meanings_in(plain(text))


def is_unnamed(name: str) -> bool:
    """Return whether words in place of a name say that there is none: `Unknown (found on a board)`."""
    before, bracket, _ = name.partition("(")
    return bool(bracket) and bool(before.strip()) and name.endswith(")") and is_nothing(before)
