"""Build very many records with the garbage collector off: one collection of them pauses every thread."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

MANY = 100_000
"""So many objects, some ten thousand applications, take the collector longer than one frame of the screen."""


def with_gc_paused(make: Callable[[], T]) -> T:
    """Return what `make` returns, run with the collector off; large results are exempt from later collections.

    Records have no reference cycles, so they are freed without the collector. Other garbage that exists at that moment
    is never freed: a dialog now and then, in so large a hunt.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return make()
    finally:
        if gc.get_count()[0] > MANY:
            gc.freeze()
        if was_enabled:
            gc.enable()
