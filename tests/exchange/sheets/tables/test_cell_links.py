"""The links behind the cells of a workbook reach the application."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest

from app.etiquette.policy import Policy
from app.exchange.contents import FileContents
from app.exchange.reading import NO_CHOICES, read_file
from app.exchange.source import Source
from app.exchange.unpacking import unpacked
from tests.exchange.workbook_files import sheet_xml, xlsx_of, zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROWS = (
    ("Company", "Role", "Status", "Posting"),
    ("Northwind", "Data Engineer", "Applied", "See here"),
    ("Fabrikam", "Analyst", "Rejected", ""),
    ("Contoso", "Tester", "Applied", "https://own.example/3"),
)


def _relations(*targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
        for number, target in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def _workbook(tags: str, relations: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> bytes:
    """Return a workbook whose second sheet has these links."""
    xml = sheet_xml(rows).replace("</worksheet>", f'<hyperlinks xmlns:r="{OFFICE}">{tags}</hyperlinks></worksheet>')
    data = xlsx_of({"Ideas": sheet_xml([("Notes",), ("nothing",)]), "Jobs & more": xml})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped(files | {"xl/worksheets/_rels/sheet2.xml.rels": relations})


def _read(data: bytes) -> FileContents:
    (*_, source) = unpacked(Source("jobs.xlsx", data))
    assert isinstance(source, Source)
    file = read_file(source, NO_CHOICES, Policy(), datetime(2026, 11, 24, tzinfo=UTC))
    assert file.contents is not None
    return file.contents


def _urls(data: bytes) -> dict[str, str]:
    return {row.company: row.url for row in _read(data).taken}


def test_a_link_behind_a_label_or_an_empty_cell_is_the_applications() -> None:
    data = _workbook(
        '<hyperlink ref="D2" r:id="rId1" display="See here"/><hyperlink ref="D3" r:id="rId2"/>',
        _relations("https://jobs.example/1?a=1&amp;b=2", "https://jobs.example/2"),
    )
    assert _urls(data) == {
        "Northwind": "https://jobs.example/1?a=1&b=2",
        "Fabrikam": "https://jobs.example/2",
        "Contoso": "https://own.example/3",
    }


def test_a_link_behind_the_company_is_its_link_and_the_company_keeps_its_name() -> None:
    rows = tuple(row[:3] for row in ROWS)
    data = _workbook('<hyperlink ref="A2:A2" r:id="rId1"/>', _relations("https://jobs.example/1"), rows)
    assert _urls(data)["Northwind"] == "https://jobs.example/1"


def test_a_link_that_a_formula_makes_is_taken() -> None:
    rows = (*ROWS[:1], ("Northwind", "Data Engineer", "Applied", '=HYPERLINK("https://jobs.example/9","Here")|Here'))
    assert _urls(_workbook("", _relations(), rows)) == {"Northwind": "https://jobs.example/9"}


@pytest.mark.parametrize(
    ("tags", "relations"),
    [
        ('<hyperlink ref="D2" location="Ideas!A1"/>', _relations()),
        ('<hyperlink ref="D2" r:id="rId9"/>', _relations("https://jobs.example/1")),
        ('<hyperlink ref="D2" r:id="rId1"/>', _relations("javascript:alert(1)")),
        ('<hyperlink ref="D2" r:id="rId1"/>', "<Relationships"),
        ('<hyperlink ref="" r:id="rId1"/>', _relations("https://jobs.example/1")),
    ],
    ids=["within the file", "unknown", "no web address", "broken", "nowhere"],
)
def test_what_is_no_link_costs_nothing(tags: str, relations: str) -> None:
    urls = _urls(_workbook(tags, relations))
    assert (set(urls), urls["Northwind"]) == ({"Northwind", "Fabrikam", "Contoso"}, "")


def test_links_without_end_are_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.exchange.sheets.tables.cell_links.MOST_LINKS", 1)
    tags = '<hyperlink ref="D2" r:id="rId1"/><hyperlink ref="D3" r:id="rId1"/>'
    urls = _urls(_workbook(tags, _relations("https://jobs.example/1")))
    assert (urls["Northwind"], urls["Fabrikam"]) == ("https://jobs.example/1", "")
