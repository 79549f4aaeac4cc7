"""`afterword completion`: what makes a shell complete the commands and their options."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from types import SimpleNamespace

import shtab

from app.cli.completion_places import PLACES
from app.cli.main import DONE, say
from app.cli.parser import build_parser

_USAGE = re.compile(r"^# Usage:\n(?:#.*\n)*", re.MULTILINE)
"""What the generator says of where a script goes."""


def run(options: SimpleNamespace) -> int:
    """Print the completion of a shell and return the exit code."""
    say(completion_of(options.shell))
    return DONE


def completion_of(shell: str) -> str:
    """Return the completion of a shell: bash, zsh or fish."""
    parser = build_parser()
    for action in _actions(parser):
        if action.metavar == "FILE":
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    return _with_own_usage(shtab.complete(parser, shell), shell)


def _with_own_usage(script: str, shell: str) -> str:
    """Return a script whose first comment says what `--help` says of where it goes, in place of the generator's."""
    return _USAGE.sub(lambda _: f"# Where this goes: {PLACES[shell]}\n", script, count=1)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield what a parser takes, and what the parsers of its commands take."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
