"""One of a few answers in a single line: arrows, space or a first letter choose, and nothing has to be typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget

from app.ui.presentation import QUIET

_CHOSEN, _OTHER = "● ", "○ "
_GAP = "  "


class ChoiceLine(Widget, can_focus=True):
    """Shows all answers while there is room for them, else the chosen one between arrows."""

    DEFAULT_CSS = "ChoiceLine { height: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
    ]

    class Changed(Message):
        """Another answer was chosen."""

        def __init__(self, line: ChoiceLine):
            super().__init__()
            self.line = line

        @property
        def control(self) -> ChoiceLine:
            """The line, by the name that messages of Textual's own fields have for it."""
            return self.line

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, *, id: str, classes: str = ""):  # noqa: A002
        """Take the answers.

        Args:
            choices: what each stands for, and what it is called.
            value: what the chosen one stands for; one that is not among them is the first.
        """
        super().__init__(id=id, classes=classes)
        self._choices = tuple(choices)
        self._place = next((place for place, choice in enumerate(self._choices) if choice[0] == value), 0)

    @property
    def value(self) -> str:
        """What the chosen answer stands for."""
        return self._choices[self._place][0]

    @value.setter
    def value(self, value: str) -> None:
        self._choose(next(place for place, choice in enumerate(self._choices) if choice[0] == value))

    @property
    def cursor_spot(self) -> Offset:
        """Where on the screen the terminal's cursor belongs: at the chosen answer."""
        return self.content_region.offset + Offset(self._drawn()[1], 0)

    def render(self) -> Content:
        """Draw the answers in one line."""
        return self._drawn()[0]

    def _drawn(self) -> tuple[Content, int]:
        """Return the line, and the column at which the chosen answer begins."""
        labels = [label for _, label in self._choices]
        whole = sum(len(label) + len(_CHOSEN) for label in labels) + len(_GAP) * (len(labels) - 1)
        if whole > self.size.width:
            place_of = Content.styled(f"{self._place + 1} of {len(labels)}", QUIET)
            return Content.assemble("◂ ", (labels[self._place], "bold"), " ▸ ", place_of), len("◂ ")
        parts, column, start = [], 0, 0
        for place, label in enumerate(labels):
            is_chosen = place == self._place
            start = column if is_chosen else start
            parts.append(Content.styled(f"{_CHOSEN if is_chosen else _OTHER}{label}", "bold" if is_chosen else QUIET))
            column += len(_CHOSEN) + len(label) + len(_GAP)
        return Content(_GAP).join(parts), start

    def action_step(self, by: int) -> None:
        """Choose the next answer, or the one before; after the last comes the first."""
        self._choose((self._place + by) % len(self._choices))

    def on_key(self, event: events.Key) -> None:
        letter = event.character
        if letter is None or not letter.isalnum():
            return
        order = [(self._place + n) % len(self._choices) for n in range(1, len(self._choices) + 1)]
        for place in order:
            if self._choices[place][1].casefold().startswith(letter.casefold()):
                event.stop()
                event.prevent_default()
                self._choose(place)
                return

    async def on_click(self, event: events.Click) -> None:
        column = 0
        for place, (_, label) in enumerate(self._choices):
            column += len(_CHOSEN) + len(label) + len(_GAP)
            if event.x < column:
                self._choose(place)
                return

    def _choose(self, place: int) -> None:
        if place != self._place:
            self._place = place
            self.refresh()
            self.post_message(self.Changed(self))
