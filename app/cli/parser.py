"""The command line's grammar, all in one place; what each command does is in the module of its name."""

from __future__ import annotations

import argparse

from app import __version__


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command. Its namespace holds `command`, `db` and the command's own options."""
    parser = argparse.ArgumentParser(
        prog="afterword",
        description="What comes after the interview: whom to thank, when to wait, when to write.",
        epilog="Without a command it opens the dashboard. Exit codes: 0 done, 1 refused or nothing done, 2 wrong use.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"afterword {__version__}")
    parser.add_argument("--db", metavar="FILE", help="the database (else AFTERWORD_DB, else the data folder's)")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("demo", help="the dashboard on sample data, thrown away after")
    due = commands.add_parser("due", help="what is due")
    due.add_argument("--json", action="store_true", help="one JSON list and nothing else")
    due.add_argument("--at", metavar="WHEN", help="as of this moment instead of now")
    due.add_argument("--all", action="store_true", help="what is not yet due as well")
    check = commands.add_parser("check", help="check a letter")
    check.add_argument("file", metavar="FILE", help="the letter, - for standard input")
    check.add_argument("--kind", metavar="K", help="thank_you, follow_up, ...; told from the text when not given")
    check.add_argument("--to", metavar="NAME", action="append", default=[], help="who it goes to; may be repeated")
    check.add_argument("--company", metavar="C", default="")
    check.add_argument("--role", metavar="R", default="")
    check.add_argument("--from", metavar="NAME", default="", dest="sender", help="who signs it")
    check.add_argument("--noted", metavar="TEXT", default="", help="what stood out in the conversation")
    check.add_argument("--json", action="store_true", help="one JSON document and nothing else")
    bring = commands.add_parser("import", help="take in csv, ics, eml, mbox or json files")
    bring.add_argument("files", metavar="FILE", nargs="+", help="files or folders, - for standard input")
    bring.add_argument("--dry-run", action="store_true", help="say what would be taken in, and change nothing")
    bring.add_argument("--json", action="store_true", help="one JSON document and nothing else")
    export = commands.add_parser("export", help="write the hunt out")
    export.add_argument("format", choices=("csv", "ics", "json"))
    export.add_argument("-o", "--output", metavar="FILE", help="else standard output")
    backup = commands.add_parser("backup", help="copy the database while it may be in use")
    backup.add_argument("-o", "--output", metavar="FILE", help="a file or folder; else the folder of backups")
    restore = commands.add_parser("restore", help="put a backup in the database's place; the replaced one is kept")
    restore.add_argument("file", metavar="FILE")
    commands.add_parser("doctor", help="versions, places, integrity, rights, backups")
    for command in commands.choices.values():
        command.add_argument("--db", metavar="FILE", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser
