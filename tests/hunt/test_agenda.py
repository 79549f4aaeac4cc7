"""The due list, read from the stored agenda, is the list that all the rules give on everything that is stored."""

from __future__ import annotations

import dataclasses
import random
import tempfile
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.etiquette.from_them import Reply, ReplyBy
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
    Decision,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Outcome,
    OutcomeKind,
    Part,
    Person,
    Snooze,
    StepName,
    Waiver,
)
from app.etiquette.stages import Stage
from app.etiquette.steps.agenda import stamp_of
from app.etiquette.steps.next_steps import Urgency
from app.etiquette.time.interview_times import stored_day
from app.hunt.agenda import renew_outdated
from app.hunt.due import Due, count_pressing, due_list
from app.hunt.hunt import Hunt
from app.hunt.sample import sample_hunt
from app.hunt.snapshot import read_snapshot
from app.hunt.verbs import letters
from app.settings import Settings
from app.storage import agenda, reading
from tests.hunt.reference import by_all_the_rules
from tests.storage.hunts import NOW, SETTINGS, Clock, open_hunt, reader
from tests.torture.verbs import Player

POLICY = SETTINGS.policy
PRESSING = (Urgency.LATE, Urgency.DUE)
HOURS = st.integers(-24 * 60, 24 * 10)
"""Hours from now, past and to come."""
MOMENTS = HOURS.map(lambda hours: NOW + timedelta(hours=hours))
DAYS = st.integers(-60, 20).map(lambda days: NOW.date() + timedelta(days=days))
WHO = st.sampled_from([None, 1, 2])
ROUND = st.sampled_from([None, 1])

people = st.tuples(
    st.builds(Person, st.just(1), st.sampled_from(["Dana", "Mei"]), st.just("Lee"), part=st.sampled_from(Part)),
    st.builds(Person, st.just(2), st.just("Omar"), email=st.just("omar@x.example"), family_first=st.booleans()),
)


@st.composite
def rounds(draw: st.DrawFn, number: int) -> Interview:
    """Return an interview with anybody, at any time, however it went."""
    starts = draw(MOMENTS)
    ends = draw(st.sampled_from([None, starts + timedelta(minutes=45)]))
    met = draw(st.sampled_from([(), (1,), (2, 1)]))
    kind = draw(st.sampled_from(["video", "phone screen"]))
    status = draw(st.sampled_from(InterviewStatus))
    day_only = draw(st.integers(0, 4)) == 0
    if day_only:
        starts, ends = stored_day(starts.date()), None
    return Interview(number, number, starts, ends, kind=kind, met=met, status=status, day_only=day_only)


@st.composite
def any_letter(draw: st.DrawFn) -> Letter:
    """Return a letter of any kind, sent or not."""
    status = draw(st.sampled_from(LetterStatus))
    when = None if status is LetterStatus.DRAFT else draw(MOMENTS)
    kind, to, interview = draw(st.sampled_from(Kind)), draw(WHO), draw(ROUND)
    return Letter(kind=kind, to=to, body="a body", status=status, sent=when, interview=interview)


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    """Return an ending."""
    kind = draw(st.sampled_from(OutcomeKind))
    decision = draw(st.sampled_from([None, *Decision])) if kind is OutcomeKind.OFFER else None
    at = draw(st.none() | MOMENTS)
    decided = draw(MOMENTS) if decision and at else None
    return Outcome(kind, at, draw(st.none() | DAYS), decision, Stage.WAITING, decided)


@st.composite
def applications(draw: st.DrawFn) -> Application:
    """Return an application that may stand anywhere."""
    stage = draw(st.sampled_from(Stage))
    reply_by = st.builds(ReplyBy, DAYS, st.booleans(), st.none() | MOMENTS)
    replies = st.builds(Reply, at=MOMENTS, away_until=st.none() | DAYS, person=WHO)
    waivers = st.builds(Waiver, step=st.sampled_from(StepName), person=WHO, interview=ROUND, at=MOMENTS)
    snoozes = st.builds(Snooze, step=st.sampled_from(StepName), person=WHO, until=MOMENTS)
    return Application(
        company=draw(st.sampled_from(["Northwind", "Contoso", "NORTHWIND GmbH"])),
        role="Data Engineer",
        stage=stage,
        applied_on=draw(st.none() | DAYS),
        reply_by=draw(st.none() | reply_by),
        no_follow_ups=draw(st.booleans()),
        keep_in_touch=draw(st.booleans()),
        outcome=draw(outcomes()) if stage is Stage.OUTCOME else None,
        people=draw(people),
        interviews=tuple(draw(rounds(n)) for n in range(1, draw(st.integers(1, 3)) + 1)) if draw(st.booleans()) else (),
        letters=tuple(draw(st.lists(any_letter(), max_size=3))),
        replies=tuple(draw(st.lists(replies, max_size=2))),
        waivers=tuple(draw(st.lists(waivers, max_size=2))),
        snoozes=tuple(draw(st.lists(snoozes, max_size=1))),
        archived=draw(st.integers(0, 9)) == 0,
        added=draw(st.none() | MOMENTS),
    )


def _whole(application: Application) -> Application:
    """Return the application without references to a round that it does not have."""
    if application.interviews:
        return application
    return dataclasses.replace(
        application,
        letters=tuple(dataclasses.replace(letter, interview=None) for letter in application.letters),
        waivers=tuple(dataclasses.replace(waiver, interview=None) for waiver in application.waivers),
    )


def as_stored(path: Path, now: datetime, policy: Policy = POLICY) -> list[Due]:
    """Return the due list as it is read, after a look at whether its counts and its first page agree with it."""
    with reader(path) as connection:
        whole = due_list(connection, policy, now)
        first = due_list(connection, policy, now, 3)
        today = due_list(connection, policy, now, only_now=True)
        assert today == dataclasses.replace(whole, steps=tuple(item for item in whole.steps if item.step.is_now))
        assert first.steps == whole.steps[:3]
        assert first.counts == whole.counts == Counter(item.step.urgency for item in whole.steps)
        pressing = count_pressing(connection, policy, now)
        assert [pressing.get(urgency, 0) for urgency in PRESSING] == [
            whole.counts.get(urgency, 0) for urgency in PRESSING
        ]
        assert whole.holds_until is None or whole.holds_until > now
    return list(whole.steps)


@settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.generate],  # making each hunt smaller on disk would take minutes
)
@given(st.lists(applications(), min_size=3, max_size=12), st.lists(HOURS, min_size=2, max_size=4))
def test_any_passing_of_time_gives_the_list_of_the_rules(hunt: list[Application], hours: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, clock = Path(folder) / "hunt.db", Clock(NOW)
        opened = open_hunt(path, clock)
        opened.take_in("Hunt", [(_whole(application), []) for application in hunt])
        for now in (NOW, *(NOW + timedelta(hours=passed) for passed in hours), datetime(2027, 12, 1, tzinfo=UTC)):
            right = by_all_the_rules(path, now)
            assert as_stored(path, now) == right
            clock.now = now
            opened.renew_outdated()
            assert not _outdated(path, now)
            assert as_stored(path, now) == right


@pytest.mark.parametrize("seed", range(6))
def test_any_history_of_verbs_gives_the_list_of_the_rules(tmp_path: Path, seed: int) -> None:
    dice, player = random.Random(seed), Player(tmp_path / "hunt.db", seed)
    while player.played < 60:
        player.play()
        if player.played % 4 == 0:
            later = player.clock.now + timedelta(hours=dice.choice([0, 0, 1, 30, 24 * 9, 24 * 40]))
            assert as_stored(player.path, later) == by_all_the_rules(player.path, later)
        if player.played % 9 == 0:
            player.hunt.renew_outdated()
    player.hunt.renew_outdated()
    assert not _outdated(player.path, player.clock.now)


def test_the_agenda_holds_until_the_moment_it_names_and_no_longer(tmp_path: Path) -> None:
    hunt = open_hunt(tmp_path / "hunt.db")
    hunt.take_in("Sample", sample_hunt(POLICY, NOW))
    now = NOW
    for _ in range(25):
        with reader(tmp_path / "hunt.db") as connection:
            until = due_list(connection, POLICY, now).holds_until
        assert until is not None
        before = as_stored(tmp_path / "hunt.db", now)
        assert by_all_the_rules(tmp_path / "hunt.db", until - timedelta(microseconds=1)) == before
        now = until


def test_a_follow_up_holds_back_the_other_applications_at_the_company_at_once(tmp_path: Path) -> None:
    path, hunt = tmp_path / "hunt.db", open_hunt(tmp_path / "hunt.db")
    interview = Interview(1, 1, NOW - timedelta(days=20), met=(1,), status=InterviewStatus.HELD)
    waiting = Application(
        company="Northwind", role="Data Engineer", stage=Stage.WAITING, reply_by=ReplyBy(date(2026, 11, 18), True),
        people=(Person(1, "Dana", "Lee"),), interviews=(interview,),
    )  # fmt: skip
    hunt.take_in("Two", [(waiting, []), (dataclasses.replace(waiting, company="NORTHWIND "), [])])
    before = follow_ups(path)
    hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.FOLLOW_UP, a.people[0].id))
    after = follow_ups(path)
    assert after == {2: datetime(2026, 12, 1, 8, tzinfo=UTC)}
    assert before[2] < after[2]
    assert not _outdated(path, NOW)
    hunt.undo()
    assert follow_ups(path) == before


def follow_ups(path: Path) -> dict[int | None, datetime]:
    """Return by application from when on it may be followed up for the first time."""
    steps = (due.step for due in as_stored(path, NOW))
    return {step.application_id: step.opens for step in steps if step.name is StepName.FOLLOW_UP}


def test_another_policy_and_another_zone_make_the_agenda_anew(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    open_hunt(path).take_in("Sample", sample_hunt(POLICY, NOW))
    for policy in (
        dataclasses.replace(POLICY, follow_up_opens_business_days=4),
        dataclasses.replace(POLICY, zone=ZoneInfo("America/New_York")),
        dataclasses.replace(POLICY, holidays=frozenset({date(2026, 11, 26)})),
    ):
        right = by_all_the_rules(path, NOW, policy)
        assert as_stored(path, NOW, policy) == right
        Hunt.open(path, Settings(policy=policy), Clock()).renew_outdated()
        with reader(path) as connection:
            assert agenda.stamp(connection) == stamp_of(policy)
            assert not agenda.outdated(connection, NOW)
        assert as_stored(path, NOW, policy) == right


def test_much_that_has_to_be_made_anew_is_said_to_be_on_its_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hunt.db"
    open_hunt(path).take_in("Sample", sample_hunt(POLICY, NOW))
    monkeypatch.setattr("app.hunt.snapshot._MUCH", 10)
    other = dataclasses.replace(POLICY, thank_lapses_days=9)
    with reader(path) as connection:
        assert read_snapshot(connection, POLICY, NOW).is_read
        on_its_way = read_snapshot(connection, other, NOW)
        assert read_snapshot(connection, other, NOW, is_patient=True).due
    assert not on_its_way.is_read
    assert on_its_way.total == read_all(path)


def test_what_is_renewed_in_portions_is_renewed_wholly(tmp_path: Path) -> None:
    path, clock = tmp_path / "hunt.db", Clock()
    hunt = open_hunt(path, clock)
    hunt.take_in("Sample", sample_hunt(POLICY, NOW))
    clock.now = NOW + timedelta(days=30)
    left = len(_outdated(path, clock.now))
    with hunt._writing() as transaction:
        assert renew_outdated(transaction, POLICY, clock.now, 3) == left - 3
    assert as_stored(path, clock.now) == by_all_the_rules(path, clock.now)


def read_all(path: Path) -> int:
    """Return how many applications are not archived."""
    with reader(path) as connection:
        return sum(not application.archived for application in reading.all_applications(connection))


def _outdated(path: Path, now: datetime) -> list[int]:
    with reader(path) as connection:
        return agenda.outdated(connection, now)
