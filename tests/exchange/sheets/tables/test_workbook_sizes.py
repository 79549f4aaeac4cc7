"""Workbooks that are written to take all memory, or hours: measured at once, and refused where they hold too much."""

from __future__ import annotations

import time

import pytest

from app.etiquette.errors import ImportFileError
from app.exchange.raw.archives import Archive
from app.exchange.sheets.tables.cell_links import SheetLinks
from app.exchange.sheets.tables.workbook_sizes import refuse_swollen
from tests.exchange.workbook_files import sheet_xml, xlsx_of

HOSTILE = {
    "texts that never end": ({"A": sheet_xml([["Company"]])}, "<sst>" + "<si>" * 100_000),
    "a cell of places": ({"A": "<worksheet><c " + ' r="A1"' * 20_000}, ""),
    "a row of places": ({"A": "<worksheet><row " + ' r="1"' * 20_000}, ""),
    "a cell of kinds": ({"A": "<worksheet><c " + ' t="s"' * 40_000}, ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_tag_is_searched_twice(name: str) -> None:
    begun = time.process_time()
    sheets, shared = HOSTILE[name]
    archive = Archive(xlsx_of(sheets, shared))
    refuse_swollen(archive, SheetLinks(archive))
    assert time.process_time() - begun < 1


def test_a_text_that_is_shared_too_often_is_refused() -> None:
    cells = '<row r="1">' + '<c r="A1" t="s"><v>2</v></c>' * 1000 + "</row>"
    shared = f"<sst><si><t>a</t></si><si/><x:si>{'b' * 100_000}</x:si></sst>"
    archive = Archive(xlsx_of({"A": f"<worksheet>{cells}</worksheet>"}, shared))
    with pytest.raises(ImportFileError, match="unpacks to more"):
        refuse_swollen(archive, SheetLinks(archive))
