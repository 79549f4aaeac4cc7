"""The meanings of messages as measured: what was tuned on stays right, and little is wrongly called a decision."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.messages import HELD_BACK, SENTENCES, TUNED_ON, rows_of, scored

LANGUAGES = {"en", "de", "fr", "es", "pt", "nl", "it"}


@pytest.mark.parametrize(("path", "least"), [(TUNED_ON, 0.95), (SENTENCES, 0.95), (HELD_BACK, 0.85)])
def test_rejections_offers_and_receipts_are_told_apart(path: Path, least: float) -> None:
    rows = rows_of(path)
    score = scored(rows)
    assert score.decisive >= least, [(row["id"], meant) for row, meant in score.missed]
    assert len(score.grave) <= max(1, len(rows) // 100), score.grave


def test_the_collection_is_large_enough_to_tell_anything() -> None:
    rows = [*rows_of(TUNED_ON), *rows_of(HELD_BACK)]
    assert len(rows) >= 200
    assert {row["language"] for row in rows} == LANGUAGES
    assert sum(row["is_trap"] for row in rows) * 2 >= len(rows)
    assert len({row["id"] for row in rows}) == len(rows)
