"""Files that hold no text, told by how they begin, and what to do with each. Knows nothing of what can be read."""

from __future__ import annotations

from app.etiquette.errors import ImportFileError

ZIP = b"PK\x03\x04"
"""How a zip begins, and with it every workbook of Excel and LibreOffice."""
TNEF = b"\x78\x9f\x3e\x22"
"""How Outlook's own packing of a message begins ([MS-OXTNEF] 2.1.3.1), which is read."""
_PACKED = {
    ZIP: "It's a zip inside a zip, or a document that isn't a spreadsheet. Unpack it first, or save the sheet as CSV.",
    b"PK\x05\x06": "It's an empty zip.",
    b"\xd0\xcf\x11\xe0": "It's an old Excel file (.xls), a locked one, or an Outlook message."
    " Save it as .xlsx or CSV without a password, or as .eml, and import that.",
    b"%PDF": "It's a PDF, which can't be read. Save what you need as CSV, .ics or .eml.",
    b"\x89PNG": "It's a picture, which can't be read.",
    b"\xff\xd8\xff": "It's a picture, which can't be read.",
    b"GIF8": "It's a picture, which can't be read.",
    b"\x1f\x8b": "It's packed with gzip. Unpack it first.",
    b"7z\xbc\xaf": "It's a packed archive. Unpack it first.",
    b"Rar!": "It's a packed archive. Unpack it first.",
    b"SQLite format 3\x00": "It's a database. If it's a backup of Afterword's, put it back with `afterword restore`.",
}


def refuse_packed(data: bytes) -> None:
    """Refuse a file that holds no text.

    Raises:
        ImportFileError: it is one; the sentence says what it seems to be, and what to do.
    """
    for beginning, sentence in _PACKED.items():
        if data.startswith(beginning):
            raise ImportFileError(sentence)
