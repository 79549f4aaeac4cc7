"""The keys as sentences on the screen name them: those of the registry, or the user's own where the settings have any.

`commands.py` names them all; the dashboard, which knows the settings, names them again as it begins.
"""

from __future__ import annotations

from collections.abc import Mapping

_names: dict[str, str] = {}


def name_keys(names: Mapping[str, str]) -> None:
    """Let sentences name these keys, by command."""
    _names.update(names)


def key_of(command: str) -> str:
    """Return the key of a command, as a person reads it: `a`, `ctrl+o`, `esc`."""
    return _names[command]
