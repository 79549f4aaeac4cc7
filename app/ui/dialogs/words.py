"""Dialogs of few words: an error, a question, a wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, LoadingIndicator, Static

from app.ui.dialogs.dialog import Dialog


class ProblemDialog(Dialog[None]):
    """Says what happened, what was kept, and what to do."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space,q", "leave", show=False)]

    def __init__(self, sentence: str, title: str = "Something went wrong"):
        super().__init__(title)
        self._sentence = sentence

    def content(self) -> ComposeResult:
        """Make the sentence and one button."""
        yield Static(Content(self._sentence), classes="dialog--text")
        with Horizontal(classes="dialog--buttons"):
            yield Button("OK (enter)", variant="primary", compact=True)

    def on_button_pressed(self) -> None:
        self.dismiss(None)


class AnswerDialog(Dialog[bool]):
    """A dialog that ends with one question: y is yes, n or esc no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
    ]
    _yes, _no = "Yes", "No"

    def buttons(self) -> ComposeResult:
        """Make two buttons, the harmless one first in line for enter."""
        with Horizontal(classes="dialog--buttons"):
            yield Button(f"{self._no} (n)", id="no", compact=True)
            yield Button(f"{self._yes} (y)", id="yes", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Answer by key."""
        self.dismiss(answer)


class ConfirmDialog(AnswerDialog):
    """Asks one question; enter presses the button that has the keys, at first the no."""

    def __init__(self, title: str, question: str, yes: str = "Yes", no: str = "No"):
        super().__init__(title)
        self._question, self._yes, self._no = question, yes, no

    def content(self) -> ComposeResult:
        """Make the question and the buttons."""
        yield Static(Content(self._question), classes="dialog--text")
        yield from self.buttons()


class WaitDialog(Dialog[None]):
    """Says what is going on, and can cancel it; closed by whoever opened it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, sentence: str, cancel: Callable[[], None]):
        super().__init__("One moment")
        self._sentence, self._cancel = sentence, cancel

    def content(self) -> ComposeResult:
        """Make the sentence and the button."""
        yield LoadingIndicator()
        yield Static(Content(self._sentence), id="wait-sentence", classes="dialog--text")
        with Horizontal(classes="dialog--buttons"):
            yield Button("Cancel (esc)", compact=True)

    def say(self, sentence: str) -> None:
        """Say how far it is."""
        self._sentence = sentence
        for shown in self.query("#wait-sentence").results(Static):
            shown.update(Content(sentence))

    def on_button_pressed(self) -> None:
        self.action_cancel()

    def action_cancel(self) -> None:
        """End what is going on; the dialog closes once it has ended."""
        self._cancel()

    async def finish(self) -> None:
        """Close the dialog."""
        if self.is_attached:
            self.dismiss(None)
