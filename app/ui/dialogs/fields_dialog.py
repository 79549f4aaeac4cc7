"""A dialog of fields that one goes through with enter and the arrows; it says what it understood as one types.

What is typed is kept while it is typed, until the dialog is done with.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Button, Input, Static, TextArea

from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.field_rows import FieldRows
from app.ui.dialogs.fields import Field, FieldRow
from app.ui.dialogs.proposing import Proposing
from app.ui.form_keeper import FormKeeper
from app.ui.widgets.choice_line import ChoiceLine

if TYPE_CHECKING:
    from app.ui.dashboard import Dashboard


class FieldsDialog(Dialog[bool]):
    """Its fields, the line below them for what is wrong with it all, and the button that enter presses in the end.

    What pressing it does is for `action_save` of a subclass.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(1)", show=False),
        Binding("up", "go(-1)", show=False),
        Binding("enter", "enter", show=False),
    ]

    def __init__(self, title: str, fields: Sequence[Field], button: str, kept_as: str | None):
        """Take the fields.

        Args:
            kept_as: tells the dialog apart from all others of this database, so that what is typed is kept until the
                dialog is done with: `reply 7`. None: it is not kept.
        """
        super().__init__(title)
        self._fields = fields
        self._rows = FieldRows(())
        self._button = button
        self._problem_line = Static("", id="form-problem", classes="form--problem")
        self._kept_as = kept_as
        self._keeper: FormKeeper | None = None
        self._proposing = Proposing(self, self._rows)

    def content(self) -> ComposeResult:
        """Make the fields, and the line for what is wrong with it all."""
        self._rows = FieldRows(self._fields)
        yield from self._rows
        yield self._problem_line

    def opened(self) -> None:
        """Say what is understood of each field; the first one that is needed and empty has the keys."""
        self._rows.opened()
        self._proposing = Proposing(self, self._rows)
        self._proposing.soon()
        self._bring_back()
        self._rows.understand()
        first = self._rows.first()
        self._name_keys(first)
        first.take_focus()

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there: keys of a burst may come before, and while the program quits."""
        return self._is_open and self.is_attached and len(self._rows) == len(self._fields)

    def values(self) -> dict[str, str]:
        """Return what stands in the fields, by name; "" for one that is not asked."""
        return {row.field.name: row.text for row in self._rows}

    def say(self, sentence: str) -> None:
        """Say what is wrong with it all; "" for nothing."""
        self._problem_line.update(Content(sentence))
        self._problem_line.display = bool(sentence)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceLine.Changed)
    def note_change(self, event: Input.Changed | TextArea.Changed | ChoiceLine.Changed) -> None:
        """Follow what was typed or chosen."""
        if self.is_whole:
            if self._keeper is not None:
                self._keeper.soon()
            self._proposing.soon()
            self._rows.follow((event.control.id or "").removeprefix("field-"))
            self._name_keys(self._rows.of(self.focused))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what enter does here."""
        self._name_keys(self._rows.of(event.widget))

    @on(Input.Submitted)
    def action_enter(self) -> None:
        """Go on to the next field; save from the last one."""
        row = self._rows.of(self.focused)
        if row is not None and self.is_whole and row is not self._rows.asked[-1]:
            self.action_go(1)
        elif row is not None:
            self.action_save()

    def action_go(self, by: int) -> None:
        """Go to the next field, or to the one before."""
        row = self._rows.of(self.focused)
        beside = self._rows.beside(row, by) if row is not None else None
        if beside is not None:
            beside.take_focus()
        else:
            self.focus_next() if by > 0 else self.focus_previous()

    def action_save(self) -> None:
        """Do what the button is for."""

    def _name_keys(self, row: FieldRow | None) -> None:
        """Say on the button, and below, what the keys do in a field."""
        saves = row is not None and row is self._rows.asked[-1] and not row.takes_enter
        self.query_one("#save", Button).label = Content(f"{self._button} ({'enter' if saves else 'ctrl+s'})")
        keys = []
        if row is not None and not saves:
            keys.append("tab next field" if row.takes_enter else "enter next field")
        if row is not None and row.field.choices:
            keys.append("← → choose")
        keys.append(f"{'enter' if saves else 'ctrl+s'} {self._button.lower()}")
        self._box.border_subtitle = Content("  ".join([*keys, "esc cancel"]))

    def _bring_back(self) -> None:
        """Put into the fields what was typed before the program ended without it."""
        if self._kept_as is None:
            return
        database = cast("Dashboard", self.app).work.desk.database
        self._keeper = FormKeeper(self, database, self._kept_as, self._title, self._rows.to_keep)
        left = self._keeper.left()
        self._rows.put(left)
        if left:
            self.say("This was typed before and never saved. Save it now, or press esc twice to drop it.")

    def on_unmount(self) -> None:
        if self._keeper is not None:
            self._keeper.at_once()
