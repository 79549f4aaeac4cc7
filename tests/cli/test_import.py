"""`afterword import` as scripts rely on it: told apart by content, taken once, brought up to date, nothing guessed."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.in_process import afterword
from tests.exchange.calendars.tnef_writing import APPOINTMENT, CANCELED, GLOBAL_ID, meeting, number
from tests.exchange.mails.writing import multipart, part
from tests.exchange.workbook_files import Cell, xlsx

SHEET = """Company,Role,Status,Date Applied,Notes
Northwind,Data Engineer,Applied,2026-11-02,
Contoso,Analyst,Rejected,2026-10-01,kind
"""


def taken_in(text: str | bytes, *options: str) -> dict[str, Any]:
    """Take a file in from standard input and return what is said of it."""
    data = text.encode() if isinstance(text, str) else text
    done = afterword("import", "-", "--json", *options, stdin=data)
    assert done.returncode == 0, done.stderr
    file: dict[str, Any] = json.loads(done.stdout)["files"][0]
    assert file["rows"] == len(file["taken"]) + file["merged"] + len(file["reported"])
    return file


def hunt() -> list[dict[str, Any]]:
    """Return the applications as exported."""
    applications: list[dict[str, Any]] = json.loads(afterword("export", "json").stdout)["applications"]
    return applications


def test_a_sheet_is_taken_in_and_the_same_again_changes_nothing() -> None:
    file = taken_in(SHEET)
    assert (file["kind"], file["rows"], file["merged"]) == ("csv", 2, 0)
    assert [(row["company"], row["stage"], row["outcome"]) for row in file["taken"]] == [
        ("Northwind", "applied", None),
        ("Contoso", "outcome", "rejected"),
    ]
    first = hunt()
    again = taken_in(SHEET)
    assert (again["taken"], again["merged"]) == ([], 2)
    assert hunt() == first


def test_a_workbook_is_taken_in_once_though_two_of_its_sheets_have_the_same_row(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["Company", "Role", "Status"],
        ["Northwind", "Engineer", "Applied"],
        ["Contoso", "QA", "Saved"],
    ]
    path = tmp_path / "jobs.xlsx"
    path.write_bytes(xlsx({"All": rows, "2026": rows[:2]}))
    for _ in range(2):
        done = afterword("import", str(path), "--json")
        assert done.returncode == 0, done.stderr
    assert [file["kind"] for file in json.loads(done.stdout)["files"]] == ["xlsx", "xlsx"]
    assert sorted(application["company"] for application in hunt()) == ["Contoso", "Northwind"]


def test_a_newer_export_of_the_same_sheet_updates() -> None:
    taken_in(SHEET)
    newer = SHEET.replace("Engineer,Applied", "Engineer,Interview") + "Fabrikam,Chef,Applied,2026-11-20,\n"
    file = taken_in(newer)
    assert ([row["company"] for row in file["taken"]], file["merged"]) == (["Northwind", "Fabrikam"], 1)
    stages = {application["company"]: application["stage"] for application in hunt()}
    assert stages["Northwind"] != "applied"
    assert len(stages) == 3


def test_a_dry_run_prints_the_preview_and_changes_nothing() -> None:
    done = afterword("import", "-", "--dry-run", stdin=SHEET.encode())
    assert b"Northwind, Data Engineer: applied" in done.stdout
    assert afterword("export", "json").returncode == 1


def test_what_is_exported_as_csv_comes_back() -> None:
    taken_in(SHEET)
    written = afterword("export", "csv").stdout
    file = taken_in(written)
    assert (file["taken"], file["merged"]) == ([], 2)


def test_several_files_and_folders_at_once(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(SHEET)
    (tmp_path / "sub" / "b.csv").write_text("Firma;Stelle\nAdatum;Koch\n")
    (tmp_path / "sub" / "c.pdf").write_bytes(b"%PDF-1.7 ...")
    done = afterword("import", str(tmp_path), "--json")
    assert done.returncode == 0
    assert [len(file["taken"]) for file in json.loads(done.stdout)["files"]] == [2, 1]
    assert b"c.pdf: It's a PDF" in done.stderr


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04....", b"broken zip"),
        (b"\xd0\xcf\x11\xe0....", b"old Excel"),
        (b"<!doctype html><p>x", b"web page"),
        (bytes(range(256)) * 9, b"isn't a spreadsheet"),
        (b"Company,Role\n", b"no rows"),
        (b"SQLite format 3\0...", b"restore"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(data: bytes, words: bytes) -> None:
    done = afterword("import", "-", stdin=data)
    assert (done.returncode, words in done.stderr, done.stdout) == (1, True, b""), done.stderr
    assert b"Traceback" not in done.stderr


INVITATION = """BEGIN:VCALENDAR
METHOD:{method}
BEGIN:VEVENT
UID:7
SEQUENCE:{sequence}
DTSTAMP:20261123T100000Z
DTSTART;TZID={zone}:{start}
SUMMARY:{summary}
ORGANIZER;CN=Dana Lee:mailto:dana@{domain}
ATTENDEE:mailto:robin@mail.example
END:VEVENT
END:VCALENDAR
"""


def invitation(
    start: str = "20261127T140000",
    *,
    method: str = "REQUEST",
    sequence: int = 0,
    zone: str = "Europe/Berlin",
    domain: str = "northwind.example",
    summary: str = "Interview",
) -> bytes:
    """Return an invitation to Northwind's interview."""
    return INVITATION.format(
        start=start, method=method, sequence=sequence, zone=zone, domain=domain, summary=summary
    ).encode()


def interviews() -> list[tuple[str, str, str]]:
    """Return Northwind's interviews: when, how they stand, and what the calendar calls them."""
    northwind = next(application for application in hunt() if application["company"] == "Northwind")
    return [
        (interview["starts"], interview["status"], interview["calendar_uid"]) for interview in northwind["interviews"]
    ]


def test_an_invitation_is_planned_moved_and_cancelled() -> None:
    taken_in(SHEET)
    for _ in range(2):
        assert afterword("import", "-", stdin=invitation()).returncode == 0
        assert interviews() == [("2026-11-27T13:00:00+00:00", "planned", "7")]
    afterword("import", "-", stdin=invitation("20261130T090000", sequence=1))
    assert interviews() == [("2026-11-30T08:00:00+00:00", "planned", "7")]
    afterword("import", "-", stdin=invitation("20261127T140000"))
    assert interviews() == [("2026-11-30T08:00:00+00:00", "planned", "7")]
    afterword("import", "-", stdin=invitation("20261130T090000", sequence=2, method="CANCEL"))
    assert interviews() == [("2026-11-30T08:00:00+00:00", "cancelled", "7")]


def test_a_meeting_in_a_winmail_dat_is_the_one_that_a_calendar_moves_and_a_mail_calls_off() -> None:
    taken_in(SHEET)
    uid = GLOBAL_ID.hex().upper()
    file = taken_in(meeting())
    assert (file["kind"], interviews()) == ("tnef", [("2026-12-04T09:00:00+00:00", "planned", uid)])
    afterword("import", "-", stdin=invitation("20261207T090000", sequence=3).replace(b"UID:7", f"UID:{uid}".encode()))
    assert interviews() == [("2026-12-07T08:00:00+00:00", "planned", uid)]
    sequence = number((APPOINTMENT, 0x8201), 4)
    called_off = base64.encodebytes(meeting(sequence, of_class=CANCELED))
    packed = part(called_off, "application/ms-tnef; name=winmail.dat", Content_Transfer_Encoding="base64")
    taken_in(multipart("mixed", part("Sorry."), packed), "--yes")
    assert interviews() == [("2026-12-07T08:00:00+00:00", "cancelled", uid)]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (invitation(domain="tailspin.example"), b"doesn't match any application"),
        (invitation(zone="Mars/Olympus"), b"Mars/Olympus"),
        (invitation("soon"), b"is not a date and time"),
    ],
)
def test_what_is_not_sure_is_said_and_never_guessed(data: bytes, words: bytes) -> None:
    taken_in(SHEET)
    done = afterword("import", "-", stdin=data)
    assert (done.returncode, words in done.stderr) == (1, True), done.stderr
    assert b"Traceback" not in done.stderr
    assert interviews() == []


def test_invitations_as_data() -> None:
    taken_in(SHEET)
    done = afterword("import", "-", "--dry-run", "--json", stdin=invitation())
    (file,) = json.loads(done.stdout)["files"]
    (event,) = file["interviews"]
    assert (event["uid"], event["starts"], event["ends"]) == ("7", "2026-11-27T13:00:00+00:00", None)
    assert (event["timezone"], event["floating"], event["summary"]) == ("Europe/Berlin", False, "Interview")
    assert (event["organizer"], event["attendees"]) == ("dana@northwind.example", ["robin@mail.example"])
    assert (event["method"], event["status"]) == ("REQUEST", None)
    assert interviews() == []


MAIL = """From: Dana Lee <dana@northwind.example>
To: Robin Vale <robin@mail.example>
Subject: Re: Data Engineer
Date: Mon, 23 Nov 2026 18:00:00 +0100
Message-ID: <m1@northwind.example>

Thank you for coming in; we decide next week.

On Mon, 23 Nov 2026, Robin Vale wrote:
> Dear Dana, when will you decide?
"""


def replies() -> list[str]:
    """Return what Northwind answered."""
    northwind = next(application for application in hunt() if application["company"] == "Northwind")
    return [reply["text"] for reply in northwind["replies"]]


def test_mail_is_proposed_and_recorded_when_it_is_said_so() -> None:
    taken_in(SHEET)
    left = afterword("import", "-", stdin=MAIL.encode())
    assert (left.returncode, b"--yes" in left.stderr, replies()) == (0, True, [])
    assert afterword("import", "-", "--yes", stdin=MAIL.encode()).returncode == 0
    assert replies() == ["Thank you for coming in; we decide next week."]
    again = afterword("import", "-", "--yes", "--json", stdin=MAIL.encode())
    assert json.loads(again.stdout)["proposals"] == []
    assert len(replies()) == 1


def test_an_mbox_and_an_invitation_in_a_mail(tmp_path: Path) -> None:
    taken_in(SHEET)
    (tmp_path / "box").write_text(
        f"From dana@northwind.example Mon Nov 23 18:00:00 2026\n{MAIL}\n"
        "From hr@northwind.example Mon Nov 23 19:00:00 2026\nFrom: hr@northwind.example\nTo: robin@mail.example\n"
        "Subject: Interview\nDate: Mon, 23 Nov 2026 19:00:00 +0100\nMIME-Version: 1.0\n"
        f"Content-Type: text/calendar; method=REQUEST; charset=utf-8\n\n{invitation().decode()}\n"
    )
    done = afterword("import", str(tmp_path / "box"), "--yes", "--json")
    (file,) = json.loads(done.stdout)["files"]
    assert (file["kind"], len(file["messages"]), len(file["interviews"])) == ("mbox", 2, 1)
    assert interviews() == [("2026-11-27T13:00:00+00:00", "planned", "7")]
    assert len(replies()) == 1


@pytest.mark.parametrize(
    ("date", "why"),
    [("", b"its date can't be read"), ("Date: Tue, 24 Nov 2099 08:00:00 +0000\n", b"its date is in the future")],
)
def test_a_mail_that_cannot_be_used_is_told_and_is_nothing_done(date: str, why: bytes) -> None:
    sheet = b"Company,Role,Contact address\nNorthwind,Data Engineer,dana@northwind.example\n"
    assert afterword("import", "-", stdin=sheet).returncode == 0
    mail = f"From: Dana Lee <dana@northwind.example>\nSubject: Data Engineer\n{date}\nWe will be in touch.\n".encode()
    for options in ((), ("--yes",), ("--json",)):
        done = afterword("import", "-", *options, stdin=mail)
        assert (done.returncode, why in done.stderr) == (1, True), done.stderr
