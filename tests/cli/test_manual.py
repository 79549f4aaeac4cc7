"""The manual page names each command and option, and the fields that hooks get."""

from __future__ import annotations

import argparse
import re

from app.cli.manual import manual
from app.cli.parser import build_parser
from app.hunt.hooks import lines


def test_every_command_and_option_is_in_it() -> None:
    page = manual()
    (commands,) = [a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    for name, command in commands.choices.items():
        part = page.partition(f".SS {name}\n")[2].partition(".SS ")[0].replace("\\-", "-")
        assert part, name
        for action in command._actions:
            if action.help != argparse.SUPPRESS and action.dest != "help":
                assert all(option in part for option in action.option_strings), (name, action.option_strings)


def test_it_says_what_hooks_get() -> None:
    fields = re.findall(r"^(\w+) ", str(lines.__doc__), re.MULTILINE)[1:]
    hooks = manual().partition("on\\-verb.NAME")[2].partition(".TP")[0]
    assert [field for field in fields if field not in hooks] == []


def test_no_line_of_text_is_a_request_by_chance() -> None:
    known_requests = {".TH", ".SH", ".SS", ".PP", ".TP"}
    assert {line.split(" ")[0] for line in manual().splitlines() if line.startswith((".", "'"))} <= known_requests
    assert '"' not in re.sub(r"^\.TH.*$", "", manual(), flags=re.MULTILINE).split("\n")[0]
