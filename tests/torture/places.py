"""Every command, and the dashboard, in every bad place, as an ordinary user: a sentence, and nothing made worse."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from shutil import which

from app.storage import backups
from tests.storage.hunts import NOW
from tests.torture.cases import CASES, Case, Place
from tests.torture.ordinary import afterword, as_ordinary_user, command_of, environment, has_no_home_of_its_own
from tests.torture.shown import Shown
from tests.torture.trial import Figures, Trial
from tests.torture.verbs import Player

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("due",), ("due", "--json"), ("export", "json"), ("export", "csv", "-o", "OUT"), ("doctor",), ("backup",),
    ("backup", "-o", "OUT"), ("import", "IN"), ("dashboard",), ("restore", "GOOD"),
)  # fmt: skip
"""OUT, IN and GOOD stand for files; `restore` comes last, since it mends the place."""
READING = {"due", "export"}
SENTENCE = re.compile(r"^afterword: .{20,}[.!?]$", re.MULTILINE | re.DOTALL)


def run(folder: Path, times: int, seed: int) -> Figures:
    """Try so many pairs of a place and a command, all of them if there are no more."""
    if as_ordinary_user() is None:
        return Figures(0, skipped="the rights of root cannot be laid down here")
    whole, export = folder / "whole.db", folder / "in.json"
    player = Player(whole, 7)
    for _ in range(30):
        player.play()
    good = backups.back_up(whole, folder / "good.db")
    export.write_text(json.dumps({"afterword": 1, "applications": [{"company": "New", "role": "x" * 20_000}]}))
    possible = {"": True, "nobody": has_no_home_of_its_own(), "mount": _can_mount(folder)}
    possible["prlimit"] = which("prlimit") is not None
    pairs = [(case, command) for case in CASES if possible[case.needs] for command in COMMANDS]
    chosen = pairs if times >= len(pairs) else random.Random(seed).sample(pairs, times)
    lost: list[str] = []
    refused = 0
    for number, (case, command) in enumerate(chosen):
        problems, was_refused = _tried(folder / str(number), case, command, {"IN": export, "GOOD": good}, whole)
        lost += [f"{case.name}, {' '.join(command)}: {problem}" for problem in problems]
        refused += was_refused
    return Figures(len(chosen), tuple(lost), {"refused with a sentence": refused})


def _can_mount(folder: Path) -> bool:
    if os.getuid() != 0 or which("mount") is None:
        return False
    place = folder / "mounted"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "none", str(place)], capture_output=True, check=False)
    return done.returncode == 0 and subprocess.run(["umount", str(place)], check=True).returncode == 0


def _tried(
    folder: Path, case: Case, command: tuple[str, ...], files: dict[str, Path], whole: Path
) -> tuple[list[str], bool]:
    home = folder / "home"
    database = folder / "data" / "hunt.db"
    for made in (home, database.parent):
        made.mkdir(0o700, parents=True)
    shutil.copy(whole, database)
    place = Place(folder, database, environment(home, database))
    try:
        case.spoil(place)
        before = _bytes_of(database)
        words = [str(files.get(word, home / "out" if word == "OUT" else word)) for word in command]
        code, said, shown = _dashboard(place, case.says) if command[0] == "dashboard" else _command(place, words)
        problems = _problems(case, command, code, said, shown)
        if case.is_untouched and command[0] != "restore" and _bytes_of(database) != before:
            problems.append("the database was changed")
        return problems, code == 1
    finally:
        for words in place.undo:
            subprocess.run(words, check=True)
        with suppress(OSError):
            database.parent.chmod(0o700)
            database.chmod(0o600)


def _bytes_of(database: Path) -> bytes | None:
    return database.read_bytes() if database.is_file() else None


def _command(place: Place, words: list[str]) -> tuple[int | None, str, str]:
    done = afterword(words, place.variables, place.limited)
    return done.returncode, done.stderr, done.stdout


def _dashboard(place: Place, says: str) -> tuple[int | None, str, str]:
    """Open the dashboard and leave it; return its exit code, what it said at its end, and all that it drew."""
    shown = Shown([*place.limited, *command_of(())], place.variables)
    shown.until(lambda: shown.has_ended or "afterword  " in shown.text or b"afterword: " in shown.raw, "it did nothing")
    with suppress(TimeoutError):
        shown.until(lambda: shown.has_ended or (says and says in words_of(shown.text)), "it goes on", within=3)
    drawn = words_of(shown.text)
    code = shown.leave()
    said = re.sub(r"\x1b[\[(][0-9;?]*[a-zA-Z]|\r", "", shown.raw.decode(errors="replace"))
    return code, said[said.rfind("afterword: ") :] if code else "", drawn + said


def words_of(screen: str) -> str:
    """Return the words on a screen without what frames them."""
    return " ".join(re.sub(r"[│▌╮╯]", " ", screen).split())


def _problems(case: Case, command: tuple[str, ...], code: int | None, said: str, shown: str) -> list[str]:
    problems = []
    if "Traceback" in said + shown or "Something went wrong inside" in said + shown:
        problems.append(f"a traceback: {said[-300:]}{shown[-300:]}")
    if code not in (0, 1):
        problems.append(f"exit code {code}: {said[-200:]}")
    if code == 1 and command[0] != "doctor" and not SENTENCE.search(said.strip()):
        problems.append(f"no sentence: {said!r}")
    if code != 0 and case.reads and command[0] in (READING | {"dashboard"}) and "OUT" not in command:
        problems.append(f"reading does not go on: {said[-200:]}")
    if code == 0 and not case.reads and not case.is_new and command[0] in READING and case.is_untouched:
        problems.append("it read what cannot be read")
    if case.offers and command[0] in READING | {"import", "dashboard"} and f"{NOW:%Y-%m-%d}.db" not in said:
        problems.append(f"the newest good backup is not offered: {said[-300:]}")
    if command[0] == "dashboard" and case.says not in shown:
        problems.append("it does not say that it can only be read")
    return problems


TRIALS = (
    Trial(
        "places",
        f"every command in {len(CASES)} bad places (read-only, full, damaged, newer, no home), as an ordinary user",
        run,
        short=4,
        long=1000,
    ),
)
