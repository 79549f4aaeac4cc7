"""Three machines with copies of one hunt go on by dice, their clocks apart; what each writes arrives late, twice or out
of order: all come to the same, nothing of any of them is lost, and no letter is asked for that one of them sent."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from app.etiquette.records import Letter, LetterStatus
from app.etiquette.state.settling import settle
from app.etiquette.steps.next_steps import settled_steps
from app.hunt.other_copies import document, join_copy, read_copy
from app.storage import reading
from tests.storage.hunts import NOW, SETTINGS, add, log_interview, reader
from tests.torture.trial import Figures, Trial
from tests.torture.verbs import Player

STEPS = 60
"""Verbs and joins of one history, shared among the machines."""
APART = (timedelta(), timedelta(hours=1), timedelta(hours=-1))
"""How far each machine's clock is off."""
_ROUNDS = 4
"""In which all hear of all, until nothing is new: a copy may know a later value of what another brought back."""


class Machine(Player):
    """A machine with its copy, and what it wrote for the others."""

    def __init__(self, path: Path, seed: str, off: timedelta):
        super().__init__(path, 0)
        self._dice, self._off, self.minute = random.Random(seed), off, 0
        self.written: list[bytes] = []
        self.typed: set[str] = set()
        self.joins = 0

    def play_one(self) -> None:
        """Play a verb, a minute later."""
        self.minute += 1
        self.seed, self.played = self._dice.randrange(10**9), 0
        super().play()
        self.clock.now = NOW + timedelta(minutes=self.minute) + self._off

    def write(self) -> None:
        """Write what the others get."""
        with reader(self.path) as connection:
            self.written.append(document(connection))

    def join(self, data: bytes) -> int:
        """Join what another machine wrote; return how many applications changed."""
        self.joins += 1
        return join_copy(self.hunt, read_copy(data, "another", SETTINGS.policy, self.clock.now)).changes

    def facts(self) -> dict[str, Any]:
        """Return everything by uid, without what each machine has of its own."""
        with reader(self.path) as connection:
            whole = json.loads(document(connection))
        facts: dict[str, Any] = {}
        for application in whole["applications"]:
            for name, listed in list(application.items()):
                if isinstance(listed, list):
                    del application[name]
                    facts |= {one["uid"]: _plain(one) for one in listed}
            facts[application["uid"]] = _plain(application)
        return facts


def _plain(one: dict[str, Any]) -> dict[str, Any]:
    left_out = {"ref", "met", "to", "person", "stage", "round", "interview", "changed", "recorded"}
    return {name: value for name, value in one.items() if name not in left_out}


def run(folder: Path, times: int, seed: int) -> Figures:
    """Play so many histories."""
    lost: list[str] = []
    joins = verbs = 0
    for history in range(times):
        place = folder / str(history)
        place.mkdir()
        dice = random.Random(f"{seed} {history}")
        machines = _begun(place, f"{seed} {history}")
        for _ in range(STEPS):
            verbs += _step(dice, machines)
        wrong = _settled(machines)
        lost += [f"history {history}, seed {seed}: {problem}" for problem in wrong]
        joins += sum(machine.joins for machine in machines)
        shutil.rmtree(place)
    return Figures(times, tuple(lost), {"verbs": verbs, "joins": joins})


def _begun(place: Path, seed: str) -> list[Machine]:
    machines = [Machine(place / f"{n}.db", f"{seed} {n}", off) for n, off in enumerate(APART)]
    for company in ("Northwind", "Contoso"):
        log_interview(machines[0].hunt, add(machines[0].hunt, company))
    machines[0].write()
    for machine in machines[1:]:
        machine.join(machines[0].written[0])
    return machines


def _step(dice: random.Random, machines: list[Machine]) -> int:
    """Play a verb, write, or join something that was written at any time; return how many verbs were played."""
    machine = dice.choice(machines)
    what = dice.random()
    if what < 0.7:
        machine.play_one()
        return 1
    machine.write()
    if what > 0.8:
        other = dice.choice([one for one in machines if one is not machine])
        if other.written:
            machine.join(dice.choice(other.written[-3:]))
    return 0


def _settled(machines: list[Machine]) -> list[str]:
    """Let all hear of all; return what is wrong then."""
    before = [machine.facts() for machine in machines]
    sent = {uid for machine in machines for uid in _sent(machine)}
    for _ in range(_ROUNDS):
        for machine in machines:
            machine.write()
            for other in machines:
                if other is not machine and machine.written[-1]:
                    other.join(machine.written[-1])
    after = [machine.facts() for machine in machines]
    wrong = [
        f"{uid} differs: {[facts.get(uid) for facts in after]}"
        for uid in {uid for facts in after for uid in facts}
        if any(facts.get(uid) != after[0].get(uid) for facts in after)
    ]
    for machine in machines:
        machine.write()
    if any(one.join(other.written[-1]) for one in machines for other in machines if one is not other):
        wrong.append("something is new although all have heard of all")
    wrong += _lost(before, after[0])
    return wrong + [problem for machine in machines for problem in _asked_twice(machine, sent)]


def _sent(machine: Machine) -> Iterable[str]:
    with reader(machine.path) as connection:
        for application in reading.all_applications(connection):
            yield from (letter.uid for letter in application.letters if letter.status is LetterStatus.SENT)


def _lost(before: list[dict[str, Any]], after: dict[str, Any]) -> list[str]:
    """Return what every machine had that is gone, though none of them removed it. Events that say the same are one."""
    everywhere = set.intersection(*(set(facts) for facts in before))
    there = [_unnamed(one) for one in after.values()]
    gone = [uid for uid in everywhere - set(after) if _unnamed(before[0][uid]) not in there]
    return [f"{uid} was on all machines and is gone" for uid in gone]


def _unnamed(one: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in one.items() if name != "uid"}


def _asked_twice(machine: Machine, sent: set[str]) -> list[str]:
    """Return the letters that are asked for although one of the machines sent them."""
    wrong = []
    with reader(machine.path) as connection:
        for application in reading.all_applications(connection):
            settled = settle(application, SETTINGS.policy, machine.clock.now)[0]
            done = {_which(letter) for letter in application.letters if letter.uid in sent}
            wrong += [
                f"{application.company}: {step.name} is asked for, and was done"
                for step in settled_steps(settled, SETTINGS.policy, machine.clock.now)
                if (step.kind, step.person, step.interview) in done
            ]
    return wrong


def _which(letter: Letter) -> tuple[object, ...]:
    return letter.kind, letter.to, letter.interview


TRIALS = (
    Trial(
        "joining",
        "three machines, their clocks up to two hours apart, 60 verbs by dice; what each writes is joined late, twice"
        " and out of order: all agree, nothing that none removed is gone, no letter asked for that one of them sent",
        run,
        short=1,
        long=50,
    ),
)
