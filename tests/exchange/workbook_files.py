"""Workbooks written by hand, byte by byte, as small as a program would accept them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_STYLES = (
    f"<styleSheet {_MAIN}><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/>"
    '</cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
_ODS = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
    "<office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)

Cell = str | int | float | date


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def xlsx(sheets: Mapping[str, Iterable[Sequence[Cell]]]) -> bytes:
    """Return a workbook as Excel writes them, days as numbers with a format."""
    return xlsx_of({name: sheet_xml(rows) for name, rows in sheets.items()})


def xlsx_of(sheets: Mapping[str, str], shared: str = "") -> bytes:
    """Return a workbook with the XML of its sheets, and of its shared texts, as it is given."""
    names = "".join(f'<sheet name="{escape(n)}" sheetId="{i}" r:id="rId{i}"/>' for i, n in enumerate(sheets, 1))
    kinds = {f"worksheets/sheet{i}.xml": "worksheet" for i in range(1, len(sheets) + 1)} | {"styles.xml": "styles"}
    if shared:
        kinds["sharedStrings.xml"] = "sharedStrings"
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for i, (target, kind) in enumerate(kinds.items(), 1)
    )
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'{_RELATIONS}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{_RELATIONS}{relations}</Relationships>",
        "xl/styles.xml": _STYLES,
    }
    files |= {f"xl/worksheets/sheet{i}.xml": xml for i, xml in enumerate(sheets.values(), 1)}
    if shared:
        files["xl/sharedStrings.xml"] = shared
    return zipped(files)


def sheet_xml(rows: Iterable[Sequence[Cell]]) -> str:
    """Return a sheet's XML; a text that begins with = is a formula with a stored value behind a bar: `=A1|Acme`."""
    lines = [
        f'<row r="{number}">{"".join(_cell(value, at, number) for at, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    ]
    return f"<worksheet {_MAIN}><sheetData>{''.join(lines)}</sheetData></worksheet>"


def _cell(value: Cell, at: int, number: int) -> str:
    place = f"{chr(65 + at)}{number}"
    if isinstance(value, date):
        return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if not isinstance(value, str):
        return f'<c r="{place}"><v>{value}</v></c>'
    if value.startswith("=") and "|" in value:
        formula, _, stored = value[1:].partition("|")
        return f'<c r="{place}" t="str"><f>{escape(formula)}</f><v>{escape(stored)}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""


def ods(sheets: Mapping[str, Iterable[Sequence[Cell]]]) -> bytes:
    """Return a workbook as LibreOffice writes them."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    return ods_of(tables)


def ods_of(tables: str) -> bytes:
    """Return a workbook with the XML of its tables as it is given."""
    files = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": _ODS.format(tables),
        "META-INF/manifest.xml": '<?xml version="1.0"?><manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    }
    return zipped(files)


def _ods_row(row: Sequence[Cell]) -> str:
    cells = []
    for value in row:
        if isinstance(value, date):
            cells.append(
                f'<table:table-cell office:value-type="date" office:date-value="{value}"><text:p>{value}</text:p>'
                "</table:table-cell>"
            )
        elif isinstance(value, str):
            cells.append(
                f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
                if value
                else "<table:table-cell/>"
            )
        else:
            cells.append(f'<table:table-cell office:value-type="float" office:value="{value}"/>')
    return f"<table:table-row>{''.join(cells)}</table:table-row>"
