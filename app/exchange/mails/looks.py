"""Whether bytes are a mail or an mbox, by what they hold. Cautious: a table, a calendar or prose is none."""

from __future__ import annotations

import re

_HEAD = 64_000
FROM_LINE = re.compile(
    rb"^From (?:[^\r\n]{0,300} )?((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2})"
    rb"(?:,? +\d{4})? +\d{1,2}:\d\d(?::\d\d)?[^\r\n]{0,60})\r?$",
    re.MULTILINE,
)
"""The line before each mail: From, an address or -, a date as C's asctime() writes it."""
_OPENING = re.compile(rb"\A(?:\xef\xbb\xbf)?[ \t\r\n]{0,1000}")
_BEFORE_HEADER = re.compile(_OPENING.pattern + rb"(?:>?From [^\r\n]{1,500}\r?\n)?")
_FIELD = re.compile(rb"([!-9;-~]{1,80}):")
_TECHNICAL = frozenset(
    b"message-id in-reply-to references return-path received mime-version content-type content-transfer-encoding "
    b"delivered-to x-mailer user-agent dkim-signature envelope-to x-original-to auto-submitted".split()
)
_SPOKEN = frozenset(b"from to cc bcc subject date sender reply-to".split())
_WHO = frozenset((b"from", b"sender", b"return-path", b"received", b"delivered-to", b"message-id", b"to"))


_EMLX = re.compile(rb"\A[ \t]{0,20}(\d{1,10})[ \t]{0,20}\r?\n(?=[!-9;-~]{1,80}:)")
"""How a file of Apple Mail begins: with the number of the mail's bytes, behind which a property list stands."""


def from_header(data: bytes) -> bytes:
    """Return a mail from its header on: without a byte-order mark, empty lines, an mbox's line before it, or what Apple
    Mail has around it (.emlx)."""
    if counted := _EMLX.match(data):
        return data[counted.end() : counted.end() + int(counted[1])]
    before = _BEFORE_HEADER.match(data)
    return data[before.end() :] if before else data


def looks_like_mail(data: bytes) -> bool:
    """Return whether the bytes begin with the header of a mail.

    That is two fields that mails have, one of them saying who; of these, one that programs write and people do not, or
    an address. A note that begins with From and To is none.
    """
    fields = _fields(from_header(data[:_HEAD]))
    names = fields.keys() & (_TECHNICAL | _SPOKEN)
    is_technical = bool(names & _TECHNICAL) or b"@" in fields.get(b"from", b"")
    return len(names) > 1 and bool(names & _WHO) and is_technical


def looks_like_mbox(data: bytes) -> bool:
    """Return whether the bytes begin with the line that precedes each mail of an mbox, and a header after it."""
    opening = _OPENING.match(data[:_HEAD])
    return FROM_LINE.match(data, opening.end() if opening else 0) is not None and looks_like_mail(data)


def _fields(head: bytes) -> dict[bytes, bytes]:
    """Return the fields at the start, names in lower case, no folded lines; nothing when the first line is none."""
    fields: dict[bytes, bytes] = {}
    strays = 0
    for line in re.split(rb"\r\n|\n|\r", head)[:400]:
        if not line:
            break
        if line[:1] in (b" ", b"\t") and fields:
            continue
        match = _FIELD.match(line)
        if match:
            fields.setdefault(match[1].lower(), line[match.end() :])
        else:
            strays += 1
            if not fields or strays > 2:
                break
    return fields
