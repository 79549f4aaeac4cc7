"""Learns the weights of messages from the judged ones, and says how they do on messages that they have not seen.

`python -m tests.messages.train`, in an environment with the extra `train`; writes the same bytes from the same data.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from app.exchange.mails.replies import new_text
from app.exchange.meanings import meant
from app.exchange.meanings.features import features, strength_of
from app.exchange.meanings.judging import phrased
from app.exchange.meanings.reading import shown_by
from app.exchange.meanings.sentences import sentences_of
from app.exchange.meanings.weighing import SCALE, WEIGHED, Weights, evidence_of
from tests.bench.messages import LEARNED_FROM, SENTENCES, TUNED_ON, WRITTEN_ON, rows_of

WEIGHTS = Path(meant.__file__).parent / "weights.json"
STRENGTH, STRENGTH_ALONE, STRENGTH_OF_EVIDENCE = 150.0, 30.0, 0.3
"""The C of the regressions: over a message's words, a sentence's words, and the evidence."""
LEAST_SEEN = 3
"""Messages that have to show a feature for it to be learned."""
LEAST_WEIGHT, LEAST_ALONE = 2800, 1150
"""A feature whose weights in a message and in a sentence are all below these is left out of the package."""
FOLDS, ROUNDS = 4, 2
"""Parts that are judged by weights of the others; and how often the telling sentences are chosen anew."""
Columns = tuple[list[Any], list[float]]
"""A column of weights for each class, and their biases."""


@dataclass(frozen=True, slots=True)
class Read:
    """A message as it is learned from."""

    row: dict[str, Any]
    sentences: list[set[str]]
    """What each sentence shows."""
    asks: list[bool]
    """Which of them are questions."""
    by_phrases: list[str]

    @property
    def kind(self) -> str:
        """Which of the classes it belongs to."""
        return class_of(self.row["wanted"])


def fingerprint() -> str:
    """Return what the weights depend on, as a hash: the messages, and what some of them show."""
    files = (LEARNED_FROM, SENTENCES, TUNED_ON)
    shown = [
        sorted(features(sentence)) for row in rows_of(LEARNED_FROM)[::20] for sentence in sentences_of(row["text"])
    ]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files) + repr(shown).encode()).hexdigest()[:16]


def class_of(wanted: str) -> str:
    """Return which of the classes a wanted meaning belongs to."""
    return wanted if wanted in WEIGHED[:-1] else WEIGHED[-1].value


def read(row: dict[str, Any]) -> Read:
    """Return a message as it is learned from."""
    seen = phrased(row["subject"], new_text(row["text"]), row.get("from", ""), WRITTEN_ON)
    return Read(
        row,
        [features(sentence) for sentence in seen.sentences],
        [sentence.is_question for sentence in seen.sentences],
        shown_by(seen, row["subject"]),
    )


class Table:
    """Sets of names with their strength, as the columns of a sparse table."""

    def __init__(self, shown: Sequence[Sequence[set[str]]], counts: Counter[str]):
        import numpy as np  # type: ignore
        from sklearn.feature_extraction import DictVectorizer  # type: ignore

        self._vectors = DictVectorizer()
        self.rows = self._vectors.fit_transform(
            [{n: strength_of(names) for n in set().union(*names) if counts[n] >= LEAST_SEEN} for names in shown]
        )
        self.rows.indices, self.rows.indptr = self.rows.indices.astype(np.int32), self.rows.indptr.astype(np.int32)
        self.names: list[str] = self._vectors.feature_names_


def regression(table: Any, wanted: Any, strength: float) -> Any:
    """Return a regression that tells the wanted rows from the others."""
    from sklearn.linear_model import LogisticRegression  # type: ignore

    return LogisticRegression(C=strength, solver="liblinear", tol=0.001, random_state=0).fit(table, wanted)


def learned_of_messages(table: Table, kinds: Any) -> Columns:
    """Return the weights that tell the classes apart by the words of a whole message: one against the rest."""
    models = [regression(table.rows, kinds == meaning, STRENGTH) for meaning in WEIGHED]
    return [model.coef_[0] for model in models], [float(model.intercept_[0]) for model in models]


def learned_of_sentences(table: Table, starts: Any, kinds: Any) -> Columns:
    """Return the weights that tell the sentence which tells a meaning from every sentence of the other messages.

    Which sentence of a message tells it is not known; it is taken to be the one for which the last round's weights
    speak most. At first all of a message's sentences are taken to.
    """
    import numpy as np

    columns, biases = [], []
    for meaning in WEIGHED:
        is_one = kinds == meaning
        wanted = np.repeat(is_one, np.diff(starts))
        kept = np.ones(len(wanted), dtype=bool)
        for _ in range(ROUNDS):
            model = regression(table.rows[kept], wanted[kept], STRENGTH_ALONE)
            sums = model.decision_function(table.rows)
            kept, wanted = ~np.repeat(is_one, np.diff(starts)), np.zeros(len(wanted), dtype=bool)
            for place in np.flatnonzero(is_one):
                telling = starts[place] + int(sums[starts[place] : starts[place + 1]].argmax())
                kept[telling] = wanted[telling] = True
        model = regression(table.rows[kept], wanted[kept], STRENGTH_ALONE)
        columns.append(model.coef_[0])
        biases.append(float(model.intercept_[0]))
    return columns, biases


def learned(messages: Sequence[Read]) -> dict[str, Any]:
    """Return the weights of words, in a message and in a sentence."""
    import numpy as np

    counts = Counter(name for message in messages for name in set().union(*message.sentences))
    kinds = np.array([message.kind for message in messages])
    starts = np.cumsum([0, *(len(message.sentences) for message in messages)])
    whole = Table([message.sentences for message in messages], counts)
    alone = Table([[names] for message in messages for names in message.sentences], counts)
    parts = [(whole, *learned_of_messages(whole, kinds)), (alone, *learned_of_sentences(alone, starts, kinds))]
    of: dict[str, list[int]] = {}
    width = 2 * len(WEIGHED)
    for first, (table, columns, _) in zip((0, len(WEIGHED)), parts, strict=True):
        for place, name in enumerate(table.names):
            numbers = of.setdefault(name, [0] * width)
            numbers[first : first + len(columns)] = [round(float(column[place]) * SCALE) for column in columns]
    bias = [round(number * SCALE) for _, _, biases in parts for number in biases]
    return {"bias": bias, "features": {name: numbers for name, numbers in of.items() if _tells(numbers)}}


def _tells(numbers: list[int]) -> bool:
    whole, alone = numbers[: len(WEIGHED)], numbers[len(WEIGHED) :]
    return max(map(abs, whole)) >= LEAST_WEIGHT or max(map(abs, alone)) >= LEAST_ALONE


def evidence(weights: Weights, message: Read) -> dict[str, float]:
    """Return what weights make of a message, with what the phrases show."""
    alone = [weights.sentence_sums(names) for names in message.sentences]
    return evidence_of(weights.message_sums(message.sentences), alone, message.asks, message.by_phrases)


def _say_how_they_do(messages: Sequence[Read], judged: Sequence[tuple[str, float]]) -> None:
    """Print what a share of certainty that is asked for costs in right decisions, and saves in wrong ones."""
    for least in (0.5, 0.6, 0.7, 0.8, 0.9):
        sure = [(one.kind, kind) for one, (kind, likely) in zip(messages, judged, strict=True) if likely >= least]
        right = sum(wanted == kind != WEIGHED[-1] for wanted, kind in sure)
        wrong = sum(wanted != kind and kind in WEIGHED[:2] for wanted, kind in sure)
        wanted = sum(one.kind != WEIGHED[-1] for one in messages)
        print(
            f"sure from {least}: {100 * right / wanted:.1f}% right, {100 * wrong / len(messages):.1f}% wrongly decided"
        )
    if "--show" in sys.argv:
        for one, (kind, likely) in zip(messages, judged, strict=True):
            if kind != one.kind:
                print(f"{one.row['id']} wanted {one.kind}, read {kind} {likely:.2f} {one.by_phrases}")


def fold_of(name: str) -> int:
    """Return the part that a message belongs to, by its id; what tells the same in more words is in the same part."""
    return crc32(name.removesuffix("-long").encode()) % FOLDS


def learned_of_evidence(messages: Sequence[Read]) -> dict[str, Any]:
    """Return how far each kind of evidence is to be trusted, learned where the words' weights saw nothing of it."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler  # type: ignore

    shown: list[dict[str, float]] = [{} for _ in messages]
    folds = [fold_of(one.row["id"]) for one in messages]
    for fold in range(FOLDS):
        weights = Weights(learned([one for one, its in zip(messages, folds, strict=True) if its != fold]))
        for place in (place for place, its in enumerate(folds) if its == fold):
            shown[place] = evidence(weights, messages[place])
    vectors, scaler = DictVectorizer(sparse=False), StandardScaler()
    table = scaler.fit_transform(vectors.fit_transform(shown))
    model = LogisticRegression(C=STRENGTH_OF_EVIDENCE, max_iter=3000).fit(table, [one.kind for one in messages])
    order = [list(model.classes_).index(meaning) for meaning in WEIGHED]
    slopes = model.coef_[order] / scaler.scale_
    bias = model.intercept_[order] - slopes @ scaler.mean_
    of = {name: [round(float(n) * SCALE) for n in slopes[:, at]] for at, name in enumerate(vectors.feature_names_)}
    shares = model.predict_proba(table)[:, order]
    _say_how_they_do(messages, [(WEIGHED[row.argmax()], float(row.max())) for row in shares])
    return {"evidence_bias": [round(float(number) * SCALE) for number in bias], "evidence": of}


def written(weights: dict[str, Any]) -> str:
    """Return the weights as JSON, a feature a line."""

    def lines(rows: dict[str, list[int]]) -> str:
        return ",\n".join(f"{json.dumps(n, ensure_ascii=False)}:{json.dumps(w, separators=(',', ':'))}"
                          for n, w in sorted(rows.items()))  # fmt: skip

    biases = f'"bias":{json.dumps(weights["bias"])},"evidence_bias":{json.dumps(weights["evidence_bias"])}'
    return (
        f'{{"made_of":"{fingerprint()}",{biases},"evidence":{{\n{lines(weights["evidence"])}\n}},'
        f'"features":{{\n{lines(weights["features"])}\n}}}}\n'
    )


def main() -> None:
    """Learn, write, and print how messages are read by weights that have not seen them."""
    messages = [read(row) for path in (LEARNED_FROM, TUNED_ON, SENTENCES) for row in rows_of(path)]
    WEIGHTS.write_text(written(learned(messages) | learned_of_evidence(messages)), "utf-8")
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
