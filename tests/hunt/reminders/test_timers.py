"""The timers of three systems, each through a stand-in of its program that keeps what it is given."""

from __future__ import annotations

import os
import plistlib
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import remind_check
from app.hunt.reminders import memory, timers
from app.hunt.reminders.system_programs import TimerError
from app.hunt.reminders.timers import CrontabLine, LaunchdAgent, SystemdTimer, timer_here
from app.settings import Settings
from tests.storage.hunts import NOW

COMMAND = ["/opt/100% mine/afterword", "--db", '/home/r/my "hunt" $HOME.db', "remind"]
CRONTAB = """#!/bin/sh
if [ "$1" = -l ]; then
  [ -e "$KEPT" ] || { echo "no crontab for robin" >&2; exit 1; }
  cat "$KEPT"
else
  cat > "$KEPT"
fi
"""
KEEPS_CALLS = """#!/bin/sh
echo "$*" >> "$KEPT"
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a home of its own with no program of the system's in the way but those that tests put there."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}")
    monkeypatch.setenv("KEPT", str(tmp_path / "kept"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("AFTERWORD_DB", str(tmp_path / "100%.db"))
    return tmp_path


def program(home: Path, name: str, script: str) -> None:
    """Put a program in the way; the shell's own words work without any PATH, `cat` by its whole path."""
    path = home / "bin" / name
    path.write_text(script.replace("cat ", "/bin/cat "))
    path.chmod(0o755)


def test_a_crontab_keeps_its_other_lines_and_loses_ours_alone(home: Path) -> None:
    program(home, "crontab", CRONTAB)
    timer, kept = CrontabLine(), home / "kept"
    assert isinstance(timer_here(), CrontabLine)
    timer.install(COMMAND)
    (ours,) = kept.read_text().splitlines()
    kept.write_text(
        "# mine\n0 5 * * 1 tar -zcf /b.tgz /home \udcff".encode("utf-8", "surrogateescape").decode("latin-1")
    )
    timer.install(COMMAND)
    timer.install(COMMAND)
    assert kept.read_text().splitlines()[2:] == [ours]
    assert timer.is_installed()
    timer.uninstall()
    assert kept.read_text().startswith("# mine\n0 5 * * 1 tar -zcf /b.tgz /home ")
    assert not timer.is_installed()


def test_what_cron_runs_is_the_command_to_the_letter(home: Path) -> None:
    program(home, "crontab", CRONTAB)
    shown = CrontabLine().shown([sys.executable, "-c", "import sys; print(sys.argv)", *COMMAND])
    line = shown.splitlines()[-1]
    assert line.startswith("*/30 * * * * AFTERWORD_DB=")
    run = line.removeprefix("*/30 * * * * ").replace("\\%", "%").replace(">/dev/null 2>&1", "")
    done = subprocess.run(["/bin/sh", "-c", run], capture_output=True, text=True, check=True)
    assert done.stdout == f"{['-c', *COMMAND]}\n"


@pytest.mark.parametrize("value", ["/opt/\udcff", "/opt\n* * * * * true"])
def test_what_a_timer_cannot_carry_is_refused_before_anything_is_written(
    home: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    program(home, "crontab", CRONTAB)
    CrontabLine().install(COMMAND)
    before = (home / "kept").read_text()
    monkeypatch.setenv("XDG_DATA_HOME", value)
    for timer in timers.TIMERS:
        with pytest.raises(TimerError, match="XDG_DATA_HOME has characters that a timer can't carry"):
            timer.install(COMMAND)
    with pytest.raises(TimerError, match="The command has characters"):
        timers.command_here(f"{value}/hunt.db")
    assert (home / "kept").read_text() == before
    assert [timer for timer in timers.TIMERS if timer.is_installed()] == [timers.TIMERS[2]]
    CrontabLine().uninstall()
    assert (home / "kept").read_text() == "", "it can be taken out all the same"


def test_a_crontab_that_cannot_be_read_is_never_replaced(home: Path) -> None:
    program(
        home,
        "crontab",
        '#!/bin/sh\n[ "$1" = -l ] || echo overwritten > "$KEPT"\necho "robin: not allowed" >&2\nexit 1\n',
    )
    with pytest.raises(TimerError, match=r"can't be read: robin: not allowed\. It was left as it is"):
        CrontabLine().install(COMMAND)
    assert not (home / "kept").exists()


def test_a_timer_that_systemd_does_not_take_is_none(home: Path) -> None:
    program(home, "systemctl", '#!/bin/sh\n[ "$2" != enable ]\n')
    timer = SystemdTimer()
    with pytest.raises(TimerError, match="enable"):
        timer.install(COMMAND)
    assert not timer.is_installed()
    assert list((home / ".config" / "systemd" / "user").iterdir()) == []


def test_systemd_gets_a_service_and_a_timer(home: Path) -> None:
    program(home, "systemctl", KEEPS_CALLS)
    timer, units = SystemdTimer(), home / ".config" / "systemd" / "user"
    assert isinstance(timer_here(), SystemdTimer)
    shown = timer.shown(COMMAND)
    assert not units.exists(), "it is shown before anything is written"
    timer.install(COMMAND)
    service = (units / "afterword-remind.service").read_text()
    assert service in shown
    assert 'ExecStart="/opt/100%% mine/afterword" "--db" "/home/r/my \\"hunt\\" $$HOME.db" "remind"\n' in service
    assert f'Environment="AFTERWORD_DB={home}/100%%.db"\n' in service
    assert "OnCalendar=*:0/30\n" in (units / "afterword-remind.timer").read_text()
    timer.uninstall()
    assert list(units.iterdir()) == []
    assert (home / "kept").read_text().splitlines() == [
        "--user show-environment", "--user daemon-reload", "--user enable --now afterword-remind.timer",
        "--user disable --now afterword-remind.timer", "--user daemon-reload",
    ]  # fmt: skip


def test_launchd_gets_an_agent(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(home, "launchctl", KEEPS_CALLS)
    monkeypatch.setattr(sys, "platform", "darwin")
    timer = timer_here()
    assert isinstance(timer, LaunchdAgent)
    timer.install(COMMAND)
    path = home / "Library" / "LaunchAgents" / "afterword.remind.plist"
    agent = plistlib.loads(path.read_bytes())
    assert (agent["ProgramArguments"], agent["StartInterval"]) == (COMMAND, 1800)
    assert agent["EnvironmentVariables"]["AFTERWORD_DB"] == f"{home}/100%.db"
    timer.uninstall()
    assert not timer.is_installed()
    user = f"gui/{os.getuid()}"
    assert (home / "kept").read_text().splitlines() == [
        f"bootstrap {user} {path}", f"bootout {user}/afterword.remind",
    ]  # fmt: skip


def test_a_machine_without_any_says_what_to_do(home: Path) -> None:
    with pytest.raises(TimerError, match="Have its own scheduler run `afterword remind` every 30 minutes"):
        timer_here()


def test_the_command_is_this_program_by_its_whole_path() -> None:
    command = timers.command_here("my.db")
    assert Path(command[0]).is_absolute()
    assert command[-3:] == ["--db", str(Path("my.db").absolute()), "remind"]
    assert shlex.join(timers.command_here(None)).endswith("remind")


def test_the_doctor_says_whether_it_runs(home: Path) -> None:
    prefs = Settings()

    def said() -> list[tuple[bool, str]]:
        return remind_check.reminder_lines(prefs, NOW)

    assert said() == [(True, "reminders: no timer is installed; `afterword remind --install` sets one up")]
    program(home, "crontab", CRONTAB)
    program(home, "notify-send", "#!/bin/sh\n")
    CrontabLine().install(COMMAND)
    assert said() == [(False, "reminders: a crontab line is installed, but hasn't run yet. Look again in 30 minutes")]
    with memory.held() as held:
        assert held is not None
        held.note_run(NOW.replace(hour=8, minute=48), [])
        held.save()
    assert said() == [(True, "reminders: a crontab line is installed, and last ran 12 min ago")]
    (home / "bin" / "notify-send").unlink()
    with memory.held() as held:
        assert held is not None
        held.note_run(NOW.replace(hour=5), ["The desktop was not notified: no bus."])
        held.save()
    assert [is_well for is_well, _ in said()] == [False, False, False]
    assert "but last ran Tue, Nov 24 at 5:00 AM. Unless this computer was off, it doesn't run" in said()[0][1]
    assert said()[-1][1] == "reminders: The desktop was not notified: no bus."
    program(home, "crontab", "#!/bin/sh\necho denied >&2\nexit 1\n")
    assert said() == [(False, "reminders: Your crontab can't be read: denied. It was left as it is.")]
