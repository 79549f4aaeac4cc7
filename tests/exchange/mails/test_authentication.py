"""What the server that took a mail in says against its sender; nothing is ever told in its favor."""

from __future__ import annotations

from datetime import UTC

import pytest

from app.exchange.mails.reading import read_one

MAIL = b"From: dana@northwind.example\r\nSubject: Hi\r\n\r\nHello\r\n"


def failed(*fields: str) -> tuple[str, ...]:
    header = "".join(f"Authentication-Results: {field}\r\n" for field in fields).encode()
    return read_one(header + MAIL, UTC).message.failed_checks


@pytest.mark.parametrize(
    ("field", "checks"),
    [
        (
            "mx.example; spf=fail smtp.mailfrom=a.example; dkim=fail (bad signature); dmarc=fail",
            ("SPF", "DKIM", "DMARC"),
        ),
        ("mx.example; spf=softfail", ("SPF",)),
        ("mx.example;\r\n spf=fail\r\n smtp.mailfrom=x;\r\n dkim=pass", ("SPF",)),
        ("mx.example; dkim=fail; dkim=pass header.d=northwind.example", ()),
        ("mx.example; spf=fail; dkim=fail; dmarc=pass (p=reject)", ()),
        ("mx.example; none", ()),
        ("mx.example (spf=fail in a comment); spf=pass", ()),
        ("mx.example; SPF = FAIL", ("SPF",)),
        ("\xff\xfe;;;===", ()),
    ],
)
def test_what_failed_is_told(field: str, checks: tuple[str, ...]) -> None:
    assert failed(field) == checks


def test_the_topmost_field_counts() -> None:
    assert failed("mx.example; dmarc=fail", "forged.example; dmarc=pass") == ("DMARC",)
    assert failed() == ()
