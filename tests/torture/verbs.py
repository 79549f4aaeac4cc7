"""A hunt by dice: the n-th verb depends on the seed, on n and on what is stored, so that a twin can do the same."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from app.etiquette.errors import InvalidFieldError, NotFoundError, RefusedError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Me, OutcomeKind
from app.hunt.changes import Change, When
from app.hunt.hunt import Hunt
from app.hunt.sample import sample_hunt
from app.hunt.verbs import answers, applications, interviews, letters
from app.storage import readers, reading
from tests.storage.hunts import NOW, SETTINGS, Clock

NO_CHANGE = (RefusedError, InvalidFieldError, NotFoundError)
"""What says no to a verb of the dice by rights; the twin hears the same."""


class Player:
    """Plays verbs on a file, the n-th at the n-th minute."""

    def __init__(self, path: Path, seed: int, played: int = 0):
        self.path, self.seed, self.played = path, seed, played
        self.clock = Clock()
        self.hunt = Hunt.open(path, SETTINGS, self.clock)

    def play(self) -> str:
        """Play the next verb and return what it said. A storage error is raised and the verb counts as not played."""
        number = self.played + 1
        dice = random.Random(f"{self.seed} {number}")
        self.clock.now = NOW + timedelta(minutes=number)
        try:
            said = dice.choice(_VERBS)(self.hunt, dice, self._ids())
        except NO_CHANGE as error:
            said = f"no: {error}"
        self.played = number
        return said

    def _ids(self) -> list[int]:
        connection = readers.open_reader(self.path)
        if connection is None:
            return []
        with closing(connection), reading.snapshot(connection):
            return [row[0] for row in connection.execute("SELECT id FROM application ORDER BY id")]


_UID = re.compile(r"''?[0-9a-f]{20}''?")
"""In a row, and in a row's image for undo."""
_MACHINE = re.compile(r"(?<=\+00:00 )[0-9a-f]{12}|(?<=INSERT INTO \"machine\" VALUES\(1,')[0-9a-f]{12}")
"""At the end of a stamp, and where machines are named."""


def dump(path: Path) -> list[str]:
    """Return every row of every table, the journal of verbs and the images for undo included, as SQL, sorted."""
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.iterdump())


def unnamed(path: Path) -> list[str]:
    """Return a dump without uids and machines, which are others wherever the same verbs are played."""
    return sorted(_MACHINE.sub("machine", _UID.sub("'uid'", line)) for line in dump(path))


def _add(hunt: Hunt, dice: random.Random, ids: list[int]) -> str:
    company = f"Company {dice.randrange(10**6)}"
    return hunt.add(lambda when: applications.added(when, company, "Engineer")).summary


def _take_in(hunt: Hunt, dice: random.Random, ids: list[int]) -> str:
    if len(ids) > 60:
        return hunt.delete(dice.choice(ids)).summary
    me = Me(f"Robin {dice.randrange(10**6)}", "robin@mail.example", "")
    return hunt.take_in("Sample", sample_hunt(SETTINGS.policy, NOW), me=me).summary


def _delete(hunt: Hunt, dice: random.Random, ids: list[int]) -> str:
    return hunt.delete(_one(dice, ids)).summary


def _merge(hunt: Hunt, dice: random.Random, ids: list[int]) -> str:
    return hunt.merge(_one(dice, ids), _one(dice, ids)).summary


def _undo(hunt: Hunt, dice: random.Random, ids: list[int]) -> str:
    return hunt.undo().summary


def _redo(hunt: Hunt, dice: random.Random, ids: list[int]) -> str:
    return hunt.redo().summary


def _set_me(hunt: Hunt, dice: random.Random, ids: list[int]) -> str:
    return hunt.set_me(Me(f"Robin {dice.randrange(10**6)}", "robin@mail.example", "")).summary


_OnOne = Callable[[Application, When, random.Random], Change]


def _on_one(verb: _OnOne) -> Callable[[Hunt, random.Random, list[int]], str]:
    def play(hunt: Hunt, dice: random.Random, ids: list[int]) -> str:
        return hunt.do(_one(dice, ids), lambda a, when: verb(a, when, dice)).summary

    return play


def _one(dice: random.Random, ids: list[int]) -> int:
    if not ids:
        raise NotFoundError("There is no application yet.")
    return dice.choice(ids[-8:])


def _interview(a: Application, when: When, dice: random.Random) -> Change:
    starts = when.now - timedelta(hours=dice.randrange(1, 90))
    names = f"Dana {dice.randrange(99)}, Omar Haddad"
    return interviews.planned(a, when, starts=starts, names=names, noted="late events hurt")


def _note(a: Application, when: When, dice: random.Random) -> Change:
    return applications.noted(a, when, "note " * dice.randrange(1, 2000))


def _edit(a: Application, when: When, dice: random.Random) -> Change:
    return applications.edited(a, when, role=f"Role {dice.randrange(10**6)}", notes="x" * dice.randrange(9000))


def _draft(a: Application, when: When, dice: random.Random) -> Change:
    to = a.people[0].id if a.people else None
    return letters.drafted(a, when, Kind.THANK_YOU, to, "Thank you", "Dear Dana, " + "words " * dice.randrange(300))


def _type(a: Application, when: When, dice: random.Random) -> Change:
    if not a.letters:
        raise NotFoundError("There is no letter yet.")
    letter = a.letters[-1]
    return letters.letter_typed(a, when, letter, letter.subject, f"{letter.body}{dice.randrange(10**6)} ")


def _sent(a: Application, when: When, dice: random.Random) -> Change:
    to = a.people[0].id if a.people else None
    return letters.written_elsewhere(a, when, Kind.THANK_YOU, to)


def _answer(a: Application, when: When, dice: random.Random) -> Change:
    return answers.reply_by_set(a, when, date(2026, 11, 25) + timedelta(days=dice.randrange(30)))


def _outcome(a: Application, when: When, dice: random.Random) -> Change:
    return answers.outcome_recorded(a, when, dice.choice(list(OutcomeKind)))


def _reopen(a: Application, when: When, dice: random.Random) -> Change:
    return answers.reopened(a, when)


def _confirm(a: Application, when: When, dice: random.Random) -> Change:
    return answers.outcome_confirmed(a, when)


_VERBS: tuple[Callable[[Hunt, random.Random, list[int]], str], ...] = (
    *(_add, _add, _add, _take_in, _delete, _merge, _undo, _undo, _redo, _set_me),
    *map(_on_one, (_interview, _interview, _note, _edit, _draft, _draft, _type, _type, _sent, _answer)),
    *map(_on_one, (_outcome, _reopen)),
)
