"""Every key, to read, or narrowed to what holds the words that one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from app.ui.dialogs.finding import FindingDialog
from app.ui.help_lines import help_lines
from app.ui.registry.here import Place


class HelpDialog(FindingDialog[None]):
    """Shows the keys of a place first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,question_mark,f1,enter", "leave", show=False)]
    BELOW = 1

    def __init__(self, place: Place, keys: Mapping[str, str]):
        super().__init__(
            "Help",
            lambda width: help_lines(place, keys, width, self.sought),
            "what you want to do, or a key",
            is_wide=True,
        )
        self._box.border_subtitle = Content("/ find  esc close")

    def followed(self) -> None:
        """Go to the first line of what is left."""
        self._lines.action_go(0)
