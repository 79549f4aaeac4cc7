"""Header fields to text: folding undone, encoded words (RFC 2047) and raw 8-bit bytes decoded, all of it cleaned.

Encoded words are decoded after a field's structure was read, never before: what they hold is text and no syntax.
"""

from __future__ import annotations

import binascii
import re

from app.etiquette.text import clean
from app.exchange.mails.decoding import from_base64, text_of
from app.exchange.mails.parts import Part

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,20000}(?:\?(?!=)[^?]{0,20000}){0,9})\?=")
LONGEST = 100_000
"""Characters of a field that are read."""
_IDENTIFIER = re.compile(r"<([^<>\s]{1,900})>")


def unfolded(value: bytes, charset: str = "") -> str:
    """Return a field's raw text on one line; bytes that are not ASCII are in UTF-8, else in the mail's own charset."""
    raw = value[:LONGEST]
    return " ".join((raw.decode("ascii", "ignore") if raw.isascii() else text_of(raw, charset, first="utf-8")).split())


def words_decoded(text: str) -> str:
    """Return text with its encoded words decoded; white space between two of them is theirs (RFC 2047 6.2).

    Words that follow one another in one character set are decoded together, since programs cut within characters.
    """
    pieces: list[str] = []
    held, charset = b"", ""
    at = 0
    for match in _WORD.finditer(text):
        between = text[at : match.start()]
        name = match[1].split("*")[0].lower()
        if (between.strip() or name != charset) and held:
            pieces.append(text_of(held, charset))
            held = b""
        if between.strip() or at == 0:
            pieces.append(between)
        held, charset = held + _bytes_of(match), name
        at = match.end()
    if held:
        pieces.append(text_of(held, charset))
    return "".join(pieces) + text[at:]


def _bytes_of(match: re.Match[str]) -> bytes:
    held = match[3].encode("utf-8", "surrogateescape")
    if match[2] in "bB":
        return from_base64(held)
    return binascii.a2b_qp(held, header=True)


def text_field(part: Part, name: str) -> str:
    """Return a field such as Subject as one clean line; "" when there is none."""
    value = part.first(name)
    if value is None:
        return ""
    return clean(words_decoded(unfolded(value, part.parameters.get("charset", ""))))


def identifiers(part: Part, name: str) -> tuple[str, ...]:
    """Return the message identifiers of a field (RFC 5322 3.6.4), with their brackets, each once."""
    value = part.first(name)
    if value is None:
        return ()
    text = clean(unfolded(value))
    ids = [f"<{identifier}>" for identifier in _IDENTIFIER.findall(text)]
    if not ids and text and " " not in text and "@" in text:
        ids = [f"<{text.strip('<>')[:900]}>"]
    return tuple(dict.fromkeys(ids))
