"""The fields of a form: what each asks, the widget that it is answered in, and what is said below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from app.etiquette.errors import AfterwordError
from app.ui.widgets.choice_line import ChoiceLine
from app.ui.widgets.field_editors import FieldLine, FieldText

PLACEHOLDER_AT_MOST = 40
"""Characters: a hint up to this long stands in the empty field itself, a longer one below it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What others of a form's fields propose for one, until the user types something into it or empties it."""

    source: str
    """What it is taken from, in a sentence: `their message`."""
    make: Callable[[Mapping[str, str]], str]
    """Returns the text to put in for what stands in the fields, "" for none. Runs in a thread of its own."""


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
    advises: bool = False
    """Whether what `understand` raises is advice only, and does not keep the form from being saved."""
    beside: tuple[str, ...] = ()
    """Other fields that its text is understood by, such as the time zone of a time."""
    choices: tuple[tuple[str, str], ...] = ()
    """The answers that there are, each with what it is called; () for one that is typed."""
    asked: Callable[[Mapping[str, str]], str] | None = None
    """Returns its label for what stands in the other fields, "" to leave it out; None: it is always asked."""
    proposal: Proposal | None = None
    """None: nothing is ever put into it for the user."""


class FieldRow(Vertical):
    """A field with its label, and the line below it; that line takes no room while there is nothing to say."""

    def __init__(self, field: Field):
        super().__init__(classes="field")
        self.field = field
        self.editor: Widget = _editor(field)
        self.is_asked = True
        self._proposed = ""
        self._label = Static("", classes="field--label")
        self._says = Static("", id=f"notice-{field.name}", classes="field--notice")

    def compose(self) -> ComposeResult:
        """Make the label, the editor and the line below."""
        with Horizontal(classes=f"field--row field--{self.field.kind}"):
            yield self._label
            yield self.editor
        yield self._says

    @property
    def text(self) -> str:
        """What stands in the field; "" of one that is not asked."""
        return self.typed if self.is_asked else ""

    @property
    def typed(self) -> str:
        """What stands in the field, asked or not."""
        if isinstance(self.editor, TextArea):
            return self.editor.text
        assert isinstance(self.editor, Input | ChoiceLine)
        return self.editor.value

    def put(self, text: str) -> None:
        """Put a text into the field, in place of what it holds."""
        if isinstance(self.editor, TextArea):
            self.editor.text = text
            self.editor.move_cursor(self.editor.document.end)
        elif isinstance(self.editor, Input):
            self.editor.value = text
        elif any(text == answer for answer, _ in self.field.choices):
            assert isinstance(self.editor, ChoiceLine)
            self.editor.value = text

    def propose(self, text: str) -> None:
        """Put a proposal into it, in place of the one before; what the user typed or emptied stays as it is."""
        if self.typed == self._proposed != text:
            self._proposed = text
            self.put(text)
            if isinstance(self.editor, Input) and self.screen.focused is self.editor:
                self.editor.select_all()  # as of any text that one comes to: it gives way to what is typed

    @property
    def is_proposed(self) -> bool:
        """Whether it holds a proposal as it was made."""
        return bool(self._proposed) and self.typed == self._proposed

    @property
    def is_changed(self) -> bool:
        """Whether the user made it hold something else than at first."""
        return self.is_asked and self.typed != self._at_first and not self.is_proposed

    @property
    def takes_enter(self) -> bool:
        """Whether enter is a new line in it."""
        return isinstance(self.editor, TextArea)

    def opened(self, others: Mapping[str, str]) -> None:
        """Note what it holds at first: a choice that isn't offered becomes the first of those that are."""
        self._at_first = self.typed
        self.ask(others)

    def ask(self, others: Mapping[str, str]) -> None:
        """Show the field as what stands in the others asks for it, or hide it."""
        label = self.field.asked(others) if self.field.asked is not None else self.field.label
        self.is_asked = bool(label)
        self.display = self.is_asked
        self._label.update(Content(f"{label} *" if self.field.required else label))

    def understand(self, others: Mapping[str, str]) -> bool:
        """Show what is understood of its text, its hint while it is empty; return whether that can be read."""
        field, text = self.field, self.text
        if field.understand is None or not text.strip():
            hint = field.hint if not text and len(field.hint) > PLACEHOLDER_AT_MOST else ""
            self.say("" if field.choices else hint)
            return True
        try:
            understood = field.understand(text, *(others[name] for name in field.beside))
            if self.is_proposed and field.proposal is not None:
                self.say(f"→ {understood} · from {field.proposal.source}; change or clear it")
            else:
                self.say(f"→ {understood}" if understood.casefold() != text.strip().casefold() else "")
        except AfterwordError as error:
            self.say(str(error), is_wrong=True)
            return field.advises
        return True

    def say(self, sentence: str, *, is_wrong: bool = False) -> None:
        """Say something below the field."""
        self._says.update(Content(sentence))
        self._says.set_class(is_wrong, "-wrong")
        self._says.display = bool(sentence)

    def take_focus(self) -> None:
        """Put the keys into the field."""
        self.editor.focus()


def standing(rows: Iterable[FieldRow]) -> dict[str, str]:
    """Return what stands in the fields, by name."""
    return {row.field.name: row.typed for row in rows}


def _editor(field: Field) -> Widget:
    widget_id, classes = f"field-{field.name}", "field--editor"
    if field.choices:
        return ChoiceLine(field.choices, field.value, id=widget_id, classes="field--choice")
    placeholder = field.hint if len(field.hint) <= PLACEHOLDER_AT_MOST else ""
    if field.kind == "multiline":
        return FieldText(
            field.value, id=widget_id, classes=classes, tab_behavior="focus", placeholder=Content(placeholder)
        )
    return FieldLine(
        field.value,
        placeholder=placeholder,
        id=widget_id,
        classes=classes,
        password=field.kind == "secret",
        compact=True,
    )
