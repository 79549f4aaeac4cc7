"""The checker on letters that no weight was learned from; `make bench-letters LETTERS=` their path scores them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.etiquette.checks import warm_up
from tests.bench.letters import Score, scored

APART = Path(__file__).parent / "apart" / "letters.jsonl"
BARS = {
    "highlight": (0.90, 0.85),
    "interest": (0.90, 0.85),
    "tone_ok": (0.90, 0.80),
    "no_placeholders": (0.97, 0.95),
    "greeting_personal": (0.95, 0.90),
    "gratitude": (0.95, 0.90),
    "signed": (0.95, 0.90),
}
"""By label: the share of its verdicts that has to be right, and of the bad letters that has to be caught."""


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    warm_up()
    return scored([json.loads(line) for line in APART.read_text("utf-8").splitlines()])


@pytest.mark.parametrize("label", BARS)
def test_it_is_right_about_letters_that_it_never_learned_from(scores: dict[str, Score], label: str) -> None:
    score, (right, caught) = scores[label], BARS[label]
    assert score.right / score.decided >= right
    assert score.caught / score.bad >= caught
    assert score.fails_right / max(1, score.fails) >= 0.9
    assert score.unsure / score.judged <= 0.1
