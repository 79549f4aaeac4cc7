"""Output in any encoding: readable for people, valid for scripts, never an error in place of the answer."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.stand_ins import stand_in
from app.etiquette.steps.wording import MARKS
from app.ui.timeline_lines import ENTRY_MARKS
from tests.cli import in_process
from tests.cli.terminals import NOW, ROOT, started

COMPANY = "Bäckerei Łódź ● €"
HUNT = {
    "afterword": 1,
    "applications": [
        {
            "company": COMPANY,
            "role": "Ingénieur 🚀",
            "people": [{"ref": "d", "given": "Dana", "family": "Søren"}],
            "interviews": [
                {"round": 1, "starts": "2026-11-23T14:00:00+01:00", "ends": "2026-11-23T15:00:00+01:00", "met": ["d"]}
            ],
        }
    ],
}
NARROW = ["ascii", "iso8859-1", "cp1252", "koi8-r"]


def afterword(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Start the program: its encoding is settled when Python starts."""
    variables = os.environ | {"AFTERWORD_NOW": NOW, "PYTHONPATH": str(ROOT)} | environment
    command = [sys.executable, "-m", "app", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env=variables, check=False, timeout=60)


@pytest.fixture
def hunt() -> bytes:
    """Import a hunt whose names no narrow encoding holds."""
    data = json.dumps(HUNT).encode()
    assert in_process.afterword("import", "-", stdin=data).returncode == 0
    return data


@pytest.mark.parametrize("encoding", NARROW)
def test_what_is_due_is_readable_in_a_narrow_encoding(hunt: bytes, encoding: str) -> None:
    done = afterword("due", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    line = done.stdout.decode(encoding)
    assert "ckerei" in line
    assert "Thank Dana S" in line
    assert "?" not in line


@pytest.mark.parametrize("encoding", NARROW)
def test_json_in_a_narrow_encoding_is_ascii_and_says_the_same(hunt: bytes, encoding: str) -> None:
    done = afterword("due", "--json", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii()
    assert json.loads(done.stdout)[0]["company"] == COMPANY
    assert json.loads(done.stdout)[0]["role"] == "Ingénieur 🚀"
    whole = afterword("due", "--json")
    assert json.loads(whole.stdout) == json.loads(done.stdout)
    assert COMPANY.encode() in whole.stdout, "UTF-8 needs no escapes"


@pytest.mark.parametrize("encoding", NARROW)
def test_every_other_command_writes_in_a_narrow_encoding_as_well(hunt: bytes, encoding: str, tmp_path: Path) -> None:
    letter = tmp_path / "Lettre à Łódź.txt"
    letter.write_text("Dear Dana,\n\nThank you … for Łódź ●.\n\nÉmile\n", "utf-8")
    other = str(tmp_path / "ŁĄĘ ●.db")
    file = tmp_path / "● Ł.json"
    file.write_bytes(hunt)
    for arguments in (
        ("import", "--dry-run", str(file), "--db", other),
        ("import", "--dry-run", "--json", str(file), "--db", other),
        ("check", str(letter)),
        ("check", "--json", str(letter)),
        ("import", str(tmp_path / "no ●.csv")),
        ("restore", str(tmp_path / "no ●.db")),
        ("backup",),
        ("doctor",),
        ("export", "csv"),
        ("--help",),
        ("due", "--at", "●"),
    ):
        done = in_process.afterword(*arguments, PYTHONIOENCODING=encoding)
        assert done.returncode in (0, 1), arguments
        assert b"went wrong inside" not in done.stderr, arguments
        assert b"Traceback" not in done.stderr, arguments
        assert done.stdout or done.stderr, arguments
        if "--json" in arguments:
            json.loads(done.stdout)


def test_a_real_locale_that_is_not_utf_8_is_written_in(hunt: bytes, tmp_path: Path) -> None:
    compiler = shutil.which("localedef")
    if compiler is None or not Path("/usr/share/i18n/charmaps").is_dir():
        pytest.skip("localedef, which makes a locale, is not here")
    command = [compiler, "-i", "en_US", "-f", "ISO-8859-1", str(tmp_path / "en_US.ISO-8859-1")]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system's localedef makes no en_US.ISO-8859-1")
    done = afterword("due", LOCPATH=str(tmp_path), LC_ALL="en_US.ISO-8859-1", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Bäckerei Lódz * EUR: Thank Dana Søren" in done.stdout.decode("iso8859-1")


def test_a_database_whose_name_is_not_utf_8_is_read_as_well_as_written(hunt: bytes, tmp_path: Path) -> None:
    path = bytes(tmp_path) + b"/\xff.db"
    assert afterword("--db", path, "import", "-", stdin=hunt).returncode == 0  # type: ignore[arg-type]
    done = afterword("--db", path, "due")  # type: ignore[arg-type]
    assert (done.returncode, done.stderr) == (0, b"")
    assert COMPANY.encode() in done.stdout


def test_the_doctor_warns_of_a_terminal_that_is_not_utf_8() -> None:
    assert b"the dashboard needs UTF-8" in afterword("doctor", PYTHONIOENCODING="latin-1").stdout
    assert b"the dashboard needs UTF-8" not in afterword("doctor", PYTHONIOENCODING="utf-8").stdout


def test_the_dashboard_says_that_it_needs_utf_8_and_draws_nothing() -> None:
    with started(environment={"PYTHONIOENCODING": "latin-1"}) as terminal:
        assert terminal.ended() == 1
        assert "The dashboard needs UTF-8, and this terminal's encoding is iso8859-1." in terminal.text.replace(
            "\n", ""
        )
        assert b"\x1b[?1049h" not in terminal.raw


@pytest.mark.parametrize("mark", [*MARKS.values(), *sorted({*ENTRY_MARKS.values()} - {"?"}), *"✓✗◇◆○●·–—…’“”→"])
def test_every_mark_of_ours_has_a_stand_in(mark: str) -> None:
    assert stand_in(mark).isascii()
    assert stand_in(mark) != "?"


def test_a_letter_keeps_its_base_and_what_has_none_is_a_question_mark() -> None:
    written = "".join(map(stand_in, "ÄéłŒßñİı…ﬁ李🚀\u0301"))
    assert written == "AelOEssnIi...fi??"
