"""The lines of your search at a glance, without a terminal: bars that add up, words that fit, a chart by the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.etiquette.glance import say
from app.etiquette.glance.lanes import Lane, Mark
from app.etiquette.glance.numbers import AnswerTimes, FunnelRow, Numbers, Offers, Source
from app.etiquette.policy import Policy
from app.ui.glance import blocks, chart

POLICY = Policy()
TODAY = date(2026, 11, 24)
WIDTH = 65


def funnel_of(counts: list[tuple[int, int, int]]) -> Numbers:
    """Return numbers whose rows have so many open, rejected and withdrawn, and what came further."""
    rows: list[FunnelRow] = []
    beyond = 0
    for place in range(len(counts) - 1, -1, -1):
        still_open, rejected, withdrawn = counts[place]
        reached = beyond + still_open + rejected + withdrawn
        row = FunnelRow(place, reached, beyond, rejected=rejected, withdrawn=withdrawn, still_open=still_open)
        rows.insert(0, row)
        beyond = reached
    return Numbers(funnel=tuple(rows), offers=Offers(undecided=1))


parts = st.tuples(*[st.integers(0, 4000)] * 3)


@settings(derandomize=True, deadline=None)
@given(st.lists(parts, min_size=1, max_size=6), st.integers(30, 220))
def test_every_bar_is_no_longer_than_that_of_the_row_before_and_nothing_that_is_there_is_left_out(
    counts: list[tuple[int, int, int]], width: int
) -> None:
    numbers = funnel_of(counts)
    lines = [line.plain for line in blocks.funnel(numbers, POLICY, width)]
    assert all(len(line) <= width for line in lines)
    names = ("Applied", "Interview", "Round", "Offer")
    bars = [line for line in lines if line.startswith(names)]
    assert len(bars) == (len(numbers.funnel) + 1 if numbers.applied else len(bars))
    lengths = [sum(line.count(mark) for mark in "█▓░") for line in bars[:-1]]
    assert lengths == sorted(lengths, reverse=True)
    for row, line in zip(numbers.funnel, bars, strict=False):
        assert ("█" in line) == (row.went_on > 0)
        assert ("▓" in line) == (row.still_open > 0)
        assert ("░" in line) == (row.rejected + row.withdrawn > 0)


@pytest.mark.parametrize("width", [20, 38, 56, 60, 76, 116])
def test_what_is_said_of_answers_fits_and_loses_no_word(width: int) -> None:
    long = AnswerTimes(0, 26, tuple(range(26)), waiting=1400, no_reply=12)
    numbers = Numbers(funnel=(FunnelRow(0, 40, still_open=40),), answers=(long, AnswerTimes(1, 5, (), 13, 1)))
    lines = [line.plain for line in blocks.answers(numbers, POLICY, width)]
    assert all(len(line) <= width for line in lines)
    said = " ".join(" ".join(lines).split())
    for words in ("After applying", "half within", "9 in 10 within 23", "13 still waiting", "1 no reply"):
        assert words in said or width < 38


def test_a_line_of_the_chart_has_a_cell_a_day() -> None:
    first = chart.first_day(TODAY, WIDTH, 0)
    name = chart.name_width(WIDTH)
    now = (TODAY - first).days
    day = timedelta(1)
    marks = ((TODAY - 10 * day, Mark.APPLIED), (TODAY - 3 * day, Mark.INTERVIEW), (TODAY + 2 * day, Mark.DECISION))
    lane = Lane(1, "Northwind", "Data Engineer", marks, TODAY - 10 * day, None, (TODAY + 4 * day, TODAY + 6 * day))
    line = chart.lane_line(lane, first, TODAY, WIDTH).plain
    assert line[:name].strip() == "Northwind"
    assert line[name + now - 10 : name + now + 8] == "+──────◆──│ ▽ ░░░ "
    assert len(line) == WIDTH


def test_a_line_that_has_ended_says_how_and_one_out_of_sight_on_which_side_it_is() -> None:
    first = chart.first_day(TODAY, WIDTH, 0)
    ended = TODAY - timedelta(20)
    marks = ((ended - timedelta(5), Mark.APPLIED), (ended, Mark.ENDED))
    lane = Lane(1, "Contoso", "Analyst", marks, ended - timedelta(5), ended, ending="Rejected")
    assert "+────■ Rejected" in chart.lane_line(lane, first, TODAY, WIDTH).plain
    name = chart.name_width(WIDTH)
    later = chart.lane_line(lane, first + timedelta(100), TODAY, WIDTH).plain
    earlier = chart.lane_line(lane, first - timedelta(200), TODAY, WIDTH).plain
    assert (later[name], earlier[-1]) == ("‹", "›")


def test_the_dates_above_the_chart_are_mondays_and_now() -> None:
    first = chart.first_day(TODAY, WIDTH, 0)
    line = chart.axis(first, TODAY, WIDTH).plain
    now = chart.name_width(WIDTH) + (TODAY - first).days
    assert line[now - 1 : now + 2] == "now"
    monday = date(2026, 11, 9)
    assert line[chart.name_width(WIDTH) + (monday - first).days :].startswith("Nov 9")


def test_a_sparkline_rises_to_its_highest_and_shows_everything_that_is_not_nothing() -> None:
    assert say.sparkline([0, 1, 4, 8]) == " ▁▄█"
    assert say.sparkline([1, 1000]) == "▁█"
    assert say.sparkline([0, 0]) == "  "
    assert say.sparkline([]) == ""


def test_a_name_from_outside_is_text() -> None:
    hostile = "[@click=app.quit]x[/] [b"
    lines = blocks.sources(Numbers(sources=(Source(hostile, 3, 1, 0),)), 76, 5)
    lane = Lane(1, hostile, "", (), None, None)
    drawn = chart.lane_line(lane, TODAY, TODAY, 200).plain
    assert lines[0].plain.startswith("[@click=app.qu")
    assert drawn.startswith("[@click=app.qu")
