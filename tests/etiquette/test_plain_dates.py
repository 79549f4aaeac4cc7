"""Days as people type them. Every form that a hint in the dashboard shows is among the examples."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.ui
from app.etiquette.errors import AfterwordError, UnreadableDateError
from app.etiquette.time.dates import say_day
from app.etiquette.time.plain_dates import Prefer, distance, understand_day
from app.etiquette.time.plain_times import understand_length, understand_moment
from app.hunt.plain_zones import understand_zone

TUESDAY = date(2026, 11, 24)
THANKSGIVING = frozenset({date(2026, 11, 26)})

AHEAD = {
    # Near days
    "today": "2026-11-24", "Today!": "2026-11-24", "tonight": "2026-11-24", "EOD": "2026-11-24",
    "end of the day": "2026-11-24", "close of business": "2026-11-24", "tomorrow": "2026-11-25", "tmrw": "2026-11-25",
    "the day after tomorrow": "2026-11-26", "yesterday": "2026-11-23",
    # Weekdays
    "Friday": "2026-11-27", "fri": "2026-11-27", "Fri.": "2026-11-27", "by Friday": "2026-11-27",
    "this Friday": "2026-11-27", "next Friday": "2026-12-04", "Friday next week": "2026-12-04",
    "Friday week": "2026-12-04", "a week from Friday": "2026-12-04", "a week on Friday": "2026-12-04",
    "Friday after next": "2026-12-11", "Friday EOD": "2026-11-27", "by end of Friday": "2026-11-27",
    "Monday morning": "2026-11-30", "Tuesday": "2026-12-01", "this Tuesday": "2026-11-24", "Tues": "2026-12-01",
    "Thurs": "2026-11-26", "last Friday": "2026-11-20", "Friday this week": "2026-11-27",
    # Weeks: ETIQUETTE 2.26 has their days
    "end of the week": "2026-11-27", "by the end of the week": "2026-11-27", "EOW": "2026-11-27",
    "early next week": "2026-12-02", "beginning of next week": "2026-12-02", "midweek": "2026-11-25",
    "mid next week": "2026-12-02", "next week": "2026-12-04", "end of next week": "2026-12-04",
    "late next week": "2026-12-04", "sometime next week": "2026-12-04", "this week": "2026-11-27",
    "later this week": "2026-11-27", "the week after next": "2026-12-11", "the following week": "2026-12-04",
    "week 49": "2026-12-04", "KW 49": "2026-12-04", "calendar week 2": "2027-01-15", "week 53 2026": "2027-01-01",
    "the week of the 30th": "2026-12-04", "week of Nov 29": "2026-12-04", "weekend": "2026-11-28",
    "next weekend": "2026-12-05", "after the weekend": "2026-11-30",
    # Amounts
    "in two weeks": "2026-12-08", "two weeks": "2026-12-08", "2w": "2026-12-08", "2 weeks from now": "2026-12-08",
    "a couple of weeks": "2026-12-08", "in a couple weeks": "2026-12-08", "a fortnight": "2026-12-08",
    "in a fortnight": "2026-12-08", "two fortnights": "2026-12-22", "in two weeks' time": "2026-12-08",
    "in a week's time": "2026-12-01", "within the next two weeks": "2026-12-08", "in about ten days": "2026-12-04",
    "a few days": "2026-11-27", "in the next couple of days": "2026-11-26", "2-3 weeks": "2026-12-15",
    "one to two weeks": "2026-12-08", "a week or two": "2026-12-08", "another week": "2026-12-01",
    "in 10 business days": "2026-12-08", "5 working days": "2026-12-01", "in a month": "2026-12-24",
    "3 months": "2027-02-24", "half a year": "2027-05-24", "in two quarters": "2027-05-24", "in a year": "2027-11-24",
    "two days ago": "2026-11-22", "two weeks from Friday": "2026-12-11", "a week from tomorrow": "2026-12-02",
    "two days after Christmas": "2026-12-27", "the day before Christmas": "2026-12-24",
    # Days of a month
    "27th": "2026-11-27", "the 27th": "2026-11-27", "on the 5th": "2026-12-05", "24th": "2026-11-24",
    "31st": "2026-12-31", "Friday the 27th": "2026-11-27", "27.": "2026-11-27", "the 5th of next month": "2026-12-05",
    "the 5th of this month": "2026-11-05",
    # Dates
    "27 Nov": "2026-11-27", "Nov 27": "2026-11-27", "Nov. 27th": "2026-11-27", "27th of November": "2026-11-27",
    "27 November 2026": "2026-11-27", "Nov 27, 2026": "2026-11-27", "Fri, Nov 27": "2026-11-27",
    "Friday, November 27, 2026": "2026-11-27", "27-Nov-2026": "2026-11-27", "27 Nov 26": "2026-11-27",
    "Dec 1 '27": "2027-12-01", "1 Sept": "2027-09-01", "no later than 27 Nov": "2026-11-27",
    "27 Nov at the latest": "2026-11-27", "1 Nov": "2026-11-01", "20 Oct": "2027-10-20", "29 Feb": "2028-02-29",
    # Dates in numbers
    "2026-11-27": "2026-11-27", "2026/11/27": "2026-11-27", "20261127": "2026-11-27",
    "2026-11-27T14:30+01:00": "2026-11-27", "2026-11-27T14:30:00Z": "2026-11-27", "27.11.": "2026-11-27",
    "27.11.2026": "2026-11-27", "27.11.26": "2026-11-27", "5.12.": "2026-12-05", "27/11": "2026-11-27",
    "11/27": "2026-11-27", "11/27/2026": "2026-11-27", "11/27/26": "2026-11-27", "12/12": "2026-12-12",
    # Parts of months, quarters and years
    "end of the month": "2026-11-30", "EOM": "2026-11-30", "month end": "2026-11-30", "this month": "2026-11-30",
    "next month": "2026-12-31", "end of next month": "2026-12-31", "beginning of next month": "2026-12-05",
    "middle of next month": "2026-12-15", "first day of next month": "2026-12-01",
    "beginning of the month": "2026-12-05", "mid month": "2026-12-15", "mid December": "2026-12-15",
    "mid-December": "2026-12-15", "early December": "2026-12-05", "early in December": "2026-12-05",
    "late December": "2026-12-31", "end of December": "2026-12-31", "in December": "2026-12-31",
    "end of February": "2027-02-28", "end of February 2028": "2028-02-29", "mid November": "2027-11-15",
    "first week of December": "2026-12-07", "last week of the month": "2026-11-30",
    "first Monday in December": "2026-12-07", "last Friday of the month": "2026-11-27",
    "second Tuesday of next month": "2026-12-08", "end of the quarter": "2026-12-31", "next quarter": "2027-03-31",
    "Q1": "2027-03-31", "mid Q1": "2027-02-15", "end of Q1 2027": "2027-03-31", "end of the year": "2026-12-31",
    "EOY": "2026-12-31", "next year": "2027-12-31", "early next year": "2027-01-15", "in the new year": "2027-01-15",
    "mid next year": "2027-07-01", "first day of next year": "2027-01-01",
    # Feasts
    "Christmas": "2026-12-25", "before Christmas": "2026-12-25", "New Year’s Eve": "2026-12-31",
    "New Year": "2027-01-01",
}  # fmt: skip

BEHIND = {
    "today": "2026-11-24", "yesterday": "2026-11-23", "the day before yesterday": "2026-11-22", "Friday": "2026-11-20",
    "last Friday": "2026-11-20", "Tuesday": "2026-11-17", "two weeks": "2026-11-10", "two weeks ago": "2026-11-10",
    "a fortnight ago": "2026-11-10", "a couple of days ago": "2026-11-22", "last week": "2026-11-20",
    "last month": "2026-10-31", "early last month": "2026-10-05", "27 Nov": "2025-11-27", "20 Nov": "2026-11-20",
    "27th": "2026-10-27", "the 5th": "2026-11-05", "31st": "2026-10-31", "27/11": "2025-11-27",
    "mid October": "2026-10-15", "early December": "2025-12-05", "Christmas": "2025-12-25",
    "last year": "2025-12-31", "Q3": "2026-09-30", "week 47": "2026-11-20", "week 52": "2025-12-26",
    "weekend": "2026-11-21", "last weekend": "2026-11-21", "first Monday in November": "2026-11-02",
    "end of the month": "2026-11-30",
}  # fmt: skip


@pytest.mark.parametrize(("text", "day"), AHEAD.items())
def test_a_day_ahead_is_understood_as_it_is_typed(text: str, day: str) -> None:
    assert understand_day(text, TUESDAY).day == date.fromisoformat(day)


@pytest.mark.parametrize(("text", "day"), BEHIND.items())
def test_a_day_behind_is_understood_as_it_is_typed(text: str, day: str) -> None:
    assert understand_day(text, TUESDAY, prefer="past").day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("end of the week", "2026-11-27", "2026-11-27"),
        ("end of the week", "2026-11-28", "2026-12-04"),
        ("end of the week", "2026-11-29", "2026-12-04"),
        ("early next week", "2026-11-29", "2026-12-02"),
        ("next week", "2026-11-29", "2026-12-04"),
        ("Friday", "2026-11-27", "2026-12-04"),
        ("Monday", "2026-11-29", "2026-11-30"),
        ("weekend", "2026-11-29", "2026-11-29"),
        ("after the weekend", "2026-11-29", "2026-11-30"),
        ("in a month", "2027-01-31", "2027-02-28"),
        ("in a month", "2028-01-31", "2028-02-29"),
        ("in a year", "2028-02-29", "2029-02-28"),
        ("tomorrow", "2028-02-28", "2028-02-29"),
        ("tomorrow", "2026-12-31", "2027-01-01"),
        ("end of the month", "2026-11-30", "2026-11-30"),
        ("end of the month", "2028-02-01", "2028-02-29"),
        ("next month", "2027-01-31", "2027-02-28"),
        ("mid month", "2026-11-15", "2026-11-15"),
        ("31st", "2027-02-01", "2027-03-31"),
        ("30th", "2027-01-31", "2027-03-30"),
        ("29th", "2027-01-30", "2027-03-29"),
        ("29 Feb", "2028-02-29", "2028-02-29"),
        ("20 Dec", "2027-01-10", "2026-12-20"),
        ("early December", "2026-12-27", "2027-12-05"),
        ("late December", "2026-12-27", "2026-12-31"),
        ("week 1", "2026-12-30", "2027-01-08"),
        ("week 53", "2026-12-30", "2027-01-01"),
        ("Q4", "2026-12-31", "2026-12-31"),
        ("end of the year", "2026-12-31", "2026-12-31"),
    ],
)
def test_months_years_and_weeks_end_where_they_end(text: str, today: str, day: str) -> None:
    assert understand_day(text, date.fromisoformat(today)).day == date.fromisoformat(day)


def test_business_days_leave_out_holidays() -> None:
    assert understand_day("in 3 business days", TUESDAY, THANKSGIVING).day == date(2026, 11, 30)
    assert understand_day("in 3 business days", TUESDAY).day == date(2026, 11, 27)


@pytest.mark.parametrize(("month_first", "day"), [(True, date(2026, 12, 5)), (False, date(2027, 5, 12))])
def test_two_numbers_that_may_be_two_days_are_read_as_is_set(month_first: bool, day: date) -> None:
    assert understand_day("12/5", TUESDAY, month_first=month_first).day == day
    assert understand_day("27/11", TUESDAY, month_first=month_first).day == date(2026, 11, 27)
    assert understand_day("5.12.", TUESDAY, month_first=month_first).day == date(2026, 12, 5)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("5/12", "5/12 could be two different days. Write Dec 5 or May 12."),
        ("14", "Is that the 14th, or in 14 days? Write it out."),
        ("the 22", "Is that the 22nd, or in 22 days? Write it out."),
        ("45", "Is that in 45 days? Write it out."),
        ("soon", "“soon” can't be read as a date. Try Friday, Nov 27, or in two weeks."),
        *(
            (text, f"“{text}” can't be read as a date")
            for text in ("32nd", "31 Nov", "30 Feb", "next", "week", "in", "", "5 bd ago", "half a week", "2026-13-01")
        ),
        *(
            (text, f"“{text}” can't be read as a date")
            for text in ("27 Foo", "blue week of May", "99999 days", "fr", "week 60", "first Foo of the month")
        ),
        *(
            (text, f"“{text}” can't be read as a date")
            for text in ("first Monday in Foo",)
        ),
    ],
)  # fmt: skip
def test_what_is_no_day_or_may_be_two_is_said(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableDateError) as caught:
        understand_day(text, TUESDAY)
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (4, "in 4 days"), (-9, "9 days ago")]
)
def test_what_was_understood_is_said_with_its_distance(days: int, words: str) -> None:
    day = TUESDAY + timedelta(days=days)
    assert distance(day, TUESDAY) == words
    assert understand_day(day.isoformat(), TUESDAY).words == f"{say_day(day, TUESDAY)}, {words}"


NEAR = st.integers(-20, 300).map(lambda days: TUESDAY + timedelta(days=days))
WRITTEN = ("%a %d %b", "%B %d", "%d.%m.", "%Y-%m-%d", "%A, %B %d, %Y", "%d-%b-%Y", "%d.%m.%Y")


@given(NEAR, st.sampled_from(WRITTEN))
def test_a_day_is_read_back_however_programs_write_it(day: date, written: str) -> None:
    assert understand_day(day.strftime(written), TUESDAY).day == day
    assert understand_day(say_day(day, TUESDAY), TUESDAY).day == day


PIECES = st.sampled_from(
    [
        *(
            "next",
            "last",
            "the",
            "of",
            "in",
            "a",
            "end",
            "early",
            "mid",
            "week",
            "month",
            "year",
            "friday",
            "nov",
            "27",
        ),
        *("27th", "31st", "5/12", "2", "two", "weeks", "days", "ago", "from", "after", "before", "-", ".", "first"),
        *("day", "q1", "weekend", "christmas", "2026", "half", "business", "bd", "or", "to", "this", "fortnight"),
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=7).map(" ".join)),
       st.dates(), st.sampled_from(["future", "past"]))  # fmt: skip
def test_nothing_that_is_typed_on_any_day_ends_in_another_error(text: str, today: date, prefer: Prefer) -> None:
    try:
        understood = understand_day(text, today, prefer=prefer)
    except UnreadableDateError:
        return
    assert understood.words.startswith(say_day(understood.day, today))


def _shown_examples() -> list[tuple[str, str]]:
    """Return the examples in the hints of fields that say what they understood, and the file of each."""
    examples = []
    for path in sorted(Path(app.ui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Field"):
                continue
            given_ = {keyword.arg: keyword.value for keyword in node.keywords}
            if "understand" not in given_ or "hint" not in given_ or "advises" in given_:
                continue  # a note, and what it becomes in a letter, is no date
            hint = given_["hint"]
            parts = hint.values if isinstance(hint, ast.JoinedStr) else [hint]
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "Nov 27" for part in parts)
            examples += [(path.name, example.strip()) for example in text.split(";")[0].split(",")]
    return [
        (name, text) for name, text in examples if not text.startswith(("leave", "only", "empty", "optional", "..."))
    ]


def test_every_example_that_a_form_shows_is_understood() -> None:
    berlin, now = ZoneInfo("Europe/Berlin"), datetime(2026, 11, 24, 9, tzinfo=UTC)
    readers = (
        lambda text: understand_day(text, TUESDAY),
        lambda text: understand_moment(text, now, berlin),
        lambda text: understand_length(text, now, berlin),
        lambda text: understand_zone(text, berlin),
    )

    def is_read(text: str) -> bool:
        for reader in readers:
            try:
                reader(text)
            except AfterwordError:
                continue
            return True
        return False

    shown = _shown_examples()
    assert len(shown) > 10
    assert [example for example in shown if not is_read(example[1])] == []
