"""Our own spreadsheet: safe to open, and what its columns hold comes back as it was."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.etiquette.from_them import ReplyBy
from app.etiquette.records import Application, Decision, Interview, Outcome, OutcomeKind, Person
from app.etiquette.stages import Stage
from app.etiquette.text import clean, clean_lines, folded
from app.exchange.contents import FileContents, TakenRow
from app.exchange.csv_export import COLUMNS, csv_document, guarded, unguarded
from app.exchange.sheets import read_sheet

_ODD = st.sampled_from(
    ["=1+1", "'", "''=x", "+49 30", "-", "@me", "n/a", "null", '"q"', "a,b;c|d", "Total", "# x", "<<<<<<< HEAD"]
)
LINE = st.one_of(_ODD, st.text(max_size=25)).map(clean)
NAME = LINE.filter(bool)
LINES = st.one_of(_ODD, st.text(max_size=40)).map(clean_lines)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
WORD = st.text(alphabet="abcdeéØ李", min_size=1, max_size=8)
PEOPLE = st.builds(
    Person,
    given=WORD,
    family=WORD,
    email=st.one_of(st.just(""), st.builds("{}@{}.example".format, WORD, WORD)),
)
INTERVIEWS = st.builds(
    Interview,
    starts=st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    timezone=st.sampled_from(["", "Europe/Berlin", "Asia/Tokyo", "no such zone"]),
)


@st.composite
def applications(draw: st.DrawFn) -> Application:
    """An application of any stage; an outcome where the stage is one."""
    stage = draw(st.sampled_from(Stage))
    outcome = None
    if stage is Stage.OUTCOME:
        kind = draw(st.sampled_from(OutcomeKind))
        decision = draw(st.sampled_from([None, *Decision])) if kind is OutcomeKind.OFFER else None
        outcome = Outcome(kind, datetime(2026, 1, 1, tzinfo=UTC), decision=decision)
    return Application(
        company=draw(NAME),
        role=draw(LINE),
        stage=stage,
        location=draw(LINE),
        url=draw(LINE),
        salary=draw(LINE),
        source=draw(LINE),
        priority=draw(st.integers(0, 3)),
        notes=draw(LINES),
        applied_on=draw(st.one_of(st.none(), DAYS)),
        reply_by=draw(st.one_of(st.none(), st.builds(ReplyBy, DAYS, st.booleans()))),
        outcome=outcome,
        people=tuple(draw(st.lists(PEOPLE, max_size=3))),
        interviews=tuple(draw(st.lists(INTERVIEWS, max_size=2))),
    )


def _identity(one: Application) -> tuple[object, ...]:
    return folded(one.company), folded(one.role), one.applied_on, one.url.strip().rstrip("/"), folded(one.location)


def _back(hunt: list[Application]) -> FileContents:
    return read_sheet("hunt.csv", csv_document(hunt).encode("utf-8-sig"), date(2026, 11, 24))


@settings(max_examples=60, deadline=None)
@given(st.lists(applications(), max_size=4, unique_by=_identity))
def test_what_its_columns_hold_is_read_back_without_loss(hunt: list[Application]) -> None:
    file = _back(hunt)
    assert (file.rows, file.merged, file.reported) == (len(hunt), 0, ())
    for application, row in zip(hunt, file.taken, strict=True):
        _assert_same(application, row)


def _assert_same(one: Application, row: TakenRow) -> None:
    assert (row.company, row.role, row.stage) == (one.company, one.role, one.stage)
    assert row.outcome == (one.outcome.kind if one.outcome else None)
    assert row.decision == (one.outcome.decision if one.outcome else None)
    assert (row.applied_on, row.reply_by) == (one.applied_on, one.reply_by.date if one.reply_by else None)
    assert (row.location, row.url, row.salary, row.source) == (one.location, one.url, one.salary, one.source)
    assert (row.priority, row.notes) == (one.priority, one.notes)
    people = [(person.name, person.email) for person in one.people]
    assert [(row.contact, row.contact_email), *row.others] == (people or [("", "")])
    assert [stage for _, stage, _ in row.dated] == [Stage.INTERVIEWED] * len(one.interviews)


def test_interviews_keep_the_day_on_which_they_were_meant() -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    hunt = [
        Application(company="Acme", interviews=(Interview(starts=late, timezone="Asia/Tokyo"), Interview(starts=late)))
    ]
    assert [day for _, _, day in _back(hunt).taken[0].dated] == [date(2026, 3, 2), date(2026, 3, 1)]


@given(st.text(max_size=10))
def test_a_guard_comes_off_as_it_went_on(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("before", ["", "\n", "\r", "\t", " ", "\u00a0", "\u3000"])
@pytest.mark.parametrize("sign", list("=+-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻−"))
def test_whatever_a_spreadsheet_takes_for_a_formula_is_guarded_and_comes_back(before: str, sign: str) -> None:
    cell = f"{before}{sign}1+1"
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


def test_a_note_that_begins_with_an_empty_line_and_a_formula_is_read_back_as_it_was() -> None:
    notes = "\n=1+1\n＝2"
    (row,) = _back([Application(company="＝Acme", role="'=x", notes=notes)]).taken
    assert (row.company, row.role, row.notes) == ("＝Acme", "'=x", notes)


@pytest.mark.parametrize("cell", ["plain", "a=b", "(+49)", "don't", ""])
def test_what_is_no_formula_is_left_alone(cell: str) -> None:
    assert guarded(cell) == cell


def test_an_export_that_another_program_wrote_anew_is_read_like_any_sheet() -> None:
    hunt = [Application(company="Acme", role="Engineer", stage=Stage.INTERVIEWED, applied_on=date(2026, 3, 14))]
    text = csv_document(hunt).replace("2026-03-14", "3/14/2026").replace("interviewed", "Promoted!")
    file = read_sheet("hunt.csv", text.encode(), date(2026, 11, 24))
    row = file.taken[0]
    assert (row.company, row.role, row.applied_on, row.stage) == ("Acme", "Engineer", date(2026, 3, 14), Stage.APPLIED)
    assert row.notes == "Stage: Promoted!"


def test_an_export_of_an_older_version_is_read_as_well() -> None:
    text = io.StringIO()
    csv.writer(text).writerows([COLUMNS[:14], ["Acme", "Engineer", "waiting", *[""] * 11]])
    row = read_sheet("hunt.csv", text.getvalue().encode(), date(2026, 11, 24)).taken[0]
    assert (row.company, row.stage) == ("Acme", Stage.WAITING)


def test_two_that_are_the_same_to_the_eye_are_merged() -> None:
    one = Application(company="Acme", role="Engineer", notes="first")
    file = _back([one, Application(company="ACME", role="engineer", notes="second")])
    assert (len(file.taken), file.merged, file.taken[0].notes) == (1, 1, "first\nsecond")
