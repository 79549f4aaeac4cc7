"""Bytes of a calendar cut into content lines (RFC 5545 3.1), unfolded before they are decoded. Knows no meaning.

Tolerated: any line end, byte-order marks, UTF-16, Latin-1 bytes, line breaks that nobody escaped or folded.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from icalendar.parser.parameter import rfc_6868_unescape
from icalendar.parser.property import unescape_backslash

from app.etiquette.errors import ImportFileError

LARGEST = 10 * 1024 * 1024
"""Bytes of one calendar."""
MOST_LINES = 120_000
"""Lines of one calendar, far more than its other limits leave room for."""
LONGEST = 65_536
"""Bytes of one property that are looked at."""
TEXTS = frozenset({"DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT", "CONTACT", "CATEGORIES", "X-ALT-DESC"})
"""Properties in whose text line breaks are met that should have been escaped."""
_NAMES = TEXTS | frozenset(
    """ACTION ATTACH ATTENDEE BEGIN CALSCALE CLASS COLOR COMPLETED CONFERENCE CREATED DTEND DTSTAMP DTSTART DUE
    DURATION END EXDATE EXRULE FREEBUSY GEO IMAGE LAST-MODIFIED METHOD NAME ORGANIZER PERCENT-COMPLETE PRIORITY PRODID
    RDATE RECURRENCE-ID REFRESH-INTERVAL RELATED-TO REPEAT REQUEST-STATUS RESOURCES RRULE SEQUENCE SOURCE STATUS TRANSP
    TRIGGER TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL UID URL VERSION""".split()
)
_LONG = frozenset({"ATTENDEE", "ORGANIZER", "URL", "CONFERENCE"})
"""Properties besides texts that a line without a name may go on: wrapped by what carried the file."""
_SCHEMES = frozenset({"MAILTO", "HTTP", "HTTPS", "TEL", "SIP"})
_NAME = re.compile(rb"([A-Za-z0-9.-]+)[ \t]*([;:]|\Z)")
_HEAD = re.compile(r'[^:"]*(?:"[^"]*"[^:"]*)*:')
_DATED = re.compile(r"(.*):[ \t]*(\d{4}-?\d\d-?\d\d\S{0,100}+)\s*+", re.DOTALL)
_ADDRESS = re.compile(":mailto:", re.IGNORECASE)
_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*=\s*(?:"([^"]*)"?|([^;]*))')
_ESCAPED = re.compile(r"\\([,;\\])")
_DATES = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID", "DTSTAMP"})


class ContentLine(NamedTuple):
    """One property: its name in capitals, its parameters by name in capitals, its value with its escapes."""

    line: int
    """Where it begins in the file, from 1."""
    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text: escapes resolved."""
        return str(unescape_backslash(self.value))


def content_lines(data: bytes, wanted: frozenset[str]) -> Iterator[ContentLine]:
    """Yield the properties with wanted names, and those that somebody invented (X-) when a link is in them.

    Raises:
        ImportFileError: it is too large.
    """
    if len(data) > LARGEST:
        raise ImportFileError("The calendar is larger than 10 MB. Export fewer months, and import those.")
    data = _as_utf8(data).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if data.count(b"\n") > MOST_LINES:
        raise ImportFileError(f"The calendar has more than {MOST_LINES:,} lines. Export fewer months.")
    for number, name, raw in _unfolded(data):
        if name in wanted or (name.startswith("X-") and b"https:" in raw):
            yield _parsed(number, name, _decoded(raw))


def _as_utf8(data: bytes) -> bytes:
    """Return the bytes without a mark; UTF-16 as UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    if data[1:2] == b"\0" and data[3:4] == b"\0":
        return data.decode("utf-16-le", errors="replace").encode("utf-8", errors="replace")
    return data.removeprefix(b"\xef\xbb\xbf")


def _unfolded(data: bytes) -> Iterator[tuple[int, str, bytes]]:
    """Yield line number, name and bytes of each property, joined from the lines that it is spread over."""
    number, name, parts, size = 0, "", [b""], 0
    blanks, is_raw = 0, False
    for count, ended in enumerate(io.BytesIO(data), 1):
        line = ended.rstrip(b"\n")
        begins = None if line[:1] in (b" ", b"\t") and name else _name_of(line, name, is_raw)
        if begins is not None:
            if name:
                yield number, name, b"".join(parts)
            number, name, parts, size = count, begins, [line.lstrip()], len(line)
            blanks, is_raw = 0, False
        elif not line.strip():
            blanks += 1
        elif name and size < LONGEST and _goes_on(name, is_fold := line[:1] in (b" ", b"\t")):
            if not is_fold and name in TEXTS:
                is_raw = True
                parts.append(b"\\n" * (blanks + 1))
            parts.append(line[1:] if is_fold else line)
            size += len(line)
            blanks = 0
    if name:
        yield number, name, b"".join(parts)


def _goes_on(name: str, is_fold: bool) -> bool:
    return is_fold or name in TEXTS or name in _LONG or name.startswith("X-")


def _name_of(line: bytes, current: str, is_raw: bool) -> str | None:
    """Return the name of the property that a line begins, None when it goes on with the one before.

    Args:
        current: the property before.
        is_raw: whether that one's text was broken into lines: then what looks like a name may be text of it.

    A name may stand alone on its line, when the fold comes right after it.
    """
    match = _NAME.match(line.lstrip())
    if match is None:
        return None
    written = match[1].decode("ascii").rpartition(".")[2]
    name = written.upper()
    if name in _SCHEMES or (is_raw and written != name):
        return None
    if not match[2] and written not in _NAMES:
        return None
    if name in _NAMES or name.startswith("X-"):
        return name
    return None if current in TEXTS else name


def _decoded(raw: bytes) -> str:
    try:
        return raw[:LONGEST].decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= LONGEST - 4:
            return raw[: error.start].decode("utf-8")
        return raw[:LONGEST].decode("cp1252", errors="replace")


def _parsed(number: int, name: str, text: str) -> ContentLine:
    head, value = _parts(name, text)
    parameters: dict[str, str] = {}
    if ";" in head:
        for match in _PARAMETER.finditer(head):
            parameters.setdefault(match[1].upper(), _unquoted(match[2] if match[2] is not None else match[3]))
    return ContentLine(number, name, parameters, value)


def _parts(name: str, text: str) -> tuple[str, str]:
    """Return what stands before a property's value, and the value.

    A colon may stand unquoted in a zone's name, and quotes unpaired in a person's.
    """
    if name in _DATES and (dated := _DATED.fullmatch(text)):
        return dated[1], dated[2]
    head = _HEAD.match(text)
    if head is not None:
        return head[0][:-1], text[head.end() :].strip()
    before, _, value = text.partition(":")
    address = _ADDRESS.search(text)
    return (text[: address.start()], text[address.start() + 1 :].strip()) if address else (before, value.strip())


def _unquoted(value: str) -> str:
    """Return a parameter's value with RFC 6868's escapes resolved, and those that nobody should have written."""
    value = value.strip()
    if "^" in value:
        value = rfc_6868_unescape(value)
    return _ESCAPED.sub(r"\1", value) if "\\" in value else value
