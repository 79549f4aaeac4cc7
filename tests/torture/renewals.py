"""SIGKILL between and during renewals of the agenda, by time and by other rules: it says what the rules say, or knows
that it does not."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from app.etiquette.policy import Policy
from app.hunt import agenda
from app.hunt.due import due_list
from app.hunt.hunt import Hunt
from app.settings import Settings
from tests.hunt.reference import by_all_the_rules
from tests.storage.hunts import NOW, SETTINGS, Clock, reader
from tests.torture.kills import killed
from tests.torture.trial import Figures, Trial
from tests.torture.verbs import Player

LONGEST = 0.3
"""Seconds within which the kill falls, from the first word of the process."""
KILLS_A_FILE = 20
A_PORTION = 3
"""Agendas renewed in one transaction, so that kills fall between the portions too."""
OTHER = replace(SETTINGS.policy, follow_up_opens_business_days=4, thank_lapses_days=9)
"""What the settings change to and fro between, so that all agendas have to be made anew."""


def run(folder: Path, times: int, seed: int) -> Figures:
    """Kill a process so often while it renews; compare the due list with that of the rules at several moments."""
    dice = random.Random(seed)
    lost: list[str] = []
    renewed = kills = 0
    while kills < times:
        path = folder / f"{kills}.db"
        for round_ in range(min(KILLS_A_FILE, times - kills)):
            renewed += int(killed(_renew, (path, dice.randrange(10**9), round_), dice.uniform(0, LONGEST)))
            kills += 1
            if problem := _compared(path, dice):
                lost.append(f"kill {kills}, seed {seed}: {problem}")
                break
    return Figures(kills, tuple(lost), {"portions renewed": renewed})


def _renew(path: Path, seed: int, round_: int, tell: Connection) -> None:
    """Play verbs, let time pass, change the settings, and renew by portions; tell how many there were."""
    dice, count = random.Random(seed), 0
    player = Player(path, seed)
    if not round_:
        while player.played < 12:
            player.play()
    tell.send(count)
    while True:
        policy = dice.choice((SETTINGS.policy, SETTINGS.policy, OTHER))
        clock = Clock(NOW + timedelta(hours=dice.randrange(24 * 60)))
        hunt = Hunt.open(path, Settings(policy=policy), clock)
        left = 1
        while left:
            with hunt._writing() as transaction:
                left = agenda.renew_outdated(transaction, policy, clock.now, A_PORTION)
            count += 1
            tell.send(count)
        player.play()


def _compared(path: Path, dice: random.Random) -> str:
    """Return what is wrong with a file, "" for nothing."""
    if not path.exists() or path.stat().st_size == 0:
        return ""
    with closing(sqlite3.connect(path)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        return f"the file is damaged: {verdict}"
    for policy in (SETTINGS.policy, OTHER):
        for hours in (0, dice.randrange(24 * 60)):
            if problem := _differs(path, policy, hours):
                return problem
    return ""


def _differs(path: Path, policy: Policy, hours: int) -> str:
    now = NOW + timedelta(hours=hours)
    with reader(path) as connection:
        stored = list(due_list(connection, policy, now).steps)
    right = by_all_the_rules(path, now, policy)
    if stored == right:
        return ""
    return f"{hours} h on, the agenda holds {len(stored)} steps that are not the {len(right)} of the rules"


TRIALS = (
    Trial(
        "renewals",
        "SIGKILL while the agenda is renewed in portions, after time passed or the settings changed; the due list is"
        " compared with that of the rules",
        run,
        short=4,
        long=500,
    ),
)
