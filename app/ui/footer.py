"""The keys that the footer shows where the user stands. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from app.ui.registry.commands import in_footer, shown_keys
from app.ui.registry.here import Here, Place
from app.ui.widgets.key_bar import Key

_SHOW_ALL = Key("leave", "esc", "show all", is_refused=False)
_WHILE_FINDING = [
    Key("enter", "enter", "choose", is_refused=False),
    _SHOW_ALL,
    Key("help", "f1", "help", is_refused=False),
]
"""All other keys are typed into the line to find in."""


def footer_keys(here: Here, own: Mapping[str, str], *, is_finding: bool, is_narrowed: bool = False) -> list[Key]:
    """Return what the footer shows.

    Args:
        own: the user's own keys, by command.
        is_finding: whether the line to find in has the keys.
        is_narrowed: whether the list still shows no more than what was sought there.
    """
    if is_finding:
        return _WHILE_FINDING
    first = [_SHOW_ALL] if is_narrowed and here.place in (Place.DUE, Place.PIPELINE) else []
    return first + [
        Key(command.id, _key(shown_keys(command, own), here.place), command.label, refused is not None)
        for command, refused in in_footer(here)
    ]


def _key(keys: list[str], place: Place) -> str:
    """Return the key to name, of several that do the same: in a draft the first that is not typed into it."""
    return next((key for key in keys if len(key) > 1), keys[0]) if place is Place.DRAFT else keys[0]
