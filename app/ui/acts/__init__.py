"""What each command does: one function a command, in the module of its group, loaded behind the first frame."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from app.ui.registry.commands import Command
    from app.ui.work import Work

Act: TypeAlias = "Callable[[Work], Awaitable[None]]"

MODULES = {
    "Triage": "triage",
    "Record": "recording",
    "Letters": "correspondence",
    "Applications": "applications",
    "Moving": "moving",
    "Your search": "glance",
    "Everything": "everything",
}
"""Command group -> module."""


def act_of(command: Command) -> Act:
    """Return the function that does what a command says; it is named after the command's id."""
    module = import_module(f"{__name__}.{MODULES[command.group]}")
    act: Act = getattr(module, command.id)
    return act


def load() -> None:
    """Import every module of acts, so that the first key of each kind need not wait for that."""
    for name in MODULES.values():
        import_module(f"{__name__}.{name}")
