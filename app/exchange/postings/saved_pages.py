"""Reads pages that browsers saved whole, as one file of MHTML (RFC 2557): the page, and its address."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.etiquette.errors import ImportFileError
from app.exchange.mails.decoding import decoded_body
from app.exchange.mails.headers import text_field
from app.exchange.mails.parts import Part, take_apart

LARGEST = 50 * 1024 * 1024
"""Bytes of a file, most of which are pictures."""
_HEAD = 16_000
_MOST_PARTS = 20
"""Parts among which the page is looked for: it is the first."""
_BOUNDARY = re.compile(rb"boundary\s*=\s*(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(
    rb"^(?:snapshot-content-location:|from:\s*\"?<?saved by )|^content-location:\s*https?:",
    re.IGNORECASE | re.MULTILINE,
)


class SavedPage(NamedTuple):
    """The page in a file."""

    data: bytes
    """Its HTML."""
    charset: str
    """As its part states it, "" when it does not."""
    address: str
    """As the file has it."""
    title: str


def looks_like_saved_page(data: bytes) -> bool:
    """Return whether bytes begin like a page that a browser saved as MHTML."""
    head = data[:_HEAD]
    return _RELATED.search(head) is not None and _SAVED.search(head) is not None


def saved_page(data: bytes) -> SavedPage:
    """Return the page in a file.

    Raises:
        ImportFileError: it is too large, or there is no page in it.
    """
    if len(data) > LARGEST:
        raise ImportFileError(f"It's larger than {LARGEST >> 20} MB. Save the page as HTML only and import that.")
    head = take_apart(data[: data.find(b"\n--") if b"\n--" in data[:_HEAD] else _HEAD])
    boundary = _BOUNDARY.search(data[:_HEAD])
    page = _page(data, b"--" + (boundary[1] or boundary[2])) if boundary else None
    if page is None:
        raise ImportFileError("It's a saved web page with no page in it. Save it again, as HTML.")
    address = _field(head, "snapshot-content-location") or _field(page, "content-location")
    return SavedPage(decoded_body(page), page.parameters.get("charset", ""), address, text_field(head, "subject"))


def charset_in(page: bytes) -> str:
    """Return the character set that a page states about itself, "" when it does not."""
    match = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", page[:5_000], re.IGNORECASE)
    return match[1].decode("ascii", "replace") if match else ""


def _page(data: bytes, mark: bytes) -> Part | None:
    at = data.find(mark)
    for _ in range(_MOST_PARTS):
        start = data.find(b"\n", at) + 1 if at >= 0 else 0
        if start <= 0:
            return None
        at = data.find(mark, start)
        part = take_apart(data[start : at if at >= 0 else len(data)].strip(b"\r\n"))
        if part.kind in ("text/html", "application/xhtml+xml"):
            return part
    return None


def _field(part: Part, name: str) -> str:
    return (part.first(name) or b"")[:2_000].decode("utf-8", "replace").strip()
