"""Two machines and a folder between them, on real files: what each leaves, reads, refuses, and never loses."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from app.etiquette.attached_files import AttachedFile
from app.etiquette.errors import SyncError
from app.etiquette.records import Application
from app.exchange.sealed import encrypted, new_key
from app.hunt.sync import setting_up
from app.hunt.sync.folder import free_name, name_here
from app.hunt.sync.setup import JUST_REMOVED, setup_of
from app.hunt.sync.syncing import look, publish, take
from app.hunt.verbs.applications import edited
from app.storage.kept_files import KeptFiles
from tests.hunt.sync.homes import Home, two
from tests.storage.hunts import SETTINGS

BOTH = ["Contoso", "Northwind"]


def test_what_each_has_comes_to_the_other_as_one_verb_and_then_all_is_quiet(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    came = desktop.sync()
    assert (desktop.companies, len(came.summaries), came.is_published) == (BOTH, 1, True)
    assert came.summaries[0].endswith("from laptop")
    with desktop.at() as hunt:
        assert "laptop" in hunt.undo().summary
        assert desktop.companies == ["Contoso"]
        hunt.redo()
    assert laptop.sync().changes
    assert laptop.companies == BOTH
    for _ in range(3):
        last = (desktop.sync(), laptop.sync())
    assert [(done.changes, done.is_published, done.problems) for done in last] == [(0, False, [])] * 2
    files = sorted(path.name for path in laptop.shared.iterdir())
    assert files == ["desktop.age", "laptop.age"]
    assert {(laptop.shared / name).stat().st_mode & 0o777 for name in files} == {0o600}
    assert b"Northwind" not in laptop.file.read_bytes()


def test_undoing_what_came_takes_nothing_from_the_machine_that_it_came_from(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    desktop.sync()
    with desktop.at() as hunt:
        hunt.undo()
    desktop.add("Adatum")
    desktop.sync()
    laptop.sync()
    assert laptop.companies == ["Adatum", *BOTH]
    desktop.sync()
    assert desktop.companies == ["Adatum", *BOTH]
    laptop.add("Fabrikam")
    laptop.sync()
    desktop.sync()
    assert "Fabrikam" in desktop.companies
    with laptop.at() as hunt:
        hunt.undo()
    laptop.sync()
    desktop.sync()
    assert desktop.companies == ["Adatum", *BOTH]


def test_files_that_come_late_twice_under_another_name_or_in_parts_lose_nothing(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    first = laptop.file.read_bytes()
    laptop.add("Fabrikam")
    laptop.sync()
    whole = laptop.file.read_bytes()
    laptop.file.write_bytes(whole[: len(whole) // 2])
    done = desktop.sync()
    assert desktop.companies == ["Contoso"]
    assert done.problems[0].startswith("laptop.age is damaged or not all there yet, so nothing of it was read.")
    assert laptop.file.read_bytes() == whole[: len(whole) // 2]
    laptop.file.write_bytes(whole)
    (laptop.shared / "laptop (conflicted copy).age").write_bytes(first)
    (laptop.shared / "laptop-2.age").write_bytes(whole)
    assert desktop.sync().problems == []
    assert desktop.companies == ["Contoso", "Fabrikam", "Northwind"]
    laptop.file.write_bytes(first)
    assert (desktop.sync().changes, desktop.devices["laptop"].generation) == (0, 2)
    assert desktop.companies == ["Contoso", "Fabrikam", "Northwind"]


def test_one_that_is_killed_between_its_steps_goes_on_where_it_was(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    with desktop.at() as hunt:
        setup = desktop.setup()
        looked = look(setup, SETTINGS.policy, desktop.now)
        taken, _ = take(hunt, setup, looked)
        publish(taken, looked, desktop.now)  # and it never gets to note that it did
    assert desktop.companies == BOTH
    assert desktop.devices["desktop"].generation == 0
    desktop.add("Adatum")
    assert desktop.sync().problems == []
    assert desktop.devices["desktop"].generation == 2
    laptop.sync()
    assert laptop.companies == ["Adatum", *BOTH]


def test_a_hunt_that_was_put_back_to_an_old_backup_gets_again_what_it_had_left(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    shutil.copy(laptop.database, tmp_path / "backup.db")
    laptop.add("Fabrikam")
    laptop.sync()
    shutil.copy(tmp_path / "backup.db", laptop.database)
    assert laptop.companies == ["Northwind"]
    laptop.sync()
    assert laptop.companies == ["Fabrikam", "Northwind"]
    assert laptop.devices["laptop"].generation == 3
    desktop.sync()
    assert desktop.companies == ["Contoso", "Fabrikam", "Northwind"]


def test_two_machines_of_one_name_write_two_files(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    desktop.name = "laptop"
    third = Home(tmp_path / "third", "laptop", laptop.shared)
    third.add("Adatum")
    third.join(laptop.code)
    third.sync()
    desktop.sync()
    assert sorted(path.name for path in laptop.shared.iterdir()) == ["desktop.age", "laptop-2.age", "laptop.age"]
    laptop.sync()
    assert laptop.companies == ["Adatum", *BOTH]
    assert free_name("a", frozenset({"a", "a-2"})) == "a-3"
    assert [name_here(text) for text in ("Sam's MacBook Pro", "..", "Ä/b")] == ["sam-s-macbook-pro", "machine", "b"]


def test_a_machine_that_is_removed_is_read_no_more_and_is_told_how_to_come_back(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    desktop.sync()
    laptop.sync()
    with laptop.at() as hunt:
        with pytest.raises(SyncError, match=r"No other machine is called phone. Those that took part: desktop."):
            setting_up.remove(hunt, laptop.setup(), "phone")
        with pytest.raises(SyncError, match=r"That's this machine."):
            setting_up.remove(hunt, laptop.setup(), "laptop")
        setting_up.remove(hunt, laptop.setup(), "desktop")
    assert not desktop.file.exists()
    desktop.add("Adatum")
    desktop.sync()  # it has not heard of it yet
    assert "desktop.age comes from a machine that was removed" in laptop.sync().problems[0]
    desktop.file.unlink()
    heard = desktop.sync()
    assert (heard.problems, heard.is_published, desktop.file.exists()) == ([JUST_REMOVED], False, False)
    with pytest.raises(SyncError, match=r"This machine was removed from your sync"):
        desktop.sync()
    assert laptop.companies == BOTH
    desktop.join(laptop.code)
    desktop.sync()
    laptop.sync()
    assert laptop.companies == ["Adatum", *BOTH]


def test_a_lost_key_is_said_to_be_lost_and_another_one_begins_anew(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    for file in (laptop.root / "state").glob("sync-*.key"):
        assert file.stat().st_mode & 0o777 == 0o600
        file.write_text(f"{laptop.code[:-1]}\n")
        with laptop.at(), pytest.raises(SyncError, match=r"The key of your sync is damaged on this machine"):
            setup_of(laptop.database, laptop.settings)
        file.unlink()
    with laptop.at(), pytest.raises(SyncError, match=r"The key of your sync isn't on this machine anymore"):
        setup_of(laptop.database, laptop.settings)
    laptop.join(desktop.code)
    assert laptop.sync().problems == []
    laptop.begin(anew=True)
    laptop.sync()
    assert "laptop.age was encrypted with another key, so it was left unread." in desktop.sync().problems[0]
    desktop.join(laptop.code)
    assert desktop.sync().problems == []
    laptop.sync()
    assert laptop.companies == BOTH


def test_what_cannot_begin_is_refused_with_what_to_do(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    third = Home(tmp_path / "third", "third", tmp_path / "nowhere" / "shared")
    third.add("Adatum")
    with third.at() as hunt:
        assert setup_of(third.database, third.settings) is None
        with pytest.raises(SyncError, match=r"can't be made: No such file or directory. Make the folder"):
            setting_up.set_up(hunt, third.database, third.settings, third.shared)
        third.shared = laptop.shared
        with pytest.raises(SyncError, match=r"Another machine syncs in .*shared already"):
            setting_up.set_up(hunt, third.database, third.settings, third.shared)
        with pytest.raises(SyncError, match=r"That code opens nothing in"):
            setting_up.join(hunt, third.database, third.settings, third.shared, new_key())
        with pytest.raises(SyncError, match=r"Nothing from another machine is in"):
            setting_up.join(hunt, third.database, third.settings, tmp_path, laptop.code)
    with pytest.raises(SyncError, match=r"Sync is set up here already."):
        laptop.begin()
    code = laptop.code
    with laptop.at() as hunt:  # once the folder is taken out of the settings, it can be set up again
        setting_up.set_up(hunt, laptop.database, SETTINGS, laptop.shared)
    assert laptop.code == code
    shutil.move(laptop.shared, tmp_path / "away")
    with pytest.raises(SyncError, match=r"Your sync folder isn't there: .*shared. Connect its drive"):
        desktop.sync()
    assert not laptop.shared.exists()


def test_a_machine_that_left_sync_by_an_older_backup_is_told_how_to_come_back(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    desktop.sync()
    (tmp_path / "old").mkdir()
    old = Home(tmp_path / "old", "laptop", laptop.shared)
    old.add("Northwind")
    shutil.copy(old.database, laptop.database)
    with laptop.at() as hunt:
        assert setup_of(laptop.database, laptop.settings) is None
        assert "its database takes no part in that" in setting_up.why_not_set_up(laptop.settings)
        assert setting_up.why_not_set_up(SETTINGS) == setting_up.NOT_SET_UP
        with pytest.raises(
            SyncError, match=r"^laptop\.age in .*shared has this machine's name.* `afterword sync --code`"
        ):
            setting_up.set_up(hunt, laptop.database, SETTINGS, laptop.shared, "laptop")
        desktop.file.rename(tmp_path / "away.age")
        with pytest.raises(SyncError, match=r"If none does, move laptop\.age out of that folder"):
            setting_up.set_up(hunt, laptop.database, SETTINGS, laptop.shared, "laptop")
        (tmp_path / "away.age").rename(desktop.file)
    laptop.join(desktop.code)
    assert laptop.sync().changes > 0
    assert "Contoso" in laptop.companies


def test_a_code_that_opens_what_only_a_newer_program_reads_is_taken(tmp_path: Path) -> None:
    shared, code = tmp_path / "shared", new_key()
    shared.mkdir()
    (shared / "laptop.age").write_bytes(encrypted(b"afterword sync 99\n", code))
    desktop = Home(tmp_path / "desktop", "desktop", shared)
    desktop.add("Contoso")
    desktop.join(code)
    assert desktop.sync().problems == [
        "laptop.age was written by a newer Afterword, so it was left unread. Update Afterword on this machine."
    ]


def test_what_lies_in_the_folder_and_is_no_file_of_ours_is_left_alone(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    (laptop.shared / "notes.txt").write_text("mine")
    (laptop.shared / ".hidden.age").write_text("half")
    (laptop.shared / "folder.age").mkdir()
    (laptop.shared / "db.age").write_bytes(b"SQLite format 3\0")
    os.mkfifo(laptop.shared / "pipe.age")
    done = desktop.sync()
    assert desktop.companies == BOTH
    assert len(done.problems) == 3
    assert any("db.age is damaged" in problem for problem in done.problems)
    assert any("pipe.age is a pipe or a device, not a file." in problem for problem in done.problems)


def test_what_is_attached_travels_by_its_hash_and_only_whole(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    cv = b"%PDF-1.7 my CV" * 9000
    sha256 = KeptFiles.of(laptop.database).store(cv).sha256
    with laptop.at() as hunt:
        files = (AttachedFile(name="cv.pdf", sha256=sha256, size=len(cv)),)
        hunt.take_in("With a file", [(Application(company="Fabrikam", role="Analyst", files=files), [])])
    laptop.sync()
    (blob,) = (laptop.shared / "files").iterdir()
    sealed = blob.read_bytes()
    assert sha256 not in blob.name
    assert b"PDF-1.7 my CV" not in sealed
    for damaged in (sealed[:-1], b"", encrypted(b"another", laptop.code)):
        blob.write_bytes(damaged)
        assert [problem for problem in desktop.sync().problems if "is not used" in problem or "not what" in problem]
        assert not KeptFiles.of(desktop.database).hashes()
    laptop.sync()
    assert desktop.sync().problems == []
    assert KeptFiles.of(desktop.database).read(sha256) == cv
    blob.unlink()
    assert desktop.sync().problems == []
    assert blob.exists()


def test_what_does_not_go_together_is_said_once(tmp_path: Path) -> None:
    laptop, desktop = two(tmp_path)
    desktop.sync()
    laptop.sync()
    said = []
    for minutes, (home, number) in enumerate(((laptop, 1), (desktop, 2)), 1):  # ids of the same application
        home.ahead = timedelta(minutes=minutes)
        with home.at() as hunt:
            hunt.do(number, partial(edited, location=home.name))
        said += home.sync().to_look_at
    said += laptop.sync().to_look_at
    assert said == [
        "Northwind: Changed on two machines: location. Kept: “desktop”, the later change. Not kept: “laptop”."
    ]
