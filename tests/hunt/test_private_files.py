"""What the user names to be written: a place that is none is refused with what to do, before anything is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.etiquette.errors import InvalidFieldError, StorageError
from app.hunt.private_files import OccupiedError, export_to, file_of, place_of, write_privately


def test_a_place_that_was_typed_is_a_folder_or_a_file_in_one(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine")
    assert place_of(f"{tmp_path}/") == tmp_path
    assert place_of(f"{tmp_path}/new.csv") == file_of(f"{tmp_path}/new.csv") == tmp_path / "new.csv"
    for typed in (f"{tmp_path}/nowhere/", f"{tmp_path}/nowhere/new.csv", f"{tmp_path}/notes/new.csv"):
        with pytest.raises(InvalidFieldError, match=r"^There is no folder .* that can be opened\. Make it first"):
            file_of(typed)
    with pytest.raises(InvalidFieldError, match=r"is a folder\. Name a file in it\.$"):
        file_of(str(tmp_path))
    with pytest.raises(InvalidFieldError) as raised:
        file_of("/" + "x/" * 3000)
    assert len(str(raised.value)) < 200


@pytest.mark.parametrize(
    ("form", "what"), [("csv", "a CSV export"), ("report.md", "a report"), ("sheet.html", "an interview sheet")]
)
def test_what_is_there_and_is_something_else_is_called_by_its_name(tmp_path: Path, form: str, what: str) -> None:
    target = tmp_path / "mine"
    target.write_text("mine")
    with pytest.raises(OccupiedError, match=rf"already exists and isn't {what} from Afterword\. It was left as it is"):
        export_to(target, b"ours", form, tmp_path / "hunt.db")
    assert target.read_text() == "mine"


def test_a_folder_that_may_not_be_written_is_named_and_nothing_is_left_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new.csv").write_text("mine")

    def refused(*_: object) -> None:  # root may write anywhere, so the system's answer is given in its place
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(StorageError, match=r"Permission denied\. Nothing was changed\. Check the permissions of "):
        write_privately(tmp_path / "new.csv", b"ours")
    assert [path.name for path in tmp_path.iterdir()] == ["new.csv"]
    assert (tmp_path / "new.csv").read_text() == "mine"
