"""What the two models that read mail share: their stored arrays, and what their sums say. Pure, over numpy."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


def stored(name: str) -> dict[str, Any]:
    """Return the arrays of a model in the package, by name."""
    with as_file(files("app.exchange.meanings") / f"{name}.npz") as path, np.load(path) as arrays:
        return dict(arrays)


def log_shares(sums: Array) -> list[float]:
    """Return the logarithm of the share that each sum has once all are raised to a power: at most 0."""
    sums = sums - sums.max()
    return [float(number) for number in sums - np.log(np.exp(sums).sum())]
