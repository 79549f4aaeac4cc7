"""The registry's commands as bindings of a screen, and the names under which the settings can give them other keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.binding import Binding, BindingType

from app.ui.registry.commands import COMMANDS

_TYPED = frozenset(
    {"enter", "escape", "space", "full_stop", "slash", "question_mark", "exclamation_mark", "right_square_bracket"}
)
"""Keys with long names that a field of text, or a list, wants for itself first."""


def command_bindings() -> Iterator[BindingType]:
    """Yield a binding for each key of each command; one that cannot be typed comes before the widget with the focus."""
    for command in COMMANDS:
        for n, key in enumerate(command.keys.split(",")):
            yield Binding(
                key,
                f"command('{command.id}')",
                command.label,
                show=False,
                priority=len(key) > 1 and key not in _TYPED,
                id=command.id if n == 0 else f"{command.id}_{n}",
            )


def unknown_names(names: Iterable[str], *bindings: Iterable[BindingType]) -> list[str]:
    """Return those names to which the settings assign a key, though no binding has them."""
    bound = {binding.id for some in bindings for binding in some if isinstance(binding, Binding)}
    return sorted(set(names) - bound)
