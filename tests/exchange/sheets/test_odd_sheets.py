"""Sheets as people and trackers keep them are read as a careful reader would read them."""

from __future__ import annotations

from datetime import date

import pytest

from app.exchange.sheets.reading import read_sheet
from tests.exchange.sheets.odd_sheets import SHEETS


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_as_people_keep_it(name: str) -> None:
    text, expected = SHEETS[name]
    contents = read_sheet("jobs.csv", text.encode(), date(2026, 11, 29))
    rows = [
        (
            row.company,
            row.role,
            row.applied_on.isoformat() if row.applied_on else "",
            "saved" if row.saved else (row.outcome or row.stage).value,
        )
        for row in contents.taken
    ]
    assert rows == expected
    assert contents.rows == len(contents.taken) + contents.merged + len(contents.reported)


def test_the_day_that_a_week_ends_is_not_when_it_was_applied_for() -> None:
    text = "Week ending,Date of contact,Employer,Type of work\n03/07/2026,03/02/2026,Northwind,Driver\n"
    (row,) = read_sheet("log.csv", text.encode(), date(2026, 11, 29)).taken
    assert row.applied_on == date(2026, 3, 2)


def test_a_blank_beside_boxes_that_say_yes_and_no_says_nothing() -> None:
    text = "Company,Position,Applied?\nNorthwind,Tester,yes\nFabrikam,Driver,no\nContoso,Cook,\n"
    rows = read_sheet("jobs.csv", text.encode(), date(2026, 11, 29)).taken
    assert [(row.company, row.saved) for row in rows] == [("Northwind", False), ("Fabrikam", True), ("Contoso", False)]


def test_a_day_with_its_year_beside_an_outcome_is_the_outcomes_and_no_other() -> None:
    rows = (
        "Northwind,Tester,2026-03-01,Rejected on 3/20/2026",
        "Fabrikam,Driver,2026-03-01,Rejected 3/20",
        "Contoso,Cook,2026-03-01,Rejected on 2/20/2026",
        "Litware,Clerk,2026-03-01,Applied on 3/20/2026",
    )
    text = "\n".join(("Company,Position,Date applied,Status", *rows, ""))
    taken = read_sheet("jobs.csv", text.encode(), date(2026, 11, 29)).taken
    assert [row.outcome_on for row in taken] == [date(2026, 3, 20), None, None, None]
