"""Records by the hundred thousand, kept from the garbage collector, which holds up every thread meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

MANY = 100_000
"""Objects from which on looking through them once takes longer than a frame may: some ten thousand applications."""


def unswept(records: Callable[[], T]) -> T:
    """Return what is made, uncollected meanwhile, and if it is much never looked through again.

    Records are in no reference cycles, so that they go when nothing refers to them. Whatever else is garbage when many
    were made stays: a dialog now and then, in a hunt so large.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return records()
    finally:
        if gc.get_count()[0] > MANY:
            gc.freeze()
        if was_enabled:
            gc.enable()
