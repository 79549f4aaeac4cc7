"""Every trial, in the table's order. A module of trials adds its own here, by its tuple `TRIALS`."""

from __future__ import annotations

from tests.torture import (
    attaching,
    bundles,
    damage,
    io_errors,
    joining,
    kills,
    older,
    places,
    renewals,
    restores,
    syncing,
    terminal_endings,
    terminal_input,
    terminal_keys,
    terminal_kills,
    terminal_private,
    terminal_text,
    terminal_zones,
    together,
)
from tests.torture.trial import Trial

TRIALS: tuple[Trial, ...] = (
    *kills.TRIALS,
    *renewals.TRIALS,
    *attaching.TRIALS,
    *bundles.TRIALS,
    *io_errors.TRIALS,
    *places.TRIALS,
    *damage.TRIALS,
    *together.TRIALS,
    *joining.TRIALS,
    *older.TRIALS,
    *restores.TRIALS,
    *syncing.TRIALS,
    *terminal_kills.TRIALS,
    *terminal_endings.TRIALS,
    *terminal_zones.TRIALS,
    *terminal_input.TRIALS,
    *terminal_text.TRIALS,
    *terminal_keys.TRIALS,
    *terminal_private.TRIALS,
)
