"""Every trial, in the table's order. A module of trials adds its own here, by its tuple `TRIALS`."""

from __future__ import annotations

from tests.torture import damage, io_errors, kills, older, places, restores, together
from tests.torture.trial import Trial

TRIALS: tuple[Trial, ...] = (
    *kills.TRIALS,
    *io_errors.TRIALS,
    *places.TRIALS,
    *damage.TRIALS,
    *together.TRIALS,
    *older.TRIALS,
    *restores.TRIALS,
)
