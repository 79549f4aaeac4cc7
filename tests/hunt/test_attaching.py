"""Files that the user attaches: copied once, refused with a reason, frozen once sent, and never run when opened."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.etiquette.attached_files import LARGEST_FILE, AttachedFile, FileKind, media_type_of, say_size
from app.etiquette.errors import InvalidFieldError, RefusedError, StorageError
from app.etiquette.records import Application
from app.hunt.attaching import kept_file, likely_kind, saved_copy
from app.hunt.changes import Change, When
from app.hunt.verbs.files import file_attached, file_removed, file_sent, with_cv
from app.hunt.viewing_files import view_copy
from app.storage.kept_files import KeptFiles
from tests.storage.hunts import NOW, SETTINGS

WHEN = When(SETTINGS.policy, NOW)
CONTOSO = Application(1, "Contoso", "Data Engineer")
CV = AttachedFile(0, FileKind.CV, "cv.pdf", "0a" * 32, 9, "application/pdf")


def attached(application: Application, file: AttachedFile, *, is_sent: bool = False) -> Change:
    return file_attached(application, WHEN, file, sent=NOW if is_sent else None)


def test_a_file_is_attached_once_and_is_frozen_once_it_was_sent() -> None:
    change = attached(CONTOSO, CV)
    assert (change.summary, [event.text for event in change.events]) == (
        "Attached cv.pdf to Contoso",
        ["Attached your CV, cv.pdf"],
    )
    (file,) = change.application.files
    with pytest.raises(RefusedError, match=r"the same.pdf is already attached to Contoso, as cv.pdf\."):
        attached(change.application, replace(CV, name="the same.pdf"))
    as_letter = attached(change.application, replace(CV, kind=FileKind.COVER_LETTER))
    assert len(as_letter.application.files) == 2
    assert file_removed(change.application, WHEN, file.id).application == CONTOSO
    sent = attached(change.application, CV, is_sent=True)
    assert (sent.summary, sent.application.files[0].sent) == ("Marked cv.pdf as sent to Contoso", NOW)
    for refused in (file_removed, lambda a, when, file_id: file_sent(a, when, file_id, sent=NOW)):
        with pytest.raises(RefusedError, match=r"They have had cv.pdf since Tue, Nov 24"):
            refused(sent.application, WHEN, file.id)


def test_a_file_of_up_to_10_mb_is_kept_with_its_name_and_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "Robin\nVale \u202eCV.PDF"
    path.write_bytes(bytes(LARGEST_FILE))
    file = kept_file(path, tmp_path / "hunt.db", FileKind.CV)
    assert (file.name.startswith("Robin Vale "), "\u202e" in file.name) == (True, False)
    assert (file.size, file.media_type) == (LARGEST_FILE, "application/pdf")
    path.unlink()
    assert KeptFiles.of(tmp_path / "hunt.db").read(file.sha256) == bytes(LARGEST_FILE)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("nothing", "there is no such file"),
        ("folder", "is a folder. Name a file in it"),
        ("pipe", "is a device or a pipe"),
        ("empty", "is empty"),
        ("large", "has 10.1 MB; a file can have up to 10 MB"),
        ("no\0name", "there is no such file"),
    ],
)
def test_what_cannot_be_attached_says_why_and_leaves_nothing(tmp_path: Path, what: str, words: str) -> None:
    path = tmp_path / what
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what in ("empty", "large"):
        path.write_bytes(bytes(LARGEST_FILE + 1 if what == "large" else 0))
    with pytest.raises(InvalidFieldError, match=words):
        kept_file(path, tmp_path / "hunt.db", FileKind.CV)
    assert not (tmp_path / "hunt-files").exists()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cv_2026.pdf", FileKind.CV),
        ("Lebenslauf.docx", FileKind.CV),
        ("Cover letter, CV style.pdf", FileKind.COVER_LETTER),
        ("portfolio.png", FileKind.PORTFOLIO),
        ("Robin Vale.pdf", FileKind.CV),
        ("photo.jpg", FileKind.OTHER),
    ],
)
def test_the_kind_is_guessed_from_the_name(name: str, kind: FileKind) -> None:
    assert likely_kind(name) is kind


def kept(tmp_path: Path, name: str, data: bytes) -> AttachedFile:
    """Return a file as an import may bring it: any name, any content."""
    content = KeptFiles.of(tmp_path / "hunt.db").store(data)
    return AttachedFile(1, FileKind.CV, name, content.sha256, content.size, media_type_of(name))


@pytest.mark.parametrize(
    ("name", "data", "copied"),
    [
        ("cv.pdf", b"%PDF-1.7", "cv.pdf"),
        ("../../-rf $(x) `y`;.pdf", b"%PDF-1.7", "_.._-rf _(x_ _y__.pdf"),
        ("注文.TXT", b"hello", "注文.txt"),
        (".png", b"\x89PNG\r\n\x1a\n", ""),
        ("x.docx", b"PK\x03\x04", "x.docx"),
    ],
)
def test_a_document_is_copied_for_the_viewer_under_a_safe_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, copied: str
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    file = kept(tmp_path, name, data)
    if not copied:
        with pytest.raises(RefusedError):
            view_copy(file, tmp_path / "hunt.db")
        return
    copy = view_copy(file, tmp_path / "hunt.db")
    assert copy.parent.parent == tmp_path
    assert copy.read_bytes() == data
    assert (stat.S_IMODE(copy.stat().st_mode), stat.S_IMODE(copy.parent.stat().st_mode)) == (0o400, 0o700)
    assert copy.suffix == Path(copied).suffix
    assert copy.name[0] not in "-. "
    assert not set(copy.name) & set("$`;/\n")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cv.sh", b"#!/bin/sh\nrm -rf ~"),
        ("cv.desktop", b"[Desktop Entry]\nExec=sh"),
        ("cv.pdf.exe", b"MZ"),
        ("cv.html", b"<script>"),
        ("cv.docm", b"PK\x03\x04"),
        ("cv", b"%PDF-1.7"),
        ("cv.pdf", b"#!/bin/sh\n# %PDF-1.7"),
        ("cv.txt", b"\xef\xbb\xbf [Desktop Entry]\nExec=sh"),
        ("cv.txt", b"\x7fELF"),
        ("cv.docx", b"MZ\x90"),
        ("cv.png", b"<svg onload=x>"),
    ],
)
def test_what_could_run_is_refused_whatever_it_is_called(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(RefusedError, match="so it isn't opened from here"):
        view_copy(kept(tmp_path, name, data), tmp_path / "hunt.db")


def test_a_copy_that_cannot_be_made_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(StorageError, match=r"cv\.pdf to look at can't be made: No such file"):
        view_copy(kept(tmp_path, "cv.pdf", b"%PDF-1.7"), tmp_path / "hunt.db")


def test_a_copy_can_be_saved_anywhere_but_over_something(tmp_path: Path) -> None:
    file = kept(tmp_path, "cv.sh", b"#!/bin/sh")
    saved = saved_copy(file, tmp_path / "hunt.db", tmp_path)
    assert (saved, saved.read_bytes(), stat.S_IMODE(saved.stat().st_mode)) == (
        tmp_path / "cv.sh",
        b"#!/bin/sh",
        0o600,
    )
    with pytest.raises(InvalidFieldError, match="already exists"):
        saved_copy(file, tmp_path / "hunt.db", saved)


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 byte"), (1023, "1023 bytes"), (212_400, "208 KB"), (1_048_575, "1.0 MB"), (10_485_760, "10.0 MB")],
)
def test_a_size_is_said_in_few_digits(size: int, words: str) -> None:
    assert say_size(size) == words


@pytest.mark.parametrize(
    ("applied", "sent", "is_day"),
    [
        (date(2026, 11, 24), NOW, False),
        (date(2026, 11, 20), datetime(2026, 11, 20, 11, tzinfo=UTC), True),
        (None, None, False),
        (date(2026, 11, 25), None, False),
    ],
)
def test_the_cv_named_with_an_application_went_on_the_day_of_applying(
    applied: date | None, sent: datetime | None, is_day: bool
) -> None:
    before = Change(replace(CONTOSO, applied_on=applied), "Added Contoso")
    after = with_cv(before, WHEN, CV)
    (file,), (event,) = after.application.files, after.events
    assert (file.sent, after.summary) == (sent, "Added Contoso")
    assert (event.what, event.is_day) == ("file_sent" if sent else "file_attached", is_day)
    assert with_cv(before, WHEN, None) == before
