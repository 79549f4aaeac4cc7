"""Three machines, clocks an hour apart, and folders that are carried badly: late, twice, out of order, cut; some rounds
end half way. In the end all copies agree, and nothing that anybody was told was stored is missing."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from app.etiquette.errors import NotFoundError
from app.etiquette.records import Application, Me, StepName
from app.etiquette.state.settling import settle
from app.exchange.json_.writing import whole_document
from app.hunt.changes import Change, When
from app.hunt.due import due_list
from app.hunt.sync.setup import keep_devices
from app.hunt.sync.syncing import look, publish, take
from app.hunt.verbs import applications, letters
from app.storage import reading
from tests.hunt.sync.homes import Home
from tests.storage.hunts import NOW, SETTINGS, reader
from tests.torture import verbs
from tests.torture.trial import Figures, Trial

STEPS = 1000
"""Steps of one history, at most."""
_AHEAD = {"laptop": timedelta(0), "desktop": timedelta(hours=1), "netbook": timedelta(hours=-1)}
_ODDS = {"verb": 80, "carry": 12, "sync": 6, "end half way": 2}
_WORD = re.compile(rf"(?:{'|'.join(_AHEAD)})\d{{5}}")
_TEXTS = "SELECT text FROM event WHERE what = 'note' UNION ALL SELECT body FROM letter"
_QUIET = 4
"""Rounds after which three machines have heard of everything, and have nothing to say any more."""


class _Machine:
    """One machine with its own copy of the shared folder, and what it was told was stored."""

    def __init__(self, root: Path, name: str, dice: random.Random, *, takes_back: bool):
        self.home = Home(root / name, name, root / name / "shared", _AHEAD[name])
        self.home.shared.mkdir(parents=True)
        self.player = verbs.Player(self.home.database, dice.randrange(10**9))
        self.dice, self.takes_back = dice, takes_back
        self.acknowledged: set[str] = set()
        self.versions: list[bytes] = []

    def words(self) -> set[str]:
        """Return the words of all machines that are in its notes and letters."""
        with reader(self.home.database) as connection:
            return {word for (text,) in connection.execute(_TEXTS) for word in _WORD.findall(text)}

    def play(self, minute: int) -> set[str]:
        """Play a verb at that minute of the history, by this machine's own clock; return the words that it took away,
        as sending a letter takes away a draft."""
        before = self.words()
        word = f"{self.home.name}{minute:05}"
        self.player.clock.now = NOW + timedelta(minutes=minute) + self.home.ahead
        choices = [verbs._add, verbs._merge, *map(verbs._on_one, (_note(word), _type(word), verbs._draft, *_OTHERS))]
        if self.takes_back:
            choices += [verbs._delete, verbs._undo, verbs._redo]
        verb = self.dice.choice(choices)
        try:
            said = verb(self.player.hunt, self.dice, self.player._ids())
        except verbs.NO_CHANGE:
            return set()
        if word in said:
            self.acknowledged.add(word)
        return before - self.words()

    def sync(self, minute: int, *, until: str = "end") -> int:
        """Do a round, or the beginning of one; return what it changed here and there."""
        now = NOW + timedelta(minutes=minute) + self.home.ahead
        with self.home.at():
            setup, hunt = self.home.setup(), self.player.hunt
            looked = look(setup, SETTINGS.policy, now)
            setup, done = take(hunt, setup, looked)
            kept = publish(setup, looked, now) if until != "take" else None
            if kept is not None:
                self.versions.append(self.home.file.read_bytes())
                if until == "end":
                    keep_devices(hunt, kept)
            return done.changes + (kept is not None and kept.generation > setup.own.generation)


def _note(word: str) -> verbs._OnOne:
    return lambda a, when, dice: replace(applications.noted(a, when, word), summary=word)


def _type(word: str) -> verbs._OnOne:
    def typed(a: Application, when: When, dice: random.Random) -> Change:
        drafts = [letter for letter in a.letters if letter.sent is None]
        if not drafts:
            raise NotFoundError("There is no draft.")
        letter = dice.choice(drafts)
        change = letters.letter_edited(a, when, letter.id, letter.subject, f"{letter.body} {word}")
        return replace(change, summary=word)

    return typed


_OTHERS = (verbs._interview, verbs._edit, verbs._sent, verbs._answer, verbs._outcome, verbs._reopen, verbs._confirm)


def run(folder: Path, times: int, seed: int) -> Figures:
    """Play so many steps, in histories of a thousand; look at all copies at the end of each."""
    lost: list[str] = []
    besides = {"changes acknowledged": 0, "applications": 0, "files brought": 0}
    number = played = 0
    while played < times and not lost:
        steps = min(STEPS, times - played)
        root = folder / str(number)
        problems = _history(root, steps, seed + number, besides, takes_back=number % 2 == 1)
        lost += [f"history {number}, seed {seed}: {problem}" for problem in problems]
        number, played = number + 1, played + steps
    return Figures(played, tuple(lost), besides)


def _history(root: Path, steps: int, seed: int, besides: dict[str, int], *, takes_back: bool) -> list[str]:
    dice = random.Random(seed)
    machines = [_Machine(root, name, dice, takes_back=takes_back) for name in _AHEAD]
    first = machines[0]
    first.home.begin()
    first.sync(0)
    for other in machines[1:]:
        _bring(first.versions[-1], first, other)
        other.home.join(first.home.code)
    for minute in range(1, steps + 1):
        machine = dice.choice(machines)
        what = dice.choices(list(_ODDS), list(_ODDS.values()))[0]
        if what == "verb":
            taken_away = machine.play(minute)
            for one in machines:
                one.acknowledged -= taken_away
        elif what == "carry":
            other = dice.choice([other for other in machines if other is not machine])
            if other.versions:
                besides["files brought"] += 1
                _bring(_spoilt(dice.choice(other.versions), dice), other, machine)
        else:
            machine.sync(minute, until="end" if what == "sync" else dice.choice(("take", "publish")))
    return _compared(machines, steps, besides)


def _bring(data: bytes, source: _Machine, to: _Machine) -> None:
    (to.home.shared / source.home.file.name).write_bytes(data)


def _spoilt(data: bytes, dice: random.Random) -> bytes:
    """Return a file as it arrives: whole, mostly."""
    how = dice.randrange(10)
    if how == 0:
        return data[: dice.randrange(len(data))]
    if how == 1:
        place = dice.randrange(len(data))
        return data[:place] + bytes([data[place] ^ 1 << dice.randrange(8)]) + data[place + 1 :]
    return data


def _compared(machines: list[_Machine], steps: int, besides: dict[str, int]) -> list[str]:
    """Bring everything everywhere, and return what is wrong then."""
    problems: list[str] = []
    for round_ in range(_QUIET + 1):
        said = 0
        for machine in machines:
            for other in machines:
                if other is not machine and other.versions:
                    _bring(other.versions[-1], other, machine)
            said += machine.sync(steps + 90 + round_)
    if said:
        problems.append(f"after {_QUIET} rounds they still tell each other something")
    copies = [_copy(machine, steps) for machine in machines]
    for machine, copy in zip(machines[1:], copies[1:], strict=True):
        if copy != copies[0]:
            problems.append(f"{machine.home.name} differs: {_difference(copies[0], copy)}")
    due = [_due(machine, steps) for machine in machines]
    problems += [f"what is due differs: {_parting(str(due[0]), str(other))}" for other in due[1:] if other != due[0]]
    text = json.dumps(copies[0])
    for machine in machines:
        besides["changes acknowledged"] += len(machine.acknowledged)
        if not machine.takes_back:
            problems += [f"{word} is lost" for word in sorted(machine.acknowledged) if word not in text]
    besides["applications"] += len(copies[0])
    return problems


def _copy(machine: _Machine, steps: int) -> dict[str, Any]:
    """Return what a machine knows, by uid, without the numbers that are its own; what time alone brings about, such as
    that an interview was held, is only stored with the next verb."""
    with reader(machine.home.database) as connection:
        events = reading.all_events(connection)
        hunt = [
            (settle(application, SETTINGS.policy, _end(steps))[0], events.get(application.id, []))
            for application in reading.all_applications(connection)
        ]
    whole = json.loads(json.dumps(whole_document(Me(), hunt)))
    return {application["uid"]: _by_uid(application) for application in whole["applications"]}


def _end(steps: int) -> datetime:
    """Return a moment after all that was done."""
    return NOW + timedelta(minutes=steps, hours=3)


def _by_uid(application: dict[str, Any]) -> dict[str, Any]:
    """Return an application's records by uid. What time brought about, such as that an interview was held, each machine
    wrote on its timeline by itself: one entry in the end, with the stages in which that machine had it then."""
    uids = {person["ref"]: person["uid"] for person in application["people"]}
    own = {name: value for name, value in application.items() if not isinstance(value, list)}
    records = {"": json.dumps(own, sort_keys=True)}
    for name, value in application.items():
        for record in value if isinstance(value, list) else ():
            named = {
                field: uids.get(stored, stored) if field in ("to", "person") else stored
                for field, stored in record.items()
                if field not in ("ref", "met", "before", "after")
            }
            named["met"] = sorted(uids[ref] for ref in record.get("met", ()))
            records[f"{name} {record['uid']}"] = json.dumps(named, sort_keys=True)
    return records


def _difference(one: dict[str, Any], other: dict[str, Any]) -> str:
    for uid in {*one, *other}:
        here, there = one.get(uid, {}), other.get(uid, {})
        for name in {*here, *there}:
            if here.get(name) != there.get(name):
                return f"{uid}, {name}: {_parting(str(here.get(name)), str(there.get(name)))}"
    return ""


def _parting(one: str, other: str) -> str:
    """Return two texts from where they differ."""
    unlike = (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    same = max(next(unlike, 0) - 60, 0)
    return f"... {one[same : same + 160]} and ... {other[same : same + 160]}"


def _due(machine: _Machine, steps: int) -> list[tuple[str, str, str]]:
    with reader(machine.home.database) as connection:
        listed = due_list(connection, SETTINGS.policy, _end(steps)).steps
        # To whom of several a rejection is answered first is the order in which this machine heard of them.
        return sorted(
            (item.company, item.step.name, (item.person or "") if item.step.name is StepName.THANK else "")
            for item in listed
        )


TRIALS = (
    Trial(
        "sync",
        "three machines, clocks an hour apart, verbs by dice, folders carried late, twice, out of order, cut, with bits"
        " turned over, and rounds that end half way: in the end all copies and due lists agree, and every note and"
        " every word typed in a letter is there",
        run,
        short=60,
        long=50_000,
    ),
)
