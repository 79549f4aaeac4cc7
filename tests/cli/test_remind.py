"""`afterword remind` as a person and a timer run it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.cli.in_process import afterword
from tests.hunt.reminders.test_timers import CRONTAB
from tests.storage.hunts import add, log_interview, open_hunt


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a `crontab` and a `notify-send` in the way, and make nothing of systemd's answer."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, script in (("crontab", CRONTAB), ("notify-send", "#!/bin/sh\n"), ("systemctl", "#!/bin/sh\nexit 1\n")):
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setenv("KEPT", str(tmp_path / "kept"))
    return folder


def test_a_timer_is_shown_first_put_in_only_with_a_word_and_taken_out(programs: Path, tmp_path: Path) -> None:
    shown = afterword("remind", "--install")
    assert (shown.returncode, b"Your crontab:\n\n*/30 * * * * " in shown.stdout) == (1, True)
    assert shown.stderr == b"afterword: Nothing was installed. Add --yes to install it without being asked.\n"
    assert not (tmp_path / "kept").exists()
    assert afterword("remind", "--install", "--yes").returncode == 0
    assert (tmp_path / "kept").read_text().endswith("remind >/dev/null 2>&1 # afterword remind\n")
    out = afterword("remind", "--uninstall")
    assert (out.returncode, out.stdout) == (0, b"Removed a crontab line.\n")
    assert (tmp_path / "kept").read_text() == ""
    assert afterword("remind", "--uninstall").stderr == b"afterword: No timer for reminders is installed.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
def test_an_earlier_timer_stays_until_the_new_one_is_in(programs: Path, tmp_path: Path) -> None:
    assert afterword("remind", "--install", "--yes").returncode == 0
    before = (tmp_path / "kept").read_text()
    (programs / "systemctl").write_text('#!/bin/sh\n[ "$2" = show-environment ]\n')
    assert afterword("remind", "--install", "--yes").returncode == 1
    assert (tmp_path / "kept").read_text() == before
    (programs / "systemctl").write_text("#!/bin/sh\n")
    assert afterword("remind", "--install", "--yes").returncode == 0
    assert (tmp_path / "kept").read_text() == "", "one timer runs, not two"


def test_it_says_what_it_said_and_nothing_when_nothing_is_new(programs: Path, tmp_path: Path) -> None:
    hunt = open_hunt(tmp_path / "data" / "hunt.db")
    log_interview(hunt, add(hunt), names="Dana Lee")
    said = afterword("remind").stdout.decode()
    assert said == "To desktop: Afterword: 1 step due\n    Thank them (due today)\n"
    assert afterword("remind").stdout == b""
    (programs / "notify-send").write_text("#!/bin/sh\nexit 3\n")
    failed = afterword("remind", AFTERWORD_NOW="2026-11-25T13:00:00+01:00")
    assert (failed.returncode, failed.stderr) == (
        1, b"afterword: The desktop was not notified: it failed with exit code 3.\n",
    )  # fmt: skip


def test_a_trial_with_nothing_new_says_so_and_a_timer_says_nothing(programs: Path) -> None:
    assert afterword("remind", "--dry-run").stdout == b"Nothing new to remind you of.\n"
    assert afterword("remind").stdout == b""
