"""The README tells what is so: its links lead somewhere, its commands and settings are those of the program."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from app.cli.parser import build_parser
from app.settings import DATE_ORDERS, load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def section(title: str) -> str:
    """Return what stands under a heading."""
    text = README.partition(f"## {title}\n")[2].partition("\n## ")[0]
    assert text, f"there is no section {title}"
    return text


def block(title: str) -> str:
    """Return the lines of a section that are indented: commands, settings."""
    return "\n".join(line[4:] for line in section(title).splitlines() if line.startswith("    "))


def test_it_is_short() -> None:
    assert len(README.splitlines()) < 150


def test_the_top_level_holds_what_it_should_and_nothing_else() -> None:
    built = {"dist", "build", "__pycache__"}
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and path.suffix != ".egg-info"}
    assert names - built == {"pyproject.toml", "README.md", "Makefile", "app", "tests", "assets"}


def test_every_link_and_picture_is_there() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", README)
    assert len(targets) > 5
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_its_command_line_is_that_of_the_program() -> None:
    lines = [line for line in block("The command line").splitlines() if not line.split()[1].startswith("[")]
    usages = {name: line for line in lines for name in line.split()[1].split("|")}
    (commands,) = [a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    assert usages.keys() == commands.choices.keys()
    for name, command in commands.choices.items():
        options = {option for action in command._actions for option in action.option_strings}
        for option in re.findall(r"(?<=\[)--?[a-z-]+", usages[name]):
            assert option in options, (name, option)
        if usages[name].split()[1] != name:  # one line for several, whose own --help says the rest
            continue
        for option in options - {"-h", "--help", "--db", "--output"}:
            assert f"[{option}" in usages[name], (name, option)


def test_its_settings_are_read_without_a_complaint(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(block("Settings"), "utf-8")
    settings = load(file)
    assert settings.policy.thank_due.total_seconds() == 24 * 3600
    assert settings.look["dates"] in DATE_ORDERS
    assert settings.keys == {"add": "a,insert"}


def test_every_make_target_that_it_names_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"\bmake\s+([a-z]+)", README))
    assert {"run", "test", "demo", "bench", "torture", "lowest", "audit"} <= named
    assert [name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


def test_every_variable_and_place_that_it_names_is_the_program_s() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "app").rglob("*.py"))
    for name in re.findall(r"AFTERWORD_\w+", README):
        assert name in code, name
