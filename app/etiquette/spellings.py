"""A word in all the spellings that a search takes for the same: `backerei` in `Bäckerei` and in `BÄCKEREI`. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from app.etiquette.text import searchable

_LAST = 0x2000
"""The alphabets with capitals and accents come before it."""


@lru_cache(maxsize=16)
def spelled(word: str) -> re.Pattern[str]:
    """Return what finds a word in a text as it stands, far faster than the text is brought into the searched form.

    Args:
        word: in the form in which texts are searched, as `text.searchable` makes it.
    """
    spellings, parts, place = _spellings(), [], 0
    while place < len(word):
        pair, letter = word[place : place + 2], word[place]
        single = f"[{re.escape(letter)}{spellings.get(letter, '')}]"
        if len(pair) == 2 and pair in spellings:
            other = f"[{re.escape(pair[1])}{spellings.get(pair[1], '')}]"
            parts.append(f"(?:{single}{other}|[{spellings[pair]}])")
        else:
            parts.append(single)
        place += len(pair) if pair in spellings else 1
    return re.compile("".join(parts))


@cache
def _spellings() -> Mapping[str, str]:
    """Return by letter, or by two (`ss`: `ß`), the characters that a search takes for it."""
    by_plain: defaultdict[str, list[str]] = defaultdict(list)
    for character in map(chr, range(ord("A"), _LAST)):
        plain = searchable(character) if character.isalpha() else ""
        if plain != character and 1 <= len(plain) <= 2:
            by_plain[plain].append(character)
    return {plain: re.escape("".join(characters)) for plain, characters in by_plain.items()}
