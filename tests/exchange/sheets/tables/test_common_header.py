"""Several tables below one header: no cell of one column takes the place of another's."""

from __future__ import annotations

import pytest

from app.exchange.sheets.tables.common_header import places_in
from tests.exchange.sheets.sheet_files import contents_of

TWO_OF_ONE_KIND = {
    "sheet": "Company,Role,Status,Notes\nNorthwind,Clerk,Applied,first\nContoso,Clerk,Applied,second\n"
    "Company,Role,Status,Notes,Comments\nFabrikam,Clerk,Applied,called them,they were kind\n",
    "Markdown": "| Employer | Role | Status |\n|--|--|--|\n| Northwind | Clerk | Applied |\n\n"
    "| Company | Firma | Role | Status |\n|--|--|--|--|\n| Fabrikam | they were kind | Clerk | Applied |\n",
}


@pytest.mark.parametrize("form", TWO_OF_ONE_KIND)
def test_two_columns_of_one_kind_in_a_later_table_are_both_kept(form: str) -> None:
    last = contents_of(TWO_OF_ONE_KIND[form]).taken[-1]
    assert last.company == "Fabrikam"
    assert "they were kind" in last.notes
    assert form == "Markdown" or "called them" in last.notes


def test_a_column_stands_where_its_name_does_before_one_of_its_kind_does() -> None:
    header = ["Company", "Location"]
    assert places_in(header, ["City", "Location", "Firm"], lambda _name: "place") == [0, 1, 2]
    assert header == ["Company", "Location", "Firm"]
    assert places_in(["", "Date", "Date"], ["", "Date", "Date"], lambda _name: "") == [0, 1, 2]
