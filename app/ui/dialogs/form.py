"""A form: fields that say what they understood as one types, errors beside the field, nothing typed ever lost."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static, TextArea
from textual.worker import Worker

from app.etiquette.errors import AfterwordError, InvalidFieldError
from app.ui.dialogs.dialog import Dialog
from app.ui.textual_.safe_input import SafeInput
from app.ui.textual_.safe_text_area import SafeTextArea


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    name: str
    """As `InvalidFieldError.field` names it."""
    label: str
    value: str = ""
    hint: str = ""
    kind: Literal["line", "multiline", "secret"] = "line"
    required: bool = False
    understand: Callable[..., str] | None = None
    """Takes its text, then those of `beside`; returns what was understood, to be shown. Raises `AfterwordError` when
    it cannot be read."""
    beside: tuple[str, ...] = ()
    """Other fields that its text is understood by, such as the time zone of a time."""


if TYPE_CHECKING:
    from app.ui.dashboard import Dashboard

Submit = Callable[[dict[str, str]], Awaitable[None]]


class FormDialog(Dialog[bool]):
    """Returns True once `submit` went through; while it raises, the form stays as it is and says why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "save", show=False, priority=True),
        Binding("down", "next", show=False),
        Binding("up", "previous", show=False),
    ]

    def __init__(self, title: str, fields: list[Field], submit: Submit, *, button: str = "Save", text: str = ""):
        super().__init__(title)
        self._fields = fields
        self._editors: dict[str, Widget] = {}
        self._notices: dict[str, Static] = {}
        """By field: what is understood of it, or its hint."""
        self._problem_line = Static("", id="form-problem", classes="form--problem")
        self._submit = submit
        self._button = button
        self._text = text
        self._is_leaving = False
        self._is_saving = False

    def content(self) -> ComposeResult:
        """Make the fields, the line for errors and the buttons."""
        if self._text:
            yield Static(Content(self._text), classes="dialog--text")
        for field in self._fields:
            label = f"{field.label} *" if field.required else field.label
            with Horizontal(classes=f"field field--{field.kind}"):
                yield Static(Content(label), classes="field--label")
                self._editors[field.name] = _editor(field)
                yield self._editors[field.name]
            self._notices[field.name] = Static("", id=f"notice-{field.name}", classes="field--notice")
            yield self._notices[field.name]
        yield self._problem_line
        with Horizontal(classes="dialog--buttons"):
            key = "ctrl+s" if any(field.kind == "multiline" for field in self._fields) else "enter"
            yield Button(f"{self._button} ({key})", id="save", variant="primary", compact=True)
            yield Button("Cancel (esc)", id="cancel", compact=True)

    def opened(self) -> None:
        """Say what is understood of each field; the first one that is needed and empty has the keys."""
        for field in self._fields:
            self._tell(field)
        empty = next((field for field in self._fields if field.required and not field.value), self._fields[0])
        self._widget(empty).focus()

    def values(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {field.name: _text_of(self._widget(field)) for field in self._fields}

    def on_input_changed(self, event: Input.Changed) -> None:
        self._is_leaving = False
        self._tell_by_id(event.input.id)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self._is_leaving = False
        self._tell_by_id(event.text_area.id)

    def on_input_submitted(self) -> None:
        self.action_save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "save":
            self.action_save()
        else:
            self._is_leaving = True
            self.action_leave()

    def action_next(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    def action_leave(self) -> None:
        """Close the form; if something is typed, only when asked twice. A save in progress is finished first."""
        if self._is_saving or self._is_answered:
            return
        if self._has_fields() and not self._is_leaving and self._is_changed():
            self._is_leaving = True
            self._problem("Not saved yet. Press esc again to leave without saving, or ctrl+s to save.")
            return
        self.dismiss(False)

    def action_save(self) -> None:
        """Save in a worker, so that the form can show what was wrong."""
        if self._has_fields() and not self._is_saving and not self._is_answered:
            self._is_saving = True
            _: Worker[None] = self.run_worker(self._save)

    @property
    def takes_keys(self) -> bool:
        """Whether keys may come: what is being saved is not to change meanwhile."""
        return super().takes_keys and not self._is_saving

    def _has_fields(self) -> bool:
        """Return whether every field is mounted: in a burst, keys come earlier, and still while the program ends."""
        return len(self._editors) == len(self._fields) and self.is_attached

    def _is_changed(self) -> bool:
        return any(_text_of(self._widget(field)) != field.value for field in self._fields)

    async def _save(self) -> None:
        if not self._has_fields():
            return
        self._problem("")
        values = self.values()
        try:
            for field in self._fields:
                if field.required and not values[field.name].strip():
                    raise InvalidFieldError(field.name, f"Fill in “{field.label}” first.")
            await self._submit(values)
        except AfterwordError as error:
            cast("Dashboard", self.app).keyboard.forget()  # it was typed for what comes after a form that is stored
            self._is_saving = False
            if self.is_mounted:
                self._show(error)
            return
        if self.is_mounted:
            self.dismiss(True)

    def _show(self, error: AfterwordError) -> None:
        field = next((f for f in self._fields if isinstance(error, InvalidFieldError) and f.name == error.field), None)
        if field is None:
            self._problem(str(error))
            return
        self._say(field, str(error), is_wrong=True)
        self._widget(field).focus()

    def _problem(self, sentence: str) -> None:
        self._problem_line.update(Content(sentence))

    def _widget(self, field: Field) -> Widget:
        return self._editors[field.name]

    def _tell_by_id(self, widget_id: str | None) -> None:
        for field in self._fields:
            if widget_id in {f"field-{name}" for name in (field.name, *field.beside)}:
                self._tell(field)

    def _tell(self, field: Field) -> None:
        """Show what is understood of a field, its hint while it is empty."""
        if not all(name in self._editors for name in (field.name, *field.beside)):
            return
        text = _text_of(self._widget(field))
        sentence, is_wrong = field.hint if not text else "", False
        if field.understand is not None and text.strip():
            try:
                sentence = f"→ {field.understand(text, *(_text_of(self._editors[name]) for name in field.beside))}"
            except AfterwordError as error:
                sentence, is_wrong = str(error), True
        self._say(field, sentence, is_wrong=is_wrong)

    def _say(self, field: Field, sentence: str, *, is_wrong: bool) -> None:
        """Say something beside a field; with nothing to say, its line takes no room."""
        line = self._notices[field.name]
        line.update(Content(sentence))
        line.set_class(is_wrong, "-wrong")
        line.display = bool(sentence)


def _editor(field: Field) -> Widget:
    if field.kind == "multiline":
        return SafeTextArea(field.value, id=f"field-{field.name}", classes="field--editor", tab_behavior="focus")
    return SafeInput(
        field.value, id=f"field-{field.name}", classes="field--editor", password=field.kind == "secret", compact=True
    )


def _text_of(widget: Widget) -> str:
    if isinstance(widget, TextArea):
        return widget.text
    assert isinstance(widget, Input)
    return widget.value
