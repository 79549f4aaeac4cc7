"""An interview that overlaps with another is planned, and the other is named."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.etiquette.records import OutcomeKind
from app.hunt.overlaps import say_overlaps
from app.hunt.verbs import answers, interviews
from app.storage.pipeline import PlannedInterview
from tests.storage.hunts import NOW, SETTINGS, Clock, add, open_hunt

HOUR = timedelta(hours=1)
THEN = NOW + timedelta(days=7)


def test_an_outcome_names_the_interview_that_is_still_planned(tmp_path: Path) -> None:
    hunt = open_hunt(tmp_path / "hunt.db", Clock(NOW))
    zebra = add(hunt, "Zebra")
    hunt.do(zebra, lambda a, when: interviews.planned(a, when, starts=THEN))
    done = hunt.do(zebra, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    assert done.remark == "Round 1 on Tue, Dec 1 at 10:00 AM is still planned; cancel it if it's off"
    (planned,) = done.application.interviews if done.application else ()
    assert hunt.do(zebra, lambda a, when: interviews.cancelled(a, when, planned.id)).remark == ""


def test_planning_and_moving_an_interview_says_what_it_overlaps_with(tmp_path: Path) -> None:
    hunt = open_hunt(tmp_path / "hunt.db", Clock(NOW))
    zebra, corvid = add(hunt, "Zebra"), add(hunt, "Corvid")
    assert hunt.do(zebra, lambda a, when: interviews.planned(a, when, starts=THEN)).remark == ""
    done = hunt.do(corvid, lambda a, when: interviews.planned(a, when, starts=THEN + HOUR / 4))
    assert (done.summary, done.remark) == ("Planned round 1 at Corvid", "It overlaps with Zebra, 10:00 AM")
    (planned,) = done.application.interviews if done.application else ()
    moved = hunt.do(corvid, lambda a, when: interviews.edited(a, when, planned.id, starts=THEN + HOUR))
    assert moved.remark == "", "one begins as the other ends"
    assert hunt.do(corvid, lambda a, when: interviews.edited(a, when, planned.id, kind="panel")).remark == ""
    back = hunt.do(corvid, lambda a, when: interviews.edited(a, when, planned.id, starts=THEN - HOUR / 2))
    assert back.remark == "It overlaps with Zebra, 10:00 AM"


def test_only_what_is_new_is_said_and_a_day_alone_overlaps_with_nothing() -> None:
    zebra = PlannedInterview(1, THEN, THEN + 2 * HOUR, False, "Zebra")
    corvid = PlannedInterview(2, THEN + HOUR, None, False, "Corvid")
    day = PlannedInterview(3, THEN + HOUR, None, True, "Kite")
    other = PlannedInterview(4, THEN + HOUR, None, False, "Halden")
    assert say_overlaps([zebra, corvid], [zebra, corvid, day], SETTINGS.policy) == ""
    assert say_overlaps([zebra], [zebra, corvid, other], SETTINGS.policy) == (
        "Corvid overlaps with Zebra, 10:00 AM. Corvid overlaps with Halden, 11:00 AM. Halden overlaps with Zebra,"
        " 10:00 AM"
    )
