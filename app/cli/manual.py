"""The manual page, afterword(1), made of the command line's own grammar when the program is packed."""

from __future__ import annotations

import argparse
import re

from app import __version__
from app.cli.parser import build_parser

_FILES = (
    (
        "~/.local/share/afterword/hunt.db",
        "The database: all of your search. Beside it are its backups, in hunt-backups, and the files that you attached,"
        " in hunt-files.",
    ),
    (
        "~/.config/afterword/settings.toml",
        "The settings; all of them are optional. Templates, themes, phrases and words are in the same folder.",
    ),
    (
        "~/.config/afterword/hooks/on-verb, on-verb.NAME",
        "Your own programs. Each is run in this folder after every change, undo included, with a line of JSON on"
        " standard input. Its fields: afterword (1), verb (change, add, delete, import, join, me, undo, redo), id, at,"
        " summary, touched (how many applications), applications (id, uid, company, role, stage, archived), and"
        " events (application, at, what, text, before, after). A hook can't stop a change. It has 10 seconds, and"
        " what it prints is thrown away.",
    ),
    (
        "~/.local/state/afterword/",
        "The log, the theme, what reminders have said, texts that couldn't be saved, and the key of sync where the"
        " system has no keyring.",
    ),
)
_VARIABLES = (
    ("AFTERWORD_DB", "The database, when --db names none."),
    ("AFTERWORD_SETTINGS, AFTERWORD_STATE", "The folders of the settings and of the log."),
    ("AFTERWORD_NOW", "The time, ISO 8601 with offset, for scripts and tests."),
    ("AFTERWORD_HOOK", "Set while a hook runs, so that what it does with Afterword calls no hooks."),
    ("ACCESSIBLE", "Set to 1 for the plain form, like --plain."),
)


def manual() -> str:
    """Return the page as roff, with the macros of man(7)."""
    parser = build_parser()
    (commands,) = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    about = {choice.dest: choice.help or "" for choice in commands._choices_actions}
    lines = [
        f'.TH AFTERWORD 1 "" "Afterword {__version__}" "User commands"',
        ".SH NAME",
        r"afterword \- what comes after a job interview: whom to thank, when to wait, when to write",
        ".SH SYNOPSIS",
        *_usage(parser, "afterword"),
        ".SH DESCRIPTION",
        _text("Without a command, it opens the dashboard, in which ? shows every key."),
        ".SH OPTIONS",
        *_options(parser),
        ".SH COMMANDS",
    ]
    for name, command in commands.choices.items():
        lines += [f".SS {_text(name)}", _text(f"{about.get(name, '')[:1].upper()}{about.get(name, '')[1:]}.")]
        lines += [".PP", *_usage(command, f"afterword {name}"), *_options(command)]
        lines += [".PP", _text(command.epilog)] if command.epilog else []
    lines += [".SH EXIT STATUS", _text("0: done. 1: refused, or nothing could be done. 2: misuse.")]
    lines += [".SH FILES", *_listed(_FILES), ".SH ENVIRONMENT", *_listed(_VARIABLES)]
    return "\n".join(lines) + "\n"


def _usage(parser: argparse.ArgumentParser, name: str) -> list[str]:
    formatter = argparse.HelpFormatter(name, width=10_000)
    formatter.add_usage(None, [action for action in parser._actions if action.dest != "help"], [], "")
    words = formatter.format_help().strip().removeprefix(name)
    return [rf"\fB{_text(name)}\fR{_text(words)}"]


def _options(parser: argparse.ArgumentParser) -> list[str]:
    lines = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or action.help == argparse.SUPPRESS or action.dest == "help":
            continue
        value = "" if action.nargs == 0 else str(action.metavar or "|".join(map(str, action.choices or ())))
        names = ", ".join(action.option_strings)
        lines += [".TP", rf"\fB{_text(names)}\fR {_text(value)}".replace(r"\fB\fR ", "").rstrip()]
        lines.append(_text(action.help or ""))
    return lines


def _listed(entries: tuple[tuple[str, str], ...]) -> list[str]:
    return [line for name, about in entries for line in (".TP", rf"\fI{_text(name)}\fR", _text(about))]


def _text(text: str) -> str:
    """Return a text as roff shows it: backslashes, hyphens, and what would be a request at a line's beginning."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^([.'])", r"\\&\1", " ".join(escaped.split(" ")))
