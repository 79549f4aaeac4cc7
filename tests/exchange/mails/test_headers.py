"""Header fields: encoded words, addresses as careless programs write them, dates in every dress."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.exchange.contents import Attendee
from app.exchange.mails.addresses import MOST, people, read_people
from app.exchange.mails.headers import identifiers, text_field
from app.exchange.mails.moments import read_date, written_at
from app.exchange.mails.parts import take_apart

BERLIN = ZoneInfo("Europe/Berlin")


def _subject(value: bytes) -> str:
    return text_field(take_apart(b"Subject: " + value + b"\n\n"), "subject")


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (b"Interview on Friday", "Interview on Friday"),
        (b"folded\r\n\tover\r\n  lines", "folded over lines"),
        (b"=?UTF-8?B?4oiAYeKIikE=?=", "∀a∊A"),
        (b"=?utf-8?q?Gespr=C3=A4ch_am?= =?utf-8?q?_Freitag?=", "Gespräch am Freitag"),
        (b"Re: =?ISO-8859-1?Q?Gespr=E4ch?= morgen", "Re: Gespräch morgen"),
        (b"=?utf-8?B?R2VzcHLD?=\n =?utf-8?B?pGNo?=", "Gespräch"),
        (b"=?utf-8*de?Q?Gru=C3=9F?=", "Gruß"),
        (b"=?utf-8?Q?with spaces and ? marks?=", "with spaces and ? marks"),
        (b"=?no-such?Q?caf=C3=A9?=", "café"),
        (b"=?utf-8?B?R3J1w58!!?=", "Gruß"),
        (b"=?iso-2022-jp?B?GyRCTExAXBsoQg==?=", "面接"),
        ("Gespräch".encode(), "Gespräch"),
        ("Gespräch".encode("latin-1"), "Gespräch"),
        (b"=?utf-8?Q?a=0D=0ABcc:_x@y.example?=", "a Bcc: x@y.example"),
        (b"=?utf-8?Q?=1B]0;title=07?=", "␛]0;title␇"),
        (b"", ""),
    ],
)
def test_a_subject_is_one_clean_decoded_line(value: bytes, meant: str) -> None:
    assert _subject(value) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Dana Lee <dana@x.example>", [("Dana Lee", "dana@x.example")]),
        ("dana@x.example", [("", "dana@x.example")]),
        ("dana@x.example (Dana Lee)", [("Dana Lee", "dana@x.example")]),
        ('"Lee, Dana" <dana@x.example>, omar@x.example', [("Lee, Dana", "dana@x.example"), ("", "omar@x.example")]),
        ("Lee, Dana <dana@x.example>", [("Lee, Dana", "dana@x.example")]),
        ('"Dana \\"D\\" Lee" <dana@x.example>', [('Dana "D" Lee', "dana@x.example")]),
        ("=?utf-8?Q?Lee=2C_Dana?= <dana@x.example>", [("Lee, Dana", "dana@x.example")]),
        ("a@x.example; b@x.example;c@x.example", [("", "a@x.example"), ("", "b@x.example"), ("", "c@x.example")]),
        ("The panel: a@x.example, Omar <b@x.example>;", [("", "a@x.example"), ("Omar", "b@x.example")]),
        ("undisclosed-recipients:;", []),
        ("", []),
        (",,, ;", []),
        ("Dana Lee", [("Dana Lee", "")]),
        ("<dana@x.example>", [("", "dana@x.example")]),
        ("Dana <DANA@X.example> ", [("Dana", "DANA@X.example")]),
        ("'Dana Lee' <dana@x.example>", [("Dana Lee", "dana@x.example")]),
        ("dana@x.example <dana@x.example>", [("", "dana@x.example")]),
        ("boss@y.example <mallory@x.example>", [("boss@y.example", "mallory@x.example")]),
        ('"boss@y.example" <mallory@x.example>', [("boss@y.example", "mallory@x.example")]),
        ("Dana <mailto:dana@x.example>", [("Dana", "dana@x.example")]),
        ("Dana <dana@x.example", [("Dana", "dana@x.example")]),
        ("=?utf-8?Q?Dana_=3Cdana=40x.example=3E?=", [("Dana", "dana@x.example")]),
        ('"much.more unusual"@x.example', [("", '"much.more unusual"@x.example')]),
        ("<@relay.example:dana@x.example>", [("", "dana@x.example")]),
        ("Dana <>", [("Dana", "")]),
        ("Dana <d@x.example> Omar <o@x.example>", [("Dana", "d@x.example"), ("Omar", "o@x.example")]),
        ("<d@x.example> Dana", [("Dana", "d@x.example")]),
        ("dana@[192.0.2.1]", [("", "dana@[192.0.2.1]")]),
    ],
)
def test_people_are_read_as_mail_programs_write_them(text: str, meant: list[tuple[str, str]]) -> None:
    assert [(person.name, person.email) for person in read_people(text)] == meant


def test_a_line_break_within_to_loses_nobody() -> None:
    mail = take_apart(b"To: a@x.example,\n\t b@x.example,\n\t\n\tc@x.example\nSubject: hi\n\n")
    assert [person.email for person in people(mail, "to")] == ["a@x.example", "b@x.example", "c@x.example"]


def test_one_who_is_named_twice_is_one_and_an_endless_list_ends() -> None:
    assert people(take_apart(b"To: Dana <d@x.example>, D@x.example\n\n"), "to") == (Attendee("Dana", "d@x.example"),)
    assert len(read_people(", ".join(f"p{n}@x.example" for n in range(2_000)))) == MOST


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Mon, 2 Apr 2012 20:21:52 +0400", datetime(2012, 4, 2, 16, 21, 52, tzinfo=UTC)),
        ("Mon, 2 Apr 2012 20:21:52 +0400 (MSK)", datetime(2012, 4, 2, 16, 21, 52, tzinfo=UTC)),
        ("(odd) Mon, 2 Apr 2012 (April (2nd)) 20:21:52 GMT", datetime(2012, 4, 2, 20, 21, 52, tzinfo=UTC)),
        ("2 Apr 12 20:21 EST", datetime(2012, 4, 3, 1, 21, tzinfo=UTC)),
        ("Mon, 2 Apr 2012 20:21:52 -0000", datetime(2012, 4, 2, 20, 21, 52, tzinfo=UTC)),
        ("Mon, 2 Apr 2012 20:21:52", datetime(2012, 4, 2, 18, 21, 52, tzinfo=UTC)),
        ("Mon Apr  2 20:21:52 2012", datetime(2012, 4, 2, 18, 21, 52, tzinfo=UTC)),
        ("2012-04-02T20:21:52+04:00", datetime(2012, 4, 2, 16, 21, 52, tzinfo=UTC)),
        ("2012-04-02 20:21:52Z", datetime(2012, 4, 2, 20, 21, 52, tzinfo=UTC)),
        ("Mo, 2 Okt 2012 20:21:52 +0200", datetime(2012, 10, 2, 18, 21, 52, tzinfo=UTC)),
        ("Mon, 2 Apr 2012 20:21:60 +0000", datetime(2012, 4, 2, 20, 21, 59, tzinfo=UTC)),
        ("Mon, 2 Apr 2012 20:21:52 GMT+0200", datetime(2012, 4, 2, 18, 21, 52, tzinfo=UTC)),
        ("Mon, 31 Feb 2012 20:21:52 +0000", None),
        ("Mon, 2 Apr 2012 20:21:52 +9900", None),
        ("Mon, 2 Apr 99999 20:21:52 +0000", None),
        ("Mon, 30 Jun 3609 15:33:50 +0600", None),
        ("Wed, 15 Dec 2010    59:10 -0500", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_the_instant_that_it_means(text: str, meant: datetime | None) -> None:
    assert read_date(text, BERLIN) == meant


def test_without_a_date_the_newest_received_counts_and_without_either_nothing() -> None:
    received = b"".join(b"Received: from a by b; Mon, 2 Apr 2012 20:00:%02d +0000\n" % second for second in (5, 0))
    assert written_at(take_apart(b"Date: soon\n" + received + b"\n"), BERLIN) == datetime(
        2012, 4, 2, 20, 0, 5, tzinfo=UTC
    )
    assert written_at(take_apart(b"From: a@x.example\n\n"), BERLIN) is None


def test_a_date_that_leaves_its_zone_open_is_the_first_servers_stamp() -> None:
    stamps = [b"Received: from a by b; Mon, 2 Apr 2012 20:00:%02d -0400\n" % second for second in (9, 5)]
    for dated in (b"Mon, 2 Apr 2012 20:00:00", b"Mon, 2 Apr 2012 20:00:00 H0500", b"Mon, 30 Jun 3609 20:00:00"):
        mail = take_apart(b"Date: " + dated + b"\n" + b"".join(stamps) + b"\n")
        assert written_at(mail, BERLIN) == datetime(2012, 4, 3, 0, 0, 9 if b"3609" in dated else 5, tzinfo=UTC)
    assert written_at(take_apart(b"Date: Mon, 2 Jan 2012 20:00:00\n" + stamps[0] + b"\n"), BERLIN) == datetime(
        2012, 1, 2, 19, tzinfo=UTC
    )


def test_identifiers_are_kept_with_their_brackets_each_once() -> None:
    mail = take_apart(b"References: <a@x> (hm)\n\t<b@y>,<a@x>\nIn-Reply-To: bare@z\nMessage-ID: none\n\n")
    assert identifiers(mail, "references") == ("<a@x>", "<b@y>")
    assert identifiers(mail, "in-reply-to") == ("<bare@z>",)
    assert identifiers(mail, "message-id") == ()
