"""`afterword check` as scripts rely on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.in_process import afterword
from tests.etiquette.checks.test_checks import GOOD


def test_the_document_has_the_documented_shape(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(f"Subject: Thank you for Friday\n\n{GOOD}", "utf-8")
    done = afterword("check", str(path), "--json", "--to", "Dana Lee", "--from", "Robin Vale")
    document = json.loads(done.stdout)
    assert done.returncode == 0, done.stdout
    assert (document["kind"], set(document)) == ("thank_you", {"kind", "words", "findings"})
    assert all(set(finding) == {"check", "verdict", "start", "end", "message"} for finding in document["findings"])
    greeting = document["findings"][0]
    assert GOOD[greeting["start"] : greeting["end"]].startswith("Dear Dana")


def test_a_bad_letter_fails_with_its_reasons() -> None:
    done = afterword("check", "-", stdin=b"To whom it may concern,\n\nGive me the job.\n")
    assert done.returncode == 1
    assert "greeting" in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "letter", "code", "words"),
    [
        (("check", "missing.txt"), b"", 1, b"can't be read"),
        (("check", "-"), b"\xff\xfe", 1, b"not UTF-8"),
        (("check", "-", "--kind", "poem"), b"x", 2, b"isn't a kind of letter"),
    ],
)
def test_bad_input_gets_a_sentence(arguments: tuple[str, ...], letter: bytes, code: int, words: bytes) -> None:
    done = afterword(*arguments, stdin=letter)
    assert (done.returncode, words in done.stderr, done.stdout) == (code, True, b"")
