"""SIGKILL at a random moment of the real program while keys are sent: what the screen acknowledged is stored, whole.

The hand types into a letter, about ten characters a second, and between that notes things, each with a word of its own.
A note is acknowledged once the timeline shows it; a character is typed once the letter shows it.
"""

from __future__ import annotations

import random
import signal
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.terminals import Terminal, started
from tests.storage.hunts import notes
from tests.torture.terminal_hunt import body_of, disagreements, one_letter
from tests.torture.trial import Figures, Trial

KILLS_A_FILE = 10
LONGEST = 12.0
"""Seconds within which the kill falls, from the moment at which the letter is open or the program started."""
A_CHARACTER = 0.1
MOST_LOST = 0.5
"""Seconds of typing that a kill may cost."""
UNHURRIED = 50
"""Kills from which on the half second is judged; fewer run beside a whole suite that leaves the program no time."""
EARLY = 0.15
"""How many of the kills fall while the program starts."""


@dataclass(slots=True)
class _Hand:
    """What one start of the program was told, and what it showed."""

    notes: list[str] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    typed: str = ""
    shown: list[float] = field(default_factory=list)
    """When each character was on screen."""


def run(folder: Path, times: int, seed: int) -> Figures:
    """Kill the program so often."""
    dice = random.Random(seed)
    lost: list[str] = []
    tally = {"notes acknowledged": 0, "characters typed": 0, "milliseconds of typing lost at most": 0}
    for kill in range(times):
        path = folder / f"{kill // KILLS_A_FILE}.db"
        if kill % KILLS_A_FILE == 0:
            one_letter(path)
        before = body_of(path)
        hand = _Hand()
        killed_at = _sit_and_kill(path, dice, hand, kill)
        tally["notes acknowledged"] += len(hand.acknowledged)
        tally["characters typed"] += len(hand.shown)
        problems, cost = _problems(path, hand, before, killed_at)
        tally["milliseconds of typing lost at most"] = max(
            tally["milliseconds of typing lost at most"], int(cost * 1000)
        )
        if cost > MOST_LOST and times >= UNHURRIED:
            problems.append(f"{cost:.2f} s of typing lost")
        lost += [f"kill {kill}, seed {seed}: {problem}" for problem in problems]
    return Figures(times, tuple(lost), tally)


def _sit_and_kill(path: Path, dice: random.Random, hand: _Hand, kill: int) -> float:
    """Type until the kill comes, and return when it came."""
    killed: list[float] = []
    with started("--db", str(path)) as terminal:

        def end() -> None:
            killed.append(time.monotonic())
            terminal.child.kill(signal.SIGKILL)

        is_early = dice.random() < EARLY
        timer = threading.Timer(dice.uniform(0, LONGEST if not is_early else 1.5), end)
        try:
            if is_early:
                timer.start()
            terminal.until(terminal.shows("works best within"), "no dashboard")
            if not is_early:
                timer.start()
            while terminal.child.isalive():
                _note(terminal, dice, hand)
                _type(terminal, dice, hand)
        except (AssertionError, OSError):
            pass
        finally:
            timer.join()
        while terminal.read():
            pass
        _look(terminal, hand)
    return killed[0]


def _note(terminal: Terminal, dice: random.Random, hand: _Hand) -> None:
    word = f"note{dice.randrange(10**8):08}"
    terminal.send("n")
    terminal.until(terminal.shows("Note on"), "no form")
    hand.notes.append(word)
    terminal.send(word + "\x13")
    terminal.until(lambda: _look(terminal, hand) and word in hand.acknowledged, "not acknowledged")


def _type(terminal: Terminal, dice: random.Random, hand: _Hand) -> None:
    """Type a word at the beginning of the letter, or go on after the one before."""
    terminal.send("\r" if not hand.typed else "3")
    terminal.until(terminal.shows("esc back"), "no letter")
    for character in f"{hand.typed and ' '}w{dice.randrange(10**12):012}":
        hand.typed += character
        terminal.send(character)
        terminal.rest(A_CHARACTER)
        _look(terminal, hand)
    terminal.escape()


def _look(terminal: Terminal, hand: _Hand) -> bool:
    """Take note of what is on screen by now."""
    now = time.monotonic()
    shown = terminal.text
    is_dialog = "Note on" in shown
    hand.acknowledged += [
        word for word in hand.notes if word not in hand.acknowledged and not is_dialog and word in shown
    ]
    while len(hand.shown) < len(hand.typed) and hand.typed[: len(hand.shown) + 1][-30:] in shown:
        hand.shown.append(now)
    return True


def _problems(path: Path, hand: _Hand, before: str, killed_at: float) -> tuple[list[str], float]:
    """Return what is wrong with the file, and how many seconds of typing are lost."""
    problems = disagreements(path)
    stored = notes(path)
    problems += [f"{word} was acknowledged and is lost" for word in hand.acknowledged if word not in stored]
    if len([word for word in hand.notes if word not in hand.acknowledged and word in stored]) > 1:
        problems.append("more than one note is stored that was never acknowledged")
    body = body_of(path)
    kept = next((n for n in range(len(hand.typed), 0, -1) if hand.typed[:n] in body), 0)
    if kept < len(hand.shown) and before and before not in body and not before.startswith(body):
        problems.append("what was in the letter before is lost")
    lost_since = hand.shown[kept] if kept < len(hand.shown) else killed_at
    return problems, max(0.0, killed_at - lost_since)


TRIALS = (
    Trial(
        "program-kills",
        "SIGKILL at a random moment of the real program in a pseudo-terminal, while it starts, notes are taken and a"
        " letter is typed at ten characters a second: no acknowledged note lost, at most half a second of typing",
        run,
        short=1,
        long=200,
    ),
)
