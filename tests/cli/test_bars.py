"""What prompts and bars show: the recipes in `assets/bars`, by running the commands that stand in them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.cli.main import run
from app.etiquette.records import Me
from tests.storage.hunts import NOW, add, log_interview, open_hunt

ROOT = Path(__file__).parents[2]
RECIPES = ROOT / "assets" / "bars"
LATER = "2026-11-26T10:00:00+01:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write a search in which two people are to be thanked, at a company whose name is markup."""
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    hunt.set_me(Me("Robin Vale", "robin@mail.example", ""))
    log_interview(hunt, add(hunt, "Smith & <b>Sons"), names="Dana Lee, Omar Haddad")
    return path


@pytest.fixture
def shell(path: Path, tmp_path: Path) -> Callable[..., str]:
    """Return what runs a command of a recipe in a shell that finds `afterword`, and returns what it prints."""
    programs = tmp_path / "bin"
    programs.mkdir()
    _write_program(programs / "afterword", f'exec "{sys.executable}" -m app "$@"')

    def runs(command: str, stdin: str = "", **variables: str) -> str:
        environment = os.environ | {
            "AFTERWORD_DB": str(path),
            "AFTERWORD_NOW": NOW.isoformat(),
            "PYTHONPATH": str(ROOT),
            "PATH": f"{programs}:{os.environ['PATH']}",
        }
        done = subprocess.run(
            ["sh", "-c", command], input=stdin, capture_output=True, text=True, env=environment | variables, check=True
        )
        return done.stdout

    return runs


def _write_program(path: Path, lines: str) -> None:
    path.write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    path.chmod(0o755)


def _waybar() -> dict[str, object]:
    text = re.sub(r"^\s*//.*$", "", (RECIPES / "waybar.jsonc").read_text("utf-8"), flags=re.MULTILINE)
    module: dict[str, object] = json.loads(text)["custom/afterword"]
    return module


def test_starship_s_module_shows_the_counts(shell: Callable[..., str]) -> None:
    module = tomllib.loads((RECIPES / "starship.toml").read_text("utf-8"))["custom"]["afterword"]
    assert (module["when"], module["shell"]) == (True, ["sh"])
    assert shell(module["command"]) == "2●\n"


def test_tmux_s_status_line_shows_the_counts(shell: Callable[..., str]) -> None:
    command = re.search(r"#\((.+)\)", (RECIPES / "tmux.conf").read_text("utf-8"))
    assert command is not None
    assert shell(command[1], AFTERWORD_NOW=LATER) == "2!\n"


def test_waybar_s_module_is_given_what_it_reads(shell: Callable[..., str]) -> None:
    module = _waybar()
    assert module["return-type"] == "json"
    (line,) = shell(str(module["exec"])).splitlines()
    assert json.loads(line) == {
        "text": "2●",
        "tooltip": "● Smith &amp; &lt;b&gt;Sons: Thank Dana Lee, due today\n"
        "● Smith &amp; &lt;b&gt;Sons: Thank Omar Haddad, due today",
        "class": "due",
        "percentage": 38,
    }


def test_every_color_of_waybar_is_for_a_class_that_there_is() -> None:
    classes = set(re.findall(r"#custom-afterword\.(\w+)", (RECIPES / "waybar.css").read_text("utf-8")))
    assert classes <= {"late", "due", "open", "none"}
    assert classes


@pytest.mark.parametrize("line", [',[{"name":"time","full_text":"10:00"}]', '[{"name":"time","full_text":"10:00"}]'])
def test_i3status_s_line_begins_with_what_is_due(shell: Callable[..., str], tmp_path: Path, line: str) -> None:
    _write_program(tmp_path / "bin" / "i3status", "cat")
    first, second, third = shell(str(RECIPES / "i3status.sh"), f'{{"version":1}}\n[\n{line}\n').splitlines()
    assert (first, second) == ('{"version":1}', "[")
    assert third.startswith(",") == line.startswith(",")
    blocks = json.loads(third.lstrip(","))
    assert [(block["name"], block["full_text"]) for block in blocks] == [("afterword", "2●"), ("time", "10:00")]


def test_i3status_s_line_stays_as_it_is_when_nothing_presses(shell: Callable[..., str], tmp_path: Path) -> None:
    _write_program(tmp_path / "bin" / "i3status", "cat")
    line = ',[{"name":"time","full_text":"10:00"}]'
    assert shell(str(RECIPES / "i3status.sh"), f"{line}\n", AFTERWORD_DB=str(tmp_path / "none.db")) == f"{line}\n"


@contextmanager
def _at(monkeypatch: pytest.MonkeyPatch, moment: str) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setenv("AFTERWORD_NOW", moment)
        yield


def test_the_text_names_nobody_and_the_class_is_that_of_the_most_urgent_step(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = []
    for moment in ("2026-11-23T16:00:00+01:00", NOW.isoformat(), LATER):
        with _at(monkeypatch, moment):
            assert run(["--db", str(path), "due", "--waybar"]) == 0
        seen.append(json.loads(capsys.readouterr().out))
    assert [(shown["text"], shown["class"]) for shown in seen] == [("", "open"), ("2●", "due"), ("2!", "late")]
    assert [shown["percentage"] for shown in seen] == sorted(shown["percentage"] for shown in seen)
    assert seen[-1]["percentage"] == 100


def test_a_search_with_nothing_due_says_what_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with _at(monkeypatch, NOW.isoformat()):
        assert run(["--db", str(tmp_path / "none.db"), "due", "--waybar"]) == 0
    assert json.loads(capsys.readouterr().out) == {"text": "", "tooltip": "Nothing is due.", "class": "none"}


def test_a_long_tooltip_ends_with_how_many_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "many.db"
    hunt = open_hunt(path)
    log_interview(hunt, add(hunt), names=", ".join(f"Dana{n} Lee" for n in range(15)))
    with _at(monkeypatch, NOW.isoformat()):
        assert run(["--db", str(path), "due", "--waybar"]) == 0
    lines = json.loads(capsys.readouterr().out)["tooltip"].split("\n")
    assert (len(lines), lines[-1]) == (13, "and 3 more")
