"""Applications written a block each, side by side, or below a header in two rows."""

from __future__ import annotations

import pytest

from app.exchange.sheets import looks_like_sheet
from tests.exchange.sheets.sheet_files import contents_of, rows

BOTH = [("Northwind", "Clerk", "rejected", "2026-01-05"), ("Contoso", "Baker", "interviewed", "2026-01-06")]
VALUES = [("Northwind", "Clerk", "2026-01-05", "rejected"), ("Contoso", "Baker", "2026-01-06", "interview")]
NAMES = ("company", "role", "applied", "status")


def _blocks(first: str, other: str, between: str) -> str:
    blocks = []
    for values in VALUES:
        pairs = [f"{name}: {value}" for name, value in zip(NAMES, values, strict=True)]
        blocks.append("\n".join([first + pairs[0], *(other + pair for pair in pairs[1:])]))
    return between.join(blocks) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        _blocks("", "", "\n\n"),
        _blocks("", "", "\n---\n"),
        _blocks("  - ", "    ", "\n").join(["applications:\n", ""]),
        _blocks("- ", "- ", "\n\n## next\n").replace("- company", "- **company**"),
    ],
)
def test_blocks_of_names_and_values_are_applications(text: str) -> None:
    assert looks_like_sheet(text.encode())
    assert rows(text) == BOTH


def test_a_heading_over_a_block_that_names_no_company_is_company_and_role() -> None:
    text = "# Hunt\n\n## Northwind - Clerk\n- **Status:** Rejected\n- **Applied:** 2026-01-05\n\n## Contoso - Baker\n"
    text += "- **Status:** Interview\n- **Applied:** 2026-01-06\n"
    assert rows(text) == BOTH


def test_one_block_that_says_how_it_stands_is_an_application() -> None:
    note = "---\ncompany: Northwind\nrole: Clerk\napplied: 2026-01-05\nstatus: rejected\n---\n\nNice people.\n"
    assert rows(note) == BOTH[:1]


@pytest.mark.parametrize(
    "text",
    [
        "Company: Northwind\nRole: Clerk\nStatus: Full time\n\nResponsibilities: much\nWe offer: a desk\n",
        "name: hunt\nversion: 1\nstatus: stable\ndate: 2026-01-05\n",
        "Dear Ann,\nsubject: my application\nbest, Sam\n",
    ],
)
def test_other_texts_with_colons_are_no_applications(text: str) -> None:
    assert not looks_like_sheet(text.encode())


def test_applications_that_stand_side_by_side_are_read_from_their_columns() -> None:
    lines = [",".join([name, *(values[at] for values in VALUES)]) for at, name in enumerate(NAMES)]
    assert rows("\n".join(lines) + "\n") == BOTH
    assert [row.line for row in contents_of("\n".join(lines) + "\n").taken] == [2, 3]


def test_a_header_in_two_rows_is_one() -> None:
    table = (
        ",,Application,,Interview,,Result\nCompany,Role,Date,Source,Date,With,\n"
        "Northwind,Clerk,2026-01-05,Web,2026-01-15,Ann,Rejected\nContoso,Baker,2026-01-06,Mail,2026-01-20,Bob,\n"
    )
    assert rows(table) == BOTH
    assert not contents_of(table).reported
    assert contents_of(table).taken[0].source == "Web"
