"""Words spelt with one slip: a letter too many, too few, another one, or two changed round. Knows no vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_SHORTEST = 5
"""Letters of a word from which on it may have a slip: of a shorter one, a slip makes another word."""


class Spellings:
    """Finds the known word that a misspelt one was meant to be, in a time that does not grow with the vocabulary.

    Every known word is kept under each form that lacks one letter; two words are one slip apart when such forms meet.
    """

    def __init__(self, words: Iterable[str]):
        self.words: dict[str, str] = {}
        self.lacking: dict[str, str] = {}
        for word in words:
            if len(word) >= _SHORTEST:
                self.words[word] = word
                for form in _lacking_one(word):
                    self.lacking.setdefault(form, word)

    def meant_by(self, word: str) -> str | None:
        """Return the known word that is one slip away, the word itself when it is known, None when there is none."""
        if len(word) < _SHORTEST - 1:
            return None
        meant = self.words.get(word) or self.lacking.get(word)
        if meant is not None:
            return meant
        for form in _lacking_one(word):
            meant = self.words.get(form) or self.lacking.get(form)
            if meant is not None and len(word) >= _SHORTEST:
                return meant
        return None


def _lacking_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
