"""Files that hold no text, told by how they begin, and what to do with each. Knows nothing of what can be read."""

from __future__ import annotations

from app.etiquette.errors import ImportFileError

_PACKED = {
    b"PK\x03\x04": "It is an Excel, LibreOffice or other packed file. Save the sheet as CSV and take that in.",
    b"\xd0\xcf\x11\xe0": "It is an old Excel file or an Outlook message. Save it as CSV, or as .eml, and take that in.",
    b"%PDF": "It is a PDF, which is not read. Save what you need as CSV, .ics or .eml.",
    b"\x89PNG": "It is a picture, which is not read.",
    b"\xff\xd8\xff": "It is a picture, which is not read.",
    b"GIF8": "It is a picture, which is not read.",
    b"\x1f\x8b": "It is packed with gzip. Unpack it first.",
    b"7z\xbc\xaf": "It is a packed archive. Unpack it first.",
    b"SQLite format 3\x00": "It is a database. If it is a backup of Afterword's, put it back with `afterword restore`.",
}


def refuse_packed(data: bytes) -> None:
    """Refuse a file that holds no text.

    Raises:
        ImportFileError: it is one; the sentence says what it seems to be, and what to do.
    """
    for beginning, sentence in _PACKED.items():
        if data.startswith(beginning):
            raise ImportFileError(sentence)
