"""The due list, read the short way, is the list that all the rules give on everything that is stored."""

from __future__ import annotations

import dataclasses
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.etiquette.hunt_step import keep_applying
from app.etiquette.letter_kinds import Kind
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
    Reply,
    ReplyBy,
    Snooze,
    StepName,
    Waiver,
)
from app.etiquette.settling import settle
from app.etiquette.stages import Stage
from app.etiquette.steps import next_steps, order
from app.hunt.due import Due, Waits, company_of, due_list, lately
from app.storage import clockwork, reading
from tests.storage.hunts import NOW, SETTINGS, Clock, open_hunt, reader

POLICY = SETTINGS.policy
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
    return Interview(number, number, starts, ends, kind=kind, met=met, status=status)


@st.composite
def letters(draw: st.DrawFn) -> Letter:
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
        letters=tuple(draw(st.lists(letters(), max_size=3))),
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
        letters=tuple(dataclasses.replace(each, interview=None) for each in application.letters),
        waivers=tuple(dataclasses.replace(each, interview=None) for each in application.waivers),
    )


def by_all_the_rules(path: Path, now: datetime) -> list[Due]:
    """Return the due list from whole records of everything that is stored, what is over included."""
    with reader(path) as connection:
        stored = reading.all_applications(connection)
        mails = clockwork.last_status_mails(connection, lately(POLICY, now))
    newest: date | None = max((each.applied_on for each in stored if each.applied_on), default=None)
    accepted = tuple(
        (each.id, None if any(w.step is StepName.WITHDRAW for w in each.waivers) else each.outcome.decided)
        for each in stored
        if each.outcome and each.outcome.kind is OutcomeKind.OFFER and each.outcome.decision is Decision.ACCEPTED
    )
    found, waits = [], False
    for application in stored:
        if application.archived:
            continue
        settled = settle(application, POLICY, now)[0]
        waits = waits or settled.stage in (Stage.WAITING, Stage.FOLLOWED_UP)
        for step in next_steps(application, POLICY, now, company_of(application, Waits(None, accepted, mails))):
            person = settled.person(step.person)
            name = person.name if person else None
            found.append(Due(step, settled.company, settled.role, settled.stage, name))
    whole = keep_applying(newest, waits, bool(accepted), POLICY, now)
    if whole is not None:
        found.append(Due(whole, "", "", None, None))
    return sorted(found, key=lambda due: order(due.step))


@settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.generate],  # making each hunt smaller on disk would take minutes
)
@given(st.lists(applications(), min_size=3, max_size=12), st.lists(HOURS, min_size=2, max_size=4))
def test_the_short_way_gives_the_same_list(hunt: list[Application], hours: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hunt.db"
        open_hunt(path, Clock(NOW)).take_in("Hunt", [(_whole(each), []) for each in hunt])
        for now in (NOW, *(NOW + timedelta(hours=abs(each)) for each in hours), datetime(2027, 12, 1, tzinfo=UTC)):
            with reader(path) as connection:
                found = due_list(connection, POLICY, now)
            assert found == by_all_the_rules(path, now)
