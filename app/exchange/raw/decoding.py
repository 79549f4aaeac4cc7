"""The bytes of a file as text, whatever program wrote them. Knows nothing of what the text holds."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from app.etiquette.errors import ImportFileError
from app.exchange.raw.code_pages import USUAL, code_page
from app.exchange.raw.packed import refuse_packed

LARGEST = 10 * 1024 * 1024
"""Bytes of a file."""
_SAMPLE = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_MANY_BYTES = ["gb18030", "big5", "shift_jis", "euc_kr", "euc_jp", "cp1251", "cp1253", "cp1252"]
_NUL_SHARE = 0.02
"""A file with more NULs than this is no text."""
_BAD_SHARE = 0.2
"""Up to this share of what is not ASCII may be broken in a file that is UTF-8 otherwise."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with line ends as LF, and how it was read."""

    text: str
    encoding: str
    mended: int = 0
    """Characters that could not be read and have a stand-in."""


def decoded(data: bytes) -> Decoded:
    """Return a file's text.

    Raises:
        ImportFileError: it is too large, or no text in any encoding known here.
    """
    if len(data) > LARGEST:
        raise ImportFileError("The file is larger than 10 MB. Split it, or export less, and try again.")
    refuse_packed(data)
    read = _marked(data) or _unmarked(data)
    text = read.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\0") > len(text) * _NUL_SHARE:
        raise ImportFileError(
            "This isn't a text file: it's full of zero bytes. Export it as text (csv, ics) and try again."
        )
    return Decoded(text, read.encoding, read.mended)


def _marked(data: bytes) -> Decoded | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = data.decode(name, errors="replace")
            return Decoded(text, name.removesuffix("-sig"), text.count("\ufffd"))
    return None


def _unmarked(data: bytes) -> Decoded:
    wide = _wide(data)
    if wide:
        text = data.decode(wide, errors="replace")
        return Decoded(text, wide, text.count("\ufffd"))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        mended = nearly_utf8(data)
        return _legacy(data) if mended is None else Decoded(mended, "utf-8", mended.count("\ufffd"))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: mostly every other byte of Western text is zero."""
    head = data[:4096]
    if len(head) < 4 or b"\0" not in head:
        return None
    half = len(head) / 2
    if head[1::2].count(0) > half * 0.6 and head[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if head[::2].count(0) > half * 0.6 and head[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


def nearly_utf8(data: bytes) -> str | None:
    """Return text that is UTF-8 with a few broken characters, which have a stand-in; None when it is not."""
    text = data.decode("utf-8", errors="replace")
    other = len(text) - len(text.encode("ascii", "ignore"))
    return text if text.count("\ufffd") <= other * _BAD_SHARE else None


def _legacy(data: bytes) -> Decoded:
    page = code_page(data)
    for name in [page, USUAL] if page else [_guessed(data), "gb18030", USUAL]:
        try:
            return Decoded(data.decode(name), name)
        except (UnicodeDecodeError, LookupError):
            continue
    return Decoded(data.decode("latin-1"), "latin-1")


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    telling: list[bytes] = []
    size = 0
    for line in data[: _SAMPLE * 16].split(b"\n")[:-1] or [data]:
        if size < _SAMPLE and _HIGH_RUN.search(line):
            telling.append(line[:_SAMPLE])
            size += len(line)
    best = from_bytes(b"\n".join(telling), cp_isolation=_MANY_BYTES).best()
    return best.encoding if best is not None else USUAL
