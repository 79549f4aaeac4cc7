"""A mail's bytes taken apart into its MIME parts (RFC 5322, RFC 2045 to 2047), in one pass over each level.

The standard library's parser follows every nesting, holds every line and slows with the square of the depth; this one
stops at the limits below. It knows no meaning: what a header or a part says is read elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message as LibraryMessage
from email.utils import collapse_rfc2231_value

from app.etiquette.errors import ImportFileError

LARGEST = 100_000_000
"""Bytes of a mail, nearly all of which are attachments: of its texts far less is read (`bodies.LARGEST_TEXT`)."""
MOST_PARTS = 100
DEEPEST = 20
LARGEST_HEADER = 1_000_000
_LONGEST_PARAMETERS = 10_000
_NAME = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_SEEN_AHEAD = 3
"""Lines after one that is no header field in which another field shows that it was a stray line only."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its header fields in their order, and its body, still encoded, or its parts."""

    fields: tuple[tuple[str, bytes], ...]
    """Name in lower case, value as it stands, folded lines included."""
    body: bytes
    """"" when there are parts."""
    parts: tuple[Part, ...] = ()
    kind: str = "text/plain"
    """Media type in lower case (RFC 2045 5.2: text/plain when it is not told or cannot be read)."""
    parameters: dict[str, str] = field(default_factory=dict)
    """Of the Content-Type, names in lower case."""

    def first(self, name: str) -> bytes | None:
        """Return the first field of that name (in lower case)."""
        return next((value for there, value in self.fields if there == name), None)

    def all(self, name: str) -> list[bytes]:
        """Return every field of that name."""
        return [value for there, value in self.fields if there == name]

    def word(self, name: str) -> str:
        """Return the first word of a field, in lower case, without a comment or parameters."""
        words = re.split(rb"[;(\s]", (self.first(name) or b"")[:_LONGEST_PARAMETERS].strip(), maxsplit=1)
        return words[0].decode("ascii", "replace").strip("\"'").lower()

    @property
    def file_name(self) -> str:
        """The name that an attachment would be saved under (RFC 2183, RFC 2231), "" when it has none."""
        try:
            return str(_library_headers(self).get_filename("") or "")
        except (ValueError, LookupError, TypeError):
            return ""

    def walk(self) -> list[Part]:
        """Return this part and all within it, those of attached mails excepted, in their order."""
        parts = [self]
        for part in self.parts:
            parts += part.walk()
        return parts


def take_apart(data: bytes) -> Part:
    """Return a mail's parts.

    Raises:
        ImportFileError: it is larger, has more parts or is nested deeper than is read.
    """
    if len(data) > LARGEST:
        raise ImportFileError(f"This email is larger than {LARGEST // 1_000_000} MB, so none of it was imported.")
    return _part(data, 0, [0], "text/plain")


def _part(data: bytes, depth: int, count: list[int], default: str) -> Part:
    count[0] += 1
    if count[0] > MOST_PARTS:
        raise ImportFileError(f"This email has more than {MOST_PARTS} parts, so none of it was imported.")
    if depth > DEEPEST:
        raise ImportFileError(f"This email's parts are nested more than {DEEPEST} deep, so none of it was imported.")
    fields, start = _fields(data)
    kind, parameters = _kind(fields, default)
    body = data[start:]
    if kind.startswith("multipart/"):
        bodies = _divided(body, parameters.get("boundary", ""))
        if bodies:
            within = "message/rfc822" if kind == "multipart/digest" else "text/plain"
            parts = tuple(_part(inner, depth + 1, count, within) for inner in bodies)
            return Part(fields, b"", parts, kind, parameters)
        kind = "text/plain"
    return Part(fields, body, (), kind, parameters)


def _fields(data: bytes) -> tuple[tuple[tuple[str, bytes], ...], int]:
    """Return the header's fields and where the body starts.

    A line that is no field is passed over where fields go on behind it; else the body begins there.
    """
    fields: list[tuple[str, bytes]] = []
    lines: list[bytes] = []
    name = ""
    at = 0
    while at < len(data):
        end = _line_end(data, at)
        line = data[at:end]
        bare = line.rstrip(b"\r\n")
        if not bare:
            at = end
            break
        if bare[:1] in (b" ", b"\t") and name:
            lines.append(line)
        elif match := _NAME.match(bare):
            if name:
                fields.append((name, b"".join(lines)))
            name, lines = match[1].decode("ascii").lower(), [line[match.end() :]]
        elif not _is_stray(data, end):
            break
        at = end
        if at > LARGEST_HEADER:
            raise ImportFileError("This email's header is larger than 1 MB, so none of it was imported.")
    if name:
        fields.append((name, b"".join(lines)))
    return tuple(fields), at


_BREAK = re.compile(rb"\r\n?|\n")


def _line_end(data: bytes, at: int) -> int:
    """Return where the next line starts; LF, CRLF and the CR of old Macs end one."""
    line_break = _BREAK.search(data, at, at + LARGEST_HEADER)
    return line_break.end() if line_break else len(data)


def _is_stray(data: bytes, at: int) -> bool:
    for _ in range(_SEEN_AHEAD):
        end = _line_end(data, at)
        line = data[at:end].rstrip(b"\r\n")
        if not line:
            return False
        if _NAME.match(line):
            return True
        at = end
    return False


def _kind(fields: tuple[tuple[str, bytes], ...], default: str) -> tuple[str, dict[str, str]]:
    """Return the media type and its parameters, of the first Content-Type that can be read."""
    for name, value in fields:
        if name != "content-type" or not value.strip():
            continue
        headers = _library_headers(Part((("content-type", value),), b""))
        kind = headers.get_content_type() if b"/" in value else default
        try:
            pairs = headers.get_params([])[1:]
        except (ValueError, LookupError, TypeError):
            pairs = []
        parameters = {key.lower(): collapse_rfc2231_value(text or "").strip() for key, text in pairs}
        return kind, parameters
    return default, {}


def _library_headers(part: Part) -> LibraryMessage:
    """Return the fields that carry parameters, for the standard library to read them (RFC 2231)."""
    message = LibraryMessage()
    for name in ("content-type", "content-disposition"):
        value = part.first(name)
        if value is not None:
            text = " ".join(value[:_LONGEST_PARAMETERS].decode("utf-8", "replace").split())
            message[name] = text
    return message


def _divided(body: bytes, boundary: str) -> list[bytes]:
    """Return what stands between the boundary lines (RFC 2046 5.1.1); a boundary that is not stated is looked for."""
    mark = boundary.rstrip().encode("utf-8", "surrogateescape")
    if not mark or not _has_line(body, mark):
        guessed = re.search(rb"^--([!-~]{1,200})[ \t]*\r?\n(?=[A-Za-z-]+:)", body[:100_000], re.MULTILINE)
        if guessed is None:
            return []
        mark = guessed[1]
    bodies: list[bytes] = []
    start = -1
    at = 0
    delimiter = b"--" + mark
    while (place := body.find(delimiter, at)) >= 0:
        end = _line_end(body, place)
        rest = body[place + len(delimiter) : end].strip()
        at = end
        if (place > 0 and body[place - 1 : place] not in (b"\n", b"\r")) or rest not in (b"", b"--"):
            continue
        if start >= 0:
            bodies.append(_without_last_break(body[start:place]))
        start = end
        if rest == b"--":
            return bodies
        if len(bodies) > MOST_PARTS:
            raise ImportFileError(f"This email has more than {MOST_PARTS} parts, so none of it was imported.")
    if start >= 0:
        bodies.append(body[start:])
    return bodies


def _has_line(body: bytes, mark: bytes) -> bool:
    return re.search(rb"(?:^|[\r\n])--" + re.escape(mark) + rb"(?:--)?[ \t]*(?:[\r\n]|$)", body) is not None


def _without_last_break(body: bytes) -> bytes:
    """The line break before a boundary belongs to the boundary."""
    if body.endswith(b"\r\n"):
        return body[:-2]
    return body[:-1] if body[-1:] in (b"\n", b"\r") else body
