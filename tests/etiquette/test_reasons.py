"""Every number that a sentence says is the policy's: shown under a policy in which each number is another one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.companies import Company
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Interview
from app.etiquette.stages import Stage
from app.etiquette.state.completing import complete
from app.etiquette.state.settling import settle
from app.etiquette.steps import reasons
from app.etiquette.steps.next_steps import Urgency, next_steps, thank_window
from app.etiquette.steps.restraints import restraint
from app.etiquette.steps.whole_hunt import keep_applying
from app.etiquette.time import lengths
from app.etiquette.time.business_calendar import calendar_of
from tests.etiquette.telling import BERLIN, DANA, interview, moment, read_application, sent

OTHER = Policy(
    zone=ZoneInfo(BERLIN),
    prepare_opens=timedelta(hours=37),
    debrief_due=timedelta(hours=29),
    debrief_lapses=timedelta(hours=71),
    missed_opens=timedelta(minutes=17),
    missed_late_business_days=3,
    missed_lapses_business_days=4,
    missed_again_opens_business_days=6,
    missed_again_due_business_days=8,
    missed_close_business_days=41,
    assumed_length=timedelta(minutes=59),
    thank_opens=timedelta(hours=9),
    thank_due=timedelta(hours=43),
    thank_late=timedelta(hours=67),
    thank_lapses_days=11,
    ask_reply_by_due=timedelta(hours=53),
    assumed_reply_business_days=13,
    follow_up_opens_business_days=34,
    follow_up_due_business_days=35,
    follow_up_late_business_days=36,
    follow_up_again_days=38,
    follow_up_again_business_days=39,
    follow_ups_per_date=2,
    status_mail_gap_days=19,
    same_person_gap=timedelta(hours=71),
    close_reply_by_days=240,
    close_follow_up_days=46,
    answer_rejection_due=timedelta(hours=49),
    answer_rejection_late=timedelta(hours=73),
    answer_rejection_lapses_days=33,
    acknowledge_offer_due=timedelta(hours=51),
    decide_offer_business_days=44,
    decide_offer_lapses_days=90,
    withdraw_due_business_days=45,
    withdraw_late_business_days=47,
    stay_in_touch_months=10,
    stay_in_touch_per_year=4,
    keep_applying_days=12,
)
"""No number that a sentence may say is the default of any, nor a day of a month that could hide it."""

_DAY = re.compile(r"[A-Z][a-z]{2}, [A-Z][a-z]{2} \d{1,2}(?:, \d{4})?")
_SAID_OF_THE_CASE = re.compile(r"\bround \d+|\bRound \d+|\d{1,2}:\d{2}|followed up \d+ times")


def numbers_of(policy: Policy) -> set[str]:
    """Return every number of a policy as a sentence would say it."""
    said = set()
    for name in policy.__match_args__:
        value = getattr(policy, name)
        if isinstance(value, timedelta):
            minutes = int(value.total_seconds() // 60)
            said.add(str(minutes // 60 if minutes % 60 == 0 else minutes))
        elif type(value) is int:
            said.add(str(value))
    return said


def numbers_in(sentence: str) -> set[str]:
    """Return the numbers of a sentence, those of its days, times and rounds left out."""
    return set(re.findall(r"\d+", _SAID_OF_THE_CASE.sub("", _DAY.sub("", sentence))))


HELD: dict[str, Any] = {"people": [DANA], "interviews": [interview("2026-11-20 10:00", "11:00")]}
THANKED: dict[str, Any] = {**HELD, "letters": [sent("thank_you", "2026-11-20 15:00")]}
STATED: dict[str, Any] = {**THANKED, "reply_by": {"date": "2026-11-27", "stated": True}}
MISSED: dict[str, Any] = {"people": [DANA], "interviews": [interview("2026-11-20 10:00", status="missed")]}
CASES: dict[str, dict[str, Any]] = {
    "planned": {"people": [DANA], "interviews": [interview("2026-11-24 10:00", "11:00")]},
    "planned for a day": {"people": [DANA], "interviews": [interview("2026-11-24 00:00", day_only=True)]},
    "held": HELD,
    "thanked": THANKED,
    "stated": STATED,
    "followed up": {**STATED, "letters": [*THANKED["letters"], sent("follow_up", "2027-01-21 10:00")]},
    "twice": {
        **STATED,
        "letters": [
            *THANKED["letters"],
            sent("follow_up", "2027-01-21 10:00"),
            sent("second_follow_up", "2027-03-23 10:00"),
        ],
    },
    "away": {**STATED, "replies": [{"at": "2026-11-26 10:00", "away_until": "2027-02-05"}]},
    "unread": {**THANKED, "replies": [{"at": "2026-11-26 10:00", "standing": "unread"}]},
    "missed": MISSED,
    "asked": {**MISSED, "letters": [sent("missed_call", "2026-11-20 11:00")]},
    "undated": {"stage": "interviewed"},
    "rejected": {**HELD, "outcome": {"kind": "rejected", "at": "2026-11-24 10:00"}, "keep_in_touch": True},
    "disputed": {
        **HELD,
        "outcome": {"kind": "rejected", "at": "2026-11-24 10:00"},
        "disputed": "2026-11-25 10:00",
        "letters": [sent("follow_up", "2026-11-25 10:00")],
    },
    "offer": {**HELD, "outcome": {"kind": "offer", "at": "2026-11-24 10:00"}},
    "offer with a deadline": {
        **HELD,
        "outcome": {"kind": "offer", "at": "2026-11-24 10:00", "decide_by": "2026-11-30"},
    },
}
STARTS = moment("2026-11-20 12:00")
DAYS = [0, 1, 3, 5, 9, 20, 40, 60, 62, 80, 130, 200, 300, 330]


def sentences(fields: dict[str, Any]) -> dict[str, set[str]]:
    """Return by name every reason that a case gives over a year, and under other names its refusals and events."""
    said: dict[str, set[str]] = {}
    application, events = read_application(STARTS, OTHER, **fields)
    for days in DAYS:
        now = STARTS + timedelta(days=days)
        settled, came_about = settle(application, OTHER, now)
        for company in (Company(), Company(last_status_mail=now - timedelta(days=1), offer_accepted=STARTS)):
            for step in next_steps(application, OTHER, now, company):
                said.setdefault(step.why[0], set()).add(step.reason_on(now.date()))
            for kind in (Kind.FOLLOW_UP, Kind.SECOND_FOLLOW_UP):
                refused = restraint(settled, kind, OTHER, now, company)
                said.setdefault("refusal", set()).add(str(refused or ""))
        for event in (*events, *came_about):
            said.setdefault("event", set()).update((event.text, event.rule))
    return said


@pytest.mark.parametrize("case", CASES)
def test_every_number_that_is_said_is_the_policys_own(case: str) -> None:
    allowed = numbers_of(OTHER)
    for name, said in sentences(CASES[case]).items():
        for sentence in said:
            assert numbers_in(sentence) <= allowed, (name, sentence)


def test_every_reason_that_there_is_was_looked_at() -> None:
    step = keep_applying(STARTS.date(), True, False, OTHER, STARTS)
    assert step is not None
    assert numbers_in(step.reason_on(STARTS.date())) == {"12"}
    seen = {name for fields in CASES.values() for name in sentences(fields)} - {"refusal", "event"}
    assert {*seen, step.why[0]} == set(reasons._SENTENCES)


def test_numbers_are_found_where_there_are_any() -> None:
    allowed = numbers_of(OTHER)
    defaults = sentences_of_defaults()
    assert any(not numbers_in(sentence) <= allowed for sentence in defaults), defaults


def sentences_of_defaults() -> list[str]:
    """Return what the default policy says, which the other one must never say."""
    application = read_application(STARTS, Policy(zone=ZoneInfo(BERLIN)), **HELD)[0]
    return [step.reason_on(STARTS.date()) for step in next_steps(application, Policy(zone=ZoneInfo(BERLIN)), STARTS)]


def test_lapsed_thanks_say_the_policys_days_and_not_those_of_the_default() -> None:
    application, _ = read_application(STARTS, OTHER, **HELD)
    events: list[Event] = settle(application, OTHER, STARTS + timedelta(days=30))[1]
    (lapsed,) = [event for event in events if event.what == "thanks_lapsed"]
    assert "11 days" in lapsed.rule
    assert "53 hours" in events[-1].rule


def test_one_thing_is_no_plural() -> None:
    assert (lengths.count(1, "business day"), lengths.count(2, "day")) == ("1 business day", "2 days")
    assert [lengths.length(timedelta(minutes=m)) for m in (60, 90, 1440, 1)] == [
        "1 hour",
        "90 minutes",
        "24 hours",
        "1 minute",
    ]


def test_no_reason_speaks_in_words_that_were_given_up() -> None:
    words = r"\ba no\b|\bthe no\b|let it go|nobody came|reply-by|waive|assumed|presume|\d{4}-\d{2}"
    given_up = re.compile(words, re.IGNORECASE)
    for fields in CASES.values():
        for said in sentences(fields).values():
            for sentence in said:
                assert not given_up.search(sentence), sentence


def test_completing_says_which_stage_was_imported() -> None:
    application = Application(company="Northwind", role="Data Engineer", added=STARTS)
    _, events = complete(application, Stage.WAITING, (), OTHER, STARTS)
    assert events[-1].text == "Imported as waiting"


AHEAD = {
    "close": ("If there's no reply 240 days after Fri, Nov 27", "Close it: it's 240 days past"),
    "missed_again": ("If nothing is planned by then", "Nothing has been planned since"),
    "missed_close": ("If nothing is planned 41 business days after", "Close it: 41 business days after"),
}


@pytest.mark.parametrize(
    ("name", "case"), [("close", "followed up"), ("missed_again", "asked"), ("missed_close", "asked")]
)
def test_what_is_only_coming_up_is_not_said_to_have_come_about(name: str, case: str) -> None:
    application, _ = read_application(STARTS, OTHER, **CASES[case])
    nows = (STARTS + timedelta(days=days) for days in DAYS)
    ahead = next(step for now in nows for step in next_steps(application, OTHER, now) if step.why[0] == name)
    assert ahead.urgency is Urgency.NOT_YET
    will, does = AHEAD[name]
    assert will in ahead.reason_on(STARTS.date())
    (there,) = (step for step in next_steps(application, OTHER, ahead.opens) if step.why[0] == name)
    assert does in there.reason_on(ahead.opens.date())
    snoozed = replace(there, urgency=Urgency.NOT_YET, snoozed_until=ahead.opens + timedelta(days=1))
    assert does in snoozed.reason_on(ahead.opens.date()), "one that was open before stays true while it is snoozed"


def test_seven_days_without_an_application_are_not_said_to_have_passed_before_they_have() -> None:
    said = []
    for days in (3, 12):
        step = keep_applying(STARTS.date(), True, False, OTHER, STARTS + timedelta(days=days))
        assert step is not None
        said.append(step.reason_on(STARTS.date()))
    assert said[0] == "Once 12 days have passed without a new application, send one while others wait."
    assert said[1] == "Your last application was on Fri, Nov 20. Send a new one while you wait on the others."


def test_an_interview_that_ends_after_midnight_was_on_the_day_on_which_it_began() -> None:
    night = Interview(5, 1, moment("2026-11-20 23:30"))
    thanks = thank_window(None, night, calendar_of(OTHER))
    assert str(thanks.why[1][0]) == "2026-11-20"
