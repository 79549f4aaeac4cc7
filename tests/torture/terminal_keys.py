"""Keys by dice, clicks and sizes of the window among them, on the sample hunt: nothing ends it, the file is sound.

A failure is replayed by `python -m tests.torture keys --seed S --times N`; S and N are in its sentence.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager, chdir, contextmanager, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path

from textual import events
from textual.errors import NoWidget
from textual.keys import _character_to_key
from textual.pilot import OutOfBounds, WaitForScreenTimeout

from app.ui.dialogs.form import FormDialog
from app.ui.registry.commands import COMMANDS
from tests.torture.kills import spawner
from tests.torture.terminal_hunt import disagreements
from tests.torture.trial import Figures, Trial
from tests.ui.driving import Driven, demo, driven

SEEDS = 5
A_SITTING = 2000
"""Keys from one start of the program to the next, unless a key leaves before."""
EACH_RESIZE = 200
"""Keys between two sizes of the window."""
EACH_CLICK = 150
COMMON = ("enter", "escape", "tab", "down", "up", "j", "k", "space", "backspace", "delete")
NAMED = (
    *("left", "right", "home", "end", "pageup", "pagedown", "shift+tab", "shift+left", "shift+up", "ctrl+home"),
    *("ctrl+a", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+z", "ctrl+y", "ctrl+x", "ctrl+c", "ctrl+v", "ctrl+d"),
    *("shift+end", "ctrl+left", "ctrl+right", "ctrl+f", "ctrl+b", "f2", "f3", "f12", "insert"),
)
COMMANDS_KEYS = tuple(key for command in COMMANDS for key in command.keys.split(","))
LEAVING = ("q", "ctrl+q")
TYPED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;-_+*#'?!@<>[](){}=\"$%&|~^`\\äß漢👩‍"
SIZES = ((0, 0), (1, 1), (2, 2), (5, 3), (40, 12), (60, 18), (80, 24), (100, 30), (132, 43), (500, 200))


def run(folder: Path, times: int, seed: int) -> Figures:
    """Press so many keys in all, in as many hunts as there are seeds, each hunt in a process of its own."""
    hunts = min(SEEDS, max(1, times // A_SITTING))
    played = partial(_played, folder, times // hunts, seed)
    if hunts == 1:
        ended = [played(0)]
    else:
        with ProcessPoolExecutor(os.cpu_count(), spawner()) as processes:
            ended = list(processes.map(played, range(hunts)))
    lost = tuple(f"seed {seed}, {times} keys: {sentence}" for sentences, _ in ended for sentence in sentences)
    return Figures(times // hunts * hunts, lost, dict(sum((tally for _, tally in ended), Counter())))


def _played(folder: Path, keys: int, seed: int, hunt: int) -> tuple[list[str], Counter[str]]:
    """Press the keys of one hunt; return what was wrong after, and what was done besides."""
    place = folder / str(hunt)
    place.mkdir()
    path = place / "hunt.db"
    tally: Counter[str] = Counter(resizes=0, starts=0)
    with nothing_to_open(place):
        demo(path)
        try:
            asyncio.run(_hunt(path, random.Random(f"{seed} {hunt}"), keys, tally))
            return [f"hunt {hunt}: {sentence}" for sentence in disagreements(path)], tally
        except Exception as error:
            return [f"hunt {hunt}: {_sentence_of(error)}"], tally


def _sentence_of(error: BaseException) -> str:
    inner = getattr(error, "error", error)
    place = inner.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else ""
    return f"{type(inner).__name__} {inner} {where}"


@contextmanager
def nothing_to_open(folder: Path) -> Iterator[None]:
    """Have nothing to open a file or a link with, and work in a home that is empty: a file may be named by dice."""
    before = dict(os.environ)
    home = folder / "home"
    home.mkdir(exist_ok=True)
    os.environ |= {"VISUAL": "/bin/true", "EDITOR": "/bin/true", "HOME": str(home), "PATH": str(home), "BROWSER": ""}
    try:
        with chdir(home):
            yield
    finally:
        os.environ.clear()
        os.environ |= before


async def _hunt(path: Path, dice: random.Random, keys: int, tally: Counter[str]) -> None:
    while keys > 0:
        tally["starts"] += 1
        async with driven(path, size=dice.choice(SIZES[4:9])) as d:
            keys -= await _sitting(d, dice, min(keys, A_SITTING), tally)


@asynccontextmanager
async def _patience() -> AsyncIterator[None]:
    """Bear that a busy machine takes longer than a pilot waits, and that the window is smaller by now."""
    with suppress(WaitForScreenTimeout, NoWidget, OutOfBounds):
        yield


async def _sitting(d: Driven, dice: random.Random, keys: int, tally: Counter[str]) -> int:
    """Press keys until there are none left or one has left the program; return how many were pressed."""
    for pressed in range(1, keys + 1):
        if d.dashboard._exit:
            return pressed
        post_key(d, drawn_key(dice, may_name_a_file=_names_a_file(d)))
        if dice.random() < 0.3:
            await asyncio.sleep(0)
        if dice.random() < 0.02:
            async with _patience():
                await d.pilot.pause()
            d.clock.now += timedelta(minutes=dice.randrange(240))
        if pressed % EACH_CLICK == 0 and not d.dashboard._exit:
            place = (dice.randrange(max(1, d.dashboard.size.width)), dice.randrange(max(1, d.dashboard.size.height)))
            async with _patience():
                await d.pilot.click(offset=place, times=dice.choice((1, 1, 2)))
        if pressed % EACH_RESIZE == 0:
            tally["resizes"] += 1
            async with _patience():
                await d.pilot.resize_terminal(*drawn_size(dice))
    if not d.dashboard._exit:
        async with _patience():
            await d.pilot.resize_terminal(100, 30)
        await _back_to_the_list(d)
    return keys


async def _back_to_the_list(d: Driven) -> None:
    """Leave whatever is open: a program that hangs would not."""
    for _ in range(12):
        async with _patience():
            await d.pilot.press("escape")
    stack = d.dashboard.screen_stack
    await d.until(lambda: d.dashboard._exit or d.dashboard.screen is d.hunt_screen, f"a dialog stays open: {stack}")
    await d.until(lambda: d.dashboard._exit or not d.work.turns.is_busy, "a command does not end")


def drawn_size(dice: random.Random) -> tuple[int, int]:
    """Return a size of the window: every second one of those at which something changes."""
    return dice.choice(SIZES) if dice.random() < 0.5 else (dice.randrange(501), dice.randrange(201))


def drawn_key(dice: random.Random, *, may_name_a_file: bool = False) -> str:
    """Return a key as Textual names it. Where a file is to be named, none that could name one outside the home."""
    lot = dice.random()
    if lot < 0.35:
        return dice.choice(COMMON)
    if lot < 0.65:
        key = dice.choice(COMMANDS_KEYS)
        if key not in LEAVING or dice.random() < 0.05:
            return key if not (may_name_a_file and key == "slash") else "x"
        return "escape"
    if lot < 0.75 and not may_name_a_file:
        return dice.choice(NAMED)
    return _character_to_key(dice.choice(TYPED.replace(".", "").replace("~", "") if may_name_a_file else TYPED))


def _names_a_file(d: Driven) -> bool:
    screen = d.dashboard.screen
    return isinstance(screen, FormDialog) and any(field.name == "path" for field in screen._fields)


def post_key(d: Driven, key: str) -> None:
    """Press a key without waiting for what comes of it."""
    character = _CHARACTERS.get(key)
    event = events.Key(key, character)
    event.set_sender(d.dashboard)
    d.dashboard.post_message(event)


_CHARACTERS: dict[str, str] = {
    **{_character_to_key(character): character for character in TYPED},
    "enter": "\r",
    "tab": "\t",
    "space": " ",
    "slash": "/",
}

TRIALS = (
    Trial(
        "keys",
        "random keys, clicks, sizes from 0x0 to 500x200 on the sample hunt, five seeds; events agree with rows after",
        run,
        short=100,
        long=100_000,
    ),
)
