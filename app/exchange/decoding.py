"""A file's bytes as text, whatever wrote them: byte-order marks, UTF-16, Western and Chinese code pages."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_LOOKED_AT = 200_000
"""Bytes that a guess is made from."""


class Decoded(NamedTuple):
    """Text and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Return a file's text; no byte is dropped, and one that fits nowhere becomes what Windows would show."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding)
    wide = _wide(data[:2000])
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if _is_mostly_utf8(data[:_LOOKED_AT]):
        return Decoded(data.decode("utf-8", "windows-for-the-rest"), "utf-8, with some bytes that are not")
    return _guessed(data)


def _wide(start: bytes) -> str:
    """Return UTF-16 without its mark, told by every other byte being zero."""
    if len(start) < 8 or b"\0" not in start:
        return ""
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else ""


def _is_mostly_utf8(sample: bytes) -> bool:
    """Return whether characters of several bytes stand there as UTF-8 writes them, but for a few strays."""
    good = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", sample))
    high = sum(map(len, _HIGH_RUN.findall(sample)))
    return good >= 2 and good * 2 >= 0.7 * high


def _guessed(data: bytes) -> Decoded:
    runs = [len(run) for run in _HIGH_RUN.findall(data[:_LOOKED_AT])]
    even = sum(length % 2 == 0 for length in runs)
    if runs and even >= 0.7 * len(runs):
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            text = ""
        if text and _is_common_chinese(data[:_LOOKED_AT]):
            return Decoded(text, "gb18030")
        from charset_normalizer import from_bytes

        best = from_bytes(data[:_LOOKED_AT]).best()
        if best is not None:
            return Decoded(data.decode(best.encoding, "replace"), best.encoding)
    return Decoded(data.decode("cp1252", "latin-1-for-the-rest"), "cp1252")


def _is_common_chinese(sample: bytes) -> bool:
    """Return whether most pairs are of GB 2312's first level, its 3,755 common characters."""
    pairs = [run[i : i + 2] for run in _HIGH_RUN.findall(sample) for i in range(0, len(run) - 1, 2)]
    common: int = sum(0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1 for pair in pairs)
    return common >= 0.5 * len(pairs)


def _windows(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.start + 1]
    return wrong.decode("cp1252", "latin-1-for-the-rest"), error.start + 1


def _latin(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("windows-for-the-rest", _windows)
codecs.register_error("latin-1-for-the-rest", _latin)
