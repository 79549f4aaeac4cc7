"""The days that cells speak of, and the order in which a file writes them."""

from __future__ import annotations

from datetime import date

import pytest

from app.exchange.contents import DateOrder, SheetChoices
from app.exchange.sheets.days import DayReader
from tests.exchange.sheets.sheet_files import TODAY, contents_of, rows


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("2024-07-15", "2024-07-15"),
        ("2024-07-15T09:00:00Z", "2024-07-15"),
        ("2026-04-18 15:33", "2026-04-18"),
        ("8/5/2019", "2019-08-05"),
        ("13/5/2019", "2019-05-13"),
        ("5.8.2019", "2019-08-05"),
        ("8-Jul", "2026-07-08"),
        ("Dec 3", "2025-12-03"),
        ("10/10/24, 3:54 AM", "2024-10-10"),
        ("May 27, 2025", "2025-05-27"),
        ("Tue, 27 May 2025 17:28:48 +0000 (UTC)", "2025-05-27"),
        ("27-May-25", "2025-05-27"),
        ("Sept 3rd, 2024", "2024-09-03"),
        ("14. März 2024", "2024-03-14"),
        ("le 3 février 2024", "2024-02-03"),
        ("3 de marzo de 2024", "2024-03-03"),
        ("2026年3月5日", "2026-03-05"),
        ("3月5日", "2026-03-05"),
        ("45365", "2024-03-14"),
        ("45365.75", "2024-03-14"),
        ("20240314", "2024-03-14"),
        ("1710374400000", "2024-03-14"),
        ("8/5/2019 & 8/14/2019", "2019-08-05 2019-08-14"),
        ("2024-03-01 → 2024-03-05", "2024-03-01 2024-03-05"),
        ("12 Dec 9:30", "2025-12-12"),
        ("3/14", "2026-03-14"),
        ("March 2024", ""),
        ("Jul-24", ""),
        ("2024-03", ""),
        ("8/82019", "2019-08-08"),
        ("31/31/2024", ""),
        ("0/0/1900", ""),
        ("2 days ago", ""),
        ("+43 676 4048228", ""),
    ],
)
def test_days_as_people_and_programs_write_them(cell: str, days: str) -> None:
    reader = DayReader(DateOrder.MONTH_FIRST, TODAY)
    assert " ".join(day.isoformat() for day in reader.days(cell)) == days


def _order(header: str, *cells: str) -> tuple[DateOrder | None, bool, list[date | None]]:
    text = f"{header}\n" + "".join(f'Company {i},"{cell}"\n' for i, cell in enumerate(cells))
    file = contents_of(text)
    assert file.sheet is not None
    return file.sheet.date_order, file.sheet.date_order_is_sure, [row.applied_on for row in file.taken]


def test_one_day_above_twelve_decides_for_the_whole_file() -> None:
    order, is_sure, days = _order("Company,Date applied", "3/4/2026", "25/4/2026")
    assert (order, is_sure) == (DateOrder.DAY_FIRST, True)
    assert days == [date(2026, 4, 3), date(2026, 4, 25)]


def test_dots_put_the_day_first() -> None:
    assert _order("Company,Date applied", "3.4.2026", "5.4.2026")[:2] == (DateOrder.DAY_FIRST, True)


def test_the_header_may_say_it() -> None:
    assert _order("Company,Date applied (DD/MM/YYYY)", "3/4/2026")[:2] == (DateOrder.DAY_FIRST, True)


def test_nobody_applied_in_the_future() -> None:
    assert _order("Company,Date applied", "5/12/2026")[:2] == (DateOrder.MONTH_FIRST, True)


def test_rows_follow_each_other_in_time() -> None:
    order, is_sure, days = _order("Company,Date applied", "9/1/26", "11/1/26", "2/2/26", "5/2/26", "1/3/26")
    assert (order, is_sure) == (DateOrder.DAY_FIRST, True)
    assert days[0] == date(2026, 1, 9)


def test_the_language_decides_where_nothing_else_does() -> None:
    assert _order("Entreprise,Date de candidature", "3/4/2026")[:2] == (DateOrder.DAY_FIRST, True)


def test_without_any_evidence_it_is_not_sure_and_says_so() -> None:
    file = contents_of("Company,Date applied\nAcme,3/4/2026\n")
    assert file.sheet is not None
    assert (file.sheet.date_order, file.sheet.date_order_is_sure) == (DateOrder.MONTH_FIRST, False)
    assert any("read month first: 3/4 is March 4." in note for note in file.notes)


def test_the_user_corrects_it_once() -> None:
    chosen = SheetChoices(date_order=DateOrder.DAY_FIRST)
    assert contents_of("Company,Date applied\nAcme,3/4/2026\n", chosen).taken[0].applied_on == date(2026, 4, 3)


def test_years_in_two_digits_may_come_first() -> None:
    assert _order("Company,Date applied", "25/03/04", "25/03/19", "25/04/02")[2][1] == date(2025, 3, 19)


def test_a_day_without_a_year_belongs_to_the_years_of_its_file() -> None:
    assert _order("Company,Date applied", "9/25/2019", "8-Jul", "10/2/2019")[2][1] == date(2019, 7, 8)


def test_what_cannot_be_read_stays_in_the_notes() -> None:
    row = contents_of("Company,Date applied\nAcme,sometime in spring\nBeta,2026-01-02\n").taken[0]
    assert row.applied_on is None
    assert row.notes == "Date applied: sometime in spring"


def test_iso_days_are_year_first_and_worded_ones_have_no_order() -> None:
    assert _order("Company,Date applied", "2026-03-04")[0] is DateOrder.YEAR_FIRST
    assert _order("Company,Date applied", "4 March 2026")[0] is None


def test_days_without_a_year_lie_around_the_one_that_has_it_where_it_is_written_once() -> None:
    cells = ["12 Sep 2024", "14 Sep", "29 Sep", "19 Oct", "28 Nov", "1 Dec", "3 Mar"]
    table = "Company,Applied\n" + "".join(f"C{at},{cell}\n" for at, cell in enumerate(cells))
    assert [row[3] for row in rows(table)] == [
        *("2024-09-12", "2024-09-14", "2024-09-29", "2024-10-19", "2024-11-28", "2024-12-01", "2025-03-03"),
    ]


def test_the_day_on_which_a_posting_closes_is_not_the_day_applied_on() -> None:
    table = "Employer,Post,Closes,Sent off,Status\nNorthwind,Clerk,2026-02-14,2026-02-09,waiting\n"
    assert rows(table) == [("Northwind", "Clerk", "applied", "2026-02-09")]
