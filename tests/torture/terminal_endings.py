"""Every way in which the program ends, from every place where a person may stand: nothing lost, nothing left on."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path

from tests.cli.terminals import DEADLINE, Terminal, ready, started
from tests.torture.faulty import WORD
from tests.torture.terminal_hunt import body_of, one_letter
from tests.torture.trial import Figures, Trial

TYPED = "and every word of it is kept"
FAULTY = ("-m", "tests.torture.faulty")


def run(folder: Path, times: int, seed: int) -> Figures:
    """End the program in so many of all combinations, in an order by dice."""
    pairs = list(product(WAYS, PLACES))
    random.Random(seed).shuffle(pairs)
    lost: list[str] = []
    for n, (way, place) in enumerate(pairs[:times]):
        path = folder / f"{n}.db"
        one_letter(path)
        try:
            problems = _ended(path, way, place)
        except AssertionError as error:
            problems = [str(error)]
        lost += [f"{way} while {place}: {problem}" for problem in problems]
    return Figures(min(times, len(pairs)), tuple(lost))


def _ended(path: Path, way: str, place: str) -> list[str]:
    """End one program and return what is wrong after."""
    opened = partial(started, program=FAULTY) if way == "an exception" else ready
    with opened("--db", str(path)) as terminal:
        terminal.until(terminal.shows("You met them on"), "no dashboard")
        typed = PLACES[place](terminal)
        code = WAYS[way](terminal)
        wanted = 1 if way == "an exception" else 0
        problems = [] if code == wanted else [f"it ended with {code}, not {wanted}"]
        if way != "the terminal is closed":
            problems += terminal.left_behind()
            problems += ["a traceback"] if b"Traceback" in terminal.raw else []
        if way == "an exception" and b"Something went wrong inside" not in terminal.raw:
            problems.append("nothing was said")
    if typed and TYPED not in body_of(path):
        problems.append("what was typed is lost")
    return problems


def _on_the_list(terminal: Terminal) -> bool:
    return False


def _typing(terminal: Terminal) -> bool:
    terminal.send("\r")
    terminal.until(terminal.shows("Subject"), "no letter")
    terminal.send(TYPED)
    terminal.until(terminal.shows(TYPED), "what was typed is not shown")
    return True


def _in_a_dialog(terminal: Terminal) -> bool:
    terminal.send("n")
    terminal.until(terminal.shows("Note on"), "no dialog")
    terminal.send("half a note")
    terminal.until(terminal.shows("half a note"), "the note is not shown")
    return False


def _in_a_dialog_over_a_letter(terminal: Terminal) -> bool:
    _typing(terminal)
    terminal.send("\x13")
    terminal.until(terminal.shows("I sent it myself"), "no dialog")
    return True


def _in_the_palette(terminal: Terminal) -> bool:
    _typing(terminal)
    terminal.send("\x10")
    terminal.until(terminal.shows("Find a command"), "no palette")
    return True


PLACES: dict[str, Callable[[Terminal], bool]] = {
    "on the list": _on_the_list,
    "typing": _typing,
    "a dialog is open": _in_a_dialog,
    "a dialog is open over a letter": _in_a_dialog_over_a_letter,
    "the palette is open": _in_the_palette,
}
"""Where a person stands -> goes there, and returns whether a letter was typed into."""


def _signalled(number: signal.Signals) -> Callable[[Terminal], int]:
    def end(terminal: Terminal) -> int:
        terminal.child.kill(number)
        return terminal.ended()

    return end


def _quit(terminal: Terminal) -> int:
    terminal.send("\x11")
    return terminal.ended()


def _closed(terminal: Terminal) -> int:
    os.close(terminal.child.child_fd)
    terminal.child.closed = True
    deadline = time.monotonic() + DEADLINE
    while terminal.child.isalive():
        assert time.monotonic() < deadline, "it did not end"
        time.sleep(0.05)
    return terminal.code()


_OPEN = ("Find a command", "I sent it myself")


def _exception(terminal: Terminal) -> int:
    if terminal.shows("Subject")():
        terminal.send("\x1b")
        terminal.until(lambda: not any(terminal.shows(words)() for words in _OPEN), "what was open stays")
    else:
        terminal.send("\x1b\x1b")
        terminal.until(lambda: not terminal.shows("Note on")(), "the dialog stays")
        _typing(terminal)
    terminal.send(WORD)
    return terminal.ended()


WAYS: dict[str, Callable[[Terminal], int]] = {
    "SIGTERM": _signalled(signal.SIGTERM),
    "SIGHUP": _signalled(signal.SIGHUP),
    "SIGINT": _signalled(signal.SIGINT),
    "the terminal is closed": _closed,
    "an exception": _exception,
    "ctrl+q": _quit,
}
"""How it ends -> does it, and returns the exit code."""

TRIALS = (
    Trial(
        "endings",
        "the real program ends by SIGTERM, SIGHUP, SIGINT, a closed terminal, an exception or ctrl+q: on the list,"
        " while typing, in dialogs; draft stored, terminal as before, exit code right",
        run,
        short=2,
        long=30,
    ),
)
