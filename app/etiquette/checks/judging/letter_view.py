"""The second look: from the scores of a letter's sentences to what the whole letter shows.

The letter is angry, not the sentence: a sharp sentence between thanks and a kind offer reads otherwise than alone.
Serves training and judging alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log

from app.etiquette.checks.judging.features import clauses, features
from app.etiquette.checks.judging.phrases_highlight import HIGHLIGHT
from app.etiquette.checks.judging.phrases_interest import INTEREST
from app.etiquette.checks.judging.phrases_tone import TONE
from app.etiquette.checks.reading import Span
from app.etiquette.letter_kinds import FOLLOW_UPS, REJECTION_ANSWERS, THANKS, Kind

LABELS = ("highlight", "interest", "tone")
"""What is judged, in the order in which scores stand. High is good in each: specific, wanting the job, kind."""
_OWN = tuple(frozenset(f"p:{name}" for name, _, _ in table) for table in (HIGHLIGHT, INTEREST, TONE))
"""The phrases that are counted over the whole letter for each label: those of its own table."""
_FAULTS = frozenset(f"p:{name}" for name, _, _ in TONE if not name.startswith("soft."))
"""The phrases that name a fault of tone."""
Scores = tuple[float, float, float]
_NOTHING = -4.0
"""What stands for a sentence that is not there: surely no highlight, no interest, no fault."""


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence with its scores (log odds, one a label), those of its parts, and the phrases it has."""

    span: Span
    scores: Scores
    parts: tuple[Scores, ...]
    phrases: tuple[str, ...]

    def best(self, label: int) -> float:
        """Return how strongly the sentence, or one of its parts, shows what a label looks for; for tone, a fault."""
        scores = [self.scores[label], *(part[label] for part in self.parts)]
        return -min(scores) if LABELS[label] == "tone" else max(scores)

    @property
    def has_fault(self) -> bool:
        """Whether a phrase of it names a fault of tone."""
        return not _FAULTS.isdisjoint(self.phrases)


def scored(
    sentences: Sequence[Span], count: Callable[[str], int], score: Callable[[dict[str, float]], Scores]
) -> list[ScoredSentence]:
    """Return the sentences with their scores."""
    scored_sentences = []
    for span in sentences:
        values = features(span.text, count)
        parts = clauses(span.text)
        has_parts = len(parts) > 1 or (parts and len(parts[0]) < len(span.text) - 2)
        scored_sentences.append(
            ScoredSentence(
                span,
                score(values),
                tuple(score(features(part, count)) for part in parts) if has_parts else (),
                tuple(name for name in values if name.startswith("p:")),
            )
        )
    return scored_sentences


def letter_features(sentences: Sequence[ScoredSentence], kind: Kind, label: int) -> dict[str, float]:
    """Return what a letter shows as a whole, by name, for the judgment of one label.

    Nothing here grows with the length alone: a fault does not fade in a longer letter.
    """
    values: dict[str, float] = {}
    if LABELS[label] == "tone":
        values[f"kind:{_group(kind)}"] = 1.0
        values |= _of_faults(sentences, label)
    for index, name in enumerate(LABELS):
        sign = -1.0 if name == "tone" else 1.0
        ordered = sorted((sign * sentence.scores[index] for sentence in sentences), reverse=True) or [_NOTHING]
        parts = [sign * part[index] for sentence in sentences for part in sentence.parts or (sentence.scores,)]
        values[f"{name}:most"] = ordered[0] / 3
        values[f"{name}:second"] = (ordered[1] if len(ordered) > 1 else _NOTHING) / 3
        values[f"{name}:any"] = log(sum(exp(min(score, 30.0)) for score in ordered)) / 3
        values[f"{name}:part"] = max(parts, default=_NOTHING) / 3
    values["first"] = (sentences[0].scores[label] if sentences else _NOTHING) / 3
    values["last"] = (sentences[-1].scores[label] if sentences else _NOTHING) / 3
    for sentence in sentences:
        for phrase in _OWN[label].intersection(sentence.phrases):
            values[phrase] = min(2.0, values.get(phrase, 0.0) + 1.0)
    return values


def _of_faults(sentences: Sequence[ScoredSentence], tone: int) -> dict[str, float]:
    """Return how the sentences whose fault can be named stand against those that only sound unkind to the weights."""
    named = [sentence.best(tone) for sentence in sentences if sentence.has_fault]
    unnamed = [sentence.best(tone) for sentence in sentences if not sentence.has_fault]
    return {
        "named": float(bool(named)),
        "named:worst": float(max(named, default=_NOTHING) > max(unnamed, default=_NOTHING)),
        "named:most": max(named, default=_NOTHING) / 3,
        "unnamed:most": max(unnamed, default=_NOTHING) / 3,
    }


def _group(kind: Kind) -> str:
    if kind in THANKS:
        return "thanks"
    if kind in FOLLOW_UPS:
        return "follow_up"
    return "rejection" if kind in REJECTION_ANSWERS else "other"
