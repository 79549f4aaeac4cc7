"""Files with what was typed into forms: who may go on with which of them."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from app.hunt.kept_forms import KeptForm, drop_form, form_file, keep_form, left_forms, taken_over

LIVING, DEAD, DEAD_TOO = os.getppid(), 4194305, 4194306
"""Processes: the one that started the tests, and two that no system has."""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AFTERWORD_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


def typed_by(pid: int, database: Path, text: str, *, name: str = "reply 7", age: float = 0) -> Path:
    """Keep a form as another process would; return its file."""
    path = form_file(database, name)
    keep_form(path, KeptForm(f"Form {name}", {"text": text}))
    others = path.rename(path.with_name(path.name.replace(f"-{os.getpid()}.", f"-{pid}.")))
    os.utime(others, (time.time() - age,) * 2)
    return others


def test_two_dashboards_with_one_form_open_keep_a_file_each(tmp_path: Path) -> None:
    database = tmp_path / "hunt.db"
    theirs = typed_by(LIVING, database, "theirs")
    own = form_file(database, "reply 7")
    keep_form(own, KeptForm("Form reply 7", {"text": "ours"}))
    assert (left_forms(database), taken_over(database, "reply 7")) == (["Form reply 7"], {"text": "ours"})
    drop_form(own)
    assert (left_forms(database), taken_over(database, "reply 7")) == ([], {}), "a living one's was taken"
    assert theirs.exists()


def test_what_the_dead_left_is_taken_over_once_each_the_newest_first(tmp_path: Path) -> None:
    database = tmp_path / "hunt.db"
    typed_by(DEAD, database, "older", age=60)
    typed_by(DEAD_TOO, database, "newer", age=30)
    typed_by(DEAD, database, "of another form", name="reply 8")
    typed_by(DEAD, tmp_path / "other.db", "of another database")
    assert sorted(left_forms(database)) == ["Form reply 7", "Form reply 8"]
    assert taken_over(database, "reply 7") == {"text": "newer"}
    assert taken_over(database, "reply 7") == {"text": "newer"}, "killed again, it is lost"
    drop_form(form_file(database, "reply 7"))
    assert taken_over(database, "reply 7") == {"text": "older"}
    drop_form(form_file(database, "reply 7"))
    assert taken_over(database, "reply 7") == {}
    assert left_forms(database) == ["Form reply 8"]


def test_what_an_older_version_kept_is_taken_over_and_what_is_old_or_broken_is_not(tmp_path: Path, state: Path) -> None:
    database = tmp_path / "hunt.db"
    kept = typed_by(DEAD, database, "from before")
    before = kept.rename(kept.with_name(kept.name.replace(f"-{DEAD}.", ".")))
    assert taken_over(database, "reply 7") == {"text": "from before"}
    assert not before.exists()
    drop_form(form_file(database, "reply 7"))
    typed_by(DEAD, database, "").write_text("[")
    forgotten = [typed_by(DEAD_TOO, tmp_path / name, "old", age=15 * 24 * 3600) for name in ("hunt.db", "sample.db")]
    assert (left_forms(database), taken_over(database, "reply 7")) == ([], {})
    assert not any(path.exists() for path in forgotten)


def test_a_form_that_is_left_meanwhile_hides_no_other_one(tmp_path: Path) -> None:
    database = tmp_path / "hunt.db"
    files = sorted(form_file(database, f"reply {number}") for number in range(3))
    gone, old, kept = files
    keep_form(old, KeptForm("Edit", {"role": "Tester"}))
    keep_form(kept, KeptForm("Reply", {"text": "We liked it"}))
    gone.symlink_to(tmp_path / "nothing")  # what a file is between being listed and looked at
    os.utime(old, (0, 0))
    assert left_forms(database) == ["Reply"]
    assert not old.exists()
