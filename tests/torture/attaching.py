"""SIGKILL at a random moment while files are attached: what an application names is there and whole, nothing half."""

from __future__ import annotations

import random
import shutil
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path

from app.etiquette.attached_files import FileKind
from app.hunt.attaching import kept_file
from app.hunt.verbs.files import file_attached
from app.storage.file_records import all_files
from app.storage.kept_files import KeptFiles
from tests.storage.hunts import NOW, add, open_hunt, reader
from tests.torture.kills import killed
from tests.torture.trial import Figures, Trial

LONGEST = 0.25
"""Seconds within which the kill falls, from the moment at which the process opens the file."""
KILLS_A_FOLDER = 20
LARGEST = 1_000_000
"""Bytes of a file."""


def run(folder: Path, times: int, seed: int) -> Figures:
    """Kill a process so often that attaches one file after another; look at everything that is stored after each."""
    dice = random.Random(seed)
    lost: list[str] = []
    files = halves = 0
    for begun in range(0, times, KILLS_A_FOLDER):
        place = folder / str(begun)
        path, acknowledged = place / "hunt.db", 0
        add(open_hunt(path))
        for kill in range(begun + 1, min(begun + KILLS_A_FOLDER, times) + 1):
            last = int(killed(_attach_on, (path, seed, acknowledged), dice.uniform(0, LONGEST)))
            lost += [f"kill {kill}, seed {seed}: {problem}" for problem in problems(path, seed, last)]
            acknowledged = stored(path)
        files += acknowledged
        halves += len(list(KeptFiles.of(path).folder.glob(".*.part")))
        shutil.rmtree(place)
    return Figures(times, tuple(lost), {"files attached": files, "left half written, named by nothing": halves})


def content(seed: int, number: int) -> bytes:
    """Return what is in the file of that number."""
    dice = random.Random(f"{seed} {number}")
    return dice.randbytes(1000) * dice.randint(1, LARGEST // 1000)


def _attach_on(path: Path, seed: int, attached: int, acknowledge: Connection) -> None:
    acknowledge.send(attached)
    hunt = open_hunt(path)
    source = path.with_name("cv.pdf")
    while True:
        source.write_bytes(content(seed, attached + 1))
        file = kept_file(source, path, FileKind.CV)
        hunt.do(1, lambda a, when: file_attached(a, when, file, sent=NOW))  # noqa: B023 - done before the next
        attached += 1
        acknowledge.send(attached)


def stored(path: Path) -> int:
    """Return how many files are attached."""
    with reader(path) as connection:
        return len(all_files(connection))


def problems(path: Path, seed: int, acknowledged: int) -> list[str]:
    """Return what is wrong after a kill."""
    kept, wrong = KeptFiles.of(path), []
    with reader(path) as connection:
        named = [owned.file.sha256 for owned in all_files(connection)]
    if len(named) not in (acknowledged, acknowledged + 1):
        wrong.append(f"{len(named)} files are attached, {acknowledged} were acknowledged")
    if any(sha256(content(seed, n)).hexdigest() != name for n, name in enumerate(named, 1)):
        wrong.append("another file is attached than was meant")
    unsound = [name for name in (*named, *kept.hashes()) if not kept.is_sound(name)]
    return wrong + [f"{name} is named, and missing or not whole" for name in unsound]


TRIALS = (
    Trial(
        "attaching",
        "SIGKILL at a random moment of a process that attaches files of up to 1 MB; every file is compared by its hash",
        run,
        short=2,
        long=500,
    ),
)
