"""When a reminder comes and what it is about, on dated days (ETIQUETTE 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.etiquette.policy import Policy
from app.etiquette.reminding import Chosen, Mentions, chosen_steps, is_quiet, key_of, next_chance, still_there
from app.etiquette.steps.next_steps import Step, next_steps
from tests.etiquette.telling import DANA, interview, moment, policy_in, read_application

POLICY = policy_in()


def thanks_at(now: datetime, policy: Policy = POLICY) -> list[Step]:
    """Return the steps after an interview that ended on Mon, Nov 23 at 3 PM: late on Wed, Nov 25 at 3 PM."""
    application, _ = read_application(now, policy, people=[DANA], interviews=[interview("2026-11-23 14:00", "15:00")])
    return [step for step in next_steps(application, policy, now) if step.name == "thank"]


def said(day_and_time: str, mentions: Mentions, policy: Policy = POLICY) -> Chosen | None:
    """Return what is said at a wall-clock time."""
    now = moment(day_and_time)
    return chosen_steps(thanks_at(now, policy), mentions, policy, now)


def test_a_step_is_said_once_when_it_is_due_and_once_before_it_is_overdue() -> None:
    """ETIQUETTE 7.1, ETIQUETTE 7.2."""
    assert said("2026-11-23 16:30", Mentions()) is None, "open, and due tomorrow"
    digest = said("2026-11-24 08:00", Mentions())
    assert digest is not None
    assert [step.name for step in digest.steps] == ["thank"]
    assert (digest.all_press, digest.mentions.digest_on) == (False, date(2026, 11, 24))
    assert said("2026-11-24 19:00", digest.mentions) is None
    assert said("2026-11-25 08:00", digest.mentions) is None, "nothing is new"
    warning = said("2026-11-25 12:00", digest.mentions)
    assert warning is not None
    assert (warning.all_press, warning.mentions.digest_on) == (True, date(2026, 11, 24))
    assert said("2026-11-25 12:30", warning.mentions) is None
    assert said("2026-11-26 08:00", warning.mentions) is None, "its being overdue was announced"


def test_there_is_one_digest_a_day_and_what_turned_overdue_unannounced_is_in_the_next() -> None:
    """ETIQUETTE 7.1, ETIQUETTE 7.2."""
    had_one = Mentions(date(2026, 11, 24))
    assert said("2026-11-24 10:00", had_one) is None
    due_said = said("2026-11-25 08:00", had_one)
    assert due_said is not None
    assert said("2026-11-25 15:30", due_said.mentions) is None, "overdue by now, and the digest was this morning"
    overdue = said("2026-11-26 08:00", due_said.mentions)
    assert overdue is not None
    assert overdue.all_press
    assert said("2026-11-27 08:00", overdue.mentions) is None


def test_a_step_not_said_yet_is_said_although_the_digest_was_when_it_is_nearly_overdue() -> None:
    """ETIQUETTE 7.2."""
    warning = said("2026-11-25 13:00", Mentions(date(2026, 11, 25)))
    assert warning is not None
    assert warning.all_press


def test_a_clock_that_was_wrong_once_silences_nothing() -> None:
    assert said("2026-11-24 10:00", Mentions(date(2031, 1, 1))) is not None


@pytest.mark.parametrize(
    ("when", "quiet", "ends"),
    [
        ("2026-11-24 07:59", True, "2026-11-24 08:00"),
        ("2026-11-24 08:00", False, "2026-11-25 08:00"),
        ("2026-11-24 19:59", False, "2026-11-25 08:00"),
        ("2026-11-24 20:00", True, "2026-11-25 08:00"),
        ("2026-11-27 20:00", True, "2026-11-30 08:00"),
        ("2026-11-28 12:00", True, "2026-11-30 08:00"),
        ("2026-11-25 12:00", True, "2026-11-26 08:00"),
    ],
)
def test_it_is_quiet_at_night_on_weekends_and_on_holidays(when: str, quiet: bool, ends: str) -> None:
    """ETIQUETTE 7.3."""
    policy = policy_in("Europe/Berlin", "2026-11-25") if when.startswith("2026-11-25") else POLICY
    assert (is_quiet(moment(when), policy), next_chance(moment(when), policy)) == (quiet, moment(ends))


def test_the_policy_moves_the_quiet_and_the_warning() -> None:
    """ETIQUETTE 7.3."""
    weekends = replace(POLICY, remind_on_days_off=True, remind_from=time(10), remind_until=time(11))
    assert not is_quiet(moment("2026-11-28 10:30"), weekends)
    assert is_quiet(moment("2026-11-28 11:00"), weekends)
    never = replace(POLICY, remind_from=time(9), remind_until=time(9))
    assert is_quiet(moment("2026-11-24 09:00"), never)
    early = policy_in(remind_before_late=moment("2026-11-25 15:00") - moment("2026-11-25 08:00"))
    digest = said("2026-11-24 08:00", Mentions(), early)
    assert digest is not None
    assert said("2026-11-25 08:00", digest.mentions, early) is not None


def test_what_turns_overdue_in_the_quiet_is_said_before_it() -> None:
    """ETIQUETTE 7.3."""
    policy = replace(POLICY, remind_until=time(14))
    mentions = said("2026-11-24 08:00", Mentions(), policy)
    assert mentions is not None
    assert said("2026-11-24 11:30", mentions.mentions, policy) is None, "until tomorrow at 8 AM it is not overdue"
    night = replace(POLICY, remind_from=time(16), remind_until=time(19))
    mentions = said("2026-11-24 16:00", Mentions(date(2026, 11, 23)), night)
    assert mentions is not None
    assert mentions.all_press, "it turns overdue tomorrow at 3 PM, before the quiet ends at 4 PM"


def test_a_step_that_comes_back_or_gets_a_new_date_is_new() -> None:
    """ETIQUETTE 7.4."""
    now = moment("2026-11-24 10:00")
    steps = thanks_at(now)
    mentions = Mentions(date(2026, 11, 23), frozenset(map(key_of, steps)))
    assert chosen_steps(steps, still_there(mentions, steps), POLICY, now) is None
    assert still_there(mentions, []) == Mentions(date(2026, 11, 23))
    moved = [replace(step, opens=moment("2026-11-24 09:00")) for step in steps]
    assert chosen_steps(moved, still_there(mentions, moved), POLICY, now) is not None
