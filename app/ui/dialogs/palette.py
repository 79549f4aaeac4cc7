"""The palette: every command by its name, narrowed as one types. Textual's own ends the program in a tiny window."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.content import Content

from app.ui.dialogs.narrowing import NarrowingDialog
from app.ui.presentation import QUIET, is_tiny
from app.ui.registry.commands import COMMANDS, NO_KEYS, Command, shown_keys
from app.ui.widgets.row_list import RowList


class PaletteDialog(NarrowingDialog[Command, Command]):
    """Returns the command that was chosen."""

    def __init__(self, own: Mapping[str, str] = NO_KEYS) -> None:
        def drawn(command: Command, width: int) -> Content:
            return _drawn(command, own, width)

        rows: RowList[Command] = RowList(drawn, key=lambda command: command.id, empty=_nothing)
        super().__init__("Find a command", "what you want to do", rows)

    def content(self) -> ComposeResult:
        """Make the line and the list."""
        yield from self.field_and_list(self.room_for(20, 5 if is_tiny(self.app.size) else 6))

    def opened(self) -> None:
        """Offer all of them."""
        self._box.add_class("dialog--wide")
        super().opened()
        self.offer(COMMANDS, lambda command: command.label, lambda command: f"{command.help} {command.group}")

    def narrow(self) -> None:
        """List what holds every word that was typed, with the cursor on what fits best."""
        super().narrow()
        self.rows.action_go(0)

    def choose(self) -> None:
        """Return the command under the cursor."""
        command = self.rows.row
        if command is not None:
            self.dismiss(command)


def _drawn(command: Command, own: Mapping[str, str], width: int) -> Content:
    keys = " ".join(shown_keys(command, own))
    line = Content.assemble(
        Content.styled(f" {keys:13} ", "bold $accent"),
        Content.styled(command.label, "bold"),
        Content.styled(f"  {command.help}", QUIET),
    )
    return line.truncate(max(0, width), ellipsis=True, pad=True)


def _nothing() -> Content:
    return Content("No command matches.")
