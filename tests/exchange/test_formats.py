"""Every format told apart and read: workbooks, packed files, lists of objects, web pages; the hostile ones refused."""

from __future__ import annotations

import json
import tracemalloc
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.etiquette.errors import ImportFileError
from app.etiquette.policy import Policy
from app.exchange import unpacking
from app.exchange.contents import FileContents
from app.exchange.formats import FORMATS, SUFFIXES, format_of
from app.exchange.raw import archives
from app.exchange.reading import NO_CHOICES, read_file
from app.exchange.source import Source
from app.exchange.unpacking import unpacked
from tests.exchange.sheets.sheet_files import summary_of
from tests.exchange.workbook_files import Cell, ods, ods_of, sheet_xml, xlsx, xlsx_of, zipped

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ROWS: list[list[Cell]] = [
    ["Company", "Role", "Date applied", "Status"],
    ["Acme", "Data Engineer", date(2026, 3, 1), "Applied"],
    ["Beta", "Analyst", date(2026, 3, 2), "Rejected"],
]
SUMMARIES = [("Acme", "Data Engineer", "applied", "2026-03-01"), ("Beta", "Analyst", "rejected", "2026-03-02")]
CSV = "Company,Role,Date applied,Status\nAcme,Data Engineer,2026-03-01,Applied\nBeta,Analyst,2026-03-02,Rejected\n"
OBJECTS = [
    {"company": "Acme", "role": "Data Engineer", "applied": "2026-03-01", "status": "Applied"},
    {"company": "Beta", "role": "Analyst", "applied": "2026-03-02", "status": "Rejected"},
]
BOARD = {
    "lists": [{"id": "1", "name": "Applied"}, {"id": "2", "name": "Rejected"}, {"id": "3", "name": "Wishlist"}],
    "cards": [
        {"name": "Acme - Data Engineer", "idList": "1", "desc": "by https://a.example/1", "labels": []},
        {"name": "Beta - Analyst", "idList": "2", "desc": "", "dateLastActivity": "2026-03-20T10:00:00Z"},
        {"name": "Gamma - Tester", "idList": "3", "desc": ""},
    ],
}
NESTED = {
    "user": {"name": "Sam"},
    "data": {
        "jobs": [
            {
                "title": "Data Engineer",
                "employer": {"name": "Acme"},
                "list": {"name": "Applied"},
                "dateApplied": "2026-03-01",
            },
            {
                "title": "Analyst",
                "employer": {"name": "Beta"},
                "list": {"name": "Rejected"},
                "dateApplied": "2026-03-02",
            },
        ]
    },
}
PAGE = (
    '<meta charset="utf-8"><style>td</style><table class="waffle"><thead><tr><th class="row-header"></th><th>A</th>'
    "<th>B</th><th>C</th><th>D</th><th>E</th></tr></thead>{}</table>"
)
PAGE_ROWS = "".join(
    f'<tr><th class="row-headers-background">{at}</th>{"".join(f"<td>{cell}</td>" for cell in [*row, link])}</tr>'
    for at, (row, link) in enumerate(zip(ROWS, ("Link", '<a href="https://a.example/1">here</a>', ""), strict=True), 1)
)


def files(name: str, data: bytes) -> list[FileContents]:
    """Return what is in a file, each of its rows accounted for."""
    contents = []
    for source in unpacked(Source(name, data)):
        if isinstance(source, ImportFileError):
            raise source
        file = read_file(source, NO_CHOICES, Policy(), NOW).contents
        assert file is not None
        assert file.rows == len(file.taken) + file.merged + len(file.reported)
        contents.append(file)
    return contents


SAME: dict[str, tuple[str, bytes]] = {
    "csv": ("csv", CSV.encode()),
    "xlsx": ("xlsx", xlsx({"Jobs": ROWS})),
    "xlsx, further down": ("xlsx", xlsx({"Jobs": [[], [], *ROWS]})),
    "ods": ("ods", ods({"Jobs": ROWS})),
    "zip": ("csv", zipped({"export/jobs.csv": CSV, "export/photo.png": b"\x89PNG"})),
    "zip in a zip": ("csv", zipped({"Part-1.zip": zipped({"Jobs_all.csv": CSV})})),
    "workbook in a zip": ("xlsx", zipped({"a/b.xlsx": xlsx({"Jobs": ROWS})})),
    "list of objects": ("json", json.dumps(OBJECTS).encode()),
    "lines of objects": ("json", "\n".join(map(json.dumps, OBJECTS)).encode()),
    "nested objects": ("json", json.dumps(NESTED).encode()),
    "web page": ("html", PAGE.format(PAGE_ROWS).encode()),
    "markdown": (
        "csv",
        b"| Company | Role | Date applied | Status |\n|---|---|---|---|\n| Acme | Data Engineer | 2026-03-01 | Applied |\n"
        b"| Beta | Analyst | 2026-03-02 | Rejected |\n",
    ),
    "org": (
        "csv",
        b"* Jobs\n| Company | Role          | Date applied | Status   |\n|---------+---------------+--------------+----|\n"
        b"| Acme    | Data Engineer | 2026-03-01   | Applied  |\n| Beta | Analyst | <2026-03-02 Mon> | Rejected |\n",
    ),
}


@pytest.mark.parametrize("shape", SAME)
def test_the_same_hunt_in_every_format(shape: str) -> None:
    kind, data = SAME[shape]
    (file,) = files("jobs", data)
    assert (file.kind, [summary_of(row) for row in file.taken]) == (kind, SUMMARIES)


def test_formulas_are_their_values_and_numbers_stay_as_they_are() -> None:
    rows: list[list[Cell]] = [["Company", "Role", "Salary"], ["=B1|Acme", "Engineer", 50000], ["Beta", "Analyst", 1.5]]
    taken = files("jobs.xlsx", xlsx({"Jobs": rows}))[0].taken
    assert [(row.company, row.salary) for row in taken] == [("Acme", "50000"), ("Beta", "1.5")]


def test_every_sheet_is_read_and_one_that_lists_no_applications_is_reported() -> None:
    book = xlsx({"2025": ROWS[:2], "2026": [ROWS[0], ROWS[2]], "Choices": [["Applied"], ["Rejected"]]})
    contents = files("jobs.xlsx", book)
    assert [file.file for file in contents] == ["jobs.xlsx (2025)", "jobs.xlsx (2026)", "jobs.xlsx (Choices)"]
    assert [[row.company for row in file.taken] for file in contents] == [["Acme"], ["Beta"], []]
    assert [row.line for row in contents[2].reported] == [1, 2]


def test_the_cards_of_a_board_are_applications_by_their_lists() -> None:
    (file,) = files("board.json", json.dumps(BOARD).encode())
    assert [summary_of(row)[:3] for row in file.taken] == [
        ("Acme", "Data Engineer", "applied"),
        ("Beta", "Analyst", "rejected"),
        ("Gamma", "Tester", "applied"),
    ]
    assert [row.saved for row in file.taken] == [False, False, True]
    assert (file.taken[0].url, file.taken[1].outcome_on) == ("https://a.example/1", date(2026, 3, 20))


def test_a_link_behind_a_label_of_a_web_page_is_kept() -> None:
    (file,) = files("jobs.html", PAGE.format(PAGE_ROWS).encode())
    assert [row.url for row in file.taken] == ["https://a.example/1", ""]


def test_of_linkedins_archive_the_applications_alone_are_read() -> None:
    data = zipped(
        {
            "Connections.csv": "First Name,Last Name,Company,Position,Connected On\nDana,Lee,Northwind,HR,1 Mar 2026\n",
            "Positions.csv": "Company Name,Title,Started On\nMy Employer,Engineer,Jan 2020\n",
            "Profile.csv": "First Name,Last Name\nSam,Seeker\n",
            "Jobs/Job Applications.csv": 'Application Date,Company Name,Job Title\n"11/23/24, 11:39 PM",Acme,Dev\n',
            "Jobs/Saved Jobs.csv": 'Saved Date,Job Url,Job Title,Company Name\n"1/2/25, 1:00 PM",https://l.example,QA,Beta\n',
        }
    )
    taken = [row for file in files("data.zip", data) for row in file.taken]
    assert [(row.company, row.role, row.saved) for row in taken] == [("Acme", "Dev", False), ("Beta", "QA", True)]


def test_people_of_an_address_book_are_named_and_not_taken_for_applications() -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dana Lee\r\nORG:Northwind\r\nEMAIL:dana@northwind.example\r\nEND:VCARD\r\n"
    (file,) = files("people.vcf", (card + card.replace("Dana Lee", "Omar Haddad")).encode())
    assert [(row.line, row.reason.split(". ")[0]) for row in file.reported] == [
        (1, "A person, not an application: Dana Lee, Northwind, dana@northwind.example"),
        (7, "A person, not an application: Omar Haddad, Northwind, dana@northwind.example"),
    ]


@pytest.mark.parametrize("shape", SAME)
def test_reading_twice_gives_the_same(shape: str) -> None:
    _, data = SAME[shape]
    assert files("jobs", data) == files("jobs", data)


_OPEN, _CLOSE = sheet_xml([]).split("</sheetData>")[0], "</sheetData></worksheet>"
_TABLE = '<table:table table:name="J">{}</table:table>'
_X = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'
HOSTILE = {
    "cells at both ends": lambda: xlsx_of(
        {"J": f'{_OPEN}<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>1</v></c></row>{_CLOSE}'}
    ),
    "rows without places": lambda: xlsx_of(
        {"J": f'{_OPEN}<row r="1048576"><c><v>1</v></c></row><row r="1"><c r="XFD1"><v>2</v></c></row>{_CLOSE}'}
    ),
    "blanks": lambda: xlsx_of({"J": _OPEN + " " * 110_000_000 + _CLOSE}),
    "one text a hundred thousand times": lambda: xlsx_of(
        {"J": _OPEN + "<row r='1'>" + '<c t="s"><v>0</v></c>' * 100_000 + f"</row>{_CLOSE}"},
        shared=f"<sst><si><t>{'x' * 100_000}</t></si></sst>",
    ),
    "repeated rows": lambda: ods_of(
        _TABLE.format(
            '<table:table-row table:number-rows-repeated="1000000">'
            + _X.format(' table:number-columns-repeated="16000"')
            + "</table:table-row>"
        )
    ),
    "a cell far away": lambda: ods_of(
        _TABLE.format(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
            '<table:table-row><table:table-cell table:number-columns-repeated="16000"/>'
            + _X.format("")
            + "</table:table-row>"
        )
    ),
    "a csv of blanks": lambda: zipped({"jobs.csv": b" " * 60_000_000}),
    "zips without end": lambda: zipped({"a.zip": zipped({"a.zip": zipped({"a.zip": zipped({"a.csv": CSV})})})}),
    "no end": lambda: xlsx({"J": ROWS})[:-60],
    "no workbook": lambda: zipped({"xl/workbook.xml": "<", "xl/worksheets/sheet1.xml": "<"}),
    "a document": lambda: zipped({"word/document.xml": "<w/>", "[Content_Types].xml": "<t/>"}),
    "nothing known": lambda: zipped({"photo.png": b"\x89PNG"}),
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_what_would_unpack_to_too_much_is_refused_in_a_sentence(shape: str) -> None:
    data = HOSTILE[shape]()
    tracemalloc.start()
    try:
        with pytest.raises(ImportFileError, match=r"Nothing was imported from it\.$"):
            files("jobs", data)
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


def test_a_zip_of_too_many_files_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 10)
    with pytest.raises(ImportFileError, match="more than 10 files"):
        files("jobs.zip", zipped({f"{at}.csv": CSV for at in range(11)}))


def test_zips_within_a_zip_may_not_unpack_to_more_than_one_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_KEPT", 1000)
    inner = zipped({f"{at}.csv": CSV for at in range(4)})
    parts = list(unpacked(Source("all.zip", zipped({f"{at}.zip": inner for at in range(50)}))))
    read = [part for part in parts if isinstance(part, Source)]
    assert 0 < sum(len(part.data) for part in read) <= 1000
    assert "all.zip: It unpacks to more than" in str(parts[-1])
    assert len(parts) == len(read) + 1


def test_kinds_and_endings_come_from_one_table() -> None:
    assert {one.kind for one in FORMATS} == {
        "xlsx",
        "json",
        "ics",
        "tnef",
        "vcf",
        "mbox",
        "eml",
        "html",
        "csv",
        "pdf",
        "mhtml",
        "txt",
    }
    assert {".csv", ".xlsx", ".ods", ".zip", ".ics", ".eml", ".json", ".vcf"} <= SUFFIXES
    readme = Source("notes.txt", b"Dear diary, today I applied nowhere, again.\n")
    with pytest.raises(ImportFileError, match="isn't a spreadsheet"):
        format_of(readme)


def test_broken_json_says_where_it_breaks(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="line 1 column"):
        files(str(tmp_path / "jobs.json"), b'{"jobs": [1, 2')
