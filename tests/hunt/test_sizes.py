"""Files as large as they come are imported: mails with attachments, mailboxes, exports; it can be called off."""

from __future__ import annotations

import base64
import errno
import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

from app.etiquette.errors import ImportFileError
from app.hunt import gathering
from app.hunt.gathering import Source, sources
from app.hunt.intake.mail_stores import read_once
from app.hunt.intake.plan import Plan
from app.hunt.intake.planning import plan_for
from app.hunt.intake.watching import CancelledError, Watch
from app.ui.dialogs.intake_rows import preview_rows
from tests.storage.hunts import NOW, SETTINGS, add, log_interview, open_hunt

MEGABYTE = 1 << 20
ATTACHED = base64.encodebytes(random.Random(1).randbytes(9 * MEGABYTE))
MAIL = (
    b"From: Dana Lee <dana@northwind.example>\nTo: robin@mail.example\nSubject: Data Engineer at Northwind\n"
    b"Date: Tue, 24 Nov 2026 08:00:00 +0000\nMessage-ID: <%d@northwind.example>\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nWe will let you know by Friday.\n"
    b"--b\nContent-Type: application/pdf; name=brochure.pdf\nContent-Transfer-Encoding: base64\n\n"
    + ATTACHED
    + b"\n--b--\n"
)


def planned(tmp_path: Path, data: bytes, watch: Watch | None = None) -> Plan:
    """Return what a file would do to a hunt with an interview at Northwind."""
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    log_interview(hunt, add(hunt))
    (tmp_path / "file").write_bytes(data)
    read = list(sources([str(tmp_path / "file")], lambda: b""))
    return plan_for(path, read, SETTINGS.policy, NOW, watch=watch)


def document(count: int, **fields: Any) -> bytes:
    """Return an export of so many applications."""
    listed = [{"company": f"Company {n}", "role": "Chef", **fields} for n in range(count)]
    return json.dumps({"afterword": 1, "applications": listed}).encode()


def test_what_is_attached_to_a_mail_does_not_keep_it_out(tmp_path: Path) -> None:
    data = MAIL % 1
    assert len(data) > 12 * MEGABYTE
    plan = planned(tmp_path, data)
    assert plan.refused == []
    assert [len(file.messages) for file in plan.files] == [1]
    assert [proposal.fit.company for proposal in plan.proposals if proposal.fit] == ["Northwind"]


def test_a_mailbox_of_many_megabytes_is_read(tmp_path: Path) -> None:
    data = b"".join(b"From dana@northwind.example Tue Nov 24 08:00:00 2026\n" + MAIL % n + b"\n" for n in range(3))
    assert len(data) > 36 * MEGABYTE
    plan = planned(tmp_path, data)
    assert (plan.refused, [len(file.messages) for file in plan.files]) == ([], [3])


def test_an_export_of_ours_is_read_back_however_large(tmp_path: Path) -> None:
    data = document(600, notes="x" * 40_000)
    assert len(data) > 20 * MEGABYTE
    plan = planned(tmp_path, data)
    assert (plan.refused, len(plan.added)) == ([], 600)


def test_reading_an_export_can_be_called_off(tmp_path: Path) -> None:
    reports: list[tuple[str, int, int]] = []
    watch = Watch()

    def progress(what: str, done: int, total: int) -> None:
        reports.append((what, done, total))
        if what.startswith("Reading ") and done:
            watch.cancelled.set()

    watch.progress = progress
    with pytest.raises(CancelledError):
        planned(tmp_path, document(500), watch)
    assert reports[-1][1:] == (100, 500)


@pytest.mark.parametrize(
    ("name", "thing"),
    [("interviews", {"starts": "2026-11-01T10:00"}), ("people", {"given": "Dana"}), ("letters", {"kind": "thank_you"})],
)
def test_more_than_one_application_can_have_is_refused_with_its_place(
    tmp_path: Path, name: str, thing: dict[str, str]
) -> None:
    plan = planned(tmp_path, document(1, **{name: [thing] * 1001}))
    (refused,) = plan.refused
    assert f"applications[0].{name}: 1001 are more than one application can have" in refused


def test_files_that_are_too_much_together_are_told_and_the_first_ones_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "MOST_BYTES", 100)
    for number in range(4):
        (tmp_path / f"{number}.csv").write_bytes(b"x" * 40)
    read = list(sources([str(tmp_path)], lambda: b""))
    assert [isinstance(source, Source) for source in read] == [True, True, False]
    assert isinstance(read[-1], ImportFileError)
    assert "Import fewer files at once" in str(read[-1])


def stored(tmp_path: Path) -> Path:
    """Return a hunt with an interview at Northwind."""
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    log_interview(hunt, add(hunt))
    return path


def small(number: int, sender: str) -> bytes:
    return (
        f"From: {sender}\nTo: robin@mail.example\nSubject: Mail {number}\nDate: Tue, 24 Nov 2026 08:00:00 +0000\n"
        f"Message-ID: <{number}@x>\n\nWe will let you know.\n\n"
    ).encode()


def test_of_a_mailbox_too_large_to_be_held_what_concerns_the_search_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "HELD", 10_000)
    box = tmp_path / "takeout.mbox"
    mails = [small(n, "Dana <dana@northwind.example>" if n == 150 else "news@shop.example") for n in range(300)]
    box.write_bytes(b"".join(b"From x Tue Nov 24 08:00:00 2026\n" + mail for mail in mails))
    (source,) = sources([str(box)], lambda: b"")
    assert isinstance(source, Source)
    assert (source.data, source.path) == (b"", box)
    plan = plan_for(stored(tmp_path), [source], SETTINGS.policy, NOW)
    assert [proposal.fit.company for proposal in plan.proposals if proposal.fit] == ["Northwind"]
    assert plan.notes == []
    assert plan.files[0].notes == ("299 emails are about none of your applications and were passed by.",)
    assert read_once([source], plan.files) == [plan.files[0]]
    headings = [row.text for row in preview_rows(plan) if row.is_heading]
    assert headings[-1] == f"{box}: 1 email read"


def test_a_maildir_of_any_size_is_one_file_also_inside_a_folder(tmp_path: Path) -> None:
    maildir = tmp_path / "mail" / "Inbox"
    for part in ("cur", "new", "tmp"):
        (maildir / part).mkdir(parents=True)
    for number in range(2_100):
        (maildir / "cur" / f"{number}:2,S").write_bytes(
            small(number, "dana@northwind.example" if number == 9 else "n@s.example")
        )
    (tmp_path / "mail" / "jobs.csv").write_text("Company,Role\nContoso,Chef\n")
    files = list(sources([str(tmp_path / "mail")], lambda: b""))
    assert [file.name for file in files if isinstance(file, Source)] == [
        str(maildir),
        str(tmp_path / "mail" / "jobs.csv"),
    ]
    plan = plan_for(stored(tmp_path), files, SETTINGS.policy, NOW)
    assert len(plan.proposals) == 1
    assert len(plan.added) == 1
    assert len(plan.notes) == 0


def test_a_sheet_of_the_same_import_says_which_mails_concern_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "HELD", 100)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.mbox").write_bytes(b"From x Tue Nov 24 08:00:00 2026\n" + small(1, "hr@contoso.example"))
    (tmp_path / "in" / "jobs.csv").write_text("Company,Role\nContoso,Chef\n")
    plan = plan_for(tmp_path / "none.db", sources([str(tmp_path / "in")], lambda: b""), SETTINGS.policy, NOW)
    assert [len(file.messages) for file in plan.files] == [0, 1]


def test_a_large_mailbox_without_any_application_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "HELD", 100)
    box = tmp_path / "a.mbox"
    box.write_bytes(b"From x Tue Nov 24 08:00:00 2026\n" + small(1, "hr@contoso.example"))
    plan = plan_for(tmp_path / "none.db", sources([str(box)], lambda: b""), SETTINGS.policy, NOW)
    assert "Add or import your applications first. Nothing was imported from it." in plan.refused[0]


def test_newsletters_of_one_file_are_one_line(tmp_path: Path) -> None:
    mails = [small(n, f"news{n}@shop.example") for n in range(60)]
    plan = planned(tmp_path, b"".join(b"From x Tue Nov 24 08:00:00 2026\n" + mail for mail in mails))
    assert plan.notes == [f"{tmp_path / 'file'}: 60 emails don't match any application here."]


def test_what_in_a_folder_cannot_be_looked_at_is_named_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_text("Company,Role\nNorthwind,Engineer\n")
    (tmp_path / "secret").write_text("Company\n")
    real = os.stat

    def stat(path: Any, **how: Any) -> os.stat_result:
        if str(path).endswith("secret"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, **how)

    monkeypatch.setattr(os, "stat", stat)
    names = [Path(getattr(file, "name", "")).name for file in sources([str(tmp_path)], lambda: b"")]
    assert names == ["a.csv", "secret"]


def test_a_folder_is_taken_without_what_is_hidden_in_it(tmp_path: Path) -> None:
    shown = (tmp_path / "jobs.csv", tmp_path / "mail" / "Inbox", tmp_path / "mail" / "Inbox" / ".Sent")
    for maildir in shown[1:]:
        for part in ("cur", "new", "tmp"):
            (maildir / part).mkdir(parents=True)
    own = tmp_path / ".local" / "share" / "afterword"
    own.mkdir(parents=True)
    for file in (shown[0], own / "hunt.db", tmp_path / ".rc"):
        file.write_bytes(b"Company,Role\n")
    gathered = [source.name for source in sources([str(tmp_path)], bytes) if isinstance(source, Source)]
    assert gathered == [str(path) for path in shown]
    (named,) = sources([str(own)], bytes)
    assert isinstance(named, Source)
