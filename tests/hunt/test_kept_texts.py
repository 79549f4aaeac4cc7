"""Files with texts of letters: which of them are offered, and when they go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.hunt import kept_texts
from app.hunt.kept_texts import KeptText, keep, left_texts, parted, text_of, with_subject


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AFTERWORD_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


def of_a_dead_process(kept: KeptText) -> Path:
    """Give a file the name that a process which is gone gave it."""
    return kept.path.rename(kept.path.with_name(kept.path.name.replace(f"-{os.getpid()}-", "-4194305-")))


def test_what_was_saved_in_a_file_is_left_and_what_was_not_goes(tmp_path: Path) -> None:
    database = tmp_path / "hunt.db"
    saved, same = (of_a_dead_process(keep(database, 1, n, "Dear Dana,\n")) for n in (1, 2))
    saved.write_text("Dear Dana, thank you.\n")
    assert left_texts(database) == [KeptText(saved, 1, 1)]
    kept_texts.drop_unchanged(database)
    assert (saved.exists(), same.exists()) == (True, False)
    assert saved.stat().st_mode & 0o777 == 0o600


def test_what_another_process_or_another_hunt_has_is_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "hunt.db"
    other = of_a_dead_process(keep(tmp_path / "other.db", 1, 1, "a", first="b"))
    living = keep(database, 1, 1, "a", first="b").path
    living = living.rename(living.with_name(living.name.replace(f"-{os.getpid()}-", f"-{os.getppid()}-")))
    assert left_texts(database) == []
    kept_texts.drop_unchanged(database)
    assert other.exists()
    assert living.exists()


def test_what_an_editor_of_this_sitting_has_was_not_left_before_it(tmp_path: Path) -> None:
    database = tmp_path / "hunt.db"
    ours = keep(database, 1, 1, "a", first="b")
    assert left_texts(database) == [ours]
    assert left_texts(database, from_before=True) == []
    before = of_a_dead_process(ours)
    assert left_texts(database, from_before=True) == [KeptText(before, 1, 1)]


def test_a_file_that_goes_meanwhile_hides_no_other_one(tmp_path: Path, state: Path) -> None:
    database = tmp_path / "hunt.db"
    kept, unsaved = keep(database, 1, 2, "a", first="b"), of_a_dead_process(keep(database, 1, 3, "a"))
    (state / "letter-gone.txt").symlink_to(state / "nothing")  # what a file is between being listed and looked at
    assert left_texts(database) == [kept]
    kept_texts.drop_unchanged(database)
    assert not unsaved.exists()


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that its owner cannot read, even as root")
def test_a_text_that_cannot_be_read_is_kept_and_said(tmp_path: Path) -> None:
    database = tmp_path / "hunt.db"
    kept = of_a_dead_process(keep(database, 1, 1, "Dear Dana,\n"))
    kept.unlink()
    kept.symlink_to("/proc/self/mem")
    kept_texts.drop_unchanged(database)
    assert left_texts(database) == [KeptText(kept, 1, 1)]
    with pytest.raises(kept_texts.UnreadableTextError, match="cannot be read"):
        text_of(kept)


def test_what_was_set_aside_is_not_offered_again(tmp_path: Path) -> None:
    kept = keep(tmp_path / "hunt.db", 1, 1, "a", first="b")
    assert left_texts(tmp_path / "hunt.db") == [kept]
    assert kept_texts.set_aside(kept.path).read_text() == "a"
    assert left_texts(tmp_path / "hunt.db") == []


def test_what_editors_put_beside_a_file_goes_with_it(tmp_path: Path, state: Path) -> None:
    kept, other = (keep(tmp_path / "hunt.db", 1, n, "a").path for n in (1, 2))
    for name in (f"{kept.name}~", f".{kept.name}.swp", f"#{kept.name}#"):
        (state / name).touch()
    kept_texts.drop(kept)
    assert list(state.iterdir()) == [other]


@pytest.mark.parametrize("data", ["Grüße".encode("latin-1"), "Grüße".encode("utf-16"), "Hi".encode("utf-16-le")])
def test_what_is_no_utf_8_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "text"
    path.write_bytes(data)
    with pytest.raises(kept_texts.UnreadableTextError, match="UTF-8"):
        text_of(path)


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_bytes("\ufeffGrüße,\r\nRobin\r\n".encode())
    assert text_of(path) == "Grüße,\nRobin"


def test_a_subject_and_a_body_are_one_text_and_come_apart_again() -> None:
    assert parted(with_subject("Thank you", "Dear Dana,\n\nSubject: none")) == (
        "Thank you",
        "Dear Dana,\n\nSubject: none",
    )
    assert parted("Dear Dana,\n\nSubject: none") == (None, "Dear Dana,\n\nSubject: none")
