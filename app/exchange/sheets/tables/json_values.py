"""The values of a JSON object as the cells of a row, named after the objects they lie in. Knows no fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

_DEEPEST = 4
_MOST_VALUES = 30
_NAMES = ("name", "title", "label", "value", "text", "displayName", "plain_text", "content", "start")
"""Keys of an object that stands for one thing: a company with its name, a span with its first day."""
_STEPS = ("stage", "status", "state", "step", "event", "action", "to", "type")
_WHEN = ("date", "at", "on", "timestamp", "time", "when", "day", "start")
"""Keys of one step of several, and of its day."""
_ASIDE = frozenset({"id", "color", *_NAMES})
"""Keys beside a name that say nothing more."""
_AROUND = frozenset({"properties", "fields", "attributes", "node", "select", "data", "rich_text", "multi_select"})
"""Names under which services put what an object holds: no part of what it is called."""


def flat(value: Mapping[str, Any]) -> dict[str, str]:
    """Return the names and texts of an object; of one name that is there twice, the first text that says something."""
    row: dict[str, str] = {}
    for name, text in _flat(value, "", 0):
        if not row.get(name):
            row[name] = text
    return row


def _flat(value: Mapping[str, Any], before: str, depth: int) -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        name = before if before and _is_around(key, inner) else f"{before} {key}".strip()
        if isinstance(inner, dict) and depth < _DEEPEST:
            yield from _inside("" if not before and _is_around(key, inner) else name, inner, depth)
        else:
            yield name, text_of(inner)


def _inside(name: str, inner: Mapping[str, Any], depth: int) -> Iterator[tuple[str, str]]:
    kind = inner.get("type")
    if name and isinstance(kind, str) and kind in inner:
        # What services write for a value of one of several types: {"type": "date", "date": ...}.
        yield from _flat({name: inner[kind]}, "", depth + 1)
        return
    only = next(iter(inner.values())) if len(inner) == 1 else None
    if name and isinstance(only, str | int | float):
        yield name, text_of(only)
        return
    text = next((inner[part] for part in _NAMES if isinstance(inner.get(part), str)), None)
    if text is not None and name:
        yield name, text
        inner = {part: one for part, one in inner.items() if part not in _ASIDE}
    yield from _flat(inner, name, depth + 1)


def _is_around(key: str, inner: Any) -> bool:
    return key in _AROUND and isinstance(inner, dict)


def text_of(value: Any) -> str:
    """Return a value as the text of a cell; steps with their days in their order, of other lists the names."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        parts = [_named(one) if isinstance(one, dict) else text_of(one) for one in value[: _MOST_VALUES * 2]]
        return ", ".join([part for part in parts if part][:_MOST_VALUES])
    return str(value) if not isinstance(value, dict) else json.dumps(value, ensure_ascii=False)


def _named(one: Mapping[str, Any]) -> str:
    """The name of one thing of several, with its day where it has one: `Phone screen 2026-03-02`."""
    name = next((one[key] for key in (*_NAMES, *_STEPS) if isinstance(one.get(key), str) and one[key]), "")
    day = next((one[key] for key in _WHEN if isinstance(one.get(key), str)), "")
    return f"{name} {day}".strip() if name else ""
