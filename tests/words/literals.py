"""Every string in app/ that a person may come to see, as it stands in the code: `{...}` where a value goes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
READERS = (
    "app/etiquette/checks/",
    "app/exchange/mails/",
    "app/exchange/meanings/",
    "app/exchange/raw/",
    "app/exchange/sheets/",
)
"""What reads files and letters: full of words that others wrote, and not passed over yet."""
TABLES = (
    "app/etiquette/calendar_words.py",
    "app/etiquette/time/plain_dates.py",
    "app/etiquette/time/plain_times.py",
    "app/exchange/calendars/zone_names.py",
    "app/hunt/intake/evidence.py",
    "app/hunt/plain_zones.py",
    "app/hunt/sample_letters.py",
    "app/hunt/sample_stories.py",
    "app/hunt/zone_words.py",
    "app/letters/clause_shapes.py",
    "app/letters/highlights.py",
    "app/letters/second_person.py",
    "app/letters/verbs.py",
    "app/storage/mapping.py",
)
"""Mostly words that are understood, or that somebody else is made to say: only their whole sentences are listed."""
_CODE = re.compile(
    r"\\|\(\?|\]\*|\[\^|^\s*\(|\{ |=\?|\bSELECT\b|\bFROM (?!:)[a-z_]+\b|\bNOT IN\b|\bBETWEEN :| WHERE | = ON|"
    r"^ ?(?:UPDATE|INSERT|CREATE|DROP|WHERE|PRAGMA|ALTER|AND|LEFT|BEGIN|DELETE)\b|"
    r"_id\b.*,|height: |application\.|\$foreground|^bold |__|^X-|METHOD|%\("
)


class Literal(NamedTuple):
    """One string of the code."""

    file: str
    line: int
    text: str

    @property
    def is_said(self) -> bool:
        """Whether it reads as words for a person, not as a pattern, a query or a style."""
        words = re.sub(r"\{[^}]*\}", "", self.text)
        if not re.search(r"[A-Za-z]{2}", words) or " " not in self.text.strip() or _CODE.search(self.text):
            return False
        return not self.file.startswith(TABLES) or self.text.rstrip().endswith((".", "?"))


@cache
def literals() -> tuple[Literal, ...]:
    """Return the strings of app/, docstrings and the readers' aside, in the order of the files."""
    listed: list[Literal] = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        if not file.startswith(READERS):
            listed += sorted(_strings(ast.parse(path.read_text("utf-8")), file), key=lambda literal: literal.line)
    return tuple(listed)


def _strings(tree: ast.Module, file: str) -> Iterator[Literal]:
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(node.value)  # a docstring
        if node in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            skipped.update(inner for inner in ast.walk(node) if not isinstance(inner, ast.IfExp))
            yield Literal(file, node.lineno, "".join(_part(part) for part in node.values))
            yield from (
                Literal(file, inner.lineno, inner.value)
                for value in node.values
                if isinstance(value, ast.FormattedValue)
                for inner in ast.walk(value.value)
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str)
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield Literal(file, node.lineno, node.value)


def _part(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    name = ast.unparse(part.value)
    spec = f":{_format(part.format_spec)}" if part.format_spec is not None else ""
    return "{" + (name if re.fullmatch(r"[\w.]+", name) else "...") + spec + "}"


def _format(spec: ast.expr) -> str:
    assert isinstance(spec, ast.JoinedStr)
    return "".join(str(part.value) for part in spec.values if isinstance(part, ast.Constant))
