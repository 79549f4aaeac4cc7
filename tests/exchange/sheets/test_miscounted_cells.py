"""Rows whose writer miscounted their cells: put right where the sheet shows how, reported otherwise, never shifted."""

from __future__ import annotations

from tests.exchange.sheets.sheet_files import contents_of

HEADER = "id,found,applied,company,role,url,score,cv,letter,status,method,proof,follow up,notes\n"
EVEN = "".join(
    f"R-{at},2026-10-05,,{name},Clerk,https://{name.lower()}.example/{at},7{at},,,To apply,web form,,2026-11-0{at},some\n"
    for at, name in enumerate(("Northwind", "Contoso", "Fabrikam"), 1)
)


def test_a_blank_cell_too_many_is_left_out() -> None:
    file = contents_of(
        f"{HEADER}{EVEN}R-4,2026-10-05,,,Atlas,Cook,https://atlas.example/4,50,,,To apply,,,2026-11-09,x\n"
    )
    assert [(row.company, row.role, row.saved) for row in file.taken][-1] == ("Atlas", "Cook", True)
    assert file.taken[-1].url == "https://atlas.example/4"


def test_blank_cells_too_many_in_two_places_are_left_out() -> None:
    file = contents_of(f"{HEADER}{EVEN}R-4,2026-10-05,,,Atlas,Cook,https://atlas.example/4,50,,,,To apply,,,x\n")
    assert [(row.company, row.role, row.saved) for row in file.taken][-1] == ("Atlas", "Cook", True)


def test_a_row_whose_status_would_stand_under_another_name_is_reported() -> None:
    odd = "R-4,2026-10-05,,Atlas,Cook,https://atlas.example/4,50,,,,,,To apply,x,y,z\n"
    file = contents_of(f"{HEADER}{EVEN}{odd}")
    assert [row.company for row in file.taken] == ["Northwind", "Contoso", "Fabrikam"]
    assert [row.line for row in file.reported] == [5]


def test_rows_that_a_program_wrote_with_fewer_columns_are_reported() -> None:
    file = contents_of(
        "day,title,company,place,link,status,remark\n"
        "2026-11-17,Clerk,Northwind,Oslo,https://northwind.example/1,sent,\n"
        "2026-11-18,Cook,JobBoard,Sent\n2026-11-18,Baker,JobBoard,Manual required\n2026-11-18,Dev,Sent\n"
        "2026-11-18,Dev,Skipped\n2026-11-19,Editor,Contoso\n"
    )
    assert [row.company for row in file.taken] == ["Northwind"]
    assert [row.line for row in file.reported] == [3, 4, 5, 6, 7]
    assert file.reported[0].reason.startswith("It has 4 cells where the columns are 7")


def test_rows_that_leave_out_their_blank_cells_at_the_end_are_read() -> None:
    file = contents_of(
        "title,company,place,link,status\nClerk,Northwind,Oslo\nCook,Contoso\nOffer Manager,Fabrikam,Bergen\n"
    )
    assert [row.company for row in file.taken] == ["Northwind", "Contoso", "Fabrikam"]
