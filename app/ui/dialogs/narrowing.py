"""What dialogs of one field and one list share: what is typed narrows the list, and the arrows move in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from app.etiquette.text import searchable
from app.ui.dialogs.dialog import Dialog
from app.ui.textual_.safe_input import SafeInput
from app.ui.widgets.row_list import RowList

T = TypeVar("T")
R = TypeVar("R")


class _Offered(NamedTuple, Generic[R]):
    """A row, its name, and the text that a search looks in: the name and everything else said of the row."""

    row: R
    name: str
    text: str
    stays: bool
    """Whether it is listed whatever is typed, after what matches."""


class NarrowingDialog(Dialog[T], Generic[T, R]):
    """A field and a list of rows. The field has the keys all the time, the list follows it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, placeholder: str, rows: RowList[R]):
        super().__init__(title)
        self._box.border_subtitle = Content("↑ ↓ move  enter choose  esc cancel")
        self.field = SafeInput(placeholder=placeholder, compact=True)
        """What narrows."""
        self.rows = rows
        """The list."""
        self._offered: list[_Offered[R]] = []
        self._sought = ""
        """What the list was last narrowed by."""

    def field_and_list(self, height: int) -> ComposeResult:
        """Give the field and the list under it, which has so many lines."""
        yield self.field
        self.rows.styles.height = height
        yield self.rows

    def opened(self) -> None:
        """Put the keys into the field."""
        self.field.focus()

    def offer(
        self,
        rows: Iterable[R],
        name: Callable[[R], str],
        details: Callable[[R], str] = lambda _row: "",
        stays: Callable[[R], bool] = lambda _row: False,
    ) -> None:
        """List these rows, as far as what is typed lets them.

        Args:
            name: what a row is called.
            details: what else is said of it; a row that matches only by this comes after those that match by name.
            stays: whether a row is listed whatever is typed; one that does not match comes last.
        """
        names = ((row, searchable(name(row)), searchable(details(row))) for row in rows)
        self._offered = [_Offered(row, called, f"{called} {more}", stays(row)) for row, called, more in names]
        self.narrow()

    def narrow(self) -> None:
        """List what holds every word that was typed."""
        self._sought = self.field.value
        words = searchable(self._sought).split()
        matches = [offered for offered in self._offered if all(word in offered.text for word in words)]
        matches.sort(key=lambda offered: not all(word in offered.name for word in words))
        matches += [offered for offered in self._offered if offered.stays and offered not in matches]
        self.rows.show([offered.row for offered in matches])

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.catch_up()

    def catch_up(self) -> None:
        """Follow what the field holds now; the event that announced it may be older."""
        if self.field.value != self._sought:
            self.typed(self.field.value)

    def typed(self, _text: str) -> None:
        """Do what follows from the text that the field holds now."""
        self.narrow()

    def action_move(self, by: int) -> None:
        """Move in the list while the keys stay in the field."""
        self.rows.action_move(by)

    def action_page(self, by: int) -> None:
        """Move in the list by a screenful, or by what is left of it."""
        self.rows.action_page(by)

    def action_choose(self) -> None:
        """Choose from the list as all that was typed so far narrows it."""
        self.catch_up()
        self.choose()

    def choose(self) -> None:
        """Do what is meant by enter, or by a click on the row of the cursor."""

    def on_row_list_chosen(self) -> None:
        self.choose()
