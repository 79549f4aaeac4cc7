"""How likely a message is a rejection, an offer, a receipt or none of these, by weights learned from judged messages.

The phrases know what they were written for; the weights, learned by `tests/messages/train.py`, also know words that
stand in no phrase. They are read when the first message is judged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, NamedTuple

from app.exchange.meanings.features import PHRASES, by_phrases, features, strength_of
from app.exchange.meanings.meant import Meaning, Meant
from app.exchange.meanings.sentences import Sentence

WEIGHED = (Meaning.REJECTION, Meaning.OFFER, Meaning.RECEIPT, Meaning.OTHER)
"""What is told apart, in the weights' order; OTHER stands for all that is neither of the three before."""
SCALE = 1000
"""Weights are stored as whole thousandths."""


class Weighed(NamedTuple):
    """What a message most likely is."""

    meaning: Meaning
    likely: float
    """From 0 to 1, all four together 1."""
    says: str
    """The sentence that speaks most for it; "" when none does."""


class Weights:
    """Judges messages by stored weights."""

    def __init__(self, stored: Mapping[str, Any]):
        self._of: dict[str, list[int]] = stored["features"]
        self._bias: list[int] = stored["bias"]

    def weighed(self, sentences: Sequence[Sentence], phrased: Meant) -> Weighed:
        """Return what a message most likely is.

        Args:
            sentences: its subject, then those of its text.
            phrased: what the phrases say.
        """
        shown = [features(sentence) for sentence in sentences]
        strength = strength_of(shown)
        sums = [float(number) for number in self._bias]
        self._add(sums, {by_phrases(phrased)}, PHRASES)
        self._add(sums, set().union(*shown), strength)
        shares = [1 / (1 + exp(-number / SCALE)) for number in sums]
        best = max(range(len(shares)), key=shares.__getitem__)
        return Weighed(WEIGHED[best], shares[best] / sum(shares), self._telling(sentences, shown, best))

    def _add(self, sums: list[float], shown: set[str], strength: float) -> None:
        for name in shown:
            for place, number in enumerate(self._of.get(name, ())):
                sums[place] += number * strength

    def _telling(self, sentences: Sequence[Sentence], shown: Sequence[set[str]], place: int) -> str:
        """Return the sentence of the text that speaks most for a meaning, by what a word of it weighs."""
        scores = [
            (sum(self._of[name][place] for name in names if name in self._of), sentence.written)
            for sentence, names in zip(sentences[1:], shown[1:], strict=True)
        ]
        score, written = max(scores, default=(0, ""))
        return written if score > 0 else ""


@cache
def weights() -> Weights:
    """Return the package's weights."""
    return Weights(json.loads((files("app.exchange.meanings") / "weights.json").read_text("utf-8")))
