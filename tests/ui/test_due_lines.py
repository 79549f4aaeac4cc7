"""The due list's and the timeline's lines: what decides is never cut, the gauge ends where a step turns overdue."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from textual.content import Content

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import StepName
from app.etiquette.steps.next_steps import Step, Urgency
from app.etiquette.steps.timeline import Entry
from app.etiquette.titles import STEP_TITLES
from app.hunt.due import Due
from app.hunt.snapshot import Snapshot, UnderWay
from app.ui.due_lines import company_column, due_row, longest_company
from app.ui.presentation import header, shortened
from app.ui.registry.commands import BY_ID, shown_keys
from app.ui.timeline_lines import entry_words, gauge

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STEP = Step(
    1, StepName.THANK, Kind.THANK_YOU, 1, 1, NOW - 24 * HOUR, NOW, NOW + 24 * HOUR, None, Urgency.DUE, None, ("x", ())
)
BESIDE_TIMELINE = 58
"""Cells of a row where the terminal has 120 columns."""


def drawn(item: Due, width: int, longest: int = 22, *, is_marked: bool = False) -> Content:
    """Return a step's row in a list of which the longest company has so many cells."""
    return due_row(item, NOW, UTC, width, company_column(longest, width), is_marked=is_marked)


@pytest.mark.parametrize("width", [48, 60, 78])
@pytest.mark.parametrize("name", [name for name in StepName if name not in (StepName.THANK, StepName.PREPARE)])
@pytest.mark.parametrize("urgency", list(Urgency))
def test_what_to_do_and_until_when_is_never_cut(name: StepName, urgency: Urgency, width: int) -> None:
    late = NOW - 22 * HOUR if urgency is Urgency.LATE else None
    opens = NOW + 40 * DAY if urgency is Urgency.NOT_YET else NOW - DAY
    step = replace(STEP, name=name, urgency=urgency, due=NOW + 9 * DAY, late=late, opens=opens)
    line = drawn(Due(step, "Schönberg & Söhne Maschinenbau", "x", None, None), width)
    assert line.cell_length == width
    assert any(line.plain.rstrip().endswith(end) for end in ("overdue", "today", "Dec 3", "Jan 3, 2027"))
    assert STEP_TITLES[name] in line.plain


@pytest.mark.parametrize("width", [30, 48, 78])
def test_a_marked_row_differs_in_its_mark_alone(width: int) -> None:
    item = Due(STEP, "Northwind", "x", None, "Dana Lee")
    plain, marked = (drawn(item, width, is_marked=marked).plain for marked in (False, True))
    assert marked == f"{plain[0]}»{plain[2:]}"


def test_a_name_that_is_too_long_keeps_its_beginning_and_its_end() -> None:
    assert shortened("Alpine Ski House", 13) == "Alpine…House"
    assert Content(shortened("東京株式会社とても長い名前", 13)).cell_length <= 13
    assert shortened("Rakete und Söhne 👩‍💻", 10) == "Rakete…👩‍💻"
    assert shortened("Rakete und Söhne 👩‍💻", 9)[-1] in "…💻", "no part of a character is left"
    assert shortened("Contoso", 13) == "Contoso"


NAMES = (
    "IBM", "Tidewater Analytics", "東京株式会社ソフトウェア", "🚀 Rakete & Söhne",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
)  # fmt: skip


@pytest.mark.parametrize("width", [48, 51, BESIDE_TIMELINE, 78])
def test_what_to_do_begins_at_one_place_whatever_the_companies_are_called(width: int) -> None:
    late = replace(STEP, urgency=Urgency.LATE, late=NOW - 22 * HOUR)
    begins = set()
    items = [Due(late, name, "x", None, "Dana Lee") for name in NAMES]
    for item in items:
        line = drawn(item, width, longest_company(items))
        begins.add(Content(line.plain[: line.plain.index("Thank")]).cell_length)
        assert (line.cell_length, line.plain.rstrip()[-12:]) == (width, " 22 h overdue"[-12:])
    assert len(begins) == 1


@pytest.mark.parametrize("company", ["Tidewater Analytics", "Blue Yonder Air & Sons"])
@pytest.mark.parametrize("name", [name for name in StepName if name is not StepName.PREPARE])
def test_a_companys_name_that_a_small_terminal_shows_whole_is_whole_beside_the_timeline(
    company: str, name: StepName
) -> None:
    for urgency, late in ((Urgency.LATE, NOW - 2 * DAY), (Urgency.DUE, None), (Urgency.OPEN, NOW + 2 * DAY)):
        step = replace(STEP, name=name, urgency=urgency, late=late, due=NOW + DAY)
        line = drawn(Due(step, company, "x", None, "Dana Lee"), BESIDE_TIMELINE).plain
        assert f"{company:22} {'Thank Dana Lee' if name is StepName.THANK else STEP_TITLES[name]} " in line


def test_a_long_name_of_a_person_is_whole_at_the_cost_of_the_column() -> None:
    line = drawn(Due(STEP, "Proseware", "x", None, "Alexander Konstantinidis"), BESIDE_TIMELINE).plain
    assert line.rstrip() == f"● {'Proseware':19} Thank Alexander Konstantinidis today"


def test_a_day_has_one_form_in_a_list() -> None:
    due = replace(STEP, name=StepName.DECIDE_OFFER, urgency=Urgency.OPEN, late=None)
    ahead = replace(due, name=StepName.PREPARE, urgency=Urgency.NOT_YET, why=("prepare", (2, DAY)))
    for days, brief, whole in (
        (3, "Fri", "Fri, Nov 27"),
        (7, "Dec 1", "Tue, Dec 1"),
        (60, "Jan 23, 2027", "Sat, Jan 23, 2027"),
    ):
        moment = NOW + days * DAY
        steps = (
            replace(due, due=moment),
            replace(due, urgency=Urgency.NOT_YET, opens=moment),
            replace(ahead, due=moment),
        )
        for width, day in ((BESIDE_TIMELINE, brief), (78, whole)):
            ends = [drawn(Due(step, "Zebra", "x", None, None), width, 5).plain.rstrip() for step in steps]
            assert [end.split("  ")[-1].split("offer ")[-1].strip() for end in ends] == [
                f"due {day}", f"from {day}", f"{day} at 9:00 AM",
            ]  # fmt: skip


def test_tomorrow_is_called_so_in_every_row() -> None:
    tomorrow = replace(STEP, name=StepName.DECIDE_OFFER, urgency=Urgency.OPEN, due=NOW + DAY, late=None)
    coming = replace(tomorrow, urgency=Urgency.NOT_YET, opens=NOW + DAY)
    ahead = replace(coming, name=StepName.PREPARE, why=("prepare", (2, DAY)), due=NOW + DAY)
    for step in (tomorrow, coming, ahead):
        line = drawn(Due(step, "Tidewater Analytics", "x", None, None), BESIDE_TIMELINE).plain
        assert "tomorrow" in line, line


def test_a_gauge_runs_from_the_start_to_the_moment_at_which_a_step_is_overdue() -> None:
    line = gauge(STEP, "Dana Lee", NOW, UTC, 70).plain
    bar = line[line.index("▕") + 1 : line.index("▏")]
    assert (bar.count("█"), bar.index("│")) == (len(bar) // 2, len(bar) // 2)
    assert line.startswith("Thank Dana Lee ▕")
    assert line.endswith("▏ due today, overdue in 1 day")


def test_a_gauge_of_what_is_overdue_is_full_and_of_what_is_coming_up_says_from_when() -> None:
    late = replace(STEP, late=NOW - HOUR, due=NOW - 5 * HOUR, urgency=Urgency.LATE)
    assert "░" not in gauge(late, None, NOW, UTC, 70).plain
    coming = replace(STEP, name=StepName.FOLLOW_UP, opens=NOW + DAY, urgency=Urgency.NOT_YET)
    assert gauge(coming, None, NOW, UTC, 70).plain == "Follow up  · coming up from tomorrow at 9:00 AM"


def test_a_step_to_come_is_one_line_of_the_timeline_with_as_many_of_its_moments_as_fit_whole() -> None:
    then = (("due", NOW + 9 * DAY), ("overdue", NOW + 14 * DAY))
    opens = Entry(
        NOW + 7 * DAY, "You can follow up from here", "opens", is_future=True, is_day=True, title="Follow up", then=then
    )
    assert [entry_words(opens, UTC, 2026, width) for width in (53, 52, 32, 19)] == [
        "You can follow up from here, due Dec 3, overdue Dec 8",
        "You can follow up from here, due Dec 3",
        "Follow up, due Dec 3",
        "You can follow up from here",
    ]
    thanks = replace(
        opens, text="Thank 3 people: overdue\nA, B, C", what="late", is_day=False, then=(("too late", opens.at + HOUR),)
    )
    assert entry_words(thanks, UTC, 2026, 50) == "Thank 3 people: overdue, too late 10:00 AM"
    assert entry_words(thanks, UTC, 2026, 40) == "Thank 3 people: overdue"
    long = replace(
        thanks, text="Thank Zoë Müller-Lüdenscheidt: too late", title="Thank Zoë Müller-Lüdenscheidt", then=()
    )
    assert entry_words(long, UTC, 2026, 30) == "Thank Zoë Mül…cheidt: too late"


@pytest.mark.parametrize("width", [120, 100, 80, 66, 40, 24])
def test_the_header_never_cuts_a_count(width: int) -> None:
    counts = {Urgency.LATE: 1, Urgency.DUE: 6, Urgency.OPEN: 10, Urgency.NOT_YET: 18}
    line = header(Snapshot(counts=counts), NOW, UTC, width).plain
    assert len(line) <= width
    assert [int(word) for word in line.split(" AM")[0].split() if word.isdigit()][:4] == [1, 6, 10, 18]
    assert ("overdue" in line) is (width >= 66)
    taking_place = Snapshot(counts=counts, under_way=UnderWay(1, 1, "Corvid Labs", NOW + HOUR))
    line = header(taking_place, NOW, UTC, width).plain
    key = shown_keys(BY_ID["sheet"])[0]
    assert (f"now: Corvid Labs, until 10:00 AM ({key})" in line) is (width >= 66)
    assert [int(word) for word in line.split(" AM")[0].split() if word.isdigit()][:4] == [1, 6, 10, 18]
