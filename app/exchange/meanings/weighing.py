"""How likely a message is a rejection, an offer, a receipt or none of these, by weights learned from judged messages.

First regressions are asked, learned by `tests/messages/train.py`; where they are not sure, a second reader as well,
that errs on other messages, and the two count alike: for English the `transformer`, which knew the language before it
saw a message, for other languages the `network`, which knows only ours.

The phrases know what they were written for; the weights of the regressions also know words that stand in no phrase.
Three things are weighed, and the last learned how far each of them is to be trusted:

- the words of the whole message, in which the filler of a long mail drowns the sentence that tells it;
- each sentence by itself, of which the one that tells most counts (it was learned as the one that tells), where it
  stands, whether it asks, and what the next best and the last ones tell;
- what the phrases say, what makes it doubtful, and what the message is about.

The weights are read when the first message is judged, and numpy is loaded when a second reader is first asked.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Any, Protocol

from app.exchange.meanings.features import features, strength_of
from app.exchange.meanings.meant import Meaning
from app.exchange.meanings.phrases.english import ENGLISH
from app.exchange.meanings.phrases.every import languages_of
from app.exchange.meanings.sentences import Sentence

WEIGHED = (Meaning.REJECTION, Meaning.OFFER, Meaning.RECEIPT, Meaning.OTHER)
"""What is told apart, in the weights' order; OTHER stands for all that is neither of the three before."""
_LAST = 3
"""Sentences at the end, in which a no is kept back until all that is kind has been said."""
_NOTHING = -6.0
"""What a sentence that does not exist tells: of one sentence there is no second."""
SCALE = 20
"""Weights of words are stored as whole twentieths: finer ones tell no more, and take more room."""
_ALSO_FOR = ("all", "one", "second", "last", "subject")
"""Kinds of evidence that count once more as far as they speak for a meaning."""
SETTLED = 0.95
"""From here on the regressions are sure, and nobody else is asked; measured, nothing is lost by it."""
_SHARPEST = 30.0
"""Sums beyond this tell no more; keeps `exp` in its bounds."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a message most likely is."""

    meaning: Meaning
    likely: float
    """From 0 to 1, all four together 1."""
    may_decide: float
    """How likely it is a rejection or an offer, together."""
    says: str
    """The sentence of the text that speaks most for it; "" when none does."""


class Reader(Protocol):
    """Judges messages by what it learned."""

    def sums(self, sentences: Sequence[Sentence]) -> list[float]:
        """Return what a message weighs, a number for each of `WEIGHED`: the logarithm of its share, at most 0."""


class Weights:
    """Judges messages by stored weights: of words in a message, in a sentence, and of the evidence these make."""

    def __init__(self, stored: Mapping[str, Any]):
        self._words: dict[str, list[int]] = stored["features"]
        self._bias: list[float] = stored["bias"]
        self._evidence: dict[str, list[float]] = stored.get("evidence", {})
        self._evidence_bias: list[float] = stored.get("evidence_bias", [0.0] * len(WEIGHED))

    def sums(self, evidence: Mapping[str, float]) -> list[float]:
        """Return what evidence weighs, a number for each of `WEIGHED`: the logarithm of its share, at most 0."""
        sums = list(self._evidence_bias)
        for name, strength in evidence.items():
            for place, number in enumerate(self._evidence.get(name, ())):
                sums[place] += number * strength
        return [log(share) for share in _shares(sums)]

    def message_sums(self, shown: Sequence[set[str]]) -> list[float]:
        """Return what a message's words weigh together, a number for each of `WEIGHED`."""
        return self._sums(set().union(*shown), strength_of(shown), slice(0, len(WEIGHED)))

    def sentence_sums(self, names: set[str]) -> list[float]:
        """Return what one sentence's words weigh, a number for each of `WEIGHED`."""
        return self._sums(names, strength_of([names]), slice(len(WEIGHED), None))

    def _sums(self, names: set[str], strength: float, columns: slice) -> list[float]:
        sums = [0.0] * len(self._bias[columns])
        for name in names:
            for place, number in enumerate(self._words.get(name, ())[columns]):
                sums[place] += number
        return [number * strength / SCALE + bias for number, bias in zip(sums, self._bias[columns], strict=True)]


def weighed(sentences: Sequence[Sentence], besides: Mapping[str, float]) -> Weighed:
    """Return what a message most likely is.

    Args:
        sentences: its subject, then those of its text.
        besides: what it shows besides its words, as `reading.shown_by` names it.
    """
    shown = [features(sentence) for sentence in sentences]
    alone = [weights().sentence_sums(names) for names in shown]
    asks = [sentence.is_question for sentence in sentences]
    evidence = evidence_of(weights().message_sums(shown), alone, asks, besides)
    shares = shares_of(weights().sums(evidence), sentences, second_reader)
    best = max(range(len(shares)), key=shares.__getitem__)
    return Weighed(WEIGHED[best], shares[best], shares[0] + shares[1], _telling(sentences[1:], alone[1:], best))


def shares_of(
    sums: Sequence[float], sentences: Sequence[Sentence], second: Callable[[Sequence[Sentence]], Reader]
) -> list[float]:
    """Return how likely each of `WEIGHED` is: by the regressions' sums, and where they leave doubt by both readers'."""
    shares = together(sums)
    return shares if max(shares) >= SETTLED else together(sums, second(sentences).sums(sentences))


def together(*readers: Sequence[float]) -> list[float]:
    """Return what the sums of readers say, as shares of 1: the mean of their logarithms."""
    return _shares([sum(of_meaning) / len(readers) for of_meaning in zip(*readers, strict=True)])


def _shares(sums: Sequence[float]) -> list[float]:
    """Return what sums say as shares of 1."""
    powers = [exp(max(-_SHARPEST, number - max(sums))) for number in sums]
    return [power / sum(powers) for power in powers]


def evidence_of(
    message: Sequence[float], alone: Sequence[Sequence[float]], asks: Sequence[bool], besides: Mapping[str, float]
) -> dict[str, float]:
    """Return all that is weighed against each other, by name.

    What speaks for a meaning is there once more without what speaks against it: from nothing to something tells more
    than from little to less.

    Args:
        message: what the words of the whole weigh.
        alone: what those of each sentence weigh, its subject first.
        asks: which of the sentences are questions.
        besides: see `weighed`.
    """
    evidence: dict[str, float] = {"length": log(len(alone)), **besides}
    for place, meaning in enumerate(WEIGHED):
        of_meaning = {"all": message[place], **_told_by_sentences([sums[place] for sums in alone], asks)}
        for name, number in of_meaning.items():
            evidence[f"{name} {meaning}"] = number
            if name in _ALSO_FOR:
                evidence[f"{name} for {meaning}"] = max(0.0, number)
    return evidence


def _told_by_sentences(sums: Sequence[float], asks: Sequence[bool]) -> dict[str, float]:
    """Return what a message's sentences, each by itself, tell of one meaning."""
    order = sorted(range(len(sums)), key=sums.__getitem__, reverse=True)
    best = order[0]
    return {
        "one": sums[best],
        "second": sums[order[1]] if len(order) > 1 else _NOTHING,
        "last": max(sums[-_LAST:]),
        "subject": sums[0],
        "average": sum(sums) / len(sums),
        "where": best / max(1, len(sums) - 1),
        "asked": float(asks[best]),
    }


def _telling(sentences: Sequence[Sentence], alone: Sequence[Sequence[float]], place: int) -> str:
    """Return the sentence that speaks most for a meaning."""
    if not sentences:
        return ""
    best = max(range(len(sentences)), key=lambda at: alone[at][place])
    return sentences[best].written


@cache
def weights() -> Weights:
    """Return the package's weights."""
    packed = (files("app.exchange.meanings") / "weights.json.gz").read_bytes()
    return Weights(json.loads(gzip.decompress(packed)))


def second_reader(sentences: Sequence[Sentence]) -> Reader:
    """Return who is asked beside the regressions; numpy, which is loaded here, is told to use one thread.

    For products so small more threads only wait for each other.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if is_english(sentences):
        from app.exchange.meanings.transformer import transformer

        return transformer()
    from app.exchange.meanings.network import network

    return network()


def is_english(sentences: Sequence[Sentence]) -> bool:
    """Return whether English is the likeliest language of a message."""
    return languages_of(" ".join(sentence.plain for sentence in sentences))[0] is ENGLISH
