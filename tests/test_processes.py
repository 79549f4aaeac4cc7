"""Other people's programs are run to their end in one way: with a deadline, and a limit on what they print."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.processes import Ended, reason_of, run_program


def test_what_it_is_given_and_what_it_prints_come_through_as_bytes() -> None:
    given = bytes(range(256)) * 1000
    ended = run_program(["cat"], given, seconds=10)
    assert ended == Ended(0, given, b"")


def test_one_that_reads_nothing_of_what_it_is_given_is_none_the_worse() -> None:
    assert run_program(["true"], b"x" * 1_000_000, seconds=10).code == 0


def test_one_that_prints_on_and_on_is_ended() -> None:
    ended = run_program(["yes"], seconds=10, most_printed=1000)
    assert len(ended.printed) > 1000
    assert ended.code < 0


def test_one_that_takes_too_long_is_ended() -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        run_program(["sleep", "60"], seconds=0.05)


def test_one_that_nobody_waits_for_any_more_is_ended() -> None:
    started: list[subprocess.Popen[bytes]] = []

    @contextmanager
    def interrupted(process: subprocess.Popen[bytes]) -> Iterator[None]:
        started.append(process)
        yield
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_program(["sleep", "60"], seconds=0.05, while_running=interrupted)
    assert started[0].returncode == -signal.SIGKILL


def test_one_that_leaves_another_running_ends_when_its_output_goes_nowhere(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    leaves = f"(while [ ! -e '{gate}' ]; do sleep 0.02; done) & exit 3"
    try:
        assert run_program(["sh", "-c", leaves], seconds=30, most_printed=None) == Ended(3)
    finally:
        gate.touch()


@pytest.mark.parametrize(
    ("ended", "reason"),
    [
        (Ended(1, b"", b"No such user.\n"), "No such user"),
        (Ended(2), "it failed with exit code 2"),
        (Ended(1, b"", b"\x1b[31mred\xff"), "␛[31mred\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_why_it_failed_is_a_clause_safe_to_show(ended: Ended, reason: str) -> None:
    assert ended.reason == reason


def test_why_it_could_not_be_run_is_a_clause() -> None:
    with pytest.raises(FileNotFoundError) as missing:
        run_program(["/nowhere/at-all"], seconds=1)
    assert reason_of(missing.value) == "No such file or directory"
    assert reason_of(subprocess.TimeoutExpired("x", 1)) == "it took too long"
