"""Runs one command: parses, imports the module of its name, and turns every error into a sentence and an exit code."""

from __future__ import annotations

import errno
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace

from app.cli import streams
from app.etiquette.errors import AfterwordError, StorageError

DONE, REFUSED, WRONG_USE = 0, 1, 2
_OUTPUT_ERRORS = {errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT, errno.EBADF, errno.EINVAL}
"""How standard output fails when what it was sent to is full or gone."""
_MODULES = {
    "import": "import_",
    None: "dashboard",
    "demo": "dashboard",
    "restore": "backup",
}

_OFF = ("", "0", "false", "no")
"""Values of ACCESSIBLE that do not ask for the plain form."""


def run(arguments: Sequence[str]) -> int:
    """Run `afterword` with these arguments and return its exit code; no traceback ever reaches the user.

    Each command's module has `run(options) -> int`.
    """
    os.umask(0o077)
    _have_three_streams()
    streams.prepare(is_json="--json" in arguments or "--waybar" in arguments)
    try:
        options = _options(arguments)
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else WRONG_USE
    try:
        module = importlib.import_module(f"app.cli.{_module_of(options)}")
        if options.command != "due":
            gc.enable()
        code: int = module.run(options)
        sys.stdout.flush()
    except StorageError as error:
        from app.storage.way_back import with_way_back

        complain(str(with_way_back(error)))
        return REFUSED
    except AfterwordError as error:
        complain(str(error))
        return REFUSED
    except BrokenPipeError:
        _let_go_of_output()
        return REFUSED
    except OSError as error:
        if error.filename is not None or error.errno not in _OUTPUT_ERRORS:
            return _unforeseen(error)
        _let_go_of_output()
        complain(f"The output can't be written: {error.strerror}. Send it somewhere with room for it.")
        return REFUSED
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr)  # what showed how far it was
        complain("Stopped.")
        return REFUSED
    except Exception as error:
        return _unforeseen(error)
    return code


def _options(arguments: Sequence[str]) -> SimpleNamespace:
    """Return the options. The dashboard, and what bars ask for, are read without argparse: it costs 3 ms."""
    database, rest = None, list(arguments)
    if len(rest) > 1 and rest[0] == "--db" and not rest[1].startswith("-"):
        database, rest = rest[1], rest[2:]
    if not rest:
        return SimpleNamespace(command=None, db=database, plain=False)
    if rest in (["due"], ["due", "--line"], ["due", "--waybar"]):
        line, waybar = "--line" in rest, "--waybar" in rest
        return SimpleNamespace(
            command="due", db=database, plain=False, json=False, at=None, all=False, line=line, waybar=waybar
        )
    from app.cli.parser import parsed

    return parsed(arguments)


def _module_of(options: SimpleNamespace) -> str:
    """Return the module of a command; without one, the dashboard, or its plain form where that is asked for."""
    if options.command in (None, "demo") and (options.plain or os.environ.get("ACCESSIBLE", "0") not in _OFF):
        return "plain"
    return _MODULES.get(options.command) or str(options.command)


def _unforeseen(error: Exception) -> int:
    from app.crash import report

    complain(report(error))
    return REFUSED


def _have_three_streams() -> None:
    """Replace a closed standard stream with the null device, before a file of ours is given its number."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(number, mode, closefd=False))


def _let_go_of_output() -> None:
    """Send unwritten output to the null device, so that Python's final flush raises nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(sentence: str) -> None:
    """Write one sentence to standard error, made safe for a terminal."""
    from app.etiquette.text import clean

    print(f"afterword: {clean(sentence)}", file=sys.stderr)


def say(text: str) -> None:
    """Write text to standard output, made safe for a terminal."""
    from app.etiquette.text import clean_lines

    print(clean_lines(text))


def answer_to(question: str) -> str:
    """Ask on the terminal, and return what is typed there, without blanks around it."""
    print(question, end="", flush=True)
    return sys.stdin.readline().strip()
