"""The judge: weights read once, when the first letter is judged, and the sums they make."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

from app.etiquette.checks.judging.letter_view import LABELS, ScoredSentence, Scores, letter_features, scored
from app.etiquette.checks.reading import Span
from app.etiquette.letter_kinds import Kind

_ROOM = "app.etiquette.checks.judging"
SCALE = 1000
"""Weights are stored as whole thousandths."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Where one label's verdicts change: the share of good letters among those alike, from 0 to 1."""

    fails_below: float
    warns_below: float
    unsure_below: float


@dataclass(frozen=True, slots=True)
class Judgment:
    """How likely a letter is good by one label, and the sentence that counts most for or against it."""

    likely: float
    sentence: ScoredSentence | None
    bands: Bands


class Judge:
    """Judges letters by stored weights."""

    def __init__(self, weights: dict[str, Any]):
        self._sentence: dict[str, list[int]] = weights["sentence"]
        self._letter: list[dict[str, int]] = [weights["letter"][label] for label in LABELS]
        self._bands = [Bands(*weights["bands"][label]) for label in LABELS]

    def score(self, values: dict[str, float]) -> Scores:
        """Return the log odds of what a sentence shows, one a label."""
        weights = self._sentence
        highlight, interest, tone = weights["bias"]
        total_highlight, total_interest, total_tone = float(highlight), float(interest), float(tone)
        for name, value in values.items():
            by_label = weights.get(name)
            if by_label is not None:
                total_highlight += by_label[0] * value
                total_interest += by_label[1] * value
                total_tone += by_label[2] * value
        return total_highlight / SCALE, total_interest / SCALE, total_tone / SCALE

    def judged(self, sentences: Sequence[Span], kind: Kind, count: Callable[[str], int]) -> dict[str, Judgment]:
        """Return the judgment of each label on a letter's sentences."""
        looked_at = scored(sentences, count, self.score)
        judgments = {}
        for index, label in enumerate(LABELS):
            weights = self._letter[index]
            values = letter_features(looked_at, kind, index)
            total = weights["bias"] + sum(weights.get(name, 0) * value for name, value in values.items())
            deciding = max(looked_at, key=lambda sentence: sentence.best(index), default=None)
            judgments[label] = Judgment(1 / (1 + exp(-total / SCALE)), deciding, self._bands[index])
        return judgments

    def faults(self, sentence: ScoredSentence) -> list[str]:
        """Return the families of fault that a sentence's phrases speak for, the heaviest first."""
        weighed: dict[str, int] = {}
        for phrase in sentence.phrases:
            weight = self._sentence.get(phrase, [0, 0, 0])[2]
            if weight < 0:
                family = phrase.removeprefix("p:").partition(".")[0]
                weighed[family] = weighed.get(family, 0) + weight
        return sorted(weighed, key=weighed.__getitem__)


@cache
def judge() -> Judge:
    """Return the judge with the weights that come with the program."""
    return Judge(json.loads(files(_ROOM).joinpath("weights.json").read_text("utf-8")))
