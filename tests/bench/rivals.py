"""Side by side with what people use instead: two other Textual programs with a list on SQLite, with as many rows."""

from __future__ import annotations

from tests.bench.figures import Figure, Plan


def side_by_side(plan: Plan) -> list[Figure]:
    """Return start to first frame and key to frame of each program, ours among them."""
    del plan
    return []
