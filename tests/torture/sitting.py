"""A sitting at a hunt, in a process of its own: opens, does verbs, makes a backup, reads; says what came of each.

Run as `python -m tests.torture.sitting FILE SEED PLAYED`. A step that fails by a sentence is done once more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from app.etiquette.errors import AfterwordError
from app.hunt.private_files import write_privately
from app.hunt.writing_out import render
from app.storage import backups
from app.storage.readers import opened_reader
from tests.storage.hunts import NOW, SETTINGS
from tests.torture.verbs import Player

VERBS = 4
DONE, TOLD, TWICE = "DONE", "TOLD", "TWICE"
"""How a line of the sitting's output begins: the step is done, or it said why not, or it said so again."""


def main() -> None:
    """Sit down with the file that the arguments name."""
    path, seed, played = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    player: list[Player] = []

    def _open() -> str:
        player.append(Player(path, seed, played))
        return "opened"

    def _play() -> str:
        return f"{player[-1].play()}"

    def _back_up() -> str:
        return backups.back_up(path, path.with_name("backup.db")).name

    def _export() -> str:
        with opened_reader(path) as connection:
            assert connection is not None
            write_privately(path.with_name("export.json"), render(connection, "json", SETTINGS.policy, NOW))
        return "exported"

    _step("open", _open)
    for _ in range(VERBS):
        _step("verb", _play)
    _step("backup", _back_up)
    _step("export", _export)


def _step(name: str, act: Callable[[], str]) -> None:
    for failed in (TOLD, TWICE):
        try:
            _say(DONE, name, act())
        except AfterwordError as error:
            _say(failed, name, str(error))
        else:
            return


def _say(how: str, name: str, what: str) -> None:
    print(how, name, " ".join(what.split()), flush=True)


if __name__ == "__main__":
    main()
