"""What was typed into forms: which of them are told of, and when they are forgotten."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.hunt.kept_forms import KeptForm, form_file, keep_form, left_forms


def test_a_form_that_is_left_meanwhile_hides_no_other_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_STATE", str(tmp_path / "state"))
    database = tmp_path / "hunt.db"
    files = sorted(form_file(database, f"reply {number}") for number in range(3))
    gone, old, kept = files
    keep_form(old, KeptForm("Edit", {"role": "Tester"}))
    keep_form(kept, KeptForm("Reply", {"text": "We liked it"}))
    gone.symlink_to(tmp_path / "nothing")  # what a file is between being listed and looked at
    os.utime(old, (0, 0))
    assert left_forms(database) == ["Reply"]
    assert not old.exists()
