"""`afterword files`: which CV went where, attached, marked, copied out and listed."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from app.cli.files_check import file_lines
from tests.cli.in_process import afterword
from tests.storage.hunts import add, open_hunt


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    add(hunt, "Contoso"), add(hunt, "Fabrikam")
    (tmp_path / "cv.pdf").write_bytes(b"%PDF-1.7 Robin")
    return path


def run(database: Path, *arguments: str) -> str:
    """Return what a command that works says."""
    ended = afterword("--db", str(database), "files", *arguments)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.decode()


def test_files_are_attached_listed_marked_saved_and_removed(database: Path, tmp_path: Path) -> None:
    cv = str(tmp_path / "cv.pdf")
    assert (
        run(database, "contoso") == "Nothing is attached to Contoso, Data Engineer. Add --attach FILE to attach one.\n"
    )
    assert run(database, "contoso", "--attach", cv, "--sent", "nov 20") == "Attached cv.pdf to Contoso, sent (as CV).\n"
    assert "1. CV: cv.pdf, 14 bytes, sent Fri, Nov 20" in run(database, "contoso")
    assert run(database, "fabrikam", "--attach", cv, "--kind", "portfolio") == "Attached cv.pdf to Fabrikam.\n"
    assert run(database, "fabrikam", "--remove", "1") == "Removed cv.pdf from Fabrikam.\n"
    done = json.loads(run(database, "fabrikam", "--attach", cv, "--json"))
    assert (done["done"], done["company"]) == ("Attached cv.pdf to Fabrikam", "Fabrikam")
    assert run(database, "fabrikam", "--mark-sent", "1") == "Marked cv.pdf as sent to Fabrikam.\n"
    added = afterword("--db", str(database), "add", "Adatum", "Analyst", "--applied", "nov 20", "--cv", cv)
    assert (added.returncode, added.stderr) == (0, b"")
    assert "1. CV: cv.pdf, 14 bytes, sent Fri, Nov 20" in run(database, "adatum")
    assert run(database) == "CV: cv.pdf, 14 bytes: Contoso, Fabrikam, Adatum\n"
    (file,) = json.loads(run(database, "contoso", "--json"))["files"]
    assert (file["kind"], file["size"], file["is_here"], file["sent"][:10]) == ("cv", 14, True, "2026-11-20")
    (everywhere,) = json.loads(run(database, "--json"))
    assert [one["company"] for one in everywhere["applications"]] == ["Contoso", "Fabrikam", "Adatum"]
    copy = tmp_path / "copy.pdf"
    assert run(database, "contoso", "--save", "1", "-o", str(copy)) == f"Saved {copy}\n"
    assert copy.read_bytes() == b"%PDF-1.7 Robin"
    assert [path.name for path in (tmp_path / "hunt-files").iterdir()] == [file["sha256"]]
    (tmp_path / "hunt-files" / file["sha256"]).unlink()
    assert "its content is missing" in run(database, "contoso")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("contoso", "--open", "1"), 1, "Contoso has no file 1. Nothing is attached."),
        (("contoso", "--attach", "/"), 1, "/ is a folder"),
        (("--open", "1"), 2, "Say which application"),
        (("contoso", "--open", "1", "--remove", "1"), 2, "Choose one of"),
        (("contoso", "--sent"), 2, "--kind and --sent say more"),
        (("contoso", "-o", "copy.pdf"), 2, "Add --save N."),
        (("contoso", "--attach", "cv.pdf", "--sent", "tomorrow"), 1, "hasn't come yet"),
    ],
)
def test_what_cannot_be_done_is_said(
    database: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, words: str
) -> None:
    monkeypatch.chdir(database.parent)
    ended = afterword("--db", str(database), "files", *arguments)
    assert ended.returncode == code
    assert words in ended.stderr.decode()


def test_the_doctor_names_what_is_missing_or_damaged_and_who_has_it(database: Path, tmp_path: Path) -> None:
    (tmp_path / "talk.pdf").write_bytes(b"%PDF-1.7 talk")
    for name, company in (("cv.pdf", "contoso"), ("cv.pdf", "fabrikam"), ("talk.pdf", "contoso")):
        run(database, company, "--attach", str(tmp_path / name))
    folder = tmp_path / "hunt-files"
    assert list(file_lines(database)) == [(True, f"2 attached files in {folder}, 27 bytes, all sound")]
    cv, talk = (sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("cv.pdf", "talk.pdf"))
    (folder / cv).write_bytes(b"%PDF-1.7 robin")
    (folder / talk).rename(folder / ("0" * 64))
    wrong = dict(line.split(" in ", 1) for is_well, line in file_lines(database) if not is_well)
    assert list(wrong) == [
        "the content of cv.pdf (Contoso, Fabrikam) is damaged",
        "the content of talk.pdf (Contoso) is missing",
    ]
    assert list(file_lines(database))[-1] == (
        True,
        "1 more file there, 13 bytes, that only backups need, or nothing: see `afterword files --prune`",
    )
    assert list(file_lines(tmp_path / "none.db")) == []
