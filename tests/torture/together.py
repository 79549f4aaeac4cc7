"""Several at once: processes that write one file, and dashboards that show it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from app.hunt.verbs import applications
from app.storage import reading
from tests.cli.terminals import Terminal, ready
from tests.storage.hunts import add, open_hunt, reader
from tests.torture.kills import spawner
from tests.torture.trial import Figures, Trial
from tests.ui.driving import one_interview

WRITERS = 3
SOON = 2.0
"""Seconds within which a dashboard shows what was done in another."""


def write(folder: Path, times: int, seed: int) -> Figures:
    """Let three processes change one application so often each, every change built on the one before."""
    path = folder / "hunt.db"
    application_id = add(open_hunt(path))
    context = spawner()
    pipes = [context.Pipe(duplex=False) for _ in range(WRITERS)]
    writers = [
        context.Process(target=_write_on, args=(path, application_id, name, times, theirs))
        for name, (_, theirs) in zip("abc", pipes, strict=True)
    ]
    for writer in writers:
        writer.start()
    lost = []
    acknowledged = 0
    for writer, (ours, theirs) in zip(writers, pipes, strict=True):
        theirs.close()
        with closing(ours):
            heard = ours.recv()
        writer.join()
        acknowledged += heard if isinstance(heard, int) else 0
        lost += [] if heard == times else [f"a writer ended with {heard}"]
    with reader(path) as connection:
        stored = reading.application(connection, application_id)
        events = reading.events(connection, application_id)
    for name in "abc":
        kept, noted = stored.notes.count(name), sum(event.text == f"note of {name}" for event in events)
        if (kept, noted) != (times, times // 2):
            lost.append(f"of {times} changes by {name} {kept} are in the application, {noted} notes on its timeline")
    with closing(sqlite3.connect(path)) as check:
        lost += [row[0] for row in check.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return Figures(WRITERS * times, tuple(lost), {"acknowledged": acknowledged, "stored": len(stored.notes)})


def _write_on(path: Path, application_id: int, name: str, times: int, tell: Connection) -> None:
    """Append a letter to the application's notes so often, and a note to its timeline with every second one."""
    try:
        hunt = open_hunt(path)
        for number in range(times):
            hunt.do(application_id, lambda a, when: applications.edited(a, when, notes=a.notes + name))
            if number % 2:
                hunt.do(application_id, lambda a, when: applications.noted(a, when, f"note of {name}"))
    except Exception as error:
        tell.send(f"{type(error).__name__}: {error}")
    else:
        tell.send(times)


def show(folder: Path, times: int, seed: int) -> Figures:
    """Note something in one of two real dashboards, take it back in the other, so often, by turns; see both in both."""
    path = folder / "hunt.db"
    one_interview(path)
    waits: list[float] = []
    lost: list[str] = []
    with ready("--db", str(path)) as one, ready("--db", str(path)) as other:
        try:
            for window in (one, other):
                window.until(window.shows("You met them on"), "no dashboard")
            for number in range(times):
                here, there = (other, one) if number % 2 else (one, other)
                waits += _seen(here, there, f"note-{seed}-{number}")
            for window in (one, other):
                window.send("\x11")
                code = window.ended()
                lost += [f"a dashboard ended with {code}"] if code else []
        except AssertionError as error:
            lost.append(str(error))
    besides = {"ms until seen at most": round(1000 * max(waits, default=0))}
    return Figures(len(waits), tuple(lost), besides | {f"seen after {SOON:.0f} s": sum(wait > SOON for wait in waits)})


def _seen(here: Terminal, there: Terminal, text: str) -> list[float]:
    """Note something here and take it back there; return after how many seconds each was seen in the other window."""
    here.send("n")
    here.until(here.shows("Save (ctrl+s)"), "no form")
    here.send(text)
    here.until(here.shows(text), "not typed")
    here.send("\x13")
    line = f"✎ {text}"
    here.until(lambda: line in here.text, "not noted")
    noted = _wait(there, lambda: line in there.text)
    there.send("u")
    there.until(lambda: line not in there.text, "not taken back")
    return [noted, _wait(here, lambda: line not in here.text)]


def _wait(window: Terminal, condition: Callable[[], bool]) -> float:
    began = time.monotonic()
    window.until(condition, "the other window does not show what was done")
    return time.monotonic() - began


TRIALS = (
    Trial(
        "writers",
        "three processes change one application at the same time, each change built on the last",
        write,
        20,
        300,
    ),
    Trial("windows", "two dashboards on one file: what is noted in one is seen in the other", show, 2, 100),
)
