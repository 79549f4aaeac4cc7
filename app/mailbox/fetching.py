"""Mail fetched from a folder that is open to be looked at: headers, texts and calendars, never another attachment.

Outlook's winmail.dat, in which invitations are, counts as a calendar, unless it is so large that files are in it.

What is fetched is put together as one mail again, for the same reader that reads files. A part that is left out keeps
its header, so that it is seen to have been there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any

from imapclient.exceptions import ProtocolError

from app.mailbox.connection import MailboxLine

LARGEST = 2_000_000
"""Bytes of one mail that are fetched."""
_LARGEST_PART = 1_000_000
_LARGEST_HEADER = 200_000
_TOGETHER = 25
"""Mails asked for at once, of those that are fetched whole."""
_MOST_PARTS = 60
_TEXTS = frozenset(
    {"text/plain", "text/html", "text/enriched", "text/markdown", "text/calendar", "application/ics",
     "message/delivery-status", "message/disposition-notification", "text/rfc822-headers"}
)  # fmt: skip
"""Kinds of parts that are read."""
_CALENDARS = (".ics", ".ical", ".ifb")
_OUTLOOKS = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_WINMAIL = "winmail.dat"


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A part without parts."""

    number: str
    """As FETCH calls it: 1.2."""
    kind: str
    size: int
    is_wanted: bool
    is_outlooks: bool = False
    """Whether it is a winmail.dat."""


@dataclass(frozen=True, slots=True)
class _Branch:
    """A part of parts."""

    subtype: str
    parameters: tuple[tuple[str, str], ...] = ()
    parts: tuple[_Leaf | _Branch, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Fetched:
    """One mail as it was fetched; "" where it could not be, and `problem` says why."""

    uid: int
    data: bytes = field(default=b"", repr=False)
    problem: str = ""


def fetched(line: MailboxLine, uids: Iterable[int]) -> Iterator[Fetched]:
    """Yield the mails of these UIDs, those that are gone left out.

    Raises:
        OSError, IMAPClientError: the connection broke; see `connection.explained`.
    """
    wanted = list(uids)
    for start in range(0, len(wanted), 200):
        shapes = _shapes(line, wanted[start : start + 200])
        whole = [uid for uid, (shape, size) in shapes.items() if _is_whole(shape, size)]
        for at in range(0, len(whole), _TOGETHER):
            yield from _whole(line, whole[at : at + _TOGETHER])
        for uid, (shape, _) in shapes.items():
            if not _is_whole(shape, shapes[uid][1]):
                yield _in_parts(line, uid, shape)


def _shapes(line: MailboxLine, uids: list[int]) -> dict[int, tuple[_Leaf | _Branch | None, int]]:
    """Return how each mail is built and its size; None where the server's answer cannot be understood."""
    try:
        answer = line.fetch(uids, ["RFC822.SIZE", "BODYSTRUCTURE"])
    except ProtocolError:
        if len(uids) == 1:
            return {uids[0]: (None, 0)}
        return {uid: shape for one in uids for uid, shape in _shapes(line, [one]).items()}
    shapes: dict[int, tuple[_Leaf | _Branch | None, int]] = {}
    for uid, fields in answer.items():
        if uid not in uids:
            continue
        try:
            shape: _Leaf | _Branch | None = _shape(fields[b"BODYSTRUCTURE"], "", [0])
        except (KeyError, IndexError, TypeError, ValueError, AttributeError, RecursionError):
            shape = None
        size = fields.get(b"RFC822.SIZE")
        shapes[uid] = (shape, size if isinstance(size, int) else LARGEST)
    return shapes


def _is_whole(shape: _Leaf | _Branch | None, size: int) -> bool:
    """Return whether a mail is fetched as it is: nothing in it is an attachment, and it is not too long."""
    return size <= LARGEST and shape is not None and all(leaf.is_wanted for leaf in _leaves(shape))


def _leaves(shape: _Leaf | _Branch) -> Iterator[_Leaf]:
    if isinstance(shape, _Leaf):
        yield shape
    else:
        for part in shape.parts:
            yield from _leaves(part)


def _whole(line: MailboxLine, uids: list[int]) -> Iterator[Fetched]:
    asked = f"BODY.PEEK[]<0.{LARGEST}>"
    for uid, fields in line.fetch(uids, [asked]).items():
        data = fields.get(b"BODY[]<0>")
        if isinstance(data, bytes) and data.strip():
            yield Fetched(uid, data)
        else:
            yield Fetched(uid, problem="the server sent it empty")


def _in_parts(line: MailboxLine, uid: int, shape: _Leaf | _Branch | None) -> Fetched:
    """Return a mail's header, with those of its parts that are read; where its build is not understood, no more."""
    header_asked = f"BODY.PEEK[HEADER]<0.{_LARGEST_HEADER}>"
    if shape is None or isinstance(shape, _Leaf):
        body = f"BODY.PEEK[TEXT]<0.{_largest(shape)}>" if shape is not None and shape.is_wanted else ""
        fields = _answer(line, uid, [header_asked, *([body] if body else [])])
        return Fetched(uid, _text(fields, "HEADER").rstrip(b"\r\n") + b"\r\n\r\n" + _text(fields, "TEXT"))
    asked, room = [header_asked], LARGEST
    for leaf in _leaves(shape):
        asked.append(f"BODY.PEEK[{leaf.number}.MIME]<0.{_LARGEST_HEADER // 10}>")
        if leaf.kind == "message/rfc822":
            asked.append(f"BODY.PEEK[{leaf.number}.HEADER]<0.{_LARGEST_HEADER // 10}>")
        elif leaf.is_wanted and room > 0:
            asked.append(f"BODY.PEEK[{leaf.number}]<0.{min(room, _largest(leaf))}>")
            room -= min(leaf.size, _largest(leaf))
    fields = _answer(line, uid, asked)
    header = _without_content_fields(_text(fields, "HEADER"))
    return Fetched(uid, header + _put_together(shape, fields))


def _largest(leaf: _Leaf) -> int:
    """Return how many bytes of a part are fetched."""
    return LARGEST if leaf.is_outlooks else _LARGEST_PART


def _answer(line: MailboxLine, uid: int, asked: list[str]) -> dict[bytes, Any]:
    answer: dict[bytes, Any] = line.fetch([uid], asked).get(uid, {})
    return answer


def _text(fields: dict[bytes, Any], section: str) -> bytes:
    data = fields.get(f"BODY[{section}]<0>".encode())
    return data if isinstance(data, bytes) else b""


def _without_content_fields(header: bytes) -> bytes:
    """Return a header without the fields that said how the whole was put together, as it is put together anew."""
    kept: list[bytes] = []
    is_kept = True
    for text in header.rstrip(b"\r\n").splitlines(keepends=True):
        if text[:1] not in (b" ", b"\t"):
            is_kept = not text[:26].lower().startswith((b"content-type:", b"content-transfer-encoding:"))
        if is_kept:
            kept.append(text.rstrip(b"\r\n") + b"\r\n")
    return b"".join(kept)


def _put_together(shape: _Leaf | _Branch, fields: dict[bytes, Any]) -> bytes:
    """Return a part with its header: of a branch its parts between boundaries that nobody could have foreseen."""
    if isinstance(shape, _Leaf):
        header = _text(fields, f"{shape.number}.MIME").rstrip(b"\r\n")
        inner = f"{shape.number}.HEADER" if shape.kind == "message/rfc822" else shape.number
        return header + b"\r\n\r\n" + _text(fields, inner)
    boundary = f"afterword-{token_hex(16)}".encode()
    words = "".join(f'; {name}="{value}"' for name, value in shape.parameters)
    kind = f"Content-Type: multipart/{shape.subtype}{words}".encode()
    parts = b"".join(b"\r\n--" + boundary + b"\r\n" + _put_together(part, fields) for part in shape.parts)
    return kind + b'; boundary="' + boundary + b'"\r\n\r\n' + parts + b"\r\n--" + boundary + b"--\r\n"


def _shape(structure: Any, number: str, count: list[int]) -> _Leaf | _Branch:
    """Return the build that a BODYSTRUCTURE tells (RFC 9051 7.5.2)."""
    count[0] += 1
    if count[0] > _MOST_PARTS:
        raise ValueError("more parts than are read")
    if isinstance(structure[0], list | tuple):
        prefix = f"{number}." if number else ""
        parts = tuple(_shape(part, f"{prefix}{place}", count) for place, part in enumerate(structure[0], 1))
        kept = tuple((name, value) for name, value in _pairs(structure[2]) if name in ("report-type", "type", "start"))
        return _Branch(_word(structure[1]), kept, parts)
    kind = f"{_word(structure[0])}/{_word(structure[1])}"
    names = [
        value.lower() for name, value in (*_pairs(structure[2]), *_named(structure)) if name in ("name", "filename")
    ]
    is_calendar = any(name.endswith(_CALENDARS) for name in names)
    is_attached = any(isinstance(item, tuple) and _is_attachment(item) for item in structure[7:])
    size = structure[6] if isinstance(structure[6], int) else LARGEST
    is_wanted = is_calendar or (kind in _TEXTS and (not is_attached or not kind.startswith("text/p")))
    is_outlooks = kind in _OUTLOOKS or _WINMAIL in names
    is_wanted = size <= LARGEST if is_outlooks else is_wanted or kind == "text/calendar"
    return _Leaf(number or "1", kind, size, is_wanted, is_outlooks)


def _named(structure: Any) -> list[tuple[str, str]]:
    """Return the parameters of a part's disposition (RFC 2183)."""
    return [
        pair
        for item in structure[7:]
        if isinstance(item, tuple) and len(item) > 1 and isinstance(item[0], bytes) and isinstance(item[1], tuple)
        for pair in _pairs(item[1])
    ]


def _is_attachment(structure: tuple[Any, ...]) -> bool:
    return bool(structure) and isinstance(structure[0], bytes) and structure[0].lower() == b"attachment"


def _pairs(structure: Any) -> list[tuple[str, str]]:
    if not isinstance(structure, list | tuple):
        return []
    flat = [_word(each) for each in structure]
    return [(name, value) for name, value in zip(flat[::2], flat[1::2], strict=False)]


def _word(structure: Any) -> str:
    """Return a word of the server's as text that cannot break out of a header."""
    text = structure.decode("utf-8", "replace") if isinstance(structure, bytes) else str(structure)
    return "".join(char for char in text if char.isprintable() and char not in '"\\;').lower()[:200]
