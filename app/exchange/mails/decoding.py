"""Bytes of a mail to text: transfer encodings, character sets as told or guessed. It cleans nothing."""

from __future__ import annotations

import binascii
import codecs
import re
from encodings.aliases import aliases

from app.exchange.mails.parts import Part
from app.exchange.raw.code_pages import USUAL, code_page
from app.exchange.raw.decoding import nearly_utf8

_GUESSED_FROM = 4_000
"""Bytes by which an encoding that is not told, or told wrongly, is guessed."""
_WIDER = {
    "ascii": "utf_8",
    "iso8859_1": "cp1252",
    "iso8859_9": "cp1254",
    "iso8859_11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso2022_jp": "iso2022_jp_2",
    "big5": "big5hkscs",
}
"""Encodings that hold what programs really wrote under a narrower name (as the WHATWG's Encoding standard has it)."""
_OTHER_NAMES = {
    "unicode-1-1-utf-7": "utf-7",
    "x-unknown": "",
    "unknown-8bit": "",
    "default": "",
    "x-sjis": "cp932",
    "ks_c_5601": "cp949",
    "x-gbk": "gb18030",
    "x-mac-roman": "mac_roman",
    "cp-850": "cp850",
    "iso-8859-8-i": "iso8859_8",
    "utf8mb4": "utf-8",
}
_TEXT = (frozenset(aliases.values()) | {"iso8859_1", "utf_8_sig"}) - {
    "base64_codec",
    "bz2_codec",
    "hex_codec",
    "mbcs",
    "quopri_codec",
    "rot_13",
    "uu_codec",
    "zlib_codec",
}
_PADDING = re.compile(rb"=+")
_DIGITS = re.compile(rb"[A-Za-z0-9+/\s]*")
_NO_DIGITS = re.compile(rb"[^A-Za-z0-9+/]+")
_MOST_PIECES = 200


def decoded_body(part: Part) -> bytes:
    """Return a part's bytes, its transfer encoding (RFC 2045 section 6) undone as far as it can be."""
    encoding = part.word("content-transfer-encoding")
    if encoding.startswith("base64"):
        return from_base64(part.body)
    if encoding.startswith(("quoted", "qp")):
        return binascii.a2b_qp(part.body)
    if encoding in ("x-uuencode", "uuencode", "x-uue", "uue"):
        return _from_uuencode(part.body)
    return part.body


def from_base64(body: bytes) -> bytes:
    """Return what base64 holds: padded pieces one after the other, a cut-off end, no text that stands behind."""
    pieces: list[bytes] = []
    for piece in _PADDING.split(body, _MOST_PIECES):
        if pieces and not _DIGITS.fullmatch(piece):
            break
        digits = _NO_DIGITS.sub(b"", piece)
        digits = digits[:-1] if len(digits) % 4 == 1 else digits
        pieces.append(binascii.a2b_base64(digits + b"=" * (-len(digits) % 4)))
    return b"".join(pieces)


def _from_uuencode(body: bytes) -> bytes:
    lines = iter(body.splitlines())
    if not any(line.startswith(b"begin ") for line in lines):
        return body
    pieces: list[bytes] = []
    for line in lines:
        if line.strip() in (b"end", b"`"):
            break
        try:
            pieces.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(pieces)


def codec_named(name: str) -> str | None:
    """Return Python's name of a character set as mails call it, widened where that loses nothing; None: unknown.

    Codecs that are no character sets (zlib, rot13, punycode, unicode_escape) are unknown here, whatever a mail says.
    """
    wanted = name.strip().strip("\"'").lower().split("*")[0]
    wanted = _OTHER_NAMES.get(wanted, wanted)
    if not wanted or len(wanted) > 40 or not wanted.isascii():
        return None
    try:
        codec = codecs.lookup(wanted).name.replace("-", "_")
    except (LookupError, ValueError):
        return None
    return _WIDER.get(codec, codec) if codec in _TEXT else None


def text_of(data: bytes, charset: str = "", *, first: str = "") -> str:
    """Return text decoded from the stated character set if that fits; else from UTF-8, else from the likeliest one.

    Args:
        first: tried before all others.
    """
    if first and (text := _strictly(data, first)) is not None:
        return text
    codec = codec_named(charset)
    if codec is None and _has_escapes(data):
        codec = "iso2022_jp_2"
    if codec is not None and not (codec == "cp1252" and _is_utf8(data)):
        text = _strictly(data, codec)
        if text is not None:
            return text
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if _is_utf8(data):
        return data.decode("utf-8-sig")
    if codec not in (None, "utf_8", "utf_8_sig") and _loses_little(data, codec):
        return data.decode(codec, "replace")
    return data.decode(_likeliest(data), "replace")


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except (UnicodeError, ValueError):
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _has_escapes(data: bytes) -> bool:
    """Whether the bytes are ISO-2022-JP, by its shifts into and out of two-byte characters."""
    return (b"\x1b$B" in data or b"\x1b$@" in data) and (b"\x1b(B" in data or b"\x1b(J" in data)


def _loses_little(data: bytes, codec: str) -> bool:
    sample = data[:_GUESSED_FROM].decode(codec, "replace")
    return sample.count("\ufffd") * 20 <= len(sample)


def _likeliest(data: bytes) -> str:
    """Return the encoding that the bytes that are not ASCII speak for; Windows-1252 when nothing does."""
    if nearly_utf8(data) is not None:
        return "utf_8"
    page = code_page(data)
    if page is not None:
        return page
    from charset_normalizer import from_bytes

    odd = re.search(rb"[\x80-\xff]", data)
    start = max(0, odd.start() - _GUESSED_FROM // 4) if odd else 0
    sample = data[start : start + _GUESSED_FROM]
    best = from_bytes(sample, cp_exclusion=["utf_7", "utf_16", "utf_32", "mac_roman", "cp037"]).best()
    codec = codec_named(best.encoding) if best else None
    return USUAL if codec is None or (len(sample) < 200 and not _is_wide(codec)) else codec


def _is_wide(codec: str) -> bool:
    """Whether a character set is of a script that a few bytes give away."""
    return codec.startswith(("gb", "big5", "cp93", "cp94", "cp95", "euc", "cp1251", "koi8", "iso8859_5"))
