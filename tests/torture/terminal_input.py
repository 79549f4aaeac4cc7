"""What a terminal may send at its worst: bytes that are no text, pastes that hold keys, a million characters."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

from app.storage import reading
from tests.cli.terminals import Terminal, ready
from tests.storage.hunts import notes, reader
from tests.torture.terminal_hunt import body_of, disagreements, one_letter
from tests.torture.trial import Figures, Trial

A_SITTING = 6
ENDS, CTRL_Q = b"\x1b[201~", b"\x11"
COMMANDS = b"\x1bddDDyyqQ\x1bAAzzxx\x1bq"
"""What would delete, archive, snooze, send and quit, if it were obeyed."""


def run(folder: Path, times: int, seed: int) -> Figures:
    """Send so many things, a few to each start of the program."""
    dice = random.Random(seed)
    cases = [(place, what) for place in PLACES for what in WHAT]
    dice.shuffle(cases)
    cases = (cases * (times // len(cases) + 1))[:times]
    lost: list[str] = []
    for first in range(0, times, A_SITTING):
        path = folder / f"{first}.db"
        one_letter(path)
        lost += _sitting(path, cases[first : first + A_SITTING], dice)
    return Figures(times, tuple(lost))


def _sitting(path: Path, cases: list[tuple[str, str]], dice: random.Random) -> list[str]:
    lost: list[str] = []
    with ready("--db", str(path)) as terminal:
        terminal.until(terminal.shows("You met them on"), "no dashboard")
        terminal.send("\r")
        terminal.until(terminal.shows("Subject"), "no letter")
        for n, (place, what) in enumerate(cases):
            mark = f"mark{dice.randrange(10**9)}"
            try:
                problem = PLACES[place](terminal, path, WHAT[what](dice), mark, n)
            except AssertionError as error:
                problem = str(error)
            if problem:
                lost.append(f"{what}, {place}: {problem}")
                return lost
        terminal.send("\x11")
        code = terminal.ended()
        lost += [f"it ended with {code}"] if code else []
    return lost + disagreements(path) + _obeyed(path)


def _obeyed(path: Path) -> list[str]:
    """Return what was done that nobody asked for: only the letter may have been drafted, and noted on."""
    with reader(path) as connection:
        kinds = [event.what for event in reading.events(connection, 1)]
        application = reading.application(connection, 1)
    wrong = sorted(
        set(kinds) - {"application_added", "interview_held", "interview_planned", "stood_out", "letter_drafted", "note"}
    )
    if application.archived or application.snoozes or len(application.letters) != 1:
        wrong.append("archived, snoozed or another letter")
    return [f"obeyed: {wrong}"] if wrong else []


def _into_the_letter(terminal: Terminal, path: Path, data: bytes, mark: str, n: int) -> str:
    """Paste into the body at its end; all of it is stored, or all of it is refused."""
    terminal.escape()
    terminal.send("3")
    terminal.until(terminal.shows("esc back"), "not in the letter")
    _sent(terminal, data)
    terminal.send(mark)
    terminal.until(lambda: mark in body_of(path), "what was typed after is not stored")
    return _held(data, re.split(r"mark\d+", body_of(path).partition(mark)[0])[-1], terminal)


def _into_a_form(terminal: Terminal, path: Path, data: bytes, mark: str, n: int) -> str:
    """Paste into a note and store it."""
    terminal.escape()
    terminal.until(terminal.shows("z snooze"), "not on the list")
    terminal.send("n")
    terminal.until(terminal.shows("Note on"), "no form")
    _sent(terminal, data)
    terminal.send(mark)
    terminal.send("\x13")
    terminal.until(lambda: any(mark in note for note in notes(path)), "the note is not stored")
    note = next(note for note in notes(path) if mark in note)
    return _held(data, note.partition(mark)[0], terminal)


def _into_the_list(terminal: Terminal, path: Path, data: bytes, mark: str, n: int) -> str:
    """Paste where nothing is typed: nothing happens, and the next key is understood."""
    terminal.escape()
    terminal.until(terminal.shows("z snooze"), "not on the list")
    if not data.startswith(PASTED):
        return ""
    _sent(terminal, data)
    terminal.send("?")
    terminal.until(terminal.shows("In the due list"), "no help after it")
    terminal.escape()
    terminal.until(terminal.shows("z snooze"), "help stays")
    return ""


def _sent(terminal: Terminal, data: bytes) -> None:
    terminal.write(data)
    # A paste ends when the input rests, as it does at a keyboard.
    terminal.rest()


def _held(data: bytes, stored: str, terminal: Terminal) -> str:
    """Return what is wrong with what became of data: all of it must be there as text, or a refusal on screen."""
    if len(data) > 200_000:
        sentence = f"That paste has {len(data) - len(PASTED) - len(ENDS):,} characters"
        terminal.until(terminal.shows(sentence), "no sentence about its size")
        return "some of it was inserted" if "first" in stored or "mmm" in stored else ""
    for piece in (b"first", b"second", b"third"):
        if piece in data and piece.decode() not in stored:
            return f"{piece.decode()} is missing in {stored[-200:]!r}"
    return "" if "\x1b" not in stored and "\x11" not in stored else "a control character is stored"


PASTED = b"\x1b[200~"


def _paste(text: bytes) -> bytes:
    return PASTED + text + ENDS


PLACES: dict[str, Callable[[Terminal, Path, bytes, str, int], str]] = {
    "into the letter": _into_the_letter,
    "into a form": _into_a_form,
    "into the list": _into_the_list,
}
WHAT: dict[str, Callable[[random.Random], bytes]] = {
    "bytes that are no text": lambda dice: b"first\xff\xfe\xc3\xe2\x82second",
    "an end of a paste and ctrl+q in it": lambda dice: _paste(
        b"first" + ENDS + CTRL_Q + b"second" + COMMANDS + b"third"
    ),
    "the same, after some kilobytes": lambda dice: _paste(
        b"first"
        + b"x" * dice.randrange(3900, 8300)
        + ENDS
        + CTRL_Q
        + b"second"
        + b"y" * dice.randrange(5000)
        + b"third"
    ),
    "an escape and letters that are commands": lambda dice: _paste(b"first" + COMMANDS + b"second"),
    "NUL, C1 and half a character": lambda dice: _paste(b"first\x00\x9b31m\xc2\x9b31msecond\xf0\x9f\x91third"),
    "a megabyte in one line": lambda dice: _paste(b"first" + b"m" * dice.randrange(10**6, 2 * 10**6) + b"second"),
    "many lines": lambda dice: _paste(b"first\r\nsecond\rthird\n" * 200),
}

TRIALS = (
    Trial(
        "input",
        "bytes that are no text, pastes with an end of a paste, ctrl+q, escapes and commands in them, a megabyte in one"
        " line: into the letter, a form, the list; all of it stored as text or refused whole, none of it obeyed",
        run,
        short=2,
        long=210,
    ),
)
