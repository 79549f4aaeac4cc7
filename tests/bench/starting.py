"""The dashboard in its terminal: first frame, due list on screen, key to frame, quitting, memory."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.etiquette.steps.next_steps import Urgency
from app.hunt.due import count_pressing
from app.storage import readers
from tests.bench.figures import Budget, Figure, Plan
from tests.bench.hunts import NOW, copy_of, hunt
from tests.bench.programs import bare_textual, dashboard
from tests.bench.terminal import Terminal
from tests.storage.hunts import SETTINGS

BARE_SHOWS, FIRST_FRAME, DUE_LIST = "bare and ready", "afterword", "23 h overdue"
_MEMORY = {10_000: Budget(value=90, at=10_000), 100_000: Budget(value=130, at=100_000)}
SETTLED = 1.2
"""Seconds without anything drawn after which all behind the first frame is done."""


def starts(plan: Plan) -> list[Figure]:
    """Return first frame, due list and quit time at each size, each start beside one of the bare program's."""
    figures = []
    for size in plan.sizes:
        bare, first, due, quits, bare_quits = [], [], [], [], []
        with tempfile.TemporaryDirectory() as folder:
            database = copy_of(hunt(size), Path(folder))
            for _ in range(plan.starts):
                with bare_textual() as floor:
                    bare.append(_milliseconds(floor, BARE_SHOWS))
                    floor.quiet(0.3)
                    bare_quits.append(floor.gone_after("q") * 1000)
                with dashboard(database) as ours:
                    first.append(_milliseconds(ours, FIRST_FRAME))
                    due.append(_milliseconds(ours, DUE_LIST))
                    ours.quiet(SETTLED)
                    quits.append(ours.gone_after("q") * 1000)
        own = [max(0.0, quit_ - floor) for quit_, floor in zip(quits, bare_quits, strict=True)]
        figures += [
            Figure("exec to first frame", size, first, "ms", bare, Budget(ratio=1.25)),
            Figure("exec to due list on screen", size, due, "ms", bare, Budget(ratio=1.35, at=None)),
            Figure("quit, beyond a bare program's", size, own, "ms", budget=Budget(value=60)),
        ]
    return figures


def keys(plan: Plan) -> list[Figure]:
    """Return key to frame for cursor down at each size, pressed in turn with a key of the bare program; and memory."""
    figures = []
    for size in plan.sizes:
        with (
            tempfile.TemporaryDirectory() as folder,
            bare_textual() as floor,
            dashboard(copy_of(hunt(size), Path(folder))) as ours,
        ):
            floor.until(BARE_SHOWS)
            ours.until(DUE_LIST)
            ours.quiet(SETTLED)
            bare, down, find = [], [], []
            for _ in range(plan.keys):
                bare.append(floor.frame_after("j") * 1000)
                floor.quiet(0.05)
                down.append(ours.frame_after("j") * 1000)
                ours.quiet(0.25)
            ours.type("p")
            ours.quiet(SETTLED)
            ours.type("g")  # the cursor is where it was in the due list
            ours.until("▾")
            ours.quiet(SETTLED)
            memory = ours.megabytes()
            ours.type("/")
            ours.quiet(0.5)
            for letter in "northwind":
                find.append(ours.frame_after(letter) * 1000)
                ours.quiet(0.3)
        slow = sum(time > 50 for time in down)
        figures += [
            Figure("key to frame, cursor down", size, down, "ms", bare, Budget(ratio=1.5, at=10_000)),
            Figure("slowest of those frames", size, [max(down)], "ms", (), Budget(value=50, at=10_000),
                   f"{slow} of {len(down)} over 50 ms"),
            Figure("key to frame, narrowing the pipeline", size, find, "ms", (), Budget(value=50, at=10_000)),
            Figure("memory, pipeline shown", size, [memory], "MB", (), _MEMORY.get(size)),
        ]  # fmt: skip
    return figures


def triage(plan: Plan) -> list[Figure]:
    """Return how long marking a step as done, snoozing it and undoing take, from the key to the frame that counts one
    step less or more: what is counted is read from what was stored."""
    figures = []
    for size in plan.sizes:
        with tempfile.TemporaryDirectory() as folder:
            database = copy_of(hunt(size), Path(folder))
            due = _due(database)
            times: dict[str, list[float]] = {"x": [], "z": [], "u": []}
            with dashboard(database) as ours:
                ours.until(DUE_LIST)
                ours.quiet(SETTLED)
                for _ in range(max(2, plan.keys // 4)):
                    for key, before, expected in (
                        ("x", "", due - 1),
                        ("u", "", due),
                        ("z", "z", due - 1),
                        ("u", "", due),
                    ):
                        if before:
                            ours.type(before)
                            ours.quiet(0.4)
                        times[key].append(ours.shown_after(key, f"1 Due {expected}") * 1000)
                        ours.quiet(0.4)
        figures += [
            Figure(f"key to frame, stored: {key}", size, runs, "ms", (), Budget(value=50, at=None))
            for key, runs in times.items()
        ]
    return figures


def _due(database: Path) -> int:
    """Return how many steps the due list counts in its title: those that are overdue or due today."""
    connection = readers.open_reader(database)
    assert connection is not None
    try:
        counts = count_pressing(connection, SETTINGS.policy, NOW)
    finally:
        connection.close()
    return counts.get(Urgency.LATE, 0) + counts.get(Urgency.DUE, 0)


def _milliseconds(terminal: Terminal, text: str) -> float:
    return (terminal.until(text) - terminal.began) * 1000
