"""A hook that fails and one that hangs, seen from the dashboard: a notice comes once, and leaving waits for nothing."""

from __future__ import annotations

import time
from pathlib import Path

from app import locations
from tests.ui.driving import driven, one_interview

FAILS = "#!/bin/sh\ncat >> ../got\nexit 7\n"


async def test_a_failing_hook_is_noticed_once_and_hears_of_undo_as_well(tmp_path: Path) -> None:
    path, folder = tmp_path / "hunt.db", locations.hooks_folder()
    one_interview(path)
    folder.mkdir(parents=True)
    (folder / "on-verb").write_text(FAILS)
    (folder / "on-verb").chmod(0o755)
    record = folder.parent / "got"
    noticed = [("The hook on-verb failed with exit code 7. Run it by hand to see why.", 1)]

    async with driven(path) as d:

        def notices() -> list[tuple[str, int]]:
            return [(notice.message, notice.times) for notice in d.dashboard.history if "on-verb" in notice.message]

        await d.press("x")
        await d.until(notices, "nobody was told")
        assert notices() == noticed
        (folder / "on-verb").write_text("#!/bin/sh\ncat >> ../got\nsleep 30\n")
        await d.press("u")
        await d.until(lambda: record.read_bytes().count(b"\n") == 2, "the undo was not heard of")
        assert not d.application().letters
        assert (notices(), b'"verb": "undo"' in record.read_bytes()) == (noticed, True)
        left_at = time.monotonic()
    assert time.monotonic() - left_at < 8
