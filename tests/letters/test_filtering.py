"""A letter through a program: what answers well, and everything that a program can do instead."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.etiquette.letter_style import LetterFilter
from app.letters.cancelling import Cancellation
from app.letters.filtering import CALLED_OFF, LARGEST, FilterError, Rewritten, filtered

GIVEN = '{"body": "Dear Dana"}'


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., LetterFilter]:
    """Return what makes a program of some lines of Python."""

    def made(lines: str, seconds: float = 30) -> LetterFilter:
        path = tmp_path / "rewriter"
        path.write_text(f"#!{sys.executable} -SE\nimport os, sys\n{lines}\n", "utf-8")
        path.chmod(0o755)
        return LetterFilter((str(path),), seconds)

    return made


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Dear Dana,\n\nThanks.\n", Rewritten(None, "Dear Dana,\n\nThanks.")),
        ("Subject: Thanks\n\nDear Dana,\n", Rewritten("Thanks", "Dear Dana,")),
        ("```text\nSubject: Thanks\n\nDear Dana,\n```\n", Rewritten("Thanks", "Dear Dana,")),
        ("\ufeffDear Dana,\r\n\r\nThanks.", Rewritten(None, "Dear Dana,\n\nThanks.")),
        ("Dear \x1b[31mDana", Rewritten(None, "Dear ␛[31mDana")),
    ],
)
def test_an_answer_is_a_letter(program, answer: str, expected: Rewritten) -> None:  # type: ignore[no-untyped-def]
    assert filtered(program(f"sys.stdout.buffer.write({answer.encode()!r})"), GIVEN) == expected


def test_the_program_is_given_what_is_known_and_its_arguments_run_through_no_shell(tmp_path: Path) -> None:
    program = LetterFilter((sys.executable, "-SEc", "import sys; print(sys.argv[1], sys.stdin.read())", "$HOME; ls"))
    assert filtered(program, GIVEN).body == f"$HOME; ls {GIVEN}"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            "sys.exit('no model is there.')",
            "rewriter failed with exit code 1: no model is there. Your draft is unchanged.",
        ),
        ("", "rewriter gave no answer. Your draft is unchanged."),
        ("print('  ')", "rewriter gave no answer."),
        ("sys.stderr.write('quota')", "rewriter gave no answer: quota."),
        ("sys.stdout.buffer.write(b'Dear Ren\\xe9')", "rewriter answered with something that isn't UTF-8 text."),
        (f"os.write(1, b'a' * {2 * LARGEST})", "rewriter answered with more than 100 KB, too much for a letter."),
        ("while True: os.write(1, b'a' * 4096)", "rewriter answered with more than 100 KB, too much for a letter."),
        ("sys.stderr.write('x' * 1000000 + ' the end'); sys.exit(3)", "rewriter failed with exit code 3: xxxx"),
    ],
)
def test_what_is_no_letter_is_told_in_a_sentence(program, lines: str, sentence: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FilterError) as refused:
        filtered(program(lines), GIVEN)
    assert str(refused.value).startswith(sentence)
    assert str(refused.value).endswith("Your draft is unchanged.")
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize("name", ["no-such-program", "/etc/passwd"])
def test_a_program_that_cannot_be_started_is_told(name: str) -> None:
    with pytest.raises(FilterError, match=rf"{name} can't be started: .* Check letter\.filter in your settings\. Your"):
        filtered(LetterFilter((name,)), GIVEN)


def test_a_program_that_reads_nothing_may_answer(program) -> None:  # type: ignore[no-untyped-def]
    assert filtered(program("os.close(0); print('Dear Dana')"), "x" * 1_000_000).body == "Dear Dana"


def test_a_program_that_takes_too_long_is_ended_with_all_that_it_started(program, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    started = tmp_path / "pid"
    started.touch()
    for seconds in (0.5, 5, 20):  # on a busy machine, a short time is up before it has started anything
        slow = program(
            f"import subprocess; p = subprocess.Popen(['sleep', '60']); open({str(started)!r}, 'w').write(str(p.pid));"
            " p.wait()",
            seconds,
        )
        with pytest.raises(FilterError, match=rf"didn't answer within {seconds} seconds \(letter\.filter_seconds\)"):
            filtered(slow, GIVEN)
        if started.read_text():
            break
    _has_ended(int(started.read_text()))


def test_it_can_be_called_off(program, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    started, cancellation = tmp_path / "pid", Cancellation()
    slow = program(f"open({str(started)!r}, 'w').write(str(os.getpid())); import time; time.sleep(60)")

    def call_off() -> None:
        while not (started.exists() and started.read_text()):
            time.sleep(0.005)
        assert cancellation.cancel()

    thread = threading.Thread(target=call_off)
    thread.start()
    with pytest.raises(FilterError, match=CALLED_OFF):
        filtered(slow, GIVEN, cancellation)
    thread.join()
    _has_ended(int(started.read_text()))


def _has_ended(pid: int) -> None:
    deadline = time.monotonic() + 30
    while _runs(pid):
        assert time.monotonic() < deadline, "it runs on"
        time.sleep(0.005)


def _runs(pid: int) -> bool:
    """Return whether a process runs; one that has ended and that nobody has asked about does not."""
    try:
        os.kill(pid, 0)
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
