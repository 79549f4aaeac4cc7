"""The numbers of a search are those of a naive count, whatever the search holds; and what is said of them."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.etiquette.from_them import Reply
from app.etiquette.glance.counting import MOST_ROUNDS, WEEKS, Counting
from app.etiquette.glance.flows import sankey
from app.etiquette.glance.numbers import AnswerTimes, FunnelRow, Numbers, rate_of, share
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Outcome, OutcomeKind
from app.etiquette.stages import Stage
from tests.etiquette.glance import naive
from tests.etiquette.glance.hunts import NOW, POLICY, TODAY, ago, searches
from tests.etiquette.glance.naive import Search


def count(search: Search) -> Numbers:
    counting = Counting(POLICY, NOW)
    for application, planned in search:
        counting.add(application, planned)
    return counting.numbers()


def of(*applications: Application) -> Numbers:
    return count([(application, []) for application in applications])


def the_funnel_is_that_of_a_naive_count(search: Search, numbers: Numbers) -> None:
    applied = [application for application, _ in naive.applied(search)]
    assert numbers.applied == len(applied)
    assert numbers.saved == len(search) - len(applied)
    for row in numbers.funnel:
        came = [application for application in applied if naive.depth(application) >= row.rounds]
        is_last = row.rounds == MOST_ROUNDS
        stayed = [application for application in came if is_last or naive.depth(application) == row.rounds]
        assert row.reached == len(came)
        assert row.went_on == len(came) - len(stayed)
        ends = Counter(map(naive.end_of, stayed))
        for column in ("offers", "rejected", "no_reply", "withdrawn", "archived", "still_open"):
            assert getattr(row, column) == ends[column], column
    deepest = max(map(naive.depth, applied), default=-1)
    assert len(numbers.funnel) == min(deepest, MOST_ROUNDS) + 1


def the_waits_for_an_answer_are_those_of_a_naive_count(search: Search, numbers: Numbers) -> None:
    by_round = {times.after: times for times in numbers.answers}
    for after in range(MOST_ROUNDS + 1):
        afters = range(after, after + 1 if after < MOST_ROUNDS else 99)
        waits = [naive.wait(*one, n) for one in naive.applied(search) for n in afters if n <= naive.depth(one[0])]
        how = Counter(wait[0] for wait in waits if wait)
        times = by_round.get(after, AnswerTimes(after))
        assert (times.answered, times.waiting, times.no_reply) == (how["answered"], how["waiting"], how["no_reply"])
        assert list(times.days) == sorted(wait[1] for wait in waits if wait and wait[1] is not None)


def prompt_thanks_offers_weeks_and_sources_are_those_of_a_naive_count(search: Search, numbers: Numbers) -> None:
    applied = [application for application, _ in naive.applied(search)]
    prompt = [is_prompt for application in applied for is_prompt in naive.thanks(application)]
    assert (numbers.thanks.within, numbers.thanks.of) == (sum(prompt), len(prompt))
    outcomes = [application.outcome for application in applied if application.outcome]
    decisions = Counter(str(outcome.decision) for outcome in outcomes if outcome.kind == "offer")
    offers = numbers.offers
    assert (offers.accepted, offers.declined, offers.undecided) == (
        decisions["accepted"], decisions["declined"], decisions["None"]
    )  # fmt: skip
    for monday, number in numbers.weeks:
        assert monday.isoweekday() == 1
        days = [application.applied_on for application in applied]
        assert number == sum(day is not None and monday <= day <= min(monday + timedelta(6), TODAY) for day in days)
    assert len(numbers.weeks) == (WEEKS if applied else 0)
    by_name = Counter(application.source.strip().lower() for application in applied)
    assert {source.name.lower(): source.applied for source in numbers.sources} == by_name
    assert sum(source.interviews for source in numbers.sources) == numbers.interviewed
    assert sum(source.offers for source in numbers.sources) == offers.all


def the_order_of_the_applications_is_no_matter(search: Search, numbers: Numbers, chance: random.Random) -> None:
    again = count(chance.sample(search, len(search)))
    assert replace(again, sources=()) == replace(numbers, sources=())
    assert {replace(s, name=s.name.lower()) for s in again.sources} == {
        replace(s, name=s.name.lower()) for s in numbers.sources
    }


def what_flows_into_a_place_of_the_sankey_text_flows_out_of_it_or_ends_there(numbers: Numbers) -> None:
    inward: Counter[str] = Counter({"Applied": numbers.applied} if numbers.applied else {})
    outward: Counter[str] = Counter()
    for line in sankey(numbers).splitlines():
        flow = re.fullmatch(r"([A-Z][a-z0-9 ]+) \[(\d+)\] ([A-Z][a-z0-9 ]+)", line)
        assert flow, line
        assert int(flow[2]) > 0
        outward[flow[1]] += int(flow[2])
        inward[flow[3]] += int(flow[2])
    assert {place: inward[place] for place in outward} == outward
    last = {place: number for place, number in inward.items() if place not in outward}
    assert sum(last.values()) == numbers.applied


@settings(max_examples=50, derandomize=True, deadline=None)
@given(searches, st.randoms(use_true_random=False))
def test_whatever_a_search_holds_its_numbers_are_right(search: Search, chance: random.Random) -> None:
    numbers = count(search)  # of one search for all that has to hold: drawing it costs more than any of this
    the_funnel_is_that_of_a_naive_count(search, numbers)
    the_waits_for_an_answer_are_those_of_a_naive_count(search, numbers)
    prompt_thanks_offers_weeks_and_sources_are_those_of_a_naive_count(search, numbers)
    what_flows_into_a_place_of_the_sankey_text_flows_out_of_it_or_ends_there(numbers)
    the_order_of_the_applications_is_no_matter(search, numbers, chance)


def test_a_job_that_was_only_saved_is_not_applied_for() -> None:
    """ETIQUETTE 2.24."""
    saved = Application()
    later = Application(applied_on=TODAY + timedelta(1))
    invited = Application(interviews=(Interview(1, starts=ago(-48)),))
    assert of(saved, later, invited, Application(applied_on=TODAY)).applied == 2


def test_a_missed_interview_is_no_round_and_a_planned_one_that_has_ended_is_one() -> None:
    """ETIQUETTE 2.23, ETIQUETTE 1.2."""
    missed = Interview(1, starts=ago(50), status=InterviewStatus.MISSED)
    over = Interview(1, starts=ago(50))
    assert of(replace(Application(), interviews=(missed,))).interviewed == 0
    assert of(replace(Application(), interviews=(over,))).interviewed == 1


def test_an_interview_that_a_sheet_told_of_without_its_day_is_a_round() -> None:
    """ETIQUETTE 2.5."""
    numbers = of(Application(stage=Stage.WAITING), Application(stage=Stage.OUTCOME, outcome=_rejected(Stage.THANKED)))
    assert numbers.interviewed == 2
    assert numbers.answers[1].answered == 1
    assert numbers.answers[1].waiting == 1


def test_an_out_of_office_note_is_no_answer_and_one_that_decides_nothing_is() -> None:
    """ETIQUETTE 3.5."""
    held = Interview(1, starts=ago(240), status=InterviewStatus.HELD)
    base = Application(stage=Stage.WAITING, interviews=(held,))
    away = replace(base, replies=(Reply(1, ago(200), away_until=TODAY),))
    answered = replace(base, replies=(Reply(1, ago(96)),))
    after = of(away, answered).answers[1]
    assert (after.answered, after.days, after.waiting) == (1, (6,), 1)


def test_the_next_interview_being_planned_is_an_answer_on_the_day_it_was_put_down() -> None:
    ahead = Interview(1, starts=ago(-48))
    application = Application(applied_on=TODAY - timedelta(12), interviews=(ahead,))
    assert count([(application, [ago(48)])]).answers[0].days == (10,)
    unknown = count([(application, [])]).answers[0]
    assert (unknown.answered, unknown.days, unknown.waiting) == (1, (), 0)


def test_how_long_answers_took_is_not_said_below_ten() -> None:
    """ETIQUETTE 6.3."""
    policy = Policy()
    nine = AnswerTimes(1, 9, tuple(range(9)), waiting=4)
    ten = AnswerTimes(1, 10, (1, 2, 3, 4, 5, 6, 7, 8, 9, 30), waiting=4)
    assert nine.within(0.5, policy) is None
    assert (ten.within(0.5, policy), ten.within(0.9, policy), ten.within(1.0, policy)) == (5, 9, 30)


def test_no_share_is_said_of_fewer_than_five() -> None:
    """ETIQUETTE 6.3."""
    assert share(2, 4, Policy()) is None
    assert share(2, 5, Policy()) == 0.4
    funnel = (FunnelRow(0, 40, 10, still_open=30), FunnelRow(1, 10, 1, still_open=9), FunnelRow(2, 1, still_open=1))
    assert [rate_of(funnel, rounds, Policy()) for rounds in range(3)] == [None, 0.25, 0.1]
    assert share(0, 0, replace(Policy(), rates_from=0)) is None


@given(st.lists(st.integers(0, 99), min_size=3, max_size=30), st.sampled_from([0.25, 0.5, 0.9, 1.0]))
def test_at_least_that_share_of_answers_came_within_those_days_and_less_within_fewer(
    days: list[int], part: float
) -> None:
    times = AnswerTimes(0, len(days), tuple(sorted(days)))
    within = times.within(part, POLICY)
    assert within is not None
    assert sum(day <= within for day in days) >= part * len(days)
    assert sum(day < within for day in days) < part * len(days)


def test_the_sankey_text_of_a_small_search_is_as_sankeymatic_reads_it() -> None:
    rejected = Application(applied_on=date(2026, 11, 2), outcome=_rejected(Stage.APPLIED), stage=Stage.OUTCOME)
    held = Interview(1, starts=ago(240), status=InterviewStatus.HELD)
    offer = replace(rejected, interviews=(held,), outcome=Outcome(OutcomeKind.OFFER, ago(3), came_from=Stage.WAITING))
    waiting = Application(company="Northwind", applied_on=TODAY)
    assert sankey(of(rejected, rejected, offer, waiting)) == (
        "Applied [1] Interview\n"
        "Applied [2] Rejected\n"
        "Applied [1] Still open\n"
        "Interview [1] Offer\n"
        "Offer [1] Undecided\n"
    )
    assert sankey(of()) == ""


def _rejected(came_from: Stage) -> Outcome:
    return Outcome(OutcomeKind.REJECTED, ago(20), came_from=came_from)
