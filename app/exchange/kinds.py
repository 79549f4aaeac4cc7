"""Tells the kinds of file apart by what they hold, never by their names."""

from __future__ import annotations

from enum import StrEnum

from app.etiquette.errors import ImportFileError


class FileKind(StrEnum):
    """What can be taken in, as `import --json` calls it."""

    CSV = "csv"
    ICS = "ics"
    EML = "eml"
    MBOX = "mbox"
    JSON = "json"


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
"""How a file that is none of ours begins -> what to do."""


def kind_of(data: bytes) -> FileKind:
    """Return what a file is.

    Raises:
        ImportFileError: nothing that is read here; the sentence says what it seems to be, and what to do.
    """
    from app.exchange.calendars import looks_like_calendar
    from app.exchange.mails import looks_like_mail, looks_like_mbox

    for beginning, sentence in _PACKED.items():
        if data.startswith(beginning):
            raise ImportFileError(sentence)
    if looks_like_json(data):
        return FileKind.JSON
    if looks_like_calendar(data):
        return FileKind.ICS
    if looks_like_mbox(data):
        return FileKind.MBOX
    if looks_like_mail(data):
        return FileKind.EML
    if data[:512].lstrip()[:9].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise ImportFileError("It is a web page or XML. Export a CSV, .ics or .eml file and take that in.")
    from app.exchange.sheets import looks_like_sheet  # last: it brings thousands of words along

    if looks_like_sheet(data):
        return FileKind.CSV
    raise ImportFileError("It is no spreadsheet (csv), calendar (ics), mail (eml, mbox) or export (json).")


def looks_like_json(data: bytes) -> bool:
    """Return whether text begins as a JSON document does."""
    return data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")
