"""The rewriting of the tests' assertions, shared by the workers of a run: each would do all of it for itself, at once.

Pytest rewrites a test before its first run and keeps the result beside it, which takes longer than all else it does to
collect the tests. Here each worker rewrites some of them, and finds those of the others by the time it comes to them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.assertion import rewrite

ROOM = Path(__file__).parent


def rewrite_a_share(config: pytest.Config) -> None:
    """Rewrite what falls to this worker, if it is one and all tests are to run; where nothing can be kept, nothing."""
    worker = getattr(config, "workerinput", None)
    is_all = [(config.rootpath / name).resolve() for name in config.args] == [ROOM]
    state = config.stash.get(rewrite.assertstate_key, None)
    if worker is None or not is_all or state is None or state.mode != "rewrite":
        return
    number, count = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
    for file in sorted(ROOM.rglob("test_*.py"))[number::count]:
        kept = rewrite.get_cache_dir(file) / f"{file.stem}{rewrite.PYC_TAIL}"
        if rewrite._read_pyc(file, kept) is None and rewrite.try_makedirs(kept.parent):
            source_hash, code = rewrite._rewrite_test(file, config)
            rewrite._write_pyc(state, code, source_hash, kept)
