"""A form: a dialog of fields that is saved, with errors beside the field, and nothing typed ever lost.

Enter goes on to the next field, and saves from the last one; the button and the box's lower edge say which.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Input, Static, TextArea
from textual.worker import Worker

from app.etiquette.errors import AfterwordError
from app.ui.dialogs.fields import Field, FieldRow
from app.ui.dialogs.fields_dialog import FieldsDialog
from app.ui.widgets.choice_line import ChoiceLine

if TYPE_CHECKING:
    from app.ui.dashboard import Dashboard

__all__ = ["Field", "FormDialog", "Submit"]

Submit = Callable[[dict[str, str]], Awaitable[None]]


class FormDialog(FieldsDialog):
    """Returns True once `submit` went through; while it raises, the form stays as it is and says why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "save", show=False, priority=True),
        Binding("f8", "remove", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        submit: Submit,
        *,
        kept_as: str | None,
        button: str = "Save",
        text: str = "",
        remove: Callable[[], Awaitable[None]] | None = None,
    ):
        """Take the fields.

        Args:
            kept_as: tells the form apart from all others of this database, so that what is typed is kept until it is
                saved or left: `reply 7`. None: it is not kept, since it holds a password, a setting or a word or two.
            remove: removes what is edited; None: it cannot be removed.
        """
        super().__init__(title, fields, button, kept_as)
        self._submit = submit
        self._text = text
        self._remove = remove
        self._is_leaving = False
        self._is_saving = False

    def content(self) -> ComposeResult:
        """Make the fields, the line for errors and the buttons."""
        if self._text:
            yield Static(Content(self._text), classes="dialog--text")
        yield from super().content()
        with Horizontal(classes="dialog--buttons"):
            yield Button(self._button, id="save", variant="primary", compact=True)
            if self._remove is not None:
                yield Button("Remove (f8)", id="remove", compact=True)
            yield Button("Cancel (esc)", id="cancel", compact=True)

    @property
    def takes_keys(self) -> bool:
        """Whether the form takes keys: what is being saved must not change meanwhile."""
        return super().takes_keys and not self._is_saving

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceLine.Changed)
    def stay(self, event: Input.Changed | TextArea.Changed | ChoiceLine.Changed) -> None:
        """Ask again before leaving: the user has gone on with it."""
        row = self._rows.of(event.control)
        if self.is_whole and not (row is not None and row.is_proposed):
            self._is_leaving = False

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "save":
            self.action_save()
        elif event.button.id == "remove":
            self.action_remove()
        else:
            self._is_leaving = True
            self.action_leave()

    def action_leave(self) -> None:
        """Close the form; if something is typed, only when asked twice. A save in progress is finished first."""
        if self._is_saving or self._is_answered:
            return
        if self.is_whole and not self._is_leaving and self._rows.changed:
            self._is_leaving = True
            self.say("Not saved yet. Press esc again to leave without saving, or ctrl+s to save.")
            self._box.border_subtitle = Content("esc leave without saving  ctrl+s save")  # in sight in any terminal
            return
        self._close(is_saved=False)

    def action_save(self) -> None:
        """Save in a worker, so that the form can show what was wrong."""
        self._begin(self._save)

    def action_remove(self) -> None:
        """Remove what is edited; undo brings it back."""
        if self._remove is not None:
            self._begin(self._removed)

    def _begin(self, doing: Callable[[], Coroutine[None, None, None]]) -> None:
        """Do something in a worker, unless something is being done already."""
        if self.is_whole and not self._is_saving and not self._is_answered:
            self._is_saving = True
            _: Worker[None] = self.run_worker(doing)

    async def _save(self) -> None:
        if not self.is_whole:
            return
        self.say("")
        wrong = self._rows.wrong()
        if wrong:
            self._refused(wrong[0])
        else:
            await self._carried_out(self._submit(self.values()))

    async def _removed(self) -> None:
        assert self._remove is not None
        self.say("")
        await self._carried_out(self._remove())

    async def _carried_out(self, doing: Awaitable[None]) -> None:
        """Close the form once something is done; what speaks against it is said at its field."""
        try:
            await doing
        except AfterwordError as error:
            row = self._rows.of_error(error)
            if self.is_mounted:
                row.say(str(error), is_wrong=True) if row is not None else self.say(str(error))
            self._refused(row)
            return
        if self.is_mounted:
            self._close(is_saved=True)

    def _refused(self, row: FieldRow | None) -> None:
        """Let the user correct a field; what was typed ahead is dropped, since it was meant for after the form."""
        cast("Dashboard", self.app).keyboard.forget()
        self._is_saving = False
        if row is not None and self.is_mounted:
            row.take_focus()

    def _close(self, *, is_saved: bool) -> None:
        if self._keeper is not None:
            self._keeper.done()
        self.dismiss(is_saved)
