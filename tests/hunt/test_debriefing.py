"""How an interview went, on a real file: one verb, taken back as one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.etiquette.errors import RefusedError
from app.etiquette.records import Application, InterviewStatus, StepName
from app.etiquette.stages import Stage
from app.etiquette.steps.next_steps import next_steps
from app.hunt.hunt import Hunt
from app.hunt.verbs import debriefing, interviews
from app.storage import reading
from tests.storage.hunts import NOW, SETTINGS, Clock, add, open_hunt, reader

STARTS = NOW + timedelta(hours=1)
ENDS = STARTS + timedelta(hours=1)
AFTER = ENDS + timedelta(minutes=30)


def planned(path: Path) -> tuple[Hunt, Clock]:
    """Return a hunt with an interview planned with Dana and Omar, and its clock."""
    clock = Clock()
    hunt = open_hunt(path, clock)
    add(hunt)
    names = "Dana Lee <dana@northwind.example>, Omar Haddad"
    hunt.do(1, lambda a, when: interviews.planned(a, when, starts=STARTS, ends=ENDS, names=names))
    return hunt, clock


def stored(path: Path) -> Application:
    """Return the application as stored."""
    with reader(path) as connection:
        return reading.application(connection, 1)


def names(application: Application, now: datetime) -> list[StepName]:
    """Return the steps there are."""
    return [step.name for step in next_steps(application, SETTINGS.policy, now)]


def test_one_verb_records_who_was_there_what_they_said_and_when_they_decide(tmp_path: Path) -> None:
    """ETIQUETTE 2.29."""
    hunt, clock = planned(tmp_path / "hunt.db")
    before = stored(tmp_path / "hunt.db")
    dana, omar = before.people
    clock.now = AFTER
    assert names(before, AFTER)[0] is StepName.DEBRIEF
    done = hunt.do(
        1,
        lambda a, when: debriefing.debriefed(
            a, when, 1, said={dana.id: "Your data is late"}, also="Grace Kim <grace@northwind.example>",
            also_said=["You run the on-call"], noted="a quiet office", reply_by=date(2026, 12, 4),
        ),
    )  # fmt: skip
    after = done.application
    assert after is not None
    (interview,) = after.interviews
    grace = next(person for person in after.people if person.family == "Kim")
    assert interview.status is InterviewStatus.HELD
    assert interview.met == (dana.id, grace.id)
    assert interview.noted == "Dana Lee: Your data is late\nGrace Kim: You run the on-call\na quiet office"
    assert after.reply_by is not None
    assert (after.reply_by.date, after.reply_by.stated) == (date(2026, 12, 4), True)
    assert omar in after.people
    thanked = {step.person for step in next_steps(after, SETTINGS.policy, ENDS + timedelta(hours=2))}
    assert thanked == {dana.id, grace.id}
    hunt.undo()
    assert stored(tmp_path / "hunt.db") == before


def test_one_that_was_called_off_was_not_held(tmp_path: Path) -> None:
    hunt, clock = planned(tmp_path / "hunt.db")
    clock.now = AFTER
    hunt.do(1, lambda a, when: interviews.edited(a, when, 1, location="Room 4"))
    assert stored(tmp_path / "hunt.db").stage is Stage.INTERVIEWED
    hunt.do(1, lambda a, when: debriefing.called_off(a, when, 1))
    after = stored(tmp_path / "hunt.db")
    assert (after.stage, after.interviews[0].status) == (Stage.APPLIED, InterviewStatus.CANCELLED)
    assert names(after, AFTER) == []


def test_one_that_is_over_before_its_time_ends_now(tmp_path: Path) -> None:
    hunt, clock = planned(tmp_path / "hunt.db")
    clock.now = STARTS + timedelta(minutes=20)
    hunt.do(1, lambda a, when: debriefing.debriefed(a, when, 1, said={}))
    (interview,) = stored(tmp_path / "hunt.db").interviews
    assert (interview.status, interview.ends, interview.met) == (InterviewStatus.HELD, clock.now, ())


def test_one_that_has_not_begun_is_refused(tmp_path: Path) -> None:
    hunt, _ = planned(tmp_path / "hunt.db")
    with pytest.raises(RefusedError, match="Come back afterward"):
        hunt.do(1, lambda a, when: debriefing.debriefed(a, when, 1, said={}))


def test_one_that_is_logged_afterward_asks_for_no_debrief(tmp_path: Path) -> None:
    """ETIQUETTE 2.29."""
    hunt = open_hunt(tmp_path / "hunt.db")
    add(hunt)
    logged = {"starts": NOW - timedelta(hours=3), "names": "Dana Lee"}
    hunt.do(1, lambda a, when: interviews.planned(a, when, **logged))  # type: ignore[arg-type]
    assert names(stored(tmp_path / "hunt.db"), NOW.astimezone(UTC)) == [StepName.THANK]
