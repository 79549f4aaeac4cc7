"""What is private stays where it belongs, readable by its owner alone; nothing is sent that nobody asked to send."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.cli.terminals import NOW, ROOT, Terminal, started
from tests.letters.certificates import authority
from tests.mailbox.dovecots import DOVECOT, MISSING, USER, Dovecot, dovecot
from tests.mailbox.dovecots import PASSWORD as MAILBOX_PASSWORD
from tests.torture.faulty import WORD
from tests.torture.terminal_hunt import one_letter
from tests.torture.trial import Figures, Trial

NAME, LETTER, PASSWORD = "Canarina", "canarywords", "canarypass77"
MAY_HOLD = {NAME: {".db", ".json", ".csv", ".ics", ".eml"}, LETTER: {".db", ".json", ".eml"}, PASSWORD: set()}
"""Canary -> the kinds of file that it belongs into."""
UMASKS = ("000", "022")
SMTP = '[smtp]\nhost = "127.0.0.1"\nport = 9\nuser = "robin"\n'


def run_secrets(folder: Path, times: int, seed: int) -> Figures:
    """Sit down so often under a umask that lets everybody read, do all that writes files, and look at every one."""
    lost: list[str] = []
    looked = 0
    for n in range(times):
        home = folder / f"home{n}"
        with at_home(home):
            database = home / "data" / "hunt.db"
            _sitting(database, UMASKS[n % 2], lost)
            if n % 4 > 1:
                _commands(database, home, ("sh", "-c", f'umask {UMASKS[n % 2]}; exec "$@"', "sh"), lost)
                _demo(home, UMASKS[n % 2], lost)
            files = [path for path in home.rglob("*") if not path.is_symlink()]
            looked += len(files)
            lost += [problem for path in files for problem in _problems(path)]
    return Figures(times, tuple(lost), {"files and folders looked at": looked})


@contextmanager
def at_home(home: Path) -> Iterator[None]:
    """Have every folder of the program in a home of its own."""
    before = dict(os.environ)
    home.mkdir(0o700)
    for name in ("settings", "state", "data", "out", "tmp"):
        (home / name).mkdir(0o700)
    (home / "settings" / "settings.toml").write_text(SMTP)
    (home / "settings" / "settings.toml").chmod(0o600)
    os.environ |= {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "AFTERWORD_SETTINGS": str(home / "settings"),
        "AFTERWORD_STATE": str(home / "state"),
        "TMPDIR": str(home / "tmp"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    try:
        yield
    finally:
        os.environ.clear()
        os.environ |= before


def _sitting(database: Path, umask: str, lost: list[str]) -> None:
    """Write a letter, into a file, to a server that is not there; then let the program fall over it."""
    one_letter(database)
    under = ("sh", "-c", f'umask {umask}; exec "$@"', "sh")
    with started("--db", str(database), program=("-m", "tests.torture.faulty"), under=under) as terminal:
        terminal.until(terminal.shows("You met them on"), "no dashboard")
        _named(terminal)
        terminal.send("\r")
        terminal.until(terminal.shows("Subject"), "no letter")
        terminal.send(f"{LETTER} ")
        terminal.until(terminal.shows(LETTER), "nothing typed")
        _sent_by(terminal, "f")
        terminal.until(terminal.shows("The letter is in"), "no file")
        terminal.send("n")
        terminal.until(lambda: not terminal.shows("The letter is in")(), "it stays")
        _sent_by(terminal, "s")
        terminal.until(terminal.shows("Send it now"), "not asked")
        terminal.send("y")
        terminal.until(terminal.shows("Password"), "no password wanted")
        terminal.send(f"{PASSWORD}\r")
        terminal.until(terminal.shows("Something went wrong"), "it was sent")
        lost += _processes()
        terminal.send("\r")
        terminal.until(lambda: not terminal.shows("Something went wrong")(), "it stays")
        terminal.send("3")
        terminal.until(terminal.shows("esc back"), "not in the letter")
        terminal.send(WORD)
        code = terminal.ended()
        lost += [] if code == 1 else [f"it ended with {code}"]
        lost += ["the password was on screen"] if PASSWORD.encode() in terminal.raw else []


def _named(terminal: Terminal) -> None:
    terminal.send("n")
    terminal.until(terminal.shows("Note on"), "no form")
    terminal.send(f"{NAME}\x13")
    terminal.until(lambda: not terminal.shows("Note on")() and terminal.shows(NAME)(), "not noted")


def _sent_by(terminal: Terminal, way: str) -> None:
    terminal.send("\x13")
    terminal.until(terminal.shows("I sent it myself"), "no ways to send")
    terminal.send(way)
    terminal.until(terminal.shows("isn't ready to send"), "not held back")
    terminal.send("y")


def _processes() -> list[str]:
    problems = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command_line = process.read_bytes()
        except OSError:
            continue
        problems += [f"{canary} is in the list of processes" for canary in MAY_HOLD if canary.encode() in command_line]
    return problems


def _commands(database: Path, home: Path, under: Sequence[str], lost: list[str]) -> None:
    """Run every command once."""
    out = home / "out"
    letter = home / "out" / "letter.txt"
    letter.write_text("Dear Dana, thank you.")
    letter.chmod(0o600)
    calls = (
        ("due",), ("due", "--json", "--all"), ("check", str(letter)), ("export", "json", "-o", str(out / "hunt.json")),
        ("export", "csv", "-o", str(out / "hunt.csv")), ("export", "ics", "-o", str(out / "hunt.ics")),
        ("import", str(out / "hunt.json")), ("backup",), ("backup", "-o", str(out / "backup.db")),
        ("restore", str(out / "backup.db")), ("doctor",),
    )  # fmt: skip
    for call in calls:
        command = [*under, sys.executable, "-m", "app", "--db", str(database), *call]
        variables = os.environ | {"PYTHONPATH": str(ROOT), "AFTERWORD_NOW": NOW}
        done = subprocess.run(command, capture_output=True, env=variables, check=False, timeout=60)
        if b"Traceback" in done.stderr or (done.returncode and call[0] not in ("check", "doctor")):
            lost.append(f"{' '.join(call[:2])}: {done.stderr.decode()[-200:]}")


def _demo(home: Path, umask: str, lost: list[str]) -> None:
    """Open the sample hunt and look at its file, which is gone after."""
    with started("demo", under=("sh", "-c", f'umask {umask}; exec "$@"', "sh")) as terminal:
        terminal.until(terminal.shows("p Pipeline "), "no sample hunt")
        held = [path for path in (home / "tmp").rglob("*") if not path.name.endswith("-journal")]
        lost += [problem for path in held for problem in _problems(path)] if held else ["no sample file"]
        terminal.send("q")
        terminal.ended()
    lost += [f"{path} is left of the sample hunt" for path in (home / "tmp").rglob("*.db")]


def _problems(path: Path) -> list[str]:
    mode = stat.S_IMODE(path.stat().st_mode)
    wanted = 0o700 if path.is_dir() else 0o600
    problems = [f"{path} has permissions {mode:04o}"] if mode != wanted else []
    if path.is_file():
        data = path.read_bytes()
        problems += [
            f"{canary} is in {path}"
            for canary, kinds in MAY_HOLD.items()
            if canary.encode() in data and path.suffix not in kinds
        ]
    return problems


def run_network(folder: Path, times: int, seed: int) -> Figures:
    """Sit down so often under strace, sending nothing, and run every command; no call may connect anywhere."""
    strace = shutil.which("strace")
    if strace is None or subprocess.run([strace, "-f", "-o", "/dev/null", "true"], check=False).returncode:
        return Figures(0, skipped="strace is not here, or may not trace")
    lost: list[str] = []
    for n in range(times):
        home = folder / f"home{n}"
        with at_home(home):
            database, log = home / "data" / "hunt.db", folder / "strace.log"
            under = (strace, "-f", "-A", "-o", str(log), "-e", "trace=connect")
            one_letter(database)
            _walked(database, under)
            if n % 5 == 4:
                _commands(database, home, under, lost)
            lost += [line for line in log.read_text(errors="replace").splitlines() if re.search(r"\bconnect\(", line)]
    return Figures(times, tuple(lost))


def run_named_hosts(folder: Path, times: int, seed: int) -> Figures:
    """Sit down so often under strace with a mailbox set up; every call that connects goes to the server it names."""
    strace = shutil.which("strace")
    if strace is None or subprocess.run([strace, "-f", "-o", "/dev/null", "true"], check=False).returncode:
        return Figures(0, skipped="strace is not here, or may not trace")
    if DOVECOT is None:
        return Figures(0, skipped=MISSING)
    lost: list[str] = []
    connected = 0
    vouching = authority(folder)
    with dovecot(vouching) as server:
        for n in range(times):
            home = folder / f"home{n}"
            with at_home(home):
                database, log = home / "data" / "hunt.db", folder / f"strace{n}.log"
                one_letter(database)
                settings = home / "settings" / "settings.toml"
                settings.write_text(
                    f'{SMTP}[inbox]\nhost = "127.0.0.1"\nport = {server.port}\nuser = "{USER}"\n'
                    f'ca_file = "{server.ca_file}"\npassword_command = ["printf", "%s", "{MAILBOX_PASSWORD}"]\n'
                )
                _looked(database, (strace, "-f", "-A", "-o", str(log), "-e", "trace=connect"), server, n)
                calls = [
                    line for line in log.read_text(errors="replace").splitlines() if re.search(r"\bconnect\(", line)
                ]
                own = [line for line in calls if f"htons({server.port})" in line and '"127.0.0.1"' in line]
                connected += len(own)
                lost += [line for line in calls if line not in own]
                lost += [] if own else ["nobody looked into the mailbox"]
                lost += [] if server.flags() <= {"S"} else ["a flag was changed"]
    return Figures(times, tuple(lost), {"calls that connect": connected})


def _looked(database: Path, under: Sequence[str], server: Dovecot, n: int) -> None:
    """Open the dashboard and leave it once the mailbox was looked through."""
    before = server.said_so_far().count("LOGOUT")
    with started("--db", str(database), under=under) as terminal:
        terminal.until(terminal.shows("You met them on"), "no dashboard")
        terminal.until(lambda: server.said_so_far().count("LOGOUT") > before, "the mailbox is not looked through")
        terminal.send("\x11")
        terminal.ended()


def _walked(database: Path, under: Sequence[str]) -> None:
    with started("--db", str(database), under=under) as terminal:
        terminal.until(terminal.shows("You met them on"), "no dashboard")
        for keys in ("p", "j", "2", "j", "1", "?"):
            terminal.send(keys)
            terminal.rest(0.1)
        terminal.escape()
        terminal.send("1")
        terminal.until(terminal.shows("1 Due"), "no due list")
        terminal.send("\x11")
        terminal.ended()


TRIALS = (
    Trial(
        "secrets",
        "canaries (a name, a letter's words, a password) looked for in every file, the crash report and the process"
        " list, under umask 000 and 022; every file 0600, every folder 0700",
        run_secrets,
        short=1,
        long=12,
    ),
    Trial(
        "network",
        "the dashboard walked and every command run under strace, nothing being sent: not one call connects",
        run_network,
        short=1,
        long=10,
    ),
    Trial(
        "hosts",
        "the dashboard under strace with a mailbox on a real Dovecot: every call that connects goes to the server that"
        " the settings name",
        run_named_hosts,
        short=1,
        long=10,
    ),
)
