"""Measured inside this process: the rules on many applications, the checker, what the first screen reads, loop lag."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from app.etiquette.checks import LetterText, check_letter, warm_up
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application
from app.etiquette.steps.next_steps import next_steps
from app.exchange.calendars.writing.document import ics_document
from app.hunt.gc_pause import with_gc_paused
from app.hunt.snapshot import read_snapshot
from app.storage import live_applications, readers
from tests.bench.figures import Budget, Figure, Plan
from tests.bench.hunts import LIVE, NOW, copy_of, hunt
from tests.storage.hunts import SETTINGS
from tests.ui.driving import Driven, driven

POLICY = SETTINGS.policy
LETTER = (
    "Dear Dana,\n\nThank you for taking the time to talk with me on Friday. What you said about late-arriving events"
    " has stayed with me, and I would be glad to help with the reports that they hurt. "
    + "We spoke of many things. " * 30
    + "\n\nI look forward to hearing from you.\n\nKind regards,\nRobin Vale"
)  # fmt: skip


def next_steps_of_all(plan: Plan) -> list[Figure]:
    """Return how long `next_steps` takes over live applications, each in itself."""
    figures = []
    for size in plan.sizes:
        connection = readers.open_reader(hunt(size, LIVE, "live"))
        assert connection is not None
        ids = live_applications.all_ids(connection)
        applications = [*live_applications.applications(connection, ids)]
        connection.close()

        def over_all(applications: list[Application] = applications) -> float:
            began = time.perf_counter()
            for application in applications:
                next_steps(application, POLICY, NOW)
            return (time.perf_counter() - began) * 1000

        runs = [over_all() for _ in range(plan.starts)]
        figures.append(Figure("next_steps over live applications", size, runs, budget=Budget(value=150, at=10_000)))
    return figures


def ics_export(plan: Plan) -> list[Figure]:
    """Return how long making the calendar of a thousand live applications takes."""
    connection = readers.open_reader(hunt(1_000))
    assert connection is not None
    applications = [*live_applications.applications(connection, live_applications.all_ids(connection))]
    connection.close()
    runs = []
    for _ in range(plan.starts):
        began = time.perf_counter()
        ics_document(applications, POLICY, NOW)
        runs.append((time.perf_counter() - began) * 1000)
    return [Figure("ics export", 1_000, runs, budget=Budget(value=200))]


def first_screen(plan: Plan) -> list[Figure]:
    """Return how long reading the first screen takes, and with 100 live ones when this many are over."""
    figures = []
    for name, databases in (
        ("first screen read", [hunt(size) for size in plan.sizes]),
        ("first screen read, 100 and this many that are over", [hunt(100, finished=size) for size in plan.sizes]),
    ):
        for size, database in zip(plan.sizes, databases, strict=True):
            runs = []
            for _ in range(plan.starts):
                began = time.perf_counter()
                connection = readers.open_reader(database)
                assert connection is not None
                with_gc_paused(partial(read_snapshot, connection, POLICY, NOW))  # as the program does
                runs.append((time.perf_counter() - began) * 1000)
                connection.close()
            figures.append(Figure(name, size, runs))
    return figures


def letter_check(plan: Plan) -> list[Figure]:
    """Return how long the check of a letter of 200 words takes."""
    warm_up()
    runs = []
    for _ in range(plan.starts * 5):
        began = time.perf_counter()
        check_letter(LetterText(Kind.THANK_YOU, LETTER, "Thank you"))
        runs.append((time.perf_counter() - began) * 1000)
    words = len(LETTER.split())
    return [Figure("letter check", 0, runs, budget=Budget(value=15), note=f"{words} words")]


def loop_lag(plan: Plan) -> list[Figure]:
    """Return how long the event loop was held up at most while the lists are opened, sorted, narrowed and folded."""
    figures = []
    for size in plan.sizes:
        for name, lag in asyncio.run(_least(size)).items():
            figures.append(Figure(f"longest on the loop: {name}", size, [lag], budget=Budget(value=50, at=10_000)))
    return figures


async def _lags(size: int) -> dict[str, float]:
    lags: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        async with driven(copy_of(hunt(size), Path(folder)), now=NOW) as driving:
            lists = driving.hunt_screen.lists
            steps: dict[str, Callable[[], Awaitable[None]]] = {
                "cursor": lambda: driving.press("j", "j"),
                "find in due": lambda: _typed(driving, "con"),
                "pipeline": lambda: driving.press("p"),
                "sort": lambda: driving.press("S"),
                "find in pipeline": lambda: _typed(driving, "con"),
                "fold": lambda: driving.press("g", "enter"),
            }
            for name, step in steps.items():
                lags[name] = await _lag_of(step, lambda: not lists.pipeline.is_arranging)
                await driving.press("escape")
    return lags


async def _least(size: int) -> dict[str, float]:
    """Return the least of three rounds: whatever else the machine does holds a loop up as well."""
    rounds = [await _lags(size) for _ in range(3)]
    return {name: min(run[name] for run in rounds) for name in rounds[0]}


async def _typed(driving: Driven, text: str) -> None:
    await driving.press("slash", *text, "enter")


async def _lag_of(step: Callable[[], Awaitable[None]], is_done: Callable[[], bool]) -> float:
    """Run a step to its end and return the longest that another task had to wait for the loop, in milliseconds."""
    longest = 0.0
    done = False

    async def watch() -> None:
        nonlocal longest
        while not done:
            slept = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - slept - 0.001)

    watching = asyncio.ensure_future(watch())
    await step()
    while not is_done():
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    done = True
    await watching
    return longest * 1000
