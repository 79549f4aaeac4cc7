"""Whole mails to facts: which part is the text, what cannot be read, who and when, and that nothing crashes."""

from __future__ import annotations

import base64
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.errors import ImportFileError
from app.exchange.contents import Attendee, Message
from app.exchange.mails import looks_like_mail, looks_like_mbox, read_mail
from tests.exchange.mails.writing import mail, multipart, nested, part

BERLIN = ZoneInfo("Europe/Berlin")
HTML = "text/html; charset=utf-8"
FIXTURES = Path(__file__).parents[4] / "shared" / "fixtures" / "eml"


def _read(data: bytes) -> Message:
    file = read_mail("one.eml", data, BERLIN)
    assert (file.kind, len(file.messages), file.rows) == ("eml", 1, file.merged + len(file.reported))
    return file.messages[0]


def test_a_plain_mail_tells_who_to_whom_when_and_what() -> None:
    message = _read(
        mail(
            "Hello Ada\r\n",
            Cc="Omar <omar@northwind.example>, ada@home.example",
            In_Reply_To="<zero@home.example>",
            References="<minus@home.example> <zero@home.example>",
        )
    )
    assert message == Message(
        sender=Attendee("Dana Lee", "dana@northwind.example"),
        to=(Attendee("Ada Park", "ada@home.example"), Attendee("Omar", "omar@northwind.example")),
        subject="Your interview",
        at=datetime(2026, 11, 23, 9, tzinfo=UTC),
        text="Hello Ada",
        message_id="<one@northwind.example>",
        in_reply_to="<zero@home.example>",
        references=("<minus@home.example>", "<zero@home.example>"),
    )


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (multipart("alternative", part("plain"), part("<p>rich</p>", HTML)), "plain"),
        (multipart("alternative", part("\n \n"), part("<p>rich</p>", HTML)), "rich"),
        (multipart("alternative", part("<p>rich</p>", HTML), part("plain")), "plain"),
        (multipart("alternative", part("Your mail client does not support HTML."), part("<p>rich</p>", HTML)), "rich"),
        (
            multipart(
                "alternative",
                part("On 4/2/2012 18:26, Omar wrote:\n> old\n"),
                part("<p>new</p><blockquote>old</blockquote>", HTML),
            ),
            "",
        ),
        (mail("<html><body><p>rich</p></body></html>", Content_Type="text/html"), "rich"),
        (mail("<!DOCTYPE html><html><p>rich</p></html>"), "rich"),
        (multipart("mixed", part("one"), part("pic", "image/png"), part("two")), "one\n\ntwo"),
        (multipart("mixed", part("one"), part("no", Content_Disposition="attachment; filename=a.txt")), "one"),
        (multipart("mixed", part("one"), part("no", Content_Disposition="inline; filename=ATT1.txt")), "one"),
        (multipart('related; start="<b>"', part("no", HTML), part("<i>yes</i>", HTML, Content_ID="<b>")), "yes"),
        (
            multipart("mixed", nested("alternative", "b", part("plain"), nested("related", "c", part("rich", HTML)))),
            "plain",
        ),
        (multipart("mixed", nested("alternative", "b", nested("related", "c", part("<b>rich</b>", HTML)))), "rich"),
        (multipart("signed", part("signed text"), part("x", "application/pgp-signature")), "signed text"),
        (mail("one \ntwo\n> old \n> older\n", Content_Type="text/plain; format=flowed"), "one two"),
        (mail("b=C3=BCro = 5=\n0", Content_Transfer_Encoding="quoted-printable"), "büro = 50"),
        (mail(base64.b64encode("Grüße".encode()), Content_Transfer_Encoding="base64"), "Grüße"),
        (mail("Grüße".encode("latin-1"), Content_Type="text/plain; charset=us-ascii"), "Grüße"),
        (mail("世界へ".encode("iso2022_jp"), Content_Type="text/plain; charset=ISO-2022-JP"), "世界へ"),
        (mail("<meta charset=koi8-r><p>Привет</p>".encode("koi8_r"), Content_Type="text/html"), "Привет"),
        (mail("a\x1b]0;title\x07b"), "a␛]0;title␇b"),
        (mail("<bold>rich</bold> text <<x>", Content_Type="text/enriched"), "rich text <x>"),
        (
            mail("-----BEGIN PGP SIGNED MESSAGE-----\nHash: x\n\nsaid\n- -- \nDana\n-----BEGIN PGP SIGNATURE-----\nx"),
            "said",
        ),
        (mail("just text", Content_Type="multipart/mixed; boundary=none"), "just text"),
        (mail("old macs\rwrote so"), "old macs\nwrote so"),
        (mail(""), ""),
        (b"From: a@x.example\nSubject: no body", ""),
    ],
)
def test_the_text_is_what_the_sender_wrote_in_the_form_that_reads_best(data: bytes, text: str) -> None:
    assert _read(data).text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (multipart("mixed", part("one"), part("x", "application/ms-tnef; name=winmail.dat")), "only Outlook reads"),
        (mail("x", Content_Type="application/ms-tnef"), "only Outlook reads"),
        (multipart("encrypted", part("Version: 1"), part("x", "application/octet-stream")), "is encrypted"),
        (mail("x", Content_Type="application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"), "is encrypted"),
        (mail("x", Content_Type="application/pkcs7-mime; smime-type=signed-data"), "wrapped in its signature"),
        (mail("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"), "is encrypted"),
    ],
)
def test_what_cannot_be_read_is_said_in_the_text(data: bytes, said: str) -> None:
    text = _read(data).text
    assert said in text
    assert text.endswith("]")


def test_mails_attached_to_one_without_a_text_are_its_text() -> None:
    inner = mail("We look forward to Friday.\n\nOn 4/2/2012 18:26, Ada wrote:\n> When?")
    text = _read(multipart("mixed", part(inner, "message/rfc822"))).text
    assert text == "Dana Lee <dana@northwind.example>: Your interview\nWe look forward to Friday."
    assert _read(multipart("mixed", part("See below"), part(inner, "message/rfc822"))).text == "See below"
    assert _read(multipart("digest", b"\n" + inner, b"\n" + inner)).text.count("Friday") == 2


@pytest.mark.parametrize(
    "before", [b"", b"\n\r\n\n", b"\xef\xbb\xbf", b"From dana Mon Nov 23 10:00:00 2026\n", b">From x\n"]
)
def test_what_stands_before_the_header_is_no_part_of_it(before: bytes) -> None:
    assert _read(before + mail()).sender.email == "dana@northwind.example"
    assert looks_like_mail(before + mail())


def test_without_from_the_sender_or_the_return_path_tells_who() -> None:
    assert _read(mail(From=None, Sender="s@x.example")).sender.email == "s@x.example"
    assert _read(mail(From="nobody", Return_Path="<r@x.example>")).sender.email == "r@x.example"
    assert _read(mail(From=None)).sender == Attendee("", "")


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\n",
        b"Company,Role,Status,Date\nNorthwind,Engineer,applied,2026-11-23\n",
        b"from,to,subject\na@x.example,b@x.example,hi\n",
        b"Dear Dana,\n\nFrom: the start it was clear.\nTo: be sure I write.\n",
        b"From: Berlin\nTo: Munich\nDate: Friday\nSubject: trip\n",
        b"Subject: Thank you\n\nDear Dana,\n",
        b"HTTP/1.1 200 OK\nContent-Type: text/html\nDate: today\n",
        b"title: x\ndate: 2026-11-23\n---\n",
        b'{"afterword": 1, "from": "a@x.example"}',
        b"From what I know this is prose.\nMore of it.\n",
        b"",
        b"\0\1\2\3",
        b"PK\x03\x04" + bytes(range(256)),
    ],
)
def test_other_files_are_no_mail_and_no_mbox(data: bytes) -> None:
    assert not looks_like_mail(data)
    assert not looks_like_mbox(data)


@pytest.mark.parametrize(
    "data",
    [
        mail(),
        b"Return-Path: <a@x.example>\nReceived: from b\n\tby c; now\nFrom: a@x.example\n\nhi",
        b"X-Odd: yes\nX-Other: \n folded\nMIME-Version: 1.0\nTo: b@x.example\n\nhi",
        b"Delivered-To: b@x.example\r\nSubject: hi\r\n\r\nhi",
        b"from: a@x.example\ndate: Mon, 23 Nov 2026 10:00:00 +0100\n\nhi",
    ],
)
def test_mails_are_known_by_their_header(data: bytes) -> None:
    assert looks_like_mail(data)
    assert not looks_like_mbox(data)


def test_telling_whether_a_file_is_a_mail_loads_no_reader() -> None:
    asked = "import sys; from app.exchange.mails import looks_like_mail; looks_like_mail(b'From: a@x.example')"
    loaded = subprocess.run([sys.executable, "-c", f"{asked}; print(*sys.modules)"], capture_output=True, check=True)
    assert not {b"email", b"flufl.bounce", b"charset_normalizer", b"app.exchange.mails.reading"} & {
        *loaded.stdout.split()
    }


def test_our_limits_are_told_with_the_name_of_the_file() -> None:
    with pytest.raises(ImportFileError, match=r"one\.eml: This email has more than 100 parts"):
        _read(multipart("mixed", *[part("x")] * 101))
    with pytest.raises(ImportFileError, match=r"one\.eml is larger than 100 MB"):
        _read(bytes(100_000_001))


BOMBS: dict[str, Callable[[], bytes]] = {
    "lines": lambda: mail("a\n" * 4_500_000),
    "blank": lambda: mail("\n" * 9_000_000),
    "quotes": lambda: mail("> " * 4_500_000),
    "deep quotes": lambda: mail((">" * 5_000 + "\n") * 1_900),
    "wrote": lambda: mail(("On " + "x " * 250 + "12:00 wrote\n") * 18_000),
    "on": lambda: mail("On 12:30 2012\n" * 640_000),
    "one line": lambda: mail("On 2012 " * 1_100_000),
    "fields": lambda: mail("From: a@x\nSent: b\n" * 500_000),
    "rules": lambda: mail("-----\n" * 1_500_000),
    "colons": lambda: mail("a:" * 4_900_000),
    "html": lambda: mail("<div style='a:b'>" * 580_000, Content_Type="text/html"),
    "base64": lambda: mail(b"QUFB" * 2_400_000, Content_Transfer_Encoding="base64"),
    "padding": lambda: mail(b"A=" * 4_900_000, Content_Transfer_Encoding="base64"),
    "soft breaks": lambda: mail(b"=\n" * 4_900_000, Content_Transfer_Encoding="quoted-printable"),
    "to": lambda: mail(To="a@x.example, " * 70_000),
    "open quotes": lambda: mail(To='"' * 90_000),
    "comments": lambda: mail(To="(" * 90_000, Date="(" * 90_000),
    "words": lambda: mail(Subject="=?utf-8?q?a?= " * 60_000),
    "open words": lambda: mail(Subject="=?utf-8?q?" * 90_000),
    "headers": lambda: b"X: y\n" * 100_000 + mail(),
    "types": lambda: mail(Content_Type="text/plain; " + 'a="' * 90_000),
    "escapes": lambda: mail(b"\xff\xfe\xfd" * 3_300_000),
    "punycode": lambda: mail("a" * 900_000, Content_Type="text/plain; charset=punycode"),
    "status": lambda: multipart(
        "report; report-type=delivery-status", part("x"), part("a\n\n" * 900_000, "message/delivery-status")
    ),
    "bounce": lambda: mail("<a@b>:\n" * 1_300_000, From="MAILER-DAEMON@x.example", Subject="failure notice"),
    "pages": lambda: multipart("mixed", *[part("<b>x" * 24_000, HTML)] * 98),
    "texts": lambda: multipart("mixed", *[part("From: a@x\n" * 9_000)] * 98),
    "stubs": lambda: multipart("alternative", *[part("> x\n" * 9_000)] * 98),
    "mails": lambda: multipart("mixed", *[part(mail("<html>" + "<b>" * 30_000), "message/rfc822")] * 98),
    "inner mails": lambda: mail(b"Content-Type: message/rfc822\n\n" * 300_000, From="MAILER-DAEMON@x.example"),
    "statuses": lambda: multipart(
        "report", *[part("Final-Recipient: a@x\n\n" * 4_000, "message/delivery-status")] * 98
    ),
    "calendars": lambda: multipart(
        "mixed", *[part("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 7_000, "text/calendar")] * 98
    ),
    "away": lambda: mail("back on " * 1_200_000, Auto_Submitted="auto-replied"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_mail_made_to_exhaust_the_reader_ends_as_a_message(name: str) -> None:
    assert _read(BOMBS[name]()).sender.email


def test_no_damaged_mail_crashes_the_reader(capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(6)
    whole = multipart(
        "mixed",
        nested("alternative", "b", part("plain ä"), part("<p>rich</p>", HTML)),
        part(mail("inner"), "message/rfc822"),
        part("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n", "text/calendar"),
        Subject="=?utf-8?q?Gespr=C3=A4ch?=",
    )
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 12)):
            damaged[chance.randrange(len(damaged))] = chance.choice(b'\0\n\r:;="<>-\xff\x1b a')
        cut = chance.randrange(len(damaged))
        message = _read(bytes(damaged[cut // 2 :] if chance.random() < 0.3 else damaged))
        assert not set(message.text + message.subject) & {"\x1b", "\0", "\r"}
    assert capfd.readouterr() == ("", "")


def test_real_mails_give_the_answers_known_for_them() -> None:
    if not FIXTURES.is_dir():
        pytest.skip("the folder of real mails is not here")
    read = {path.stem: _read(path.read_bytes()) for path in sorted(FIXTURES.glob("*.eml"))}
    assert [read[f"reply_{program}"].text for program in ("gmail", "yahoo", "thunderbird")] == ["Hello"] * 3
    assert read["body_iso2022jp"].text == "hello\n\n世界"
    assert len(read["newline_in_to_header"].to) == 6
    assert read["subject_encoded_utf8"].subject == "∀a∊A"


def test_a_file_of_apple_mail_is_read_without_what_stands_around_the_mail() -> None:
    mail = b"From: Dana <dana@northwind.example>\nSubject: Hi\nMessage-ID: <1@x>\n\nHello Sam\n"
    plist = b'<?xml version="1.0"?>\n<plist><dict><key>flags</key><integer>1</integer></dict></plist>\n'
    data = b"%-10d\n" % len(mail) + mail + plist
    assert looks_like_mail(data)
    assert read_mail("1.emlx", data, UTC).messages[0].text == "Hello Sam"
