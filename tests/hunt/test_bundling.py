"""The hunt with its files in one zip: exported, imported, backed up, restored whole; what was tampered with is not."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from app.etiquette.attached_files import LARGEST_FILE, FileKind
from app.etiquette.errors import StorageError
from app.etiquette.records import Application, Event
from app.exchange import bundles
from app.exchange.source import Source
from app.exchange.unpacking import unpacked
from app.hunt.attaching import kept_file
from app.hunt.bundling import (
    back_up_with_files,
    check_zip,
    copy_files_beside,
    export_bundle,
    has_files,
    missing_files,
    restore_whole,
)
from app.hunt.hunt import Hunt
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.plan import Plan
from app.hunt.intake.planning import gathered, plan_for
from app.hunt.verbs.files import file_attached
from app.hunt.writing_out import render
from app.storage import backups, reading
from app.storage.file_records import all_files
from app.storage.kept_files import KeptFiles
from app.storage.way_back import newest_good
from tests.storage.hunts import NOW, SETTINGS, add, open_hunt, reader

CV, TALK = b"%PDF-1.7 Robin", b"%PDF-1.7 a talk"
CV_NAME, TALK_NAME = sha256(CV).hexdigest(), sha256(TALK).hexdigest()


def attach(hunt: Hunt, path: Path, application_id: int, name: str, data: bytes) -> None:
    (path.parent / name).write_bytes(data)
    file = kept_file(path.parent / name, path, FileKind.CV)
    hunt.do(application_id, lambda a, when: file_attached(a, when, file, sent=NOW))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a hunt whose two applications have one file each, and of whose files one was removed by undo."""
    path = tmp_path / "one" / "hunt.db"
    hunt = open_hunt(path)
    first, second = add(hunt), add(hunt, "Contoso")
    attach(hunt, path, first, "cv.pdf", CV)
    attach(hunt, path, second, "cv.pdf", CV)
    attach(hunt, path, second, "talk.pdf", TALK)
    hunt.undo()
    return path


def exported(path: Path) -> bytes:
    """Return the hunt as a zip."""
    file = io.BytesIO()
    with reader(path) as connection:
        export_bundle(connection, path, file, SETTINGS.policy, NOW)
    return file.getvalue()


def hunt_in(zip_: bytes) -> object:
    """Return the hunt in a zip, but for which machine wrote it."""
    whole = json.loads(zipfile.ZipFile(io.BytesIO(zip_)).read("hunt.json"))
    return {name: value for name, value in whole.items() if name not in ("machine", "seen")}


def planned(zip_: bytes, database: Path) -> Plan:
    """Return what importing a zip would do."""
    file = database.parent.parent / "hunt.zip"
    file.write_bytes(zip_)
    return plan_for(database, gathered([str(file)], bytes), SETTINGS.policy, NOW)


def rezipped(zip_: bytes, change: Callable[[dict[str, bytes]], None], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip with other members."""
    with zipfile.ZipFile(io.BytesIO(zip_)) as before:
        members = {name: before.read(name) for name in before.namelist()}
    change(members)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as after:
        for name, data in members.items():
            after.writestr(name, data)
    return file.getvalue()


def test_an_export_with_files_comes_back_whole_and_once(path: Path, tmp_path: Path) -> None:
    zip_, other = exported(path), tmp_path / "two" / "hunt.db"
    assert zipfile.ZipFile(io.BytesIO(zip_)).namelist() == ["hunt.json", f"files/{CV_NAME}"]
    hunt = open_hunt(other)
    plan = planned(zip_, other)
    assert (plan.intent, plan.refused) == ("add 2 applications and copy 1 file", [])
    assert not KeptFiles.of(other).hashes()
    carry_out(plan, hunt)
    with reader(path) as before, reader(other) as after:
        assert [(o.company, replace(o.file, id=0)) for o in all_files(after)] == [
            (o.company, replace(o.file, id=0)) for o in all_files(before)
        ]
    assert KeptFiles.of(other).read(CV_NAME) == CV
    assert hunt_in(exported(other)) == hunt_in(zip_)
    again = planned(zip_, other)
    assert (again.is_empty, again.summary) == (True, "Imported nothing; 2 were already here")
    piped = plan_for(tmp_path / "new.db", gathered(["-"], lambda: zip_), SETTINGS.policy, NOW)
    assert piped.intent == plan.intent
    shutil.rmtree(KeptFiles.of(other).folder)
    lost = planned(zip_, other)
    assert (lost.is_empty, lost.intent) == (False, "copy 1 file")
    carry_out(lost, hunt)
    assert KeptFiles.of(other).read(CV_NAME) == CV


def test_one_cv_in_200_applications_is_exported_and_imported_once(path: Path, tmp_path: Path) -> None:
    file = kept_file(path.parent / "cv.pdf", path, FileKind.CV)
    many: list[tuple[Application, list[Event]]] = [
        (Application(company=f"Company {n}", role="Chef", added=NOW, files=(file,)), []) for n in range(200)
    ]
    open_hunt(path).take_in("Many", many)
    other = tmp_path / "two" / "hunt.db"
    carry_out(planned(exported(path), other), open_hunt(other))
    with reader(other) as connection:
        assert sum(owned.file.sha256 == CV_NAME for owned in all_files(connection)) == 202
    assert KeptFiles.of(other).hashes() == {CV_NAME}


def swap(members: dict[str, bytes]) -> None:
    members[f"files/{CV_NAME}"] = b"%PDF-1.7 evil"


def bloat(members: dict[str, bytes]) -> None:
    document = json.loads(members["hunt.json"])
    for n in range(2):
        data = bytes(LARGEST_FILE - 1) + bytes([n])
        name = sha256(data).hexdigest()
        members[f"files/{name}"] = data
        document["applications"][0]["files"].append({"name": f"{n}.pdf", "sha256": name, "kind": "other"})
    members["hunt.json"] = json.dumps(document).encode()


def enlarge(members: dict[str, bytes]) -> None:
    members[f"files/{CV_NAME}"] = bytes(LARGEST_FILE + 1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (swap, r"cv.pdf \(Contoso\): files/[0-9a-f]{64} is not what its name says"),
        (bloat, "Its files unpack to far more than a real export holds"),
        (enlarge, "It unpacks to more than 10 MB"),
    ],
)
def test_a_zip_that_was_tampered_with_is_refused_and_named(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[dict[str, bytes]], None], words: str
) -> None:
    monkeypatch.setattr(bundles, "_ALWAYS", LARGEST_FILE * 3 // 2)
    other = tmp_path / "two" / "hunt.db"
    open_hunt(other)
    plan = planned(rezipped(exported(path), change), other)
    assert plan.is_empty
    (refused,) = plan.refused
    assert re.search(words, refused)
    assert not KeptFiles.of(other).hashes()


def test_names_of_a_zip_lead_nowhere_and_what_is_missing_is_said(path: Path, tmp_path: Path) -> None:
    def change(members: dict[str, bytes]) -> None:
        members[f"files/../{CV_NAME}"] = members.pop(f"files/{CV_NAME}")
        members["../../evil"] = members["/etc/evil"] = members["files/x/../../evil"] = b"evil"

    other = tmp_path / "two" / "hunt.db"
    plan = planned(rezipped(exported(path), change), other)
    carry_out(plan, open_hunt(other))
    assert plan.notes == [
        f"{tmp_path / 'hunt.zip'}: 1 file came without its content. An export as a zip brings everything."
    ]
    assert [file for file in tmp_path.rglob("*") if "evil" in file.name] == []
    with reader(other) as connection:
        assert missing_files(connection, other) == ["cv.pdf (Northwind)", "cv.pdf (Contoso)"]
        assert b"cv.pdf" in render(connection, "json", SETTINGS.policy, NOW)


def test_a_backup_with_files_is_restored_anywhere_with_what_undo_needs(path: Path, tmp_path: Path) -> None:
    assert has_files(path)
    backup = back_up_with_files(path, tmp_path / "all.zip")
    back_up_with_files(path, backup)
    assert newest_good(tmp_path) == backup
    (refused,) = unpacked(Source("all.zip", backup.read_bytes()))
    assert str(refused) == "all.zip: It's a backup. Put it back with `afterword restore`. Nothing was imported from it."
    other = tmp_path / "two" / "hunt.db"
    assert restore_whole(backup, other, NOW) == (None, 0)
    assert KeptFiles.of(other).hashes() == {CV_NAME, TALK_NAME}
    open_hunt(other).redo()
    with reader(other) as connection:
        assert [file.name for file in reading.application(connection, 2).files] == ["cv.pdf", "talk.pdf"]
        assert missing_files(connection, other) == []
    assert [file.name for file in other.parent.iterdir() if file.name.startswith(".")] == []


def test_a_backup_of_the_database_alone_finds_the_files_beside_it(path: Path, tmp_path: Path) -> None:
    beside = backups.back_up(path, tmp_path / "usb.db")
    assert copy_files_beside(path, beside) == 2
    daily = backups.daily(path, path.with_name("hunt-backups"), NOW)
    assert daily is not None
    assert copy_files_beside(path, daily) == 0
    for number, backup in enumerate((beside, daily)):
        other = tmp_path / str(number) / "hunt.db"
        assert restore_whole(backup, other, NOW).missing == 0
        assert KeptFiles.of(other).read(CV_NAME) == CV
    shutil.rmtree(tmp_path / "usb-files")
    assert restore_whole(beside, tmp_path / "three" / "hunt.db", NOW).missing == 1


def test_a_restored_database_stays_although_its_files_cannot_be_brought(path: Path, tmp_path: Path) -> None:
    beside = backups.back_up(path, tmp_path / "usb.db")
    copy_files_beside(path, beside)
    other = tmp_path / "full" / "hunt.db"
    other.parent.mkdir()
    other.with_name("hunt-files").write_text("in the way")
    assert restore_whole(beside, other, NOW).missing == 1
    assert other.exists()


def test_a_backup_with_a_wrong_content_leaves_the_hunt_as_it_was(path: Path, tmp_path: Path) -> None:
    backup = back_up_with_files(path, tmp_path / "all.zip")
    backup.write_bytes(rezipped(backup.read_bytes(), swap))
    other = tmp_path / "two" / "hunt.db"
    add(open_hunt(other), "Fabrikam")
    before = other.read_bytes()
    with pytest.raises(StorageError, match=r"files/[0-9a-f]{64} is not what its name says.* Nothing was restored"):
        restore_whole(backup, other, NOW)
    assert other.read_bytes() == before


def test_nothing_but_a_backup_is_replaced_by_one(path: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.zip").write_bytes(exported(path))
    with pytest.raises(StorageError, match="already exists and is not a backup"):
        back_up_with_files(path, tmp_path / "mine.zip")
    with pytest.raises(StorageError, match="is for your attached files, so the backup was not written"):
        back_up_with_files(path, KeptFiles.of(path).path_of(CV_NAME))
    with pytest.raises(StorageError, match="is a zip, but not a backup"):
        restore_whole(tmp_path / "mine.zip", tmp_path / "two" / "hunt.db", NOW)


def test_a_zip_is_checked_to_its_last_file(path: Path, tmp_path: Path) -> None:
    backup = back_up_with_files(path, tmp_path / "all.zip")
    check_zip(backup)
    backup.write_bytes(rezipped(backup.read_bytes(), swap))
    with pytest.raises(StorageError, match="is not what its name says"):
        check_zip(backup)
    (tmp_path / "export.zip").write_bytes(exported(path))
    with pytest.raises(StorageError, match=r"is a zip, but not a backup. It's an export"):
        check_zip(tmp_path / "export.zip")
