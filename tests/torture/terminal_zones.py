"""Clocks and zones at their worst: gaps, overlaps, missing days, the end of time. No day shifts, nothing crashes.

Each try is one moment in one zone on one hunt: what is due is worked out, said in words and shown, in that zone and in
another; days that were told as days are the same days in both.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from app.etiquette.policy import Policy
from app.etiquette.records import Application, StepName
from app.etiquette.steps.next_steps import Step
from app.etiquette.steps.timeline import timeline
from app.etiquette.steps.wording import say_when
from app.etiquette.time.dates import add_days, local, local_day, say_moment
from app.hunt.changes import Change, When
from app.hunt.due import due_list
from app.hunt.hunt import Hunt
from app.hunt.snapshot import read_detail, read_snapshot
from app.hunt.verbs import answers, applications, interviews, letters
from app.settings import Settings
from app.ui.due_lines import due_row
from app.ui.presentation import header, reason
from app.ui.timeline_lines import entry_row, gauge
from tests.cli import forked
from tests.cli.terminals import ready
from tests.storage.hunts import Clock, notes, open_hunt, reader
from tests.torture.trial import Figures, Trial

ZONES = tuple(
    ZoneInfo(name)
    for name in (
        *("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"),
        *("Pacific/Kiritimati", "Etc/GMT+12", "UTC"),
    )
)
EDGES = tuple(
    datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    for text, zone in (
        ("2026-03-29 02:30", "Europe/Berlin"),
        ("2026-10-25 02:30", "Europe/Berlin"),
        ("2026-03-08 02:30", "America/New_York"),
        ("2026-11-01 01:30", "America/New_York"),
        ("2026-10-04 02:15", "Australia/Lord_Howe"),
        ("2026-04-05 01:45", "Australia/Lord_Howe"),
        ("2026-11-24 00:00", "Asia/Kathmandu"),
        ("2011-12-30 12:00", "Pacific/Apia"),
        ("2011-12-31 00:00", "Pacific/Apia"),
        ("2028-02-29 12:00", "Europe/Berlin"),
        ("2027-02-28 23:59", "America/New_York"),
    )
)
LEFT_OUT = {"Pacific/Apia": frozenset({date(2011, 12, 30)})}
"""Days that a zone never had, and so no business days there: as holidays elsewhere, they leave both the same days."""
FAR = (
    datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    datetime(9999, 12, 20, tzinfo=UTC),
    datetime(1, 1, 2, tzinfo=UTC),
)
EACH_START = 50
"""Tries from one start of the real program, and of its command line, to the next."""
BY_DAY = frozenset({StepName.FOLLOW_UP, StepName.FOLLOW_UP_AGAIN, StepName.CLOSE, StepName.DECIDE_OFFER})
"""Steps whose moments follow from days that were told, so that they are the same days in every zone."""


def run(folder: Path, times: int, seed: int) -> Figures:
    """Try so many moments."""
    dice = random.Random(seed)
    lost: list[str] = []
    empty = folder / "empty.db"
    open_hunt(empty)
    tally = {"days compared": 0, "programs started": 0}
    for n in range(times):
        moment = dice.choice((*EDGES, *EDGES, *FAR)).astimezone(UTC)
        moment = _moved(moment, timedelta(minutes=dice.randrange(-3000, 3000)))
        here, there = dice.sample(ZONES, 2)
        path = folder / "hunt.db"
        shutil.copy(empty, path)
        try:
            problems = _tried(path, moment, here, there, dice, tally)
            if n % EACH_START == 0:
                tally["programs started"] += 2
                problems += _started(path, moment, here)
        except Exception as error:
            problems = [f"{type(error).__name__} {error}"]
        lost += [f"{moment} in {here}, then {there}: {problem}" for problem in problems]
    return Figures(times, tuple(lost), tally)


def _moved(moment: datetime, by: timedelta) -> datetime:
    try:
        return moment + by
    except OverflowError:
        return moment


def _tried(
    path: Path, moment: datetime, here: ZoneInfo, there: ZoneInfo, dice: random.Random, tally: dict[str, int]
) -> list[str]:
    _play(path, moment, here, dice)
    problems: list[str] = []
    with reader(path) as connection:
        policies = [
            Policy(zone=zone, holidays=LEFT_OUT.get(other.key, frozenset()))
            for zone, other in ((here, there), (there, here))
        ]
        looks = [_moved(moment, timedelta(days=days)) for days in (-1, 0, 1, dice.randrange(90))]
        for now in looks:
            for policy in policies:
                _show(connection, policy, now)
            one, two = (
                {_name(due.step): _days(due.step, policy.zone) for due in due_list(connection, policy, now).steps}
                for policy in policies
            )
            same = [name for name in one.keys() & two.keys() if name[0] in BY_DAY]
            tally["days compared"] += len(same)
            problems += [
                f"{name[0]} is on {one[name]} here, on {two[name]} there, seen at {now}"
                for name in same
                if one[name] != two[name]
            ]
    texts = notes(path)
    if sorted(texts) != ["before the clock was set back", "since then"]:
        problems.append(f"notes: {texts}")
    return problems


def _started(path: Path, moment: datetime, zone: ZoneInfo) -> list[str]:
    """Start the command line and the dashboard at that moment, and return what is wrong with them."""
    now = moment.isoformat()
    variables = {"AFTERWORD_NOW": now, "TZ": zone.key}
    done = forked.run(("--db", str(path), "due", "--json", "--all", "--at", now), os.environ | variables)
    problems = [] if done.returncode == 0 and json.loads(done.stdout) is not None else [f"due: {done.stderr.decode()}"]
    with ready("--db", str(path), environment=variables) as terminal:
        terminal.until(terminal.shows("p Pipeline 1"), "no dashboard")
        terminal.send("p")
        terminal.until(terminal.shows("Northwind"), "no pipeline")
        terminal.send("q")
        if terminal.ended():
            problems.append(f"the dashboard ended with an error\n{terminal.text}")
    return problems


def _play(path: Path, moment: datetime, zone: tzinfo, dice: random.Random) -> None:
    """Play a story around a moment, the clock being set back a day in its midst; undo takes back what was done last."""
    clock = Clock(moment)
    hunt = Hunt.open(path, Settings(policy=Policy(zone=zone)), clock)
    added = hunt.add(
        lambda when: applications.added(when, "Northwind", "Data Engineer", applied_on=local_day(moment, zone))
    )
    application_id = added.application_id
    assert application_id is not None
    starts = _moved(moment, -timedelta(hours=dice.randrange(1, 70)))
    hunt.do(application_id, lambda a, when: interviews.planned(a, when, starts=starts, names="Dana Lee"))
    hunt.do(application_id, lambda a, when: applications.noted(a, when, "before the clock was set back"))
    clock.now = _moved(moment, -timedelta(days=1))
    hunt.do(application_id, lambda a, when: applications.noted(a, when, "to be taken back"))
    hunt.undo()
    hunt.do(application_id, lambda a, when: applications.noted(a, when, "since then"))
    clock.now = moment
    with reader(path) as connection:
        due_now = due_list(connection, Policy(zone=zone), moment).steps
    for due in due_now:
        step = due.step
        if step.name is StepName.THANK and step.kind is not None and step.is_now:
            hunt.do(application_id, partial(_thanked, step=step))
    day = add_days(local_day(moment, zone), dice.randrange(1, 20))
    if day > local_day(moment, zone):
        hunt.do(application_id, lambda a, when: answers.reply_by_set(a, when, day))


def _thanked(application: Application, when: When, *, step: Step) -> Change:
    assert step.kind is not None
    return letters.written_elsewhere(application, when, step.kind, step.person, interview=step.interview)


def _show(connection, policy: Policy, now: datetime) -> None:  # type: ignore[no-untyped-def]
    """Work out and write down everything that a screen would."""
    zone = policy.zone
    snapshot = read_snapshot(connection, policy, now)
    header(snapshot, now, zone, 100)
    for due in snapshot.due:
        for moment in (due.step.opens, due.step.due, due.step.late, due.step.lapses):
            if moment is not None:
                say_moment(moment, now, zone)
        say_when(due.step, now, zone)
        due_row(due, now, zone, 60, 22)
        gauge(due.step, due.person, now, zone, 60)
        reason(due.step, now, zone, 78)
    detail = read_detail(connection, 1, policy, now)
    for entry in timeline(detail.application, (), policy, now):
        entry_row(entry, now, zone, 60)
    for entry in detail.entries:
        entry_row(entry, now, zone, 60)


def _name(step: Step) -> tuple[StepName, int | None]:
    return step.name, step.person


def _days(step: Step, zone: tzinfo) -> list[date | None]:
    return [None if moment is None else local(moment, zone).date() for moment in (step.opens, step.due, step.late)]


TRIALS = (
    Trial(
        "zones",
        "a hunt around a gap, an overlap, a missing day, a leap day or the end of time, the clock set back a day in it,"
        " worked out and drawn in two zones: no day shifts, no crash",
        run,
        short=5,
        long=2000,
    ),
)
