"""What runs `afterword remind` while the dashboard is closed: a systemd user timer, a launchd agent, or a crontab line.

Each says what it would write before anything is written, and takes out what it put in and nothing else.
"""

from __future__ import annotations

import os
import plistlib
import shlex
import shutil
import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.hunt.reminders.system_programs import (
    TimerError,
    environment,
    finished,
    is_done,
    refuse_unwritable,
    remove,
    run,
    write,
)

EVERY_MINUTES = 30
"""How often it is looked; most looks find nothing to say."""
_AS_IT_IS = "surrogateescape"
"""How what is not UTF-8 in a crontab comes through unharmed."""


class Timer(ABC):
    """One way to run a command every half hour."""

    name: str
    """What it is called in a sentence."""

    @abstractmethod
    def is_here(self) -> bool:
        """Return whether this machine has it."""

    @abstractmethod
    def shown(self, command: Sequence[str]) -> str:
        """Return what `install` would write, and where."""

    @abstractmethod
    def install(self, command: Sequence[str]) -> None:
        """Put it in, in place of an earlier one.

        Raises:
            TimerError: it could not be; the sentence says why.
        """

    @abstractmethod
    def uninstall(self) -> None:
        """Take it out, if it is there.

        Raises:
            TimerError: it could not be.
        """

    @abstractmethod
    def is_installed(self) -> bool:
        """Return whether it is there."""


class SystemdTimer(Timer):
    """A user timer of systemd (systemd.timer(5))."""

    name = "a systemd user timer"
    _UNIT = "afterword-remind"

    def is_here(self) -> bool:
        """See `Timer.is_here`."""
        return sys.platform == "linux" and is_done(["systemctl", "--user", "show-environment"])

    def shown(self, command: Sequence[str]) -> str:
        """See `Timer.shown`."""
        return "\n".join(f"{path}:\n\n{text}" for path, text in self._files(command).items())

    def install(self, command: Sequence[str]) -> None:
        """See `Timer.install`."""
        was_there, files = self.is_installed(), self._files(command)
        for path, text in files.items():
            write(path, text.encode())
        try:
            run(["systemctl", "--user", "daemon-reload"])
            run(["systemctl", "--user", "enable", "--now", f"{self._UNIT}.timer"])
        except TimerError:
            for path in () if was_there else files:
                remove(path)
            raise

    def uninstall(self) -> None:
        """See `Timer.uninstall`."""
        if self.is_installed():
            run(["systemctl", "--user", "disable", "--now", f"{self._UNIT}.timer"])
            for ending in ("service", "timer"):
                remove(self._path(ending))
            run(["systemctl", "--user", "daemon-reload"])

    def is_installed(self) -> bool:
        """See `Timer.is_installed`."""
        return self._path("timer").exists()

    def _path(self, ending: str) -> Path:
        configuration = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        return configuration / "systemd" / "user" / f"{self._UNIT}.{ending}"

    def _files(self, command: Sequence[str]) -> dict[Path, str]:
        variables = "".join(f"Environment={_in_unit(f'{name}={value}')}\n" for name, value in environment().items())
        words = " ".join(_in_unit(word).replace("$", "$$") for word in command)
        return {
            self._path("service"): (
                "[Unit]\nDescription=Afterword: say what is newly due\n\n"
                f"[Service]\nType=oneshot\n{variables}ExecStart={words}\n"
            ),
            self._path("timer"): (
                "[Unit]\nDescription=Afterword: look every half hour\n\n"
                f"[Timer]\nOnCalendar=*:0/{EVERY_MINUTES}\nRandomizedDelaySec=60\n\n[Install]\nWantedBy=timers.target\n"
            ),
        }


class LaunchdAgent(Timer):
    """An agent of launchd (launchd.plist(5))."""

    name = "a launchd agent"
    _LABEL = "afterword.remind"

    def is_here(self) -> bool:
        """See `Timer.is_here`."""
        return sys.platform == "darwin"

    def shown(self, command: Sequence[str]) -> str:
        """See `Timer.shown`."""
        return f"{self._path()}:\n\n{self._text(command).decode()}"

    def install(self, command: Sequence[str]) -> None:
        """See `Timer.install`."""
        text = self._text(command)
        self.uninstall()
        write(self._path(), text)
        run(["launchctl", "bootstrap", self._domain(), str(self._path())])

    def uninstall(self) -> None:
        """See `Timer.uninstall`."""
        if self.is_installed():
            with suppress(TimerError):  # one that is written but not loaded is none
                run(["launchctl", "bootout", f"{self._domain()}/{self._LABEL}"])
            remove(self._path())

    def is_installed(self) -> bool:
        """See `Timer.is_installed`."""
        return self._path().exists()

    def _path(self) -> Path:
        return Path.home() / "Library" / "LaunchAgents" / f"{self._LABEL}.plist"

    def _domain(self) -> str:
        assert sys.platform != "win32"
        return f"gui/{os.getuid()}"

    def _text(self, command: Sequence[str]) -> bytes:
        agent = {
            "Label": self._LABEL,
            "ProgramArguments": list(command),
            "EnvironmentVariables": environment(),
            "StartInterval": EVERY_MINUTES * 60,
        }
        return plistlib.dumps(agent)


class CrontabLine(Timer):
    """A line of the user's crontab (crontab(5)), known by the remark at its end."""

    name = "a crontab line"
    _MARK = "# afterword remind"
    _HAS_NONE = ("no crontab for", "no such file")

    def is_here(self) -> bool:
        """See `Timer.is_here`."""
        return shutil.which("crontab") is not None

    def shown(self, command: Sequence[str]) -> str:
        """See `Timer.shown`."""
        return f"Your crontab:\n\n{self._line(command)}"

    def install(self, command: Sequence[str]) -> None:
        """See `Timer.install`."""
        self._store([*self._others(), self._line(command)])

    def uninstall(self) -> None:
        """See `Timer.uninstall`."""
        if self.is_installed():
            self._store(self._others())

    def is_installed(self) -> bool:
        """See `Timer.is_installed`."""
        return len(self._lines()) != len(self._others())

    def _line(self, command: Sequence[str]) -> str:
        variables = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment().items())
        line = f"{variables} {shlex.join(command)} >/dev/null 2>&1 {self._MARK}".strip()
        return f"*/{EVERY_MINUTES} * * * * {line}".replace("%", "\\%")  # which crontab(5) takes for a line's end

    def _others(self) -> list[str]:
        return [line for line in self._lines() if not line.rstrip().endswith(self._MARK)]

    def _lines(self) -> list[str]:
        """Return the user's crontab; what cannot be read is never taken for an empty one, which would be stored."""
        if not self.is_here():
            return []
        ended = finished(["crontab", "-l"])
        if ended.code and not any(words in ended.complaint_text.lower() for words in self._HAS_NONE):
            raise TimerError(f"Your crontab can't be read: {ended.reason}. It was left as it is.")
        return [] if ended.code else ended.printed.decode(errors=_AS_IT_IS).splitlines()

    def _store(self, lines: list[str]) -> None:
        ended = finished(["crontab", "-"], "".join(f"{line}\n" for line in lines).encode(errors=_AS_IT_IS))
        if ended.code:
            raise TimerError(f"Your crontab wasn't changed: {ended.reason}.")


TIMERS: tuple[Timer, ...] = (SystemdTimer(), LaunchdAgent(), CrontabLine())
"""In the order in which they are preferred."""


def timer_here() -> Timer:
    """Return the timer that this machine has.

    Raises:
        TimerError: it has none that is known here.
    """
    for timer in TIMERS:
        if timer.is_here():
            return timer
    raise TimerError(
        "This machine has no systemd, launchd, or crontab. Have its own scheduler run `afterword remind` every"
        f" {EVERY_MINUTES} minutes."
    )


def installed_timers() -> list[Timer]:
    """Return the timers that are put in."""
    return [timer for timer in TIMERS if timer.is_installed()]


def command_here(database: str | None) -> list[str]:
    """Return the command that a timer runs: this very program, by its whole path.

    Args:
        database: as named by `--db`.

    Raises:
        TimerError: see `refuse_unwritable`.
    """
    script = Path(sys.executable).with_name("afterword.exe" if sys.platform == "win32" else "afterword")
    program = [str(script)] if script.exists() else [sys.executable, "-m", "app"]
    command = [*program, *(["--db", str(Path(database).absolute())] if database else []), "remind"]
    for word in command:
        refuse_unwritable("The command", word)
    return command


def _in_unit(word: str) -> str:
    """Return a word as a unit file quotes it (systemd.syntax(7), Quoting)."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'
