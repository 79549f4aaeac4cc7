"""Runs one command: parses, imports the module of its name, and turns every error into a sentence and an exit code."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from app.cli.parser import build_parser
from app.etiquette.errors import AfterwordError

DONE, REFUSED, WRONG_USE = 0, 1, 2
_MODULES = {
    "import": "bring",
    None: "dashboard",
    "demo": "dashboard",
    "backup": "care",
    "restore": "care",
    "doctor": "care",
}
_CHANGING = ("import", "restore")
"""Commands after which the calendar of the settings is written anew."""


def run(arguments: Sequence[str]) -> int:
    """Run `afterword` with these arguments and return its exit code; no traceback ever reaches the user.

    Each command's module has `run(options) -> int`.
    """
    os.umask(0o077)
    try:
        options = build_parser().parse_args(arguments)
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else WRONG_USE
    try:
        module = importlib.import_module(f"app.cli.{_MODULES.get(options.command, options.command)}")
        code: int = module.run(options)
        if code == DONE and options.command in _CHANGING:
            importlib.import_module("app.cli.calendar_kept").keep(options)
        sys.stdout.flush()
    except AfterwordError as error:
        complain(str(error))
        return REFUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except KeyboardInterrupt:
        complain("Stopped.")
        return REFUSED
    except Exception as error:
        from app.crash import report

        complain(report(error))
        return REFUSED
    return code


def complain(sentence: str) -> None:
    """Write one sentence to standard error, made safe for a terminal."""
    from app.etiquette.text import clean

    print(f"afterword: {clean(sentence)}", file=sys.stderr)


def say(text: str) -> None:
    """Write text to standard output, made safe for a terminal."""
    from app.etiquette.text import clean_lines

    print(clean_lines(text))
