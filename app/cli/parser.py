"""The command line's grammar, all in one place; what each command does is in the module of its name."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from types import SimpleNamespace

from app import __version__
from app.cli.completion_places import PLACES
from app.cli.verb_options import VERBS, WORDS, json_option


def parser_for(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return a parser for these arguments: of one command if they begin with its name, otherwise of every command.

    Building the other commands' parsers would cost `due` more than reading its database.
    """
    at = 2 if arguments[:1] == ["--db"] else 0
    named = arguments[at] if at < len(arguments) else ""
    return build_parser([named] if named in _COMMANDS else None)


def build_parser(commands: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser. Its namespace holds `command`, `db` and the command's own options.

    Args:
        commands: the only ones to know; None: every one.
    """
    parser = argparse.ArgumentParser(
        prog="afterword",
        description="What comes after the interview: whom to thank, when to wait, when to write.",
        epilog="Without a command, it opens the dashboard. Exit codes: 0 done, 1 refused or nothing done, 2 misuse.",
        allow_abbrev=False,
        formatter_class=_unmeasured,
    )
    parser.add_argument("--version", action="version", version=f"afterword {__version__}")
    parser.add_argument(
        "--db", metavar="FILE", help="the database (default: AFTERWORD_DB, or the one in the data folder)"
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help="the due list as numbered lines and commands like 2 x, for screen readers (also: ACCESSIBLE=1)",
    )
    chosen = parser.add_subparsers(dest="command", metavar="COMMAND", prog="afterword")
    for name in commands or _COMMANDS:
        about, options = _COMMANDS[name]
        command = chosen.add_parser(
            name, help=about, description=f"{about[:1].upper()}{about[1:]}.", formatter_class=_unmeasured
        )
        options(command)
        command.add_argument("--db", metavar="FILE", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        command.formatter_class = argparse.HelpFormatter
    parser.formatter_class = argparse.HelpFormatter
    return parser


def parsed(arguments: Sequence[str]) -> SimpleNamespace:
    """Return the options that some arguments give.

    Raises:
        SystemExit: they are wrong, or ask for help.
    """
    parser = parser_for(arguments)
    options, rest = parser.parse_known_args(arguments, SimpleNamespace())
    words = getattr(options, WORDS.get(options.command, ""), None)
    if rest and (words is None or any(word.startswith("-") for word in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if words is not None:
        words += rest  # argparse leaves words that follow an option, where there might have been none
    return options


def _unmeasured(prog: str) -> argparse.HelpFormatter:
    """Return the formatter that checks options while a parser is built, without measuring the terminal."""
    return argparse.HelpFormatter(prog, width=80)


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--plain",
        action="store_true",
        default=argparse.SUPPRESS,
        help="the due list as numbered lines and commands, for screen readers",
    )


def _due(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one JSON list and nothing else")
    command.add_argument("--at", metavar="WHEN", help="as of then instead of now: fri, dec 10, fri 14:00")
    command.add_argument("--all", action="store_true", help="include what's coming up")
    command.add_argument(
        "--line", action="store_true", help="counts for a shell prompt, like 1! 3●; nothing if nothing is due"
    )
    command.add_argument("--waybar", action="store_true", help="one JSON object for a custom module of Waybar")


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="the letter; - for standard input")
    command.add_argument("--kind", metavar="K", help="thank_you, follow_up, ...; guessed from the text by default")
    command.add_argument("--to", metavar="NAME", action="append", default=[], help="who it's to; may be repeated")
    command.add_argument("--company", metavar="C", default="", help="the company it goes to")
    command.add_argument("--role", metavar="R", default="", help="the role you applied for")
    command.add_argument("--from", metavar="NAME", default="", dest="sender", help="who signs it")
    command.add_argument("--noted", metavar="TEXT", default="", help="what stood out in the conversation")
    json_option(command)


def _draft(command: argparse.ArgumentParser) -> None:
    command.add_argument("match", metavar="MATCH", help="a part of the company or role, or id:N with its number")
    command.add_argument(
        "--kind", metavar="K", help="thank_you, follow_up, ...; what the next step calls for by default"
    )
    command.add_argument("--to", metavar="NAME", help="who it's to")
    command.add_argument(
        "--tone", choices=("warm", "plain", "formal"), help="how it sounds (default: as set for the application)"
    )
    json_option(command)


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", metavar="FILE", nargs="+", help="files or folders; - for standard input")
    command.add_argument("--dry-run", action="store_true", help="show what would be imported, and change nothing")
    command.add_argument("--yes", action="store_true", help="record what your mail says without asking each time")
    json_option(command)


def _inbox(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one JSON list; with --watch, one document a line")
    command.add_argument("--watch", action="store_true", help="wait for mail and print what is new, until stopped")


def _force(command: argparse.ArgumentParser) -> None:
    command.add_argument("--force", action="store_true", help="replace the file, whatever it is (never a database)")


def _export(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "format",
        choices=("csv", "ics", "json", "zip"),
        help="csv: a table; ics: a calendar; json: everything but your files; zip: those, too",
    )
    command.add_argument("-o", "--output", metavar="FILE", help="where to write it (default: standard output)")
    _force(command)


def _stats(command: argparse.ArgumentParser) -> None:
    json_option(command)


def _report(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", metavar="DAY", dest="since", help="the first day (default: 30 days in all)")
    command.add_argument("--to", metavar="DAY", help="the last day (default: today)")
    command.add_argument(
        "--for",
        choices=("myself", "office", "coach"),
        dest="reader",
        default="myself",
        help="myself: all of it (default); office: proof for a job center, without notes and pay; coach: without"
        " letters, too",
    )
    command.add_argument(
        "-o", "--output", metavar="FILE", help="r.html to print, r.csv, or r.md (default: Markdown on standard output)"
    )
    _force(command)


def _sheet(command: argparse.ArgumentParser) -> None:
    command.add_argument("match", metavar="MATCH", help="a part of the company or role, or id:N with its number")
    command.add_argument("--round", metavar="N", type=int, help="which round (default: the next one, else the last)")
    command.add_argument(
        "-o", "--output", metavar="FILE", help="s.html to print, s.md, or s.txt (default: text on standard output)"
    )
    _force(command)
    command.add_argument("--mail", action="store_true", help="hand it to your mail program, addressed to you alone")
    json_option(command)


def _remind(command: argparse.ArgumentParser) -> None:
    what = command.add_mutually_exclusive_group()
    what.add_argument("--dry-run", action="store_true", help="show what would be said, and send nothing")
    what.add_argument("--install", action="store_true", help="have it run every half hour; shows how and asks first")
    what.add_argument("--uninstall", action="store_true", help="remove that again")
    command.add_argument("--yes", action="store_true", help="install without asking")


def _sync(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", metavar="FOLDER", nargs="?", help="the shared folder, with --setup or --join")
    what = command.add_mutually_exclusive_group()
    what.add_argument("--setup", action="store_true", help="begin on the first machine; shows the code for the others")
    what.add_argument(
        "--join",
        metavar="CODE",
        nargs="?",
        const="",
        help="take part with another machine's code; asked for if left out",
    )
    what.add_argument("--code", action="store_true", help="show the code that brings in another machine")
    what.add_argument("--devices", action="store_true", help="list the machines that take part")
    what.add_argument("--remove", metavar="DEVICE", help="stop reading what a machine leaves")
    command.add_argument("--name", metavar="NAME", help="with --setup or --join: what this machine is called")
    command.add_argument("--new-key", action="store_true", help="with --setup: start over with another key")
    json_option(command)


def _backup(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", metavar="FILE", help="a file or folder (default: the backup folder)")


def _doctor(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--connect", action="store_true", help="also sign in to your inbox; without this, nothing connects"
    )


def _restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="the backup")


def _completion(command: argparse.ArgumentParser) -> None:
    command.add_argument("shell", choices=PLACES, help="your shell")
    command.epilog = " ".join(f"{shell.capitalize()}: {place}" for shell, place in PLACES.items())


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "demo": ("open the dashboard on sample data; nothing is kept", _demo),
    "due": ("list what's due", _due),
    "check": ("check a letter", _check),
    "draft": ("write the letter that the next step calls for", _draft),
    "import": ("import spreadsheets, calendars, mail, or an export", _import),
    "inbox": ("list what your mailbox says about your search", _inbox),
    **VERBS,
    "export": ("export your search", _export),
    "stats": ("show your search in numbers: how far applications got, how long replies took", _stats),
    "report": ("write down what you did, day by day, for a job center or a coach", _report),
    "sheet": ("show all that you want in the hour before an interview", _sheet),
    "remind": ("say once what is newly due, on the desktop or by email, for a timer to run", _remind),
    "sync": ("exchange what's new with your other machines, through a folder that they share", _sync),
    "backup": ("copy the database and your files, even while they are in use", _backup),
    "restore": ("restore a backup; the database it replaces is kept", _restore),
    "completion": ("print what makes your shell complete Afterword's commands", _completion),
    "doctor": ("check versions, files, permissions, and backups", _doctor),
}
"""Name -> what it does in a few words, and what adds its options."""
