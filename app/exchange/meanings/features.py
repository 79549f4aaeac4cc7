"""What a message shows, as named features with their strength, for the weights that were learned. Pure.

Words, the beginnings and endings of longer ones (which many forms share), pairs of words, and the ideas that words
stand for: alone, in a row by twos, and together in a sentence. A message's features together have the length 1, so
that a long mail weighs as much as a short one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise
from math import sqrt

from app.exchange.meanings.ideas import ideas_in
from app.exchange.meanings.sentences import Sentence

_NUMBER = re.compile(r"\d+")
_BEGINNING = 4
"""Letters of a word's beginning."""
_ENDING, _LONG = 3, 5
"""Letters of a word's ending; only words longer than the second have one."""


def features(sentence: Sentence) -> set[str]:
    """Return the names of what one sentence shows."""
    words = [_NUMBER.sub("0", word) for word in sentence.plain.split() if word != ","]
    words = ["^", *words, "?" if sentence.is_question else "$"]
    shown = {*words, *(f"{word[:_BEGINNING]}-" for word in words if len(word) > _BEGINNING)}
    shown.update(f"-{word[-_ENDING:]}" for word in words if len(word) > _LONG)
    shown.update(f"{first} {second}" for first, second in pairwise(words))
    shown.update(_ideas(sentence))
    return shown


def _ideas(sentence: Sentence) -> Iterator[str]:
    """Yield the names of what the ideas of a sentence show: `<us>`, `<not choose>`, `<candidate+other>`."""
    ideas = [idea for idea, _ in groupby(ideas_in(sentence.plain.split()))]
    yield from (f"<{idea}>" for idea in ideas)
    yield from (f"<{first}+{second}>" for first, second in combinations(sorted(set(ideas)), 2))
    if sentence.is_question:
        ideas.append("?")
    yield from (f"<{first} {second}>" for first, second in pairwise(ideas))


def strength_of(shown: Sequence[set[str]]) -> float:
    """Return how strongly each feature of a message counts, given those of its sentences."""
    count = len(set().union(*shown))
    return 1 / sqrt(count) if count else 1.0
