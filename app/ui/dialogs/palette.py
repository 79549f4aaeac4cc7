"""The palette: every command by its name, narrowed as one types. Textual's own ends the program in a tiny window."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from app.etiquette.text import folded
from app.ui.commands import COMMANDS, Command, shown_keys
from app.ui.dialogs.dialog import Dialog
from app.ui.widgets.row_list import RowList
from app.ui.widgets.typing import SafeInput

_HEIGHT = 16


class PaletteDialog(Dialog[Command]):
    """Returns the command that was chosen. The line has the keys all the time, the list follows it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "list('move(1)')", show=False, priority=True),
        Binding("up", "list('move(-1)')", show=False, priority=True),
        Binding("pagedown", "list('page(1)')", show=False, priority=True),
        Binding("pageup", "list('page(-1)')", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__("Find a command")

    def content(self) -> ComposeResult:
        """Make the line and the list."""
        yield SafeInput(placeholder="what you want to do", compact=True)
        rows: RowList[Command] = RowList(_drawn, key=lambda command: command.id, empty=_nothing)
        rows.styles.height = _HEIGHT
        yield rows

    def opened(self) -> None:
        """Offer all of them."""
        self.query_one(RowList).show(COMMANDS)
        self.query_one(SafeInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        words = folded(event.value).split()
        rows = self.query_one(RowList)
        rows.show(sorted((c for c in COMMANDS if all(word in _words(c) for word in words)), key=_by_label(words)))
        rows.action_go(0)

    def on_input_submitted(self) -> None:
        command = self.query_one(RowList).row
        if command is not None:
            self.dismiss(command)

    def on_row_list_chosen(self) -> None:
        self.on_input_submitted()

    async def action_list(self, action: str) -> None:
        """Move in the list while one types in the line."""
        await self.query_one(RowList).run_action(action)


def _words(command: Command) -> str:
    return folded(f"{command.label} {command.help} {command.group}")


def _by_label(words: list[str]) -> Callable[[Command], bool]:
    """Return the key that puts first the commands whose label holds what is sought."""
    return lambda command: not all(word in folded(command.label) for word in words)


def _drawn(command: Command, width: int) -> Content:
    keys = " ".join(shown_keys(command))
    line = Content.assemble(
        Content.styled(f" {keys:13} ", "bold $accent"),
        Content.styled(command.label, "bold"),
        Content.styled(f"  {command.help}", "$foreground 65%"),
    )
    return line.truncate(max(0, width), ellipsis=True, pad=True)


def _nothing() -> Content:
    return Content("No command is called so.")
