"""The meanings of messages as measured: what was tuned on stays right, and little is wrongly called a decision."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.messages import (
    DECISIVE,
    HELD_BACK,
    HELD_BACK_2,
    HELD_BACK_3,
    HELD_BACK_4,
    HELD_BACK_5,
    HELD_BACK_6,
    HELD_BACK_7,
    HELD_BACK_8,
    HELD_BACK_9,
    HELD_BACK_10,
    HELD_BACK_11,
    HELD_BACK_12,
    LEARNED_FROM,
    SENTENCES,
    TUNED_ON,
    rows_of,
    scored,
)

LANGUAGES = {"en", "de", "fr", "es", "pt", "nl", "it"}


@pytest.mark.parametrize(
    ("path", "least", "most_grave"),
    [
        (TUNED_ON, 0.95, 5),
        (SENTENCES, 0.95, 3),
        (LEARNED_FROM, 0.95, 3),
        (HELD_BACK, 0.9, 1),
        (HELD_BACK_2, 0.94, 3),
        (HELD_BACK_3, 0.92, 4),
        (HELD_BACK_4, 0.88, 1),
        (HELD_BACK_5, 0.84, 1),
        (HELD_BACK_6, 0.86, 1),
        (HELD_BACK_7, 0.94, 1),
        (HELD_BACK_8, 0.93, 3),
        (HELD_BACK_9, 0.94, 4),
        (HELD_BACK_10, 0.92, 1),
        (HELD_BACK_11, 0.91, 3),
        (HELD_BACK_12, 0.94, 4),
    ],
)
def test_rejections_offers_and_receipts_are_told_apart(path: Path, least: float, most_grave: int) -> None:
    """Also of those held back, by far the most that are not read right are sure to be read by the user."""
    rows = rows_of(path)
    score = scored(rows[:: 1 + len(rows) // 1000])  # of thousands some tell as much
    assert score.decisive >= least, f"{score.decisive:.3f}"
    assert len(score.grave) <= most_grave, score.grave
    silent = sum(score.wanted[each] - score.right[each] - score.unsure[each] for each in DECISIVE)
    assert silent <= sum(score.wanted[each] for each in DECISIVE) // 20, silent


def test_the_collection_is_large_enough_to_tell_anything() -> None:
    rows = [*rows_of(TUNED_ON), *rows_of(HELD_BACK)]
    assert len(rows) >= 200
    assert {row["language"] for row in rows} == LANGUAGES
    assert sum(row["is_trap"] for row in rows) * 2 >= len(rows)
    assert len({row["id"] for row in rows}) == len(rows)
