"""What is imported when: what a prompt waits for, and what is behind the first frame."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.hunts import MIXED, NOW, fill
from tests.storage.hunts import Clock, open_hunt

ROOT = Path(__file__).parents[2]
HEAVY = {
    "alembic", "arrow", "asyncio", "charset_normalizer", "dataclasses", "email", "holidays", "icalendar", "inspect",
    "jinja2", "keyring", "logging", "mailparser_reply", "numpy", "platformdirs", "pydantic", "rich", "shutil",
    "spellchecker", "sqlalchemy", "sqlmodel", "textual", "tomllib",
}  # fmt: skip
BEHIND_THE_FRAME = {
    "alembic", "app.etiquette.checks", "app.hunt.hunt", "app.hunt.verbs", "app.letters", "argparse", "arrow", "email",
    "holidays", "icalendar", "jinja2", "keyring", "numpy", "pydantic", "spellchecker", "sqlalchemy", "sqlmodel", "ssl",
    "textual.command", "textual.widgets._input", "textual.widgets._text_area", "tomllib",
}  # fmt: skip
BEHIND_A_KEY = {
    "alembic", "app.exchange.json_.reading", "app.hunt.joining", "app.hunt.sync", "app.ui.dialogs.interview_sheet",
    "email.parser", "holidays", "http.client", "icalendar", "keyring", "numpy", "pypdf", "pyrage", "smtplib",
    "spellchecker",
}  # fmt: skip
PARSED = {("--json",), ("--all",)}
"""Options that are read by argparse."""

FIRST_FRAME = """
import os, sys
from app import log

def seen(self):
    os.write(1, repr(sorted({unwanted!r} & set(sys.modules))).encode())
    os._exit(0)

def imported():
    dashboard = sys.modules["app.ui.dashboard"]
    dashboard.Dashboard.first_frame_is_out = seen
    dashboard.Dashboard.run = lambda self, **_: type(self).__mro__[1].run(self, headless=True, size=(120, 40))

log.start = imported
sys.stdin = sys.stdout = sys.stderr = sys.__stdout__
sys.__stdout__.isatty = lambda: True
from app.cli.main import run
run(["--db", {database!r}])
"""


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Write a hunt of every kind."""
    path = tmp_path / "hunt.db"
    open_hunt(path, Clock(NOW))
    fill(path, [*MIXED])
    return str(path)


def output(program: str, *arguments: str) -> str:
    """Run a program for somebody who has set nothing and return the last line that it printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AFTERWORD_", "XDG_"))}
    variables = kept | {
        "AFTERWORD_NOW": NOW.isoformat(),
        "PYTHONPATH": str(ROOT),
        "HOME": os.environ["AFTERWORD_STATE"],
    }
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, env=variables, check=False, timeout=60)
    assert done.stdout, done.stderr
    return done.stdout.decode().splitlines()[-1]


@pytest.mark.parametrize(
    "options", [(), ("--line",), ("--waybar",), ("--json",), ("--all",), ("--at", "2026-12-01T09:00:00+01:00")]
)
def test_what_is_due_is_said_without_anything_heavy(database: str, options: tuple[str, ...]) -> None:
    unwanted = HEAVY if options[1:] or options in PARSED else HEAVY | {"argparse", "locale"}
    program = (
        "import sys; import app.__main__; from app.cli.main import run; code = run(sys.argv[1:]);"
        f"print(code, sorted(set(sys.modules) & {unwanted!r}))"
    )
    assert output(program, "--db", database, "due", *options) == "0 []"


def test_the_first_frame_waits_for_nothing_that_is_not_in_it(database: str) -> None:
    assert output(FIRST_FRAME.format(unwanted=BEHIND_THE_FRAME, database=database)) == "[]"


def test_what_few_keys_need_is_loaded_by_them_alone() -> None:
    """It is held in memory from then on."""
    program = (
        "import sys; import app.ui.dashboard, app.hunt.hunt; from app.ui import acts; acts.load();"
        f"print(sorted(set(sys.modules) & {BEHIND_A_KEY!r}))"
    )
    assert output(program) == "[]"


def test_what_textual_starts_without_can_be_imported_later() -> None:
    program = (
        "from app.ui.textual_.slim_imports import import_textual; import_textual(); import ssl;"
        "from textual.command import Matcher; from textual.widgets import Input; print(ssl.SSLContext, Matcher, Input)"
    )
    assert "textual.fuzzy.Matcher" in output(program)


def test_the_command_at_hand_is_the_only_one_made_known() -> None:
    from app.cli.parser import parser_for

    assert parser_for(["--db", "x", "due", "--json"]).parse_args(["--db", "x", "due"]).command == "due"
    with pytest.raises(SystemExit):
        parser_for(["due"]).parse_args(["backup"])
    assert "backup" in parser_for(["--help", "due"]).format_help()
    assert "backup" in parser_for(["nonsense"]).format_help()


@pytest.mark.parametrize(
    "arguments", [[], ["--db", "x"], ["--db=x"], ["due"], ["--db", "x", "due"], ["due", "--line"], ["due", "--waybar"]]
)
def test_the_dashboard_and_the_prompt_are_asked_for_without_a_parser_as_with_one(arguments: list[str]) -> None:
    from app.cli.main import _options
    from app.cli.parser import build_parser

    assert vars(_options(arguments)) == vars(build_parser().parse_args(arguments))


def test_an_option_is_no_database() -> None:
    from app.cli.main import _options

    with pytest.raises(SystemExit):
        _options(["--db", "--version"])
