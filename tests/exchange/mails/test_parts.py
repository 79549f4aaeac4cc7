"""Mails taken apart: nesting, boundaries that lie, headers that are broken, and the limits that end every bomb."""

from __future__ import annotations

import pytest

from app.etiquette.errors import ImportFileError
from app.exchange.mails.parts import DEEPEST, MOST_PARTS, take_apart


def test_the_parts_of_a_mail_are_found_with_their_types_and_parameters() -> None:
    mail = take_apart(
        b'Content-Type: multipart/mixed;\r\n\tboundary="a b"\r\n\r\npreamble\r\n--a b\r\n\r\nplain\r\n--a b\r\n'
        b"Content-Type: text/html; charset*=us-ascii''utf-8\r\n\r\n<p>\r\n--a b--\r\nepilogue"
    )
    assert [(part.kind, part.body) for part in mail.parts] == [("text/plain", b"plain"), ("text/html", b"<p>")]
    assert mail.parts[1].parameters["charset"] == "utf-8"


def test_a_longer_boundary_line_is_no_boundary() -> None:
    mail = take_apart(b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--ab\n--a \n\ntwo\n--a--\n")
    assert [part.body for part in mail.parts] == [b"one\n--ab", b"two"]


@pytest.mark.parametrize(
    "content_type",
    [
        b"multipart/mixed",
        b"multipart/mixed; boundary=other",
        b'multipart/mixed; boundary="',
        b"multipart/mixed; boundary=\xc3\xbc",
    ],
)
def test_a_boundary_that_is_missing_or_wrong_is_looked_for(content_type: bytes) -> None:
    mail = take_apart(b"Content-Type: " + content_type + b"\n\n--real\nContent-Type: text/plain\n\none\n--real--\n")
    assert [part.body for part in mail.parts] == [b"one"]


def test_a_multipart_without_any_boundary_is_text() -> None:
    mail = take_apart(b"Content-Type: multipart/mixed; boundary=x\n\njust text\n")
    assert (mail.kind, mail.parts, mail.body) == ("text/plain", (), b"just text\n")


def test_a_part_that_is_cut_off_is_kept_as_far_as_it_goes() -> None:
    mail = take_apart(b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntwo goes on")
    assert [part.body for part in mail.parts] == [b"one", b"two goes on"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_kind_of_line_end_ends_a_header_line(end: bytes) -> None:
    mail = take_apart(end.join([b"Subject: one", b" more", b"From: x", b"", b"text"]))
    assert dict(mail.fields).keys() == {"subject", "from"}
    assert mail.body == b"text"


def test_a_stray_line_in_a_header_is_passed_over_but_the_body_is_no_header() -> None:
    mail = take_apart(b"From: a@x.example\nthis is no field\nSubject: hi\nHello there, no empty line above\nand more\n")
    assert [name for name, _ in mail.fields] == ["from", "subject"]
    assert mail.body.startswith(b"Hello there")


def test_an_attachment_has_the_name_that_rfc_2231_gives_it() -> None:
    mail = take_apart(b"Content-Disposition: attachment; filename*0*=utf-8''einl%C3%A4d; filename*1=ung.ics\n\n")
    assert mail.file_name == "einlädung.ics"


def _nested(depth: int) -> bytes:
    opened = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    return opened + b"\ntext\n"


def test_a_mail_as_deep_as_is_read_is_read() -> None:
    part = take_apart(_nested(DEEPEST))
    for _ in range(DEEPEST):
        part = part.parts[0]
    assert part.body == b"text\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_nested(10_000), "nested more than 20 deep"),
        (b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * (MOST_PARTS + 1), "more than 100 parts"),
        (b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n" * 2_000_000, "more than 100 parts"),
        (b"Content-Type: multipart/digest; boundary=b\n\n" + b"--b\n\n" * 900_000, "more than 100 parts"),
        (b"Subject: " + b"x" * 1_100_000 + b"\n\n", "header is larger than 1 MB"),
        (b"X: y\n" * 300_000 + b"\n", "header is larger than 1 MB"),
        (bytes(100_000_001), "larger than 100 MB"),
    ],
    ids=["deep", "parts", "boundaries", "digest", "long", "headers", "large"],
)
def test_what_is_larger_than_is_read_is_refused_with_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(ImportFileError, match=said):
        take_apart(data)


def test_a_hundred_thousand_header_fields_are_read() -> None:
    assert len(take_apart(b"X: y\n" * 100_000 + b"\ntext").fields) == 100_000
