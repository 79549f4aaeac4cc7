"""Signs that a sheet explains itself, above its header."""

from __future__ import annotations

import pytest

from app.exchange.sheets.legends import legend_in
from app.exchange.sheets.tables.records import Record
from tests.exchange.sheets.sheet_files import contents_of

ROWS = (
    "Date,Firm,Post,S\n20260302,Northwind,Clerk,A\n20260303,Contoso,Cook,N\n20260304,Fabrikam,Baker,Z\n,Atlas,Dev,-\n"
)


def test_a_sign_means_what_the_sheet_says_of_it() -> None:
    file = contents_of(f"- = to do; A = applied; N = no from them; Z = dead air,,,\n,,,\n{ROWS}")
    stands = [(row.saved, row.outcome.value if row.outcome else row.stage.value) for row in file.taken]
    assert stands == [(False, "applied"), (False, "rejected"), (False, "no_response"), (True, "applied")]


@pytest.mark.parametrize(
    "line",
    [
        "Key: A = applied, R = rejected",
        "A: applied | R: turned down",
        "A → beworben; R → Absage",
        "A = enviado / R = rechazado",
    ],
)
def test_a_legend_is_read_in_the_ways_in_which_people_write_one(line: str) -> None:
    legend = legend_in([Record(1, [line])])
    assert {sign: meaning.outcome and meaning.outcome.value for sign, meaning in legend.items()} == {
        "A": None,
        "R": "rejected",
    }


@pytest.mark.parametrize(
    "line", ["Hunt of Sam, 2026: all of it", "Goal = 5 a week; Done = 3", "A = rejected", "x: y, z: w"]
)
def test_other_words_above_a_header_are_no_legend(line: str) -> None:
    assert legend_in([Record(1, [line])]) == {}
