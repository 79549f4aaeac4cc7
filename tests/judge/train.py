"""Learns the judge's weights from the judged letters, and reports how it does on letters it has not seen.

Sentences are learned first, one linear model a label; then whole letters, from the scores that models which had not
seen them gave to their sentences. Everything is parted by letter, a template and its twin together. Needs the extra
`train`; writes the same bytes from the same data.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np  # type: ignore
from sklearn.feature_extraction import DictVectorizer  # type: ignore
from sklearn.linear_model import LogisticRegression  # type: ignore

from app.etiquette.checks.judging.features import features
from app.etiquette.checks.judging.letter_view import ScoredSentence, Scores, letter_features, scored
from app.etiquette.checks.judging.model import SCALE
from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.checks.spelling import english
from tests.judge.data import LABELS, JudgedLetter, JudgedSentence, everything, fingerprint

WEIGHTS = Path(__file__).parents[2] / "app/etiquette/checks/judging/weights.json"
REPORT = Path(__file__).parent / "REPORT.md"
FOLDS = 6
LEAST_SEEN = 3
"""Sentences that have to show a feature for it to be learned."""
LEAST_WEIGHT = 0.1
"""Weights below this in every label are left out of the package."""
STRENGTH = {"sentence": 0.3, "letter": 1.0}
"""liblinear's C."""
PREVALENCE = {"highlight": 0.45, "interest": 0.2, "tone": 0.25}
"""The share of bad letters for which verdicts are set; the training letters hold more, on purpose."""
LEAST_CAUGHT = {"highlight": 0.86, "interest": 0.87, "tone": 0.8}
"""The share of bad letters that a fail or a warning has to reach."""
MOST_UNSURE = 0.06
FAIL_PRECISION = {"highlight": 0.96, "interest": 0.96, "tone": 0.985}
"""How often a fail has to be right; more than the 19 times of 20 of ETIQUETTE 4, since real letters are other ones."""
Row = tuple[str, bool, float]
"""A sentence, whether it is so, and how much it counts."""


@cache
def shown(text: str) -> dict[str, float]:
    """Return what a sentence shows; kept, since every fold asks again."""
    return features(text, english().count)


@cache
def sentences_of(body: str) -> tuple[Span, ...]:
    """Return a letter's sentences."""
    return ReadLetter(body).sentences


def label_of(letter: JudgedLetter, label: str) -> bool | None:
    """Return a letter's label where it is judged by the weights."""
    return None if label == "interest" and letter.is_answer else letter.labels[label]


class SentenceModel:
    """One label's weights on what a sentence shows."""

    def __init__(self, letters: Sequence[JudgedLetter], loose: Sequence[JudgedSentence], label: str):
        self.label = label
        self.weights: dict[str, float] = {}
        self.bias = 0.0
        for _ in range(2):  # a second time with the sentences that the first model finds in letters without marks
            self._fit(self._rows(letters, loose))

    def score(self, what: dict[str, float]) -> float:
        """Return the log odds of a sentence."""
        weights = self.weights
        return self.bias + sum(weights[name] * value for name, value in what.items() if name in weights)

    def _fit(self, rows: list[Row]) -> None:
        seen: dict[str, int] = {}
        for text, _, _ in rows:
            for name in shown(text):
                seen[name] = seen.get(name, 0) + 1
        kept = [{name: value for name, value in shown(text).items() if seen[name] >= LEAST_SEEN} for text, _, _ in rows]
        strength = STRENGTH["sentence"]
        self.weights, self.bias = _fitted(kept, [row[1] for row in rows], strength, [row[2] for row in rows])

    def _rows(self, letters: Sequence[JudgedLetter], loose: Sequence[JudgedSentence]) -> list[Row]:
        label = self.label
        rows: list[Row] = [
            (sentence.text, sentence.labels[label], 1.0) for sentence in loose if label in sentence.labels
        ]
        for letter in letters:
            is_so = label_of(letter, label)
            if is_so is None:
                continue
            rows += self._of_marked(letter) if letter.sentences is not None else self._of_unmarked(letter, is_so)
        return rows

    def _of_marked(self, letter: JudgedLetter) -> list[Row]:
        other = "interest" if self.label == "highlight" else "highlight"
        return [
            (sentence.text, sentence.labels[self.label], 1.0)
            for sentence in letter.sentences or ()
            # A sentence that was marked for the other label may well hold this one, too.
            if self.label == "tone"
            or sentence.labels[self.label]
            or not (sentence.labels[other] and letter.labels[self.label])
        ]

    def _of_unmarked(self, letter: JudgedLetter, is_so: bool) -> list[Row]:
        """Return the sentences of a letter of which only the whole was judged: what decides is the likeliest one."""
        is_tone = self.label == "tone"
        texts = [span.text for span in sentences_of(letter.body)]
        if is_so is is_tone:
            return [(text, is_tone, 1.0) for text in texts]
        if not self.weights or not texts:
            return []
        scores = [self.score(shown(text)) * (-1 if is_tone else 1) for text in texts]
        most = max(range(len(texts)), key=scores.__getitem__)
        rest = [(texts[i], is_tone, 0.5) for i in range(len(texts)) if i != most and scores[i] < -0.85]
        return [(texts[most], not is_tone, 1.0), *rest]


def _fitted(
    rows: list[dict[str, float]], labels: list[bool], strength: float, weights: list[float] | None = None
) -> tuple[dict[str, float], float]:
    vectors = DictVectorizer()
    table = vectors.fit_transform(rows)
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0, class_weight="balanced")
    model.fit(table, np.array(labels), sample_weight=weights)
    return dict(zip(vectors.feature_names_, map(float, model.coef_[0]), strict=True)), float(model.intercept_[0])


class SentenceModels:
    """The three labels' models, as one function from what a sentence shows to its scores."""

    def __init__(self, letters: Sequence[JudgedLetter], loose: Sequence[JudgedSentence]):
        self.models = [SentenceModel(letters, loose, label) for label in LABELS]

    def score(self, what: dict[str, float]) -> Scores:
        """Return the scores in the order of the labels."""
        highlight, interest, tone = (model.score(what) for model in self.models)
        return highlight, interest, tone

    def looked_at(self, letter: JudgedLetter) -> list[ScoredSentence]:
        """Return a letter's sentences with their scores."""
        return scored(sentences_of(letter.body), english().count, self.score)


def folds(letters: Sequence[JudgedLetter], seed: int) -> list[list[JudgedLetter]]:
    """Return the letters in parts; those of one group are together."""
    parts: list[list[JudgedLetter]] = [[] for _ in range(FOLDS)]
    for letter in letters:
        digest = hashlib.sha256(f"{seed} {letter.group}".encode()).hexdigest()
        parts[int(digest, 16) % FOLDS].append(letter)
    return parts


Looks = dict[str, list[ScoredSentence]]


def unseen_looks(letters: Sequence[JudgedLetter], loose: Sequence[JudgedSentence]) -> Looks:
    """Return each letter's sentences as scored by models that had not seen the letter."""
    looks: Looks = {}
    for part in folds(letters, 0):
        names = {letter.name for letter in part}
        models = SentenceModels([letter for letter in letters if letter.name not in names], loose)
        looks |= {letter.name: models.looked_at(letter) for letter in part}
    return looks


@dataclass(frozen=True)
class LetterModel:
    """One label's weights on what a whole letter shows."""

    label: str
    weights: dict[str, float]
    bias: float

    @classmethod
    def of(cls, letters: Sequence[JudgedLetter], looks: Looks, label: str) -> LetterModel:
        """Learn from letters that are judged by this label."""
        index = LABELS.index(label)
        judged = [letter for letter in letters if label_of(letter, label) is not None]
        rows = [letter_features(looks[letter.name], letter.kind, index) for letter in judged]
        labels = [bool(letter.labels[label]) for letter in judged]
        for letter, longer in _made_longer(judged, looks, label):
            rows.append(letter_features(longer, letter.kind, index))
            labels.append(bool(letter.labels[label]))
        return cls(label, *_fitted(rows, labels, STRENGTH["letter"]))

    def likely(self, letter: JudgedLetter, look: list[ScoredSentence]) -> float:
        """Return how likely the letter is good."""
        what = letter_features(look, letter.kind, LABELS.index(self.label))
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in what.items())
        return float(1 / (1 + np.exp(-total)))


def _made_longer(
    letters: Sequence[JudgedLetter], looks: Looks, label: str
) -> Iterator[tuple[JudgedLetter, list[ScoredSentence]]]:
    """Yield the letters once more, each with the sentences of another that change nothing about the label.

    Bad letters are short here, and those that people write are not.
    """
    if label == "interest":
        return
    harmless = [other for other in letters if other.labels["tone"] and (label == "tone" or not other.labels[label])]
    for number, letter in enumerate(letters):
        for step in (101, 307):
            other = harmless[(number * step + step) % len(harmless)]
            if other.group != letter.group:
                mine, theirs = looks[letter.name], looks[other.name]
                yield letter, [*theirs[:2], *mine, *theirs[2:]]


Judged = list[tuple[bool, float]]
"""Whether a letter is good, and how likely it was called so."""


def unseen_judgments(letters: Sequence[JudgedLetter], looks: Looks, label: str) -> Judged:
    """Return the judgments on letters that neither step had seen."""
    judgments: Judged = []
    for part in folds(letters, 1):
        names = {letter.name for letter in part}
        model = LetterModel.of([letter for letter in letters if letter.name not in names], looks, label)
        judgments += [
            (bool(letter.labels[label]), model.likely(letter, looks[letter.name]))
            for letter in part
            if label_of(letter, label) is not None
        ]
    return judgments


@dataclass(frozen=True)
class Standing:
    """How judgments fare under some bands, were there as many bad letters as the prevalence says."""

    right: float
    caught: float
    fails_right: float
    failed: float
    unsure: float


def standing(judged: Judged, bands: tuple[float, float, float], share_bad: float) -> Standing:
    """Return how judgments fare where verdicts change at `bands`: fails below, warns below, unsure below."""
    fails, warns, unsure = bands
    good = np.array([likely for is_good, likely in judged if is_good])
    bad = np.array([likely for is_good, likely in judged if not is_good])
    weight_bad, weight_good = share_bad / len(bad), (1 - share_bad) / len(good)
    right = weight_bad * np.sum(bad < warns) + weight_good * np.sum(good >= unsure)
    wrong = weight_bad * np.sum(bad >= unsure) + weight_good * np.sum(good < warns)
    failed_bad, failed_good = weight_bad * np.sum(bad < fails), weight_good * np.sum(good < fails)
    return Standing(
        float(right / (right + wrong)),
        float(np.mean(bad < warns)),
        float(failed_bad / max(failed_bad + failed_good, 1e-9)),
        float(np.mean(bad < fails)),
        float(1 - right - wrong),
    )


def bands_for(judged: Judged, label: str) -> tuple[float, float, float]:
    """Return where verdicts change: fails are right as often as `FAIL_PRECISION` says, few enough letters unsure."""
    share_bad = PREVALENCE[label]
    steps = [step / 100 for step in range(1, 99)]
    fails = max(
        (
            step
            for step in steps
            if standing(judged, (step, step, step), share_bad).fails_right >= FAIL_PRECISION[label]
        ),
        default=0.01,
    )
    best, chosen = 0.0, (fails, 0.5, 0.5)
    for warns in steps:
        for unsure in (step for step in steps if step >= warns):
            result = standing(judged, (fails, warns, unsure), share_bad)
            if result.unsure > MOST_UNSURE:
                break
            value = result.right - max(0.0, LEAST_CAUGHT[label] - result.caught)
            if value > best:
                best, chosen = value, (min(fails, warns), warns, unsure)
    return chosen


def packed(models: SentenceModels, letter_models: Sequence[LetterModel], bands: dict[str, Any]) -> dict[str, Any]:
    """Return what is stored: weights in thousandths, small ones left out."""
    by_label = [model.weights for model in models.models]
    names = sorted({name for weights in by_label for name in weights})
    sentence = {"bias": [round(model.bias * SCALE) for model in models.models]}
    for name in names:
        row = [weights.get(name, 0.0) for weights in by_label]
        if max(map(abs, row)) >= LEAST_WEIGHT:
            sentence[name] = [round(weight * SCALE) for weight in row]
    letter = {
        model.label: {"bias": round(model.bias * SCALE)}
        | {
            name: round(weight * SCALE)
            for name, weight in sorted(model.weights.items())
            if abs(weight) >= LEAST_WEIGHT / 2
        }
        for model in letter_models
    }
    return {"made_of": fingerprint(), "bands": bands, "letter": letter, "sentence": sentence}


def written_out(weights: dict[str, Any]) -> str:
    """Return the file: one feature a line, so that a change can be read."""
    lines = [
        "{",
        f'"made_of": {json.dumps(weights["made_of"])},',
        f'"bands": {json.dumps(weights["bands"])},',
        '"letter": {',
        ",\n".join(f'"{label}": {json.dumps(rows, ensure_ascii=False)}' for label, rows in weights["letter"].items()),
        "},",
        '"sentence": {',
    ]
    rows = (
        f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}"
        for name, row in weights["sentence"].items()
    )
    return "\n".join(lines) + "\n" + ",\n".join(rows) + "\n}}\n"


def reported(judged: dict[str, Judged], bands: dict[str, tuple[float, float, float]], letters: int, size: int) -> str:
    """Return the page that says how the judge does on letters it has not seen."""
    life = ", ".join(f"{label} {share:.0%}" for label, share in PREVALENCE.items())
    lines = [
        "# How the judge of letters does on letters it has not seen",
        "",
        f"Written by `make train-letters`: {letters} letters in {FOLDS} parts, each judged by what was learned from the"
        f" others. The weights take {round(size / 1000)} KB. Shares are for as many bad letters as in life ({life});"
        " the training letters hold more, and harder ones.",
        "",
        "| label | letters | bad | right, of those decided | bad caught | fails right | bad failed | unsure |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for label, rows in judged.items():
        fares = standing(rows, bands[label], PREVALENCE[label])
        bad = sum(not is_good for is_good, _ in rows)
        lines.append(
            f"| {label} | {len(rows)} | {bad} | {fares.right:.2f} | {fares.caught:.2f} | {fares.fails_right:.2f} |"
            f" {fares.failed:.2f} | {fares.unsure:.2f} |"
        )
    return "\n".join(lines) + "\n"


def main() -> int:
    """Learn, write the weights and the report, print the report."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    letters, loose = everything()
    looks = unseen_looks(letters, loose)
    judged = {label: unseen_judgments(letters, looks, label) for label in LABELS}
    bands = {label: bands_for(rows, label) for label, rows in judged.items()}
    models = SentenceModels(letters, loose)
    letter_models = [LetterModel.of(letters, looks, label) for label in LABELS]
    text = written_out(packed(models, letter_models, {label: list(limits) for label, limits in bands.items()}))
    WEIGHTS.write_text(text, "utf-8")
    report = reported(judged, bands, len(letters), len(text))
    REPORT.write_text(report, "utf-8")
    sys.stdout.write(report)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
