"""Documents of Markdown that keep applications in tables among other things, each with the smallest that shows it."""

from __future__ import annotations

import pytest

from app.exchange.sheets import looks_like_sheet
from tests.exchange.sheets.sheet_files import contents_of, rows

TABLE = (
    "| Company | Role | Applied | Status |\n|:---|:---:|---|---:|\n| **Northwind** | Clerk | 2026-03-02 | Applied |\n"
    "| [[Contoso Ltd|Contoso]] | Cook \\| Baker | 2026-03-03 | Rejected<br>by mail |\n"
)
BOTH = [
    ("Northwind", "Clerk", "applied", "2026-03-02"),
    ("Contoso", "Cook | Baker", "rejected", "2026-03-03"),
]


def test_the_table_of_a_document_is_read_below_everything_that_may_stand_above_it() -> None:
    prose = "".join(f"Note {number}: call somebody, or write.\n\n" for number in range(20))
    document = f"---\ntitle: Hunt\nstatus: active\n---\n\n# Hunt\n\n{prose}- one | two\n\n{TABLE}\n*Last updated*\n"
    assert looks_like_sheet(document.encode())
    assert rows(document) == BOTH
    assert [row.line for row in contents_of(document).taken] == [52, 53]


@pytest.mark.parametrize(
    "other",
    [
        "## Legend\n\n| Status | Meaning |\n|---|---|\n| Offer | they said yes |\n",
        "## Numbers\n\n| Metric | Count |\n|---|---|\n| Offers | 5 |\n",
        "## People\n\n| Name | Company | Email |\n|---|---|---|\n| Ann | Northwind | ann@northwind.example |\n",
    ],
)
def test_rows_of_legends_counts_and_people_are_reported(other: str) -> None:
    file = contents_of(f"{TABLE}\n{other}")
    assert [row.company for row in file.taken] == ["Northwind", "Contoso"]
    assert file.reported[0].reason.startswith("It's in a table that lists no applications: ")


def test_an_example_in_a_block_of_code_is_no_application() -> None:
    assert rows(f"{TABLE}\n```\n{TABLE.replace('Northwind', 'Example')}```\n") == BOTH


def test_tables_of_other_columns_are_read_by_the_names_of_their_own() -> None:
    other = "| Employer | Applied | Title | Status |\n|---|---|---|---|\n| Atlas | 2026-04-01 | Dev | Offer |\n"
    assert rows(f"{TABLE}\n\n{other}")[2:] == [("Atlas", "Dev", "offer", "2026-04-01")]


def test_a_heading_is_the_status_of_a_table_that_has_none() -> None:
    parts = [
        f"## {heading}\n\n| Company | Role |\n|---|---|\n| {company} | Clerk |\n\n"
        for heading, company in (("Applied", "Atlas"), ("Rejected", "Bramble"), ("Wishlist", "Corvid"))
    ]
    file = contents_of("# Hunt\n\n" + "".join(parts))
    assert [(row.company, row.outcome is not None, row.saved) for row in file.taken] == [
        ("Atlas", False, False),
        ("Bramble", True, False),
        ("Corvid", False, True),
    ]


def test_a_heading_is_the_company_of_a_table_that_names_none() -> None:
    parts = [
        f"## {company}\n\n| Role | Status |\n|---|---|\n| Clerk | {status} |\n\n"
        for company, status in (("Atlas", "Applied"), ("Bramble", "Offer"))
    ]
    assert rows("# Hunt\n\n" + "".join(parts)) == [
        ("Atlas", "Clerk", "applied", None),
        ("Bramble", "Clerk", "offer", None),
    ]


@pytest.mark.parametrize("rule", ["|---|---|---|---|---|", "|---|---|---|"])
def test_a_rule_that_was_typed_by_hand_may_have_a_cell_too_many_or_too_few(rule: str) -> None:
    assert rows(f"## Hunt\n\n{TABLE}".replace("|:---|:---:|---|---:|", rule)) == BOTH
