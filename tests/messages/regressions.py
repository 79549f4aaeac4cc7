"""Learns the regressions over words, sentences and evidence (`app/exchange/meanings/weighing.py`), for `train.py`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np

from app.exchange.mails.replies import new_text
from app.exchange.meanings.features import features, strength_of
from app.exchange.meanings.judging import phrased
from app.exchange.meanings.reading import shown_by
from app.exchange.meanings.sentences import Sentence
from app.exchange.meanings.weighing import SCALE, WEIGHED, Weights, evidence_of
from tests.bench.messages import WRITTEN_ON

STRENGTH, STRENGTH_ALONE, STRENGTH_OF_EVIDENCE = 150.0, 30.0, 0.3
"""The C of the regressions: over a message's words, a sentence's words, and the evidence."""
LEAST_SEEN = 3
"""Messages that have to show a feature for it to be learned."""
DIGITS = 3
"""Of what is not stored as whole numbers."""
FOLDS, ROUNDS = 4, 2
"""Parts that are judged by weights of the others; and how often the telling sentences are chosen anew."""
Columns = tuple[list[Any], list[float]]
"""A column of weights for each class, and their biases."""


@dataclass(frozen=True, slots=True)
class Read:
    """A message as it is learned from."""

    row: dict[str, Any]
    written: list[Sentence]
    """Its subject, and the sentences of its text."""
    sentences: list[set[str]]
    """What each sentence shows."""
    asks: list[bool]
    """Which of them are questions."""
    besides: dict[str, float]
    """What it shows besides its words."""

    @property
    def kind(self) -> str:
        """Which of the classes it belongs to."""
        return class_of(self.row["wanted"])


def class_of(wanted: str) -> str:
    """Return which of the classes a wanted meaning belongs to."""
    return wanted if wanted in WEIGHED[:-1] else WEIGHED[-1].value


def read(row: dict[str, Any]) -> Read:
    """Return a message as it is learned from."""
    seen = phrased(row["subject"], new_text(row["text"]), row.get("from", ""), WRITTEN_ON)
    return Read(
        row,
        seen.sentences,
        [features(sentence) for sentence in seen.sentences],
        [sentence.is_question for sentence in seen.sentences],
        shown_by(seen, row["subject"]),
    )


class Shown:
    """What messages and each of their sentences show, as sparse tables: a row each, a column a feature."""

    def __init__(self, messages: Sequence[Read]):
        self.messages = messages
        self.kinds = np.array([message.kind for message in messages])
        self.counts = np.array([len(message.sentences) for message in messages])
        """Sentences of each message."""
        seen = Counter(name for message in messages for name in set().union(*message.sentences))
        self.names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
        self._places = {name: place for place, name in enumerate(self.names)}
        self.whole = self._table([message.sentences for message in messages])
        self.alone = self._table([[names] for message in messages for names in message.sentences])

    def _table(self, shown: Sequence[Sequence[set[str]]]) -> Any:
        from scipy.sparse import csr_matrix  # type: ignore

        numbers: list[float] = []
        columns: list[int] = []
        starts = [0]
        for names in shown:
            places = [self._places[name] for name in set().union(*names) if name in self._places]
            columns += sorted(places)
            numbers += [strength_of(names)] * len(places)
            starts.append(len(columns))
        return csr_matrix((numbers, columns, starts), shape=(len(shown), len(self.names)))


def regression(table: Any, wanted: Any, strength: float) -> Any:
    """Return a regression that tells the wanted rows from the others."""
    from sklearn.linear_model import LogisticRegression  # type: ignore

    return LogisticRegression(C=strength, solver="liblinear", dual=True, tol=0.01, random_state=0).fit(table, wanted)


def learned_of_messages(shown: Shown, chosen: Any) -> Columns:
    """Return the weights that tell the classes apart by the words of a whole message: one against the rest."""
    kinds = shown.kinds[chosen]
    models = [regression(shown.whole[chosen], kinds == meaning, STRENGTH) for meaning in WEIGHED]
    return [model.coef_[0] for model in models], [float(model.intercept_[0]) for model in models]


def learned_of_sentences(shown: Shown, chosen: Any) -> Columns:
    """Return the weights that tell the sentence which tells a meaning from every sentence of the other messages.

    Which sentence of a message tells it is not known; it is taken to be the one for which the last round's weights
    speak most. At first all of a message's sentences are taken to.
    """
    counts = shown.counts[chosen]
    starts = np.cumsum([0, *counts])
    table = shown.alone[np.repeat(chosen, shown.counts)]
    columns, biases = [], []
    for meaning in WEIGHED:
        is_one = shown.kinds[chosen] == meaning
        of_one = np.repeat(is_one, counts)
        wanted, kept = of_one, np.ones(len(of_one), dtype=bool)
        for _ in range(ROUNDS):
            sums = regression(table[kept], wanted[kept], STRENGTH_ALONE).decision_function(table)
            kept, wanted = ~of_one, np.zeros(len(of_one), dtype=bool)
            for place in np.flatnonzero(is_one):
                telling = starts[place] + int(sums[starts[place] : starts[place + 1]].argmax())
                kept[telling] = wanted[telling] = True
        model = regression(table[kept], wanted[kept], STRENGTH_ALONE)
        columns.append(model.coef_[0])
        biases.append(float(model.intercept_[0]))
    return columns, biases


def learned(shown: Shown, chosen: Any) -> dict[str, Any]:
    """Return the weights of words, in a message and in a sentence, by the messages chosen."""
    parts = [learned_of_messages(shown, chosen), learned_of_sentences(shown, chosen)]
    rows = zip(*(column for columns, _ in parts for column in columns), strict=True)
    of = {name: [round(float(number) * SCALE) for number in row] for name, row in zip(shown.names, rows, strict=True)}
    return {
        "bias": [round(number, DIGITS) for _, biases in parts for number in biases],
        "features": {name: numbers for name, numbers in of.items() if any(numbers)},
    }


def evidence(weights: Weights, message: Read) -> dict[str, float]:
    """Return what weights make of a message, with what else it shows."""
    alone = [weights.sentence_sums(names) for names in message.sentences]
    return evidence_of(weights.message_sums(message.sentences), alone, message.asks, message.besides)


def fold_of(name: str) -> int:
    """Return the part that a message belongs to, by its id; what tells the same in more words is in the same part."""
    return crc32(name.removesuffix("-long").encode()) % FOLDS


def learned_of_evidence(shown: Shown) -> dict[str, Any]:
    """Return how far each kind of evidence is to be trusted, learned where the words' weights saw nothing of it."""
    from sklearn.feature_extraction import DictVectorizer  # type: ignore
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler  # type: ignore

    of_messages: list[dict[str, float]] = [{} for _ in shown.messages]
    folds = np.array([fold_of(message.row["id"]) for message in shown.messages])
    for fold in range(FOLDS):
        weights = Weights(learned(shown, folds != fold))
        for place in np.flatnonzero(folds == fold):
            of_messages[place] = evidence(weights, shown.messages[int(place)])
    vectors, scaler = DictVectorizer(sparse=False), StandardScaler()
    table = scaler.fit_transform(vectors.fit_transform(of_messages))
    model = LogisticRegression(C=STRENGTH_OF_EVIDENCE, max_iter=3000).fit(table, shown.kinds)
    order = [list(model.classes_).index(meaning) for meaning in WEIGHED]
    slopes = model.coef_[order] / scaler.scale_
    bias = model.intercept_[order] - slopes @ scaler.mean_
    return {
        "evidence_bias": [round(float(number), DIGITS) for number in bias],
        "evidence": {
            name: [round(float(number), DIGITS) for number in slopes[:, place]]
            for place, name in enumerate(vectors.feature_names_)
        },
    }
