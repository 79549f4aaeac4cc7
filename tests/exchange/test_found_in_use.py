"""Inputs that were once read wrongly, as they were found; they stand beside the checkout, and are skipped without it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.policy import Policy
from app.exchange.contents import FileContents, Message, TakenRow
from app.exchange.mails import read_mail
from app.exchange.reading import NO_CHOICES, read_file
from app.exchange.sheets import looks_like_sheet, read_sheet
from app.exchange.source import Source
from tests.exchange.sheets.sheet_files import TODAY, summary_of

FIXTURES = Path(__file__).parents[3] / "shared" / "fixtures"
COLLECTED = FIXTURES / "found"
pytestmark = pytest.mark.skipif(not COLLECTED.is_dir(), reason="the found inputs are not beside the checkout")

Row = tuple[str, str, str, str | None]
SAVED = "saved"
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def sheet(name: str) -> FileContents:
    """Return a found sheet as it is read, each of its rows accounted for."""
    path = next(FIXTURES.rglob(f"{name}*.csv"))
    data = path.read_bytes()
    assert looks_like_sheet(data)
    file = read_sheet(path.name, data, TODAY)
    assert file.rows == len(file.taken) + file.merged + len(file.reported)
    return file


def row_of(row: TakenRow) -> Row:
    """Return company, role, state (`saved` before any stage) and the day applied on."""
    company, role, state, day = summary_of(row)
    return company, role, SAVED if row.saved else state, day


ROWS: dict[str, list[Row]] = {
    "03a": [
        ("Northwind", "Data Engineer", "rejected", "2026-03-12"),
        ("Contoso", "Tester", "applied", "2026-03-13"),
    ],
    "03c": [
        ("Northwind", "Data Engineer", "applied", "2026-03-12"),
        ("Contoso", "Tester", "rejected", "2026-03-13"),
        ("Fabrikam", "Analyst", "applied", "2026-03-14"),
    ],
    "03d": [
        ("Northwind Inc.", "Data Engineer", "applied", "2024-12-14"),
        ("Contoso", "Sr. Engineer, Full Stack", "applied", "2024-12-14"),
        ("Fabrikam LLC", "QA Analyst", "applied", "2024-12-16"),
    ],
    "04b": [
        ("Northwind", "Software Engineer", "applied", "2026-02-28"),
        ("Northwind", "Software Engineer", "rejected", "2026-02-28"),
    ],
    "05c": [("Northwind", "Data Engineer", "applied", None), ("Contoso", "Tester", "applied", None)],
    "05e": [
        ("Northwind", "Engenheiro de Dados", "applied", "2026-03-12"),
        ("Contoso", "Analista", SAVED, None),
        ("Fabrikam", "Analista", SAVED, None),
    ],
    "07": [
        ("Northwind", "", "applied", "2026-03-12"),
        ("Contoso", "", "rejected", "2026-03-13"),
        ("Fabrikam", "", "applied", "2026-03-16"),
        ("Adatum", "", "applied", "2026-03-17"),
        ("Tailspin", "", "applied", "2026-03-18"),
    ],
    "08": [
        ("Northwind", "Engineer", "applied", "2026-09-01"),
        ("Contoso", "Analyst", "applied", "2026-09-02"),
        ("Fabrikam", "Physicist", "rejected", "2026-09-03"),
        ("Adatum", "Tester", "applied", "2026-09-04"),
    ],
    "11a": [
        ("Northwind", "Data Engineer", "rejected", "2026-03-12"),
        ("Contoso", "Backend Developer", "applied", "2026-03-13"),
        ("Fabrikam", "QA Analyst", "interviewed", "2026-03-14"),
    ],
    "11c": [
        ("Northwind", "SDE 1", "rejected", "2026-03-12"),
        ("Contoso", "Senior Engineer", "rejected", "2026-03-13"),
    ],
    "11d": [
        ("Northwind", "Data Engineering", "applied", "2026-03-12"),
        ("Contoso", "Backend Developer", "applied", "2026-03-13"),
    ],
    "14a": [("Northwind", "Engineer", "applied", "2019-08-07"), ("Contoso", "Tester", "rejected", "2019-08-08")],
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_are_read_as_a_person_would_read_them(name: str) -> None:
    assert [row_of(row) for row in sheet(name).taken] == ROWS[name]


@pytest.mark.parametrize(("name", "lines"), [("03a", [1, 4, 5, 7]), ("03c", [1, 2]), ("07", [4, 5]), ("05e", [])])
def test_what_is_no_application_is_reported_with_its_line(name: str, lines: list[int]) -> None:
    assert [row.line for row in sheet(name).reported] == lines


def test_a_link_without_a_header_is_a_link() -> None:
    assert all(row.url.startswith("https://www.linkedin.com/jobs/view/") for row in sheet("03d").taken)


def test_ids_make_other_applications_and_reach_the_notes() -> None:
    file = sheet("04a")
    assert (len(file.taken), file.merged) == (4, 0)
    assert [row.notes for row in file.taken] == [
        "application_id: 2026-2038",
        "application_id: 2026-2046",
        "application_id: 87249",
        "application_id: 87273",
    ]
    assert [row.notes for row in sheet("04b").taken] == ["Req ID: 87249", "Req ID: 87273"]


def test_not_applied_yet_in_seven_languages() -> None:
    assert [row_of(row)[2:] for row in sheet("05a").taken] == [(SAVED, None)] * 7


def test_the_day_of_a_status_dates_the_outcome() -> None:
    assert [row.outcome_on for row in sheet("06a").taken] == [date(2026, 3, 20), date(2026, 4, 2), None]


def test_status_words_tell_who_said_no_to_whom_and_stage_from_result() -> None:
    states = {row.company.split()[0]: row_of(row)[2] for row in sheet("10").taken}
    assert states == {
        **dict.fromkeys(("A1", "B2"), "applied"),
        **dict.fromkeys(("A3", "A7", "A9", "B8", "C1"), "rejected"),
        **dict.fromkeys(("A5", "B4"), "withdrawn"),
        "B6": "offer",
    }


def test_commas_without_quotes_shift_no_cell() -> None:
    file = sheet("13")
    night, baker = (next((row for row in file.taken if row.line == line), None) for line in (4, 5))
    assert night is None or (night.outcome, night.source) == ("rejected", "Indeed")
    assert baker is None or baker.saved
    assert {row.line for row in file.taken} | {row.line for row in file.reported} == {2, 3, 4, 5}


@pytest.mark.parametrize("name", ["typos_tiny", "uuid_flags", "wide_31_columns_accents", "tracker14_fixture"])
def test_whole_trackers_have_a_company_and_a_state_in_every_row(name: str) -> None:
    file = sheet(name)
    assert not file.reported
    assert all(row.company for row in file.taken)
    drafts = {"Helios Analytics", "Sterling Finance"} if name == "tracker14_fixture" else set()
    assert {row.company for row in file.taken if row.saved} == drafts


def test_a_list_of_objects_is_a_sheet() -> None:
    source = Source("15a_list.json", (COLLECTED / "json" / "15a_list.json").read_bytes())
    contents = read_file(source, NO_CHOICES, Policy(), NOW).contents
    assert contents is not None
    assert [row_of(row) for row in contents.taken] == ROWS["03a"]


def mail(name: str) -> Message:
    """Return the one message of a found mail."""
    path = next((COLLECTED / "mail").glob(f"{name}*.eml"))
    return read_mail(path.name, path.read_bytes(), ZoneInfo("UTC")).messages[0]


@pytest.mark.parametrize(("name", "text"), [("12a", "Tuesday suits us well."), ("12b", "Tirsdag passer fint.")])
def test_an_attribution_is_no_part_of_the_text(name: str, text: str) -> None:
    assert mail(name).text == text


@pytest.mark.parametrize("name", ["12e", "12f"])
def test_a_server_says_that_a_mail_did_not_arrive(name: str) -> None:
    message = mail(name)
    assert message.is_bounce
    assert message.failed_for == ("dana@northwind.example",)
