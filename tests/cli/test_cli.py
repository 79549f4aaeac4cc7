"""The command line as scripts rely on it: shapes, exit codes, a sentence for every kind of bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli import forked

ROOT = Path(__file__).parents[2]
NOW = "2026-11-24T10:00:00+01:00"

HUNT = {
    "afterword": 1,
    "me": {"name": "Robin Vale", "email": "robin@mail.example", "signature": ""},
    "applications": [
        {
            "company": "Northwind",
            "role": "Data Engineer",
            "applied_on": "2026-11-20",
            "people": [{"ref": "d", "given": "Dana", "family": "Lee", "email": "dana@northwind.example"}],
            "interviews": [
                {"round": 1, "starts": "2026-11-23T14:00:00+01:00", "ends": "2026-11-23T15:00:00+01:00", "met": ["d"]}
            ],
        }
    ],
}


def afterword(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a script would, with no start of Python."""
    return forked.run(arguments, os.environ | {"AFTERWORD_NOW": NOW} | environment, stdin)


def imported() -> None:
    """Take the sample in."""
    done = afterword("import", "-", stdin=json.dumps(HUNT).encode())
    assert done.returncode == 0, done.stderr


def test_a_prompt_gets_one_line_of_counts_and_nothing_when_nothing_presses() -> None:
    assert afterword("due", "--line").stdout == b""
    imported()
    assert afterword("due", "--line").stdout.decode() == "2●\n"
    assert afterword("due", "--line", AFTERWORD_NOW="2026-11-26T10:00:00+01:00").stdout.decode() == "1!\n"
    assert afterword("due", "--line", AFTERWORD_NOW="2026-11-23T14:30:00+01:00").stdout == b""


def test_due_prints_the_documented_shape() -> None:
    imported()
    due = json.loads(afterword("due", "--json").stdout)
    assert [(item["company"], item["step"], item["letter_kind"], item["person"], item["urgency"]) for item in due] == [
        ("Northwind", "debrief", None, None, "due"),
        ("Northwind", "thank", "thank_you", "Dana Lee", "due"),
    ]
    assert due[1]["opens"] == "2026-11-23T16:00:00+01:00"
    assert due[1]["due"] == "2026-11-24T15:00:00+01:00"
    assert due[1]["late"] == "2026-11-25T15:00:00+01:00"
    assert set(due[1]) == {
        "application_id", "company", "role", "stage", "step", "letter_kind", "person", "opens", "due", "late", "lapses",
        "urgency", "reason",
    }  # fmt: skip


def test_at_and_zone_move_the_answer() -> None:
    imported()
    later = json.loads(afterword("due", "--json", "--at", "2026-11-26T10:00:00+01:00").stdout)
    assert later[0]["urgency"] == "late"
    in_words = json.loads(afterword("due", "--json", "--at", "nov 26").stdout)
    assert in_words == json.loads(afterword("due", "--json", "--at", "2026-11-26T09:00:00+01:00").stdout)
    assert in_words == json.loads(afterword("due", "--json", "--at", "thu 9:00").stdout) != []
    elsewhere = json.loads(afterword("due", "--json", TZ="America/New_York").stdout)
    assert [step["opens"] for step in elsewhere] == ["2026-11-23T09:00:00-05:00", "2026-11-23T10:00:00-05:00"]


def test_export_and_import_give_the_same_hunt(tmp_path: Path) -> None:
    imported()
    first = afterword("export", "json").stdout
    assert json.loads(first)["applications"][0]["company"] == "Northwind"
    other = str(tmp_path / "other.db")
    assert afterword("--db", other, "import", "-", stdin=first).returncode == 0
    again = json.loads(afterword("--db", other, "export", "json").stdout)
    assert again | {"machine": "", "seen": {}} == json.loads(first) | {"machine": "", "seen": {}}


def test_the_same_file_twice_changes_nothing() -> None:
    imported()
    again = afterword("import", "-", "--json", stdin=json.dumps(HUNT).encode())
    file = json.loads(again.stdout)["files"][0]
    assert (file["kind"], file["rows"], file["taken"], file["merged"], file["reported"]) == ("json", 1, [], 1, [])
    parts = {"file", "kind", "rows", "taken", "merged", "reported", "unsure", "interviews", "messages", "postings"}
    assert set(file) == parts


def test_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    done = afterword("import", "-", "--dry-run", stdin=json.dumps(HUNT).encode())
    assert b"Northwind" in done.stdout
    assert not (tmp_path / "data" / "hunt.db").exists()


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "words"),
    [
        (("import", "missing.json"), b"", 1, b"no such file"),
        (("import", "-"), b"{}", 1, b"holds no list of applications"),
        (("import", "-"), b'{"afterword":1,"applications":[{"company":"a","role":"b","stage":"hired"}]}', 1, b"stage"),
        (("import", "-"), b'{"afterword":1,"applications":[{"company":"a"}]}', 1, b"role"),
        (("import", "-"), b"", 1, b"empty"),
        (("due", "--at", "whenever"), b"", 1, b"--at"),
        (("nonsense",), b"", 2, b"invalid choice"),
        (("export", "json"), b"", 1, b"no database"),
        (("--db", "/", "due"), b"", 1, b"folder"),
        ((), b"", 1, b"terminal"),
    ],
)
def test_bad_input_gets_a_sentence(arguments: tuple[str, ...], stdin: bytes, code: int, words: bytes) -> None:
    done = afterword(*arguments, stdin=stdin)
    assert done.returncode == code
    assert words in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_an_end_before_a_start_is_refused_and_nothing_is_half_written(tmp_path: Path) -> None:
    wrong = json.loads(json.dumps(HUNT))
    wrong["applications"][0]["interviews"][0]["ends"] = "2026-11-23T13:00:00+01:00"
    wrong["applications"].insert(0, {"company": "Contoso", "role": "Chef"})
    done = afterword("import", "-", stdin=json.dumps(wrong).encode())
    assert done.returncode == 1
    assert b"interviews" in done.stderr
    assert not (tmp_path / "data" / "hunt.db").exists()


def test_a_wrong_clock_is_said() -> None:
    done = afterword("due", AFTERWORD_NOW="tomorrow")
    assert (done.returncode, b"AFTERWORD_NOW" in done.stderr) == (1, True)


def test_the_csv_is_safe_and_the_calendar_is_one() -> None:
    document = {"afterword": 1, "applications": [{"company": "=1+1", "role": "-2"}]}
    afterword("import", "-", stdin=json.dumps(document).encode())
    sheet = afterword("export", "csv").stdout
    assert sheet.startswith(b"\xef\xbb\xbfCompany,"), "Excel would read it in the local code page"
    rows = sheet.decode("utf-8-sig").splitlines()
    assert rows[1].startswith("'=1+1,'-2,")
    assert afterword("export", "ics").stdout.startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("arguments", [("--version",), ("due",)])
def test_neither_textual_nor_sqlmodel_is_imported(arguments: tuple[str, ...]) -> None:
    imported()
    program = (
        "import sys; from app.cli.main import run; code = run(sys.argv[1:]);"
        "print(code, sorted(set(sys.modules) & {'textual', 'sqlmodel', 'sqlalchemy', 'rich', 'jinja2'}))"
    )
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(
        command, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT), "AFTERWORD_NOW": NOW}, check=True
    )
    assert done.stdout.splitlines()[-1] == b"0 []"


def test_the_screen_does_not_import_sqlmodel() -> None:
    program = "import sys, app.ui.dashboard; print(sorted(set(sys.modules) & {'sqlmodel', 'sqlalchemy', 'jinja2'}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == b"[]"
