"""No row vanishes: each is taken, merged or reported, whatever the file holds; what is too much is refused in words."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.etiquette.errors import ImportFileError
from app.exchange.contents import FileContents
from app.exchange.sheets import looks_like_sheet
from tests.exchange.sheets.sheet_files import contents_of

HEADER = "Company,Role,Status,Date applied,Notes\n"
_CELLS = st.sampled_from(
    (
        *("", " ", "Acme", "Engineer", "Applied", "2026-03-01", "8/5/2019", "=1+1", '"', "a,b", "x\ny", "<<<<<<< HEAD"),
        *("n/a", "https://a.example", "a@b.example", "yes", "❌", "\x00", "公司", "'", "\\", "Total", "Company", "---"),
    )
)


def _read_or_refused(data: bytes) -> FileContents | str:
    """What is in a file, or the sentence with which it is refused."""
    try:
        return contents_of(data)
    except ImportFileError as error:
        return str(error)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(_CELLS, max_size=7), max_size=12), st.sampled_from(",;\t|"), st.booleans())
def test_every_row_that_holds_something_is_accounted_for(
    table: list[list[str]], separator: str, has_header: bool
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(table)
    content = (HEADER.replace(",", separator) if has_header else "") + text.getvalue()
    file = _read_or_refused(content.encode())
    if isinstance(file, str):
        assert file == "The file is empty." or "zero bytes" in file
        return
    lines = [row.line for row in file.taken] + [row.line for row in file.reported]
    assert len(lines) == file.rows - file.merged
    assert all(row.reason for row in file.reported)


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(alphabet="a,;\"\n\r\t'\\=0", max_size=200).map(str.encode)))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    file = _read_or_refused(data)
    assert file.endswith(".") if isinstance(file, str) else file.sheet is not None
    assert looks_like_sheet(data) in (True, False)


def test_a_row_without_a_company_is_reported_with_its_line_and_reason() -> None:
    file = contents_of(HEADER + "Acme,Engineer,Applied,2026-03-01,\n\n,Analyst,Applied,2026-03-02,call them\n")
    assert [(row.line, row.reason) for row in file.reported] == [
        (4, "It names no company: Analyst, Applied, 2026-03-02, call them")
    ]


def test_a_cell_that_stands_alone_far_beside_the_table_is_reported() -> None:
    file = contents_of(f"Company,Role\nNorthwind,Tester\nContoso,Clerk\n{',' * 12}call back\n")
    assert [(row.line, row.reason) for row in file.reported] == [(4, "It names no company: call back")]
    assert len(file.taken) == 2


def test_without_a_column_of_companies_every_row_is_reported() -> None:
    file = contents_of(
        "id,title,due_on,status,company_id\n1,Engineer,2021-11-09,Applied,454\n2,Analyst,2021-10-28,Applied,276\n"
    )
    assert (file.rows, len(file.reported)) == (2, 2)
    assert file.reported[0].reason.startswith("No column gives the company")


def test_marks_of_a_conflict_comments_sums_and_headers_are_no_applications() -> None:
    text = (
        "# exported by a script\n" + HEADER + "<<<<<<< HEAD\nAcme,Engineer,Applied,2026-03-01,\n=======\n"
        ">>>>>>> theirs\n# a note, to myself\nTotal,,1,,\nCompany,Role,Status,Date applied,Notes\n----------,,,,\n"
    )
    file = contents_of(text)
    assert [row.company for row in file.taken] == ["Acme"]
    assert [row.line for row in file.reported] == [1, 3, 5, 6, 7, 8, 9, 10]


def test_a_row_above_the_header_is_reported_a_title_only_named() -> None:
    file = contents_of("Hunt of 2026,,,,\nspring,autumn,,,\n" + HEADER + "Acme,Engineer,Applied,2026-03-01,\n")
    assert [(row.line, row.reason) for row in file.reported] == [(2, "It's above the header.")]
    assert "Line 1 is a title: Hunt of 2026" in file.notes


def test_a_quote_that_is_never_closed_swallows_no_row() -> None:
    text = (
        HEADER
        + 'Acme,Engineer,Applied,2026-03-01,"call them\n'
        + "".join(f"Company {i},Engineer,Applied,2026-03-0{i},\n" for i in range(1, 9))
    )
    file = contents_of(text)
    assert len(file.taken) == 9
    assert file.taken[0].notes == "call them"
    assert any("never closed" in note for note in file.notes)


def test_two_open_quotes_swallow_no_row_between_them() -> None:
    middle = "".join(f"Company {i},Engineer,Applied,2026-03-0{i},\n" for i in range(1, 5))
    text = (
        HEADER + 'Acme,Engineer,Applied,2026-03-01,"one\n' + middle + 'Beta,Engineer,Applied,2026-03-02,two"\n' + middle
    )
    assert {row.company for row in contents_of(text).taken} >= {"Acme", "Beta", "Company 1", "Company 4"}


def test_repeats_are_merged_and_what_differs_is_kept() -> None:
    row = "Acme,Engineer,{},2026-03-01,{}\n"
    file = contents_of(
        HEADER + row.format("Applied", "by mail") + "Beta,Analyst,Applied,,\n" + row.format("Interview", "went well")
    )
    assert (file.rows, file.merged) == (3, 1)
    acme = file.taken[0]
    assert (acme.line, acme.stage) == (2, "interviewed")
    assert acme.notes == "by mail\nwent well\nAlso in the file, line 2: applied"


def test_an_outcome_is_not_lost_to_an_older_row_further_down() -> None:
    file = contents_of(HEADER + "Acme,Engineer,Rejected,2026-03-01,\nAcme,Engineer,Applied,2026-03-01,\n")
    assert file.taken[0].outcome == "rejected"


REFUSED: dict[str, Callable[[], bytes]] = {
    "is empty": lambda: b"\n\n,,,\n",
    "zero bytes": lambda: b"\0" * 5000,
    "zip inside a zip": lambda: b"PK\x03\x04" + b"x" * 100,
    "It's a PDF": lambda: b"%PDF-1.7 ...",
    "10 MB": lambda: b"a" * (10 * 1024 * 1024 + 1),
    "50,000 rows": lambda: b"Company,Role\n" + b"Acme,x\n" * 50_001,
    "1,000,000 lines": lambda: b"Company,Role\n" + b"\n" * 1_000_001 + b"Acme,x\n",
}


@pytest.mark.parametrize("says", REFUSED)
def test_what_cannot_be_read_at_all_is_refused_in_a_sentence(says: str) -> None:
    with pytest.raises(ImportFileError, match=says):
        contents_of(REFUSED[says]())


_SIZE = 10 * 1024 * 1024 - 100
BOMBS: dict[str, Callable[[], bytes]] = {
    "commas": lambda: b"," * _SIZE,
    "quotes": lambda: b'"' * _SIZE,
    "one line": lambda: b"a" * _SIZE,
    "open and shut": lambda: b'a","\n' * 900_000,
    "commas in a row": lambda: HEADER.encode() + b"a" + b"," * (_SIZE - 100),
}


@pytest.mark.parametrize("name", BOMBS)
def test_ten_megabytes_of_one_thing_end_in_a_report_or_a_refusal(name: str) -> None:
    file = _read_or_refused(BOMBS[name]())
    assert file.endswith(".") if isinstance(file, str) else len(file.taken) <= 1


def test_a_long_cell_of_what_may_begin_a_link_is_searched_once() -> None:
    begun = time.process_time()
    file = contents_of(f"Company,Role\n{'[' * 60_000},Tester\nContoso,Clerk\n")
    assert file.taken[-1].company == "Contoso"
    assert time.process_time() - begun < 1.5


def test_a_row_with_too_many_cells_is_reported_and_the_others_taken() -> None:
    file = contents_of(HEADER + "Acme,Engineer,Applied,2026-03-01,\n" + "x," * 600 + "x\n")
    assert [row.company for row in file.taken] == ["Acme"]
    assert "500 cells" in file.reported[0].reason


def test_a_file_of_a_header_alone_has_no_rows() -> None:
    file = contents_of(HEADER)
    assert (file.rows, file.taken) == (0, ())
