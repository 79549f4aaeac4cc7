"""Many mails in one file: where each begins, what was escaped, what cannot be read, and doubles."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.errors import ImportFileError
from app.exchange.contents import FileContents
from app.exchange.mails import looks_like_mbox, read_mbox
from tests.exchange.mails.writing import mail, multipart, part

FROM = b"From dana@northwind.example Mon Nov 23 10:00:00 2026\n"


def _read(data: bytes) -> FileContents:
    file = read_mbox("all.mbox", data, ZoneInfo("Europe/Berlin"))
    assert (file.kind, file.rows) == ("mbox", file.merged + len(file.reported))
    return file


def _box(*mails: bytes, line: bytes = FROM) -> bytes:
    return b"".join(line + data + b"\n\n" for data in mails)


@pytest.mark.parametrize(
    "line",
    [
        FROM,
        b"From - Mon Nov 23 10:00:00 2026\r\n",
        b"From 1784@xxx Mon Nov 23 10:00:00 +0000 2026\n",
        b"From MAILER-DAEMON Mon Nov  3 10:00 2026\n",
        b'From "a b"@x.example Mon Nov 23 10:00:00 CET 2026\n',
    ],
)
def test_each_mail_is_found_with_its_text(line: bytes) -> None:
    data = _box(*[mail(f"text {n}", Message_ID=f"<{n}@x>") for n in range(3)], line=line)
    assert looks_like_mbox(data)
    assert [message.text for message in _read(data).messages] == ["text 0", "text 1", "text 2"]


def test_lines_that_begin_with_from_are_unescaped_and_no_mail() -> None:
    text = "one\n\n>From Monday on\n>>From deeper\nFrom here on\n\nFrom now on, at 10:00, it is 2026.\nend"
    (message,) = _read(_box(mail(text, Content_Type="text/plain"))).messages
    assert message.text == "one\n\nFrom Monday on\n\nFrom here on\n\nFrom now on, at 10:00, it is 2026.\nend"


def test_mails_without_an_empty_line_between_them_are_parted_where_a_header_follows() -> None:
    one, two = mail("one", Message_ID="<1@x>"), mail("two", Message_ID="<2@x>")
    assert [message.text for message in _read(FROM + one + b"\n" + FROM + two).messages] == ["one", "two"]


def test_what_cannot_be_read_is_told_with_its_line_and_the_rest_kept() -> None:
    bomb = multipart("mixed", *[part("x")] * 101, Message_ID="<b@x>")
    file = _read(_box(mail("one", Message_ID="<1@x>"), bomb, mail("two", Message_ID="<2@x>")))
    assert [message.text for message in file.messages] == ["one", "two"]
    (row,) = file.reported
    assert row.line == 1 + _box(mail("one", Message_ID="<1@x>")).count(b"\n")
    assert "more than 100 parts" in row.reason


def test_a_mail_that_stands_in_it_twice_is_one() -> None:
    file = _read(_box(mail("one"), mail("one"), mail("two", Message_ID=None), mail("two", Message_ID=None)))
    assert ([message.text for message in file.messages], file.merged, file.rows) == (["one", "two"], 2, 2)


def test_a_mail_without_a_date_has_the_one_of_the_line_before_it() -> None:
    (message,) = _read(_box(mail(Date=None))).messages
    assert message.at == datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("data", "count"), [(b"", 0), (b"\n\n", 0), (FROM, 1), (b"\n" + FROM + mail(), 1), (mail(), 1)]
)
def test_odd_files_are_read_as_far_as_they_go(data: bytes, count: int) -> None:
    assert len(_read(data).messages) == count


def test_a_file_with_more_mails_or_bytes_than_is_read_is_refused() -> None:
    with pytest.raises(ImportFileError, match=r"all\.mbox holds more than 5000 emails"):
        _read(b"".join(FROM + b"X: %d\n\n\n" % n for n in range(5_001)))
    with pytest.raises(ImportFileError, match=r"all\.mbox is larger than 250 MB"):
        _read(bytes(250_000_001))
