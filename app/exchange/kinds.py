"""Tells the kinds of file apart by what they hold, never by their names."""

from __future__ import annotations

from enum import StrEnum

from app.etiquette.errors import ImportFileError
from app.exchange.raw.packed import refuse_packed


class FileKind(StrEnum):
    """What can be taken in, as `import --json` calls it."""

    CSV = "csv"
    ICS = "ics"
    EML = "eml"
    MBOX = "mbox"
    JSON = "json"


def kind_of(data: bytes) -> FileKind:
    """Return what a file is.

    Raises:
        ImportFileError: nothing that is read here; the sentence says what it seems to be, and what to do.
    """
    from app.exchange.calendars import looks_like_calendar
    from app.exchange.mails import looks_like_mail, looks_like_mbox

    refuse_packed(data)
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
