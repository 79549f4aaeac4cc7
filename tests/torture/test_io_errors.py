"""What an error after the commit means: the verb has happened, and nobody is told that it has not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.torture import io_errors
from tests.torture.verbs import Player

SHARED = "l_start=1073741826, l_len=510"
"""Where SQLite's shared lock lies in a file: os.h, SHARED_FIRST and SHARED_SIZE."""


def test_a_lock_that_cannot_be_let_go_of_does_not_make_a_verb_undone(tmp_path: Path) -> None:
    reason = io_errors.why_no_strace()
    if reason:
        pytest.skip(reason)
    prepared = Player(tmp_path / "prepared.db", 1)
    for _ in range(10):
        prepared.play()
    tally = io_errors._Tally()
    assert not io_errors._sitting(tmp_path, prepared, "fcntl:error=EIO:when=60000", tally)
    calls = re.findall(r"fcntl\(.*\) = \S+", (tmp_path / "strace.log").read_text())
    taken = next(n for n, call in enumerate(calls) if "F_WRLCK" in call and SHARED in call)
    lowered = next(n for n, call in enumerate(calls[taken:], taken + 1) if "F_RDLCK" in call and SHARED in call)
    assert "F_UNLCK" in calls[lowered]
    for nth in (lowered, lowered + 1):
        assert io_errors._sitting(tmp_path, prepared, f"fcntl:error=EIO:when={nth}", tally)
    assert tally.lost == []
    assert tally.sentences == 0
