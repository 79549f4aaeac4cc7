"""Which revision of an event is written: an unchanged one stays what it was to the byte, a changed one wins.

A file without a METHOD says by DTSTAMP when an event was last revised (RFC 5545 3.8.7.2), not when it was written.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple

_BEGIN = b"BEGIN:VEVENT\r\n"
_WRITTEN = re.compile(
    rb"BEGIN:VEVENT\r\n(DTSTAMP:(\d{8}T\d{6}Z)\r\nLAST-MODIFIED:\d{8}T\d{6}Z\r\nSEQUENCE:(\d{1,19})\r\n)"
    rb"(.*?END:VEVENT\r\n)",
    re.DOTALL,
)
_UID = re.compile(rb"(?:\A|\r\n)(UID:.*?)\r\n(?! )", re.DOTALL)
_LARGEST = 2**31 - 1
"""RFC 5545 3.3.8: an INTEGER has 32 bits."""


class Revision(NamedTuple):
    """How often what an event tells of was changed so far, and when last."""

    number: int
    at: datetime


class Revisions:
    """The revisions that a file of ours holds, and what follows on them."""

    def __init__(self, before: bytes, now: datetime):
        self._now = now
        self._unchanged: dict[bytes, bytes] = {}
        self._by_uid: dict[bytes, tuple[int, bytes]] = {}
        for match in _WRITTEN.finditer(before):
            self._unchanged[match[4]] = match[1]
            self._by_uid[_uid_of(match[4])] = int(match[3]), match[2]

    def revised(self, event: bytes, revision: Revision, least_sequence: int) -> bytes:
        """Return a VEVENT, rendered without them, with DTSTAMP, LAST-MODIFIED and SEQUENCE.

        Args:
            revision: of the application that the event belongs to.
            least_sequence: the one that it came with from elsewhere.
        """
        content = event.removeprefix(_BEGIN)
        written = self._unchanged.get(content)
        before = self._by_uid.get(_uid_of(content))
        if written is not None and before is not None and before[0] >= min(least_sequence, _LARGEST):
            return _BEGIN + written + content
        at, sequence = revision.at, max(revision.number, least_sequence)
        if before is not None:
            sequence = max(sequence, before[0] + 1)
            last = datetime.strptime(before[1].decode(), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            at = at if at > last else self._now
        stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ").rjust(16, "0")
        lines = f"DTSTAMP:{stamp}\r\nLAST-MODIFIED:{stamp}\r\nSEQUENCE:{min(sequence, _LARGEST)}\r\n"
        return _BEGIN + lines.encode() + content


def _uid_of(content: bytes) -> bytes:
    match = _UID.search(content)
    return match[1] if match is not None else b""
