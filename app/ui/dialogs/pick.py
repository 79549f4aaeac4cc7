"""Pick one of many by typing a part of it: applications, columns, time zones, files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from app.etiquette.text import folded
from app.ui.dialogs.dialog import Dialog
from app.ui.presentation import row
from app.ui.widgets.row_list import RowList
from app.ui.widgets.typing import SafeInput

T = TypeVar("T")


class Pickable(NamedTuple, Generic[T]):
    """What can be picked: a label, what stands at the right edge, and the value."""

    label: str
    right: str
    value: T


class PickDialog(Dialog[T], Generic[T]):
    """Returns the value that was picked. What is typed narrows the list; the arrows move in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Pickable[T]], text: str = ""):
        super().__init__(title)
        self._choices, self._text = choices, text

    def content(self) -> ComposeResult:
        """Make the text, the field that narrows, and the list."""
        if self._text:
            yield Static(Content(self._text), classes="dialog--text")
        yield SafeInput(placeholder="type to narrow the list", id="pick-sought", compact=True)
        rows: RowList[Pickable[T]] = RowList(
            _drawn, key=lambda choice: (choice.label, choice.right), empty=lambda: Content(self.nothing)
        )
        rows.styles.height = self.room_for(14, 11 if self._text else 7)
        yield rows

    nothing = "Nothing here is called that."
    """What stands in the list when nothing is left of it."""

    def opened(self) -> None:
        """List everything."""
        self.narrow()
        self.query_one(SafeInput).focus()

    @property
    def sought(self) -> str:
        """What was typed."""
        return self.query_one(SafeInput).value

    @property
    def rows(self) -> RowList[Pickable[T]]:
        """The list."""
        return self.query_one(RowList)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.narrow()

    def narrow(self) -> None:
        """List what holds every word that was typed."""
        words = folded(self.sought).split()
        self.rows.show([each for each in self._choices if all(word in folded(each.label) for word in words)])

    def action_move(self, by: int) -> None:
        """Move in the list while the keys stay in the field."""
        self.rows.action_move(by)

    def action_choose(self) -> None:
        """Return what the cursor stands on."""
        picked = self.rows.row
        if picked is not None:
            self.dismiss(picked.value)

    def on_row_list_chosen(self) -> None:
        self.action_choose()


def _drawn(choice: Pickable[T], width: int) -> Content:
    return row([(" ", 1, "")], choice.label, f" {choice.right}", width, "$foreground 65%")
