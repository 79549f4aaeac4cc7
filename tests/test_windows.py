"""Nothing that only Unix has is needed to import the program: what Windows itself makes of it cannot be tried here."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
APP = ROOT / "app"
UNIX_ONLY = {
    "curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "spwd", "syslog", "termios", "tty",
    "textual.drivers.linux_driver", "textual.drivers.linux_inline_driver",
}  # fmt: skip
WINDOWS_ONLY = {"msvcrt", "winreg", "ctypes"}
MAY_IMPORT = {"storage/system_files.py": UNIX_ONLY | WINDOWS_ONLY, "ui/textual_/driver.py": UNIX_ONLY}
NAMES = {
    "os": {
        "O_NOFOLLOW", "O_NONBLOCK", "chown", "fchmod", "fork", "geteuid", "getgid", "getpgid", "getuid", "killpg",
        "mkfifo", "setsid", "uname", "WNOHANG",
    },
    "signal": {"SIGALRM", "SIGCHLD", "SIGCONT", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGTSTP", "SIGWINCH", "setitimer"},
}  # fmt: skip
"""What the modules that are everywhere have on Unix alone."""

IMPORT = f"""
import asyncio, builtins, ctypes, sys
import email.message, sqlmodel, textual.app, textual.widgets._input, keyring
plain = builtins.__import__

def picky(name, globals=None, *rest):
    if name in {UNIX_ONLY!r} and str((globals or {{}}).get("__name__")).startswith("app"):
        raise ModuleNotFoundError(f"{{name}} is asked for by {{globals['__name__']}}")
    return plain(name, globals, *rest)

builtins.__import__ = picky
import importlib, os, signal
for module, names in {NAMES!r}.items():
    for name in names:
        if hasattr(sys.modules[module], name):
            delattr(sys.modules[module], name)
for name in ("app.ui.dashboard", "app.hunt.hunt", "app.cli.dashboard", "app.cli.doctor", "app.cli.remind"):
    importlib.import_module(name)
print(len([name for name in sys.modules if name.startswith("app.")]))
"""


def imports_of(tree: ast.AST) -> set[str]:
    """Return the modules that a file imports, anywhere in it."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_what_only_one_system_has_is_imported_by_one_module_and_the_terminal_s_own() -> None:
    for file in APP.rglob("*.py"):
        text = file.read_text("utf-8")
        if not any(name.rpartition(".")[2] in text for name in UNIX_ONLY | WINDOWS_ONLY):
            continue
        place = file.relative_to(APP).as_posix()
        imported = imports_of(ast.parse(text)) & (UNIX_ONLY | WINDOWS_ONLY)
        assert imported <= MAY_IMPORT.get(place, set()), place


def test_every_part_can_be_imported_without_what_only_unix_has() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", IMPORT],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) > 100
