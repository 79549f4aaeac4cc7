"""app/README.md, the map of the code: every file, name, key and command that it mentions is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from app.cli.parser import build_parser
from app.ui.registry.commands import COMMANDS, shown_keys

ROOT = Path(__file__).parents[1]
APP = ROOT / "app"
MAP = (APP / "README.md").read_text("utf-8")
SPANS = sorted(set(re.findall(r"`([^`\n]+)`", MAP)))
KEYS = {key for command in COMMANDS for key in shown_keys(command)}


def place(span: str) -> Path | None:
    """Return the file or folder that a span names, None when it is no path."""
    if "/" not in span and not span.endswith((".py", ".md", ".toml")):
        return None
    return next((base / span for base in (APP, ROOT) if (base / span).exists()), APP / span)


@cache
def names_in(file: Path) -> frozenset[str]:
    """Return what a module defines: functions, classes, `Class.method`, constants, fields, parameters."""
    names: set[str] = set()

    def visit(node: ast.AST, within: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                names.update({child.name, f"{within}{child.name}"})
                visit(child, f"{child.name}." if isinstance(child, ast.ClassDef) else within)
            elif isinstance(child, ast.Assign | ast.AnnAssign):
                targets = child.targets if isinstance(child, ast.Assign) else [child.target]
                for target in targets:
                    if isinstance(target, ast.Name):
                        names.update({target.id, f"{within}{target.id}"})
            elif isinstance(child, ast.arguments):
                names.update(arg.arg for arg in (*child.args, *child.kwonlyargs))
            else:
                visit(child, within)

    visit(ast.parse(file.read_text("utf-8")), "")
    return frozenset(names)


@cache
def all_names() -> frozenset[str]:
    """Return what any module of the program defines."""
    return frozenset().union(*(names_in(file) for file in APP.rglob("*.py")))


def is_there(span: str) -> bool:
    """Return whether there is what a span mentions."""
    if span.startswith("make "):
        makefile = (ROOT / "Makefile").read_text("utf-8")
        return re.search(rf"^{span.removeprefix('make ')}:", makefile, re.MULTILINE) is not None
    if span.startswith("afterword "):
        return span.split()[1] in build_parser().format_help()
    if span.startswith("ETIQUETTE "):
        return f"**{span.split()[1]}**" in (APP / "etiquette" / "ETIQUETTE.md").read_text("utf-8")
    path = place(span)
    return path.exists() if path is not None else span in KEYS or span in all_names()


def test_what_the_map_mentions_is_there() -> None:
    assert len(SPANS) > 100
    assert [span for span in SPANS if not is_there(span)] == []


def test_a_name_that_follows_a_file_is_in_that_file() -> None:
    pairs = [
        (span, name)
        for span, names in re.findall(r"`([^`\n]+\.py)`\s((?:`[^`/\n]+`(?:,\s)?)+)", MAP)
        for name in re.findall(r"`([^`]+)`", names)
    ]
    assert len(pairs) > 30
    for span, name in pairs:
        file = place(span)
        assert file is not None
        assert name in names_in(file), (span, name)


def test_the_rule_that_it_takes_as_its_example_is_where_it_says() -> None:
    row = next(line for line in MAP.splitlines() if "second follow-up" in line)
    number = re.search(r"`ETIQUETTE (\d\.\d+)`", row)
    code = re.search(r"`([^`]+\.py)` `(\w+)`", row)
    assert number
    assert code
    tree = ast.parse((APP / code[1]).read_text("utf-8"))
    function = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == code[2])
    assert number[0].strip("`") in (ast.get_docstring(function) or "")


def test_it_names_every_room() -> None:
    rooms = {path.parent.relative_to(APP).as_posix() for path in APP.rglob("__init__.py")} - {"."}
    inner = {"exchange/calendars/writing"}
    unnamed = {room for room in rooms if f"{room}/" not in MAP} - inner
    assert unnamed == set()
