"""Many records are made in one go, and are looked through by the garbage collector neither then nor later."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from app.hunt import gc_pause as module
from app.hunt.gc_pause import with_gc_paused


@pytest.fixture
def collections() -> Iterator[list[int]]:
    """Give the generations that are collected."""
    seen: list[int] = []

    def note(phase: str, details: dict[str, int]) -> None:
        if phase == "start":
            seen.append(details["generation"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)
    gc.unfreeze()


@pytest.mark.parametrize(("many", "is_frozen"), [(10_000, True), (50_000, False)])
def test_many_records_are_never_looked_through(
    collections: list[int], monkeypatch: pytest.MonkeyPatch, many: int, is_frozen: bool
) -> None:
    monkeypatch.setattr(module, "MANY", many)
    gc.collect()
    collections.clear()
    frozen = gc.get_freeze_count()
    records = with_gc_paused(lambda: [[n] for n in range(20_000)])
    assert not collections
    assert gc.isenabled()
    assert len(records) == 20_000
    assert (gc.get_freeze_count() - frozen >= 20_000) is is_frozen


@pytest.mark.parametrize("is_enabled", [True, False])
def test_the_collector_is_as_before_also_when_nothing_is_made(is_enabled: bool) -> None:
    if not is_enabled:
        gc.disable()
    try:
        with pytest.raises(ZeroDivisionError):
            with_gc_paused(lambda: 1 // 0)
        assert gc.isenabled() is is_enabled
    finally:
        gc.enable()
