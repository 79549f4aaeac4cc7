"""What the user noted of a conversation, looked for in a letter: a rare word, a number or a name of it is enough."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.etiquette.checks.judging.word_classes import CLASS_OF
from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.checks.spelling import english
from app.etiquette.text import folded

_RARE = 12_000
"""A word that occurs less often than this in the dictionary's texts tells one conversation from another."""
_COMMON = 150_000
"""From here on a word says nothing, not even beside another."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def noted_in(read: ReadLetter, noted: str, usual: Iterable[str]) -> Span | None:
    """Return the sentence that takes up most of a note: one rare word, number or name at least, or two less rare ones.

    Args:
        usual: what any letter of this application holds: its company, its role, who writes and who reads.
    """
    count = english().count
    ignored = {_stem(word) for text in usual for word in _words(text)}
    words = [word for word in _words(noted) if _stem(word) not in ignored]
    telling = {_stem(word): count(word) for word in words if _is_telling(word, count(word))}
    if not telling:
        telling = {_stem(word): _RARE for word in words if len(word) > 3}
    need = min(2, len(telling))
    best: Span | None = None
    most = 0
    for sentence in read.sentences:
        taken_up = telling.keys() & {_stem(word) for word in _words(sentence.text)}
        is_enough = any(telling[word] < _RARE for word in taken_up) or (need and len(taken_up) >= need)
        if is_enough and len(taken_up) > most:
            best, most = sentence, len(taken_up)
    return best


def _is_telling(word: str, occurrences: int) -> bool:
    return any(character.isdigit() for character in word) or (
        len(word) > 2 and occurrences < _COMMON and (word not in CLASS_OF or occurrences < _RARE)
    )


def _words(text: str) -> list[str]:
    return [word.removesuffix("'s") for word in _WORD.findall(folded(text.replace("’", "'")))]


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|s|ly)$", "", word) if len(word) > 4 else word
