"""A form: fields that say what they understood as one types, errors beside the field, nothing typed ever lost.

Enter goes on to the next field, and saves from the last one; the button and the box's lower edge say which.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Input, Static, TextArea
from textual.worker import Worker

from app.etiquette.errors import AfterwordError, InvalidFieldError
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.fields import Field, FieldRow, standing
from app.ui.typing_saver import SAVE_AFTER
from app.ui.widgets.choice_line import ChoiceLine

if TYPE_CHECKING:
    from app.ui.dashboard import Dashboard
    from app.ui.form_keeper import FormKeeper

__all__ = ["Field", "FormDialog", "Submit"]

Submit = Callable[[dict[str, str]], Awaitable[None]]


class FormDialog(Dialog[bool]):
    """Returns True once `submit` went through; while it raises, the form stays as it is and says why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "save", show=False, priority=True),
        Binding("down", "go(1)", show=False),
        Binding("up", "go(-1)", show=False),
        Binding("enter", "enter", show=False),
        Binding("f8", "remove", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        submit: Submit,
        *,
        button: str = "Save",
        text: str = "",
        remove: Callable[[], Awaitable[None]] | None = None,
        keeper: FormKeeper | None = None,
    ):
        """Take the fields.

        Args:
            keeper: keeps what is typed until it is saved or left; None: it is not kept.
            remove: removes what is edited; None: it cannot be removed.
        """
        super().__init__(title)
        self._fields = fields
        self._rows: list[FieldRow] = []
        self._problem_line = Static("", id="form-problem", classes="form--problem")
        self._submit = submit
        self._button = button
        self._text = text
        self._remove = remove
        self._is_leaving = False
        self._is_saving = False
        self._keeper = keeper
        self._keeping: Timer | None = None

    def content(self) -> ComposeResult:
        """Make the fields, the line for errors and the buttons."""
        if self._text:
            yield Static(Content(self._text), classes="dialog--text")
        self._rows = [FieldRow(field) for field in self._fields]
        yield from self._rows
        yield self._problem_line
        with Horizontal(classes="dialog--buttons"):
            yield Button(self._button, id="save", variant="primary", compact=True)
            if self._remove is not None:
                yield Button("Remove (f8)", id="remove", compact=True)
            yield Button("Cancel (esc)", id="cancel", compact=True)

    def opened(self) -> None:
        """Say what is understood of each field; the first one that is needed and empty has the keys."""
        others = standing(self._rows)
        for row in self._rows:
            row.opened(others)
        self._bring_back()
        self._understand()
        asked = self._asked()
        empty = next((row for row in asked if row.field.required and not row.text), asked[0])
        self._name_keys(empty)
        empty.take_focus()

    def _bring_back(self) -> None:
        """Put into the fields what was typed before the program ended without it."""
        left = self._keeper.left() if self._keeper is not None else {}
        for row in self._rows:
            if row.field.name in left:
                row.put(left[row.field.name])
        if left:
            self._problem("This was typed before and never saved. Save it now, or press esc twice to drop it.")

    def _keep_soon(self) -> None:
        if self._keeper is not None and self._keeping is None:
            self._keeping = self.set_timer(SAVE_AFTER, self._keep)

    async def _keep(self) -> None:
        self._keeping = None
        if self._keeper is not None and self._has_fields():
            await self._keeper.keep({row.field.name: row.typed for row in self._rows if row.is_changed})

    def _leave(self, *, is_saved: bool) -> None:
        if self._keeper is not None:
            self._keeper.done()
        self.dismiss(is_saved)

    def values(self) -> dict[str, str]:
        """Return what stands in the fields, by name; "" for one that is not asked."""
        return {row.field.name: row.text for row in self._rows}

    def on_input_changed(self, event: Input.Changed) -> None:
        self._changed(event.input.id)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self._changed(event.text_area.id)

    def on_choice_line_changed(self, event: ChoiceLine.Changed) -> None:
        self._changed(event.line.id)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what enter does here."""
        self._name_keys(next((row for row in self._rows if row.editor is event.widget), None))

    def on_input_submitted(self) -> None:
        self.action_enter()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "save":
            self.action_save()
        elif event.button.id == "remove":
            self.action_remove()
        else:
            self._is_leaving = True
            self.action_leave()

    def action_enter(self) -> None:
        """Go on to the next field; save from the last one."""
        row = self._focused_row()
        if row is not None and self._has_fields() and row is not self._asked()[-1]:
            self.action_go(1)
        elif row is not None:
            self.action_save()

    def action_go(self, by: int) -> None:
        """Go to the next field, or to the one before."""
        row = self._focused_row()
        asked = self._asked()
        if row is None or (row is asked[-1] and by > 0):
            self.focus_next() if by > 0 else self.focus_previous()
        else:
            asked[max(0, asked.index(row) + by)].take_focus()

    def action_leave(self) -> None:
        """Close the form; if something is typed, only when asked twice. A save in progress is finished first."""
        if self._is_saving or self._is_answered:
            return
        if self._has_fields() and not self._is_leaving and any(row.is_changed for row in self._rows):
            self._is_leaving = True
            self._problem("Not saved yet. Press esc again to leave without saving, or ctrl+s to save.")
            return
        self._leave(is_saved=False)

    def action_save(self) -> None:
        """Save in a worker, so that the form can show what was wrong."""
        if self._has_fields() and not self._is_saving and not self._is_answered:
            self._is_saving = True
            _: Worker[None] = self.run_worker(self._save)

    def action_remove(self) -> None:
        """Remove what is edited; undo brings it back."""
        if self._remove is not None and self._has_fields() and not self._is_saving and not self._is_answered:
            self._is_saving = True
            _: Worker[None] = self.run_worker(self._removed)

    @property
    def takes_keys(self) -> bool:
        """Whether the form takes keys: what is being saved must not change meanwhile."""
        return super().takes_keys and not self._is_saving

    def _has_fields(self) -> bool:
        """Return whether the whole form is there: keys of a burst may come before, and while the program quits."""
        return self._is_open and self.is_attached and len(self._rows) == len(self._fields)

    def _asked(self) -> list[FieldRow]:
        return [row for row in self._rows if row.is_asked]

    def _focused_row(self) -> FieldRow | None:
        return next((row for row in self._rows if row.editor is self.focused), None)

    def _changed(self, widget_id: str | None) -> None:
        """Say anew what is understood of a field that was changed, and of those that it stands beside."""
        if not self._has_fields():
            return
        self._is_leaving = False
        self._keep_soon()
        name = (widget_id or "").removeprefix("field-")
        others = standing(self._rows)
        for row in self._rows:
            if row.field.asked is not None:
                row.ask(others)
            if name in (row.field.name, *row.field.beside):
                row.understand(others)
        self._name_keys(self._focused_row())

    def _understand(self) -> list[FieldRow]:
        """Say what is understood of each field; return those that were typed and cannot be read."""
        others = standing(self._rows)
        return [row for row in self._asked() if not row.understand(others) and row.is_changed]

    def _name_keys(self, row: FieldRow | None) -> None:
        """Say on the button, and below, what the keys do in a field."""
        asked = self._asked()
        saves = row is not None and row is asked[-1] and not row.takes_enter
        self.query_one("#save", Button).label = Content(f"{self._button} ({'enter' if saves else 'ctrl+s'})")
        keys = []
        if row is not None and not saves:
            keys.append("tab next field" if row.takes_enter else "enter next field")
        if row is not None and row.field.choices:
            keys.append("← → choose")
        keys.append(f"{'enter' if saves else 'ctrl+s'} {self._button.lower()}")
        self._box.border_subtitle = Content("  ".join([*keys, "esc cancel"]))

    async def _save(self) -> None:
        if not self._has_fields():
            return
        self._problem("")
        wrong = self._understand()
        for row in self._asked():
            if row.field.required and not row.text.strip():
                row.say(f"Fill in “{row.field.label}” first.", is_wrong=True)
                wrong.append(row)
        if wrong:
            self._refused(min(wrong, key=self._rows.index))
        else:
            await self._carried_out(self._submit(self.values()))

    async def _removed(self) -> None:
        assert self._remove is not None
        self._problem("")
        await self._carried_out(self._remove())

    async def _carried_out(self, doing: Awaitable[None]) -> None:
        """Close the form once something is done; what speaks against it is said at its field."""
        try:
            await doing
        except AfterwordError as error:
            row = self._row_of(error)
            if self.is_mounted:
                row.say(str(error), is_wrong=True) if row is not None else self._problem(str(error))
            self._refused(row)
            return
        if self.is_mounted:
            self._leave(is_saved=True)

    def _refused(self, row: FieldRow | None) -> None:
        """Let the user correct a field; what was typed ahead is dropped, since it was meant for after the form."""
        cast("Dashboard", self.app).keyboard.forget()
        self._is_saving = False
        if row is not None and self.is_mounted:
            row.take_focus()

    def _row_of(self, error: AfterwordError) -> FieldRow | None:
        name = error.field if isinstance(error, InvalidFieldError) else ""
        return next((row for row in self._asked() if row.field.name == name), None)

    def _problem(self, sentence: str) -> None:
        self._problem_line.update(Content(sentence))
        self._problem_line.display = bool(sentence)
