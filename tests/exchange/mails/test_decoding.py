"""Bytes to text: encodings told, told wrongly and not told, transfer encodings with faults."""

from __future__ import annotations

from base64 import b64encode

import pytest

from app.exchange.mails.decoding import codec_named, decoded_body, text_of
from app.exchange.mails.parts import take_apart

JAPANESE = "お世話になっております。面接の日程についてご連絡いたします。"
RUSSIAN = "Добрый день! Мы рассмотрели вашу анкету и хотели бы пригласить вас на собеседование в пятницу."
CHINESE = "您好，感谢您参加我们公司的面试，我们会在下周五之前通知您结果，请耐心等待。"
GERMAN = "Schöne Grüße aus München, wir würden Sie gerne für ein zweites Gespräch einladen – am Freitag um 10 Uhr."


@pytest.mark.parametrize(
    ("text", "written", "charset"),
    [
        (GERMAN, "utf-8", "utf-8"),
        (GERMAN, "utf-8", "iso-8859-1"),
        (GERMAN, "utf-8", "us-ascii"),
        (GERMAN, "utf-8", "no-such-charset"),
        (GERMAN, "cp1252", "iso-8859-1"),
        (GERMAN, "cp1252", "utf-8"),
        (GERMAN, "cp1252", "us-ascii"),
        (GERMAN, "cp1252", ""),
        (GERMAN, "utf-8-sig", ""),
        (GERMAN, "utf-16", "utf-16"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        (JAPANESE, "iso2022_jp", ""),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc_jp", ""),
        (RUSSIAN, "koi8_r", "koi8-r"),
        (RUSSIAN, "cp1251", ""),
        (CHINESE, "gbk", "gb2312"),
        (CHINESE, "gb18030", ""),
        ("感謝您參加面試", "big5", "big5"),
        ("한국어 메일", "cp949", "ks_c_5601-1987"),
        ("Grüße", "utf-7", "unicode-1-1-utf-7"),
    ],
)
def test_text_is_read_in_the_encoding_that_it_has(text: str, written: str, charset: str) -> None:
    assert text_of(text.encode(written), charset) == text


@pytest.mark.parametrize(
    "name", ["zlib", "rot13", "punycode", "idna", "unicode_escape", "base64", "undefined", "x" * 5_000]
)
def test_codecs_that_are_no_character_sets_are_unknown(name: str) -> None:
    assert codec_named(name) is None
    assert text_of(b"plain", name) == "plain"


def test_a_wrong_byte_costs_one_character_and_not_the_text() -> None:
    assert text_of("Grüße und mehr Wörter für Ärzte, äußerst höflich".encode() + b"\xff", "utf-8").startswith(
        "Grüße und"
    )


def _body(encoding: str, body: bytes) -> bytes:
    return decoded_body(take_apart(f"Content-Transfer-Encoding: {encoding}\n\n".encode() + body))


@pytest.mark.parametrize(
    ("encoding", "body", "meant"),
    [
        ("base64", b64encode(b"hello world"), b"hello world"),
        ("BASE64", b"aGVs\r\nbG8g\r\n d29y!bGQ", b"hello world"),
        ("base64", b64encode(b"hello") + b"\n" + b64encode(b" world"), b"hello world"),
        ("base64", b64encode(b"hello") + b"\n_______\nA list's footer\n", b"hello"),
        ("base64", b"aGVsbG8gd29ybGQ", b"hello world"),
        ("base64", b"aGVsb", b"hel"),
        ("base64", b"=" * 100_000, b""),
        ("quoted-printable", b"a=3Db=\r\nc = d; e=ZZ", b"a=bc = d; e=ZZ"),
        ("Quoted-Printable (comment)", b"caf=C3=A9", "café".encode()),
        ("x-uuencode", b"begin 644 x\n+:&5L;&\\@=V]R;&0 \n`\nend\n", b"hello world"),
        ("7-bit", b"as it is", b"as it is"),
        ("nonsense", b"as it is", b"as it is"),
    ],
)
def test_transfer_encodings_are_undone_as_far_as_they_can_be(encoding: str, body: bytes, meant: bytes) -> None:
    assert _body(encoding, body) == meant
