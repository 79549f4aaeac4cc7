"""What one copy of a hunt knows of changes, on its machine and on others: plain data, in the file and in exports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Removal(NamedTuple):
    """What was removed."""

    stamp: str
    """When: see `time.stamps`."""
    became: str = ""
    """The uid of the same thing that took its place, "" if none did."""


class Marks(NamedTuple):
    """What one copy of a hunt knows of changes."""

    machine: str
    """The copy's own name, "" for a document that says nothing of changes."""
    seen: Mapping[str, str]
    """By machine, its latest change that this copy holds or has dealt with; its own included."""
    edits: Mapping[str, Mapping[str, str]]
    """By uid and field, when it was last changed; what is missing is as it was when it was recorded."""
    removed: Mapping[str, Removal]
    """By uid."""


NO_MARKS = Marks("", {}, {}, {})
