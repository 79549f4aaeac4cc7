"""One address is one address however it is spelt, and never another one."""

from __future__ import annotations

import pytest

from app.etiquette.addresses import address_key, ascii_domain


@pytest.mark.parametrize(
    ("domain", "ascii_form"),
    [
        ("faß.de", "xn--fa-hia.de"),
        ("βόλος.com", "xn--nxasmm1c.com"),
        ("Bücher.example", "xn--bcher-kva.example"),
        ("xn--fa-hia.de", "xn--fa-hia.de"),
        ("northwind.example", "northwind.example"),
    ],
)
def test_a_domain_keeps_its_letters(domain: str, ascii_form: str) -> None:
    assert ascii_domain(domain) == ascii_form


@pytest.mark.parametrize("domain", ["☃.net", "a..ü.de", "-ü.de", "ab\u202eü.de", "ex ü.de"])
def test_what_is_no_domain_is_refused(domain: str) -> None:
    with pytest.raises(UnicodeError):
        ascii_domain(domain)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dana@faß.de", "Dana@xn--fa-hia.DE"),
        ("jörg@northwind.example", "JO\u0308RG@Northwind.example"),
        (" dana@northwind.example", "dana@northwind.example"),
    ],
)
def test_two_spellings_are_one_address(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


def test_sharp_s_is_not_double_s() -> None:
    assert address_key("dana@faß.de") != address_key("dana@fass.de")
    assert address_key("weiß@northwind.example") != address_key("weiss@northwind.example")
