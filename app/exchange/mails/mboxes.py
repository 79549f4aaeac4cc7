"""Many mails in one file (RFC 4155 and its relatives), from its bytes: each with its line, none lost without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, tzinfo

from app.etiquette.errors import ImportFileError
from app.etiquette.text import clean
from app.exchange.contents import FileContents, Invitation, Message, ReportedRow
from app.exchange.mails.looks import FROM_LINE
from app.exchange.mails.moments import read_date
from app.exchange.mails.reading import read_one

LARGEST = 250_000_000
"""Bytes of an mbox."""
MOST_MAILS = 5_000
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_file(name: str, data: bytes, zone: tzinfo) -> FileContents:
    """Return what an mbox holds. See `read_mbox`.

    A mail that stands in it twice (one copy a label, as exports have it) is one.
    """
    if len(data) > LARGEST:
        raise ImportFileError(
            f"{clean(name)} is larger than {LARGEST // 1_000_000} MB: nothing was imported. Export fewer at once."
        )
    messages: dict[object, Message] = {}
    invitations: dict[Invitation, None] = {}
    reported: list[ReportedRow] = []
    merged = 0
    for count, (line, sent, mail) in enumerate(_mails(data)):
        if count >= MOST_MAILS:
            raise ImportFileError(
                f"{clean(name)} holds more than {MOST_MAILS} emails: nothing was imported. Export fewer at once."
            )
        try:
            read = read_one(mail, zone)
        except ImportFileError as error:
            reported.append(ReportedRow(line, str(error)))
            continue
        message = read.message if read.message.at else replace(read.message, at=read_date(sent, UTC))
        key = message.message_id or (message.sender, message.at, message.subject, message.text)
        merged += read.merged + (key in messages)
        messages.setdefault(key, message)
        invitations.update(dict.fromkeys(message.invitations))
        reported += [ReportedRow(line + row.line, row.reason) for row in read.reported]
    return FileContents(
        name,
        "mbox",
        rows=merged + len(reported),
        merged=merged,
        reported=tuple(reported),
        interviews=tuple(invitations),
        messages=tuple(messages.values()),
    )


def _mails(data: bytes) -> Iterator[tuple[int, str, bytes]]:
    """Yield each mail with the line it begins on (from 1) and the date of the line before it, `>From ` unescaped."""
    start, sent = 0, ""
    line, counted = 1, 0
    for match in FROM_LINE.finditer(data):
        if match.start() > start and is_parted(data, match.start()):
            if start or data[: match.start()].strip():
                yield line, sent, unescaped(data[start : match.start()])
            line += data.count(b"\n", counted, match.start())
            counted = match.start()
        elif match.start() > start:
            continue
        start, sent = match.start(), match[1].decode("ascii", "replace")
    if data[start:].strip():
        yield line, sent, unescaped(data[start:])


def is_parted(data: bytes, at: int) -> bool:
    """Return whether a mail begins at such a line: after an empty one, or where a header follows, as some programs
    have it."""
    if data[max(0, at - 2) : at] == b"\n\n" or data[max(0, at - 4) : at].endswith(b"\r\n\r\n"):
        return True
    end = data.find(b"\n", at)
    return re.match(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]", data[end + 1 : end + 100]) is not None


def unescaped(mail: bytes) -> bytes:
    """Return a mail of an mbox with its lines as they were sent: `>From ` is `From `."""
    return _ESCAPED.sub(rb"\1", mail)
