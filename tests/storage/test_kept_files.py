"""Contents of attached files: kept once under their hash, whole or not at all, and found damaged when they are."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from app.etiquette.attached_files import LARGEST_FILE
from app.storage.kept_files import DamagedContentError, KeptFiles, MissingContentError, TooLargeError

CV = b"%PDF-1.7\n" + bytes(range(256)) * 40
NAME = sha256(CV).hexdigest()


def test_a_content_is_kept_once_under_its_hash_for_its_owner_alone(tmp_path: Path) -> None:
    files = KeptFiles.of(tmp_path / "hunt.db")
    assert files.hashes() == frozenset()
    first = files.store(CV)
    place = files.path_of(NAME)
    before = place.stat()
    assert files.store(CV, NAME) == first == (NAME, len(CV))
    assert place.stat().st_ino == before.st_ino
    assert files.hashes() == {NAME}
    assert [path.name for path in files.folder.iterdir()] == [NAME]
    assert (stat.S_IMODE(before.st_mode), stat.S_IMODE(files.folder.stat().st_mode)) == (0o600, 0o700)
    assert files.folder == tmp_path / "hunt-files"
    assert files.read(NAME) == CV


def test_the_largest_file_is_kept_and_one_byte_more_is_not(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path / "files")
    largest = bytes(LARGEST_FILE)
    assert files.store(largest).size == 10 * 1024 * 1024
    with pytest.raises(TooLargeError, match="larger than 10 MB"):
        files.store(largest + b"x")
    assert len(list(files.folder.iterdir())) == 1


def test_what_has_another_hash_than_was_said_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path / "files")
    with pytest.raises(DamagedContentError, match=NAME[:12]):
        files.store(b"something else", NAME)
    assert not files.folder.exists()


def test_a_missing_and_a_damaged_content_are_named_and_a_sound_one_mends_it(tmp_path: Path) -> None:
    files, other = KeptFiles(tmp_path / "files"), KeptFiles(tmp_path / "other")
    with pytest.raises(MissingContentError, match="doctor"):
        files.read(NAME)
    files.store(CV)
    files.path_of(NAME).write_bytes(CV[:-1])
    with pytest.raises(DamagedContentError):
        files.read(NAME)
    assert (files.has(NAME), files.is_sound(NAME)) == (True, False)
    other.store(CV)
    files.fetch(NAME, other)
    assert files.read(NAME) == CV


@pytest.mark.parametrize("what", ["folder", "pipe", "link"])
def test_what_is_no_file_proper_is_no_content(tmp_path: Path, what: str) -> None:
    files = KeptFiles(tmp_path)
    place = files.path_of(NAME)
    if what == "folder":
        place.mkdir()
    elif what == "link":
        (tmp_path / "elsewhere").write_bytes(CV)
        place.symlink_to(tmp_path / "elsewhere")
    else:
        os.mkfifo(place)
    assert not files.is_sound(NAME)
    assert not files.has(NAME)


@pytest.mark.parametrize("name", ["", "..", "../hunt.db", NAME.upper(), NAME + "0", f"{NAME}\n"])
def test_nothing_but_a_hash_leads_anywhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no hash"):
        KeptFiles(tmp_path).path_of(name)


def test_a_process_killed_while_it_keeps_a_file_leaves_nothing_that_counts(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; from app.storage.kept_files import KeptFiles\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "KeptFiles(Path(sys.argv[1])).store(b'x' * 300_000)"
    )
    files = KeptFiles(tmp_path / "files")
    ended = subprocess.run([sys.executable, "-c", program, str(files.folder)], check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    (part,) = files.folder.iterdir()
    assert files.hashes() == frozenset()
    files.store(CV)
    assert part.exists(), "it may still be written by somebody"
    theirs = files.folder / ".thesis.pdf.part"
    theirs.touch()
    for path in (part, theirs):
        os.utime(path, (1, 1))
    files.store(CV)
    assert {path.name for path in files.folder.iterdir()} == {NAME, theirs.name}
