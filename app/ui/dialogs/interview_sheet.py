"""The sheet of an interview: to read before it, to tick and to write on while it goes on. What is typed is saved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, TextArea
from textual.worker import Worker

from app.etiquette.sheet.parts import InterviewSheet
from app.etiquette.sheet.plain import Part, Section, sections
from app.etiquette.sheet_records import Question
from app.ui.dialogs.dialog import Dialog
from app.ui.presentation import QUIET
from app.ui.sheet_lines import how_to, part_text
from app.ui.widgets.jotting_fields import JottingFields
from app.ui.widgets.laid_out import LaidOut
from app.ui.widgets.question_list import QuestionList

WIDE = 110
"""Width of a terminal, in cells, from which on two columns fit."""
_TICK = 15
"""Seconds between two looks at the clock."""


class Wish(StrEnum):
    """What the user wants with the sheet, besides reading, ticking and writing on it."""

    ADD = "add"
    SUGGEST = "suggest"
    EDIT = "edit"
    REMOVE = "remove"
    LINK = "link"
    FILE = "file"
    MAIL = "mail"
    FILES = "files"
    POSTING = "posting"
    DEBRIEF = "debrief"


class Wished(NamedTuple):
    """A wish, the question that it is about, and where the user was on the sheet."""

    wish: Wish
    question: int | None
    scrolled: float


class SheetDeeds(NamedTuple):
    """What the sheet may ask for while it stays open."""

    tick: Callable[[int], Awaitable[Sequence[Question]]]
    """Ticks a question, or unticks it, and returns all of them."""
    note: Callable[[int | None, str], None]
    """Takes the notes that now stand under a name, or under nobody's."""
    facts: Callable[[], Section]
    """Returns when and where, as the clock stands now."""
    has_begun: Callable[[], bool]
    """Returns whether the interview has begun."""
    is_under_way: Callable[[], bool]
    """Returns whether it goes on, so that one comes to write."""


class SheetDialog(Dialog[Wished]):
    """Returns what the user wants done; whoever asked shows it again with what came of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False, priority=True),
        Binding("a", "wish('add')", show=False),
        Binding("s", "wish('suggest')", show=False),
        Binding("enter", "wish('edit')", show=False),
        Binding("x,delete", "wish('remove')", show=False),
        Binding("L", "wish('link')", show=False),
        Binding("E", "wish('file')", show=False),
        Binding("M", "wish('mail')", show=False),
        Binding("F", "wish('files')", show=False),
        Binding("J", "wish('posting')", show=False),
        Binding("d", "wish('debrief')", show=False),
        Binding("n", "notes", show=False),
        Binding("t", "questions", show=False),
        Binding("j", "read(1)", show=False),
        Binding("k", "read(-1)", show=False),
        Binding("space", "read(12)", show=False),
    ]

    def __init__(self, sheet: InterviewSheet, deeds: SheetDeeds, place: Wished | None = None):
        """Take the sheet.

        Args:
            place: where the user was when it was last open; None: it opens.
        """
        super().__init__(sheet.title)
        self._box.can_focus = True
        self._box.add_class("sheet")
        self._sheet, self._deeds, self._place = sheet, deeds, place
        self._when = LaidOut(lambda width: part_text(Part.WHEN, deeds.facts(), width), classes="sheet--part")
        self._questions = QuestionList(sheet.questions, Content.styled(how_to().questions, QUIET))
        self._debrief = Button("Debrief (d)", id="debrief", compact=True)
        self._debrief.display = deeds.has_begun()
        self.notes = JottingFields(sheet.jottings, deeds.note)
        """Where one writes."""

    def content(self) -> ComposeResult:
        """Make the parts: what one needs first at the top, two columns where there is room."""
        self.set_class(self.app.size.width >= WIDE, "-wide")
        parts = sections(self._sheet, how_to())

        def static(*wanted: Part) -> list[LaidOut]:
            texts = [partial(part_text, part, parts[part]) for part in wanted if part in parts]
            return [LaidOut(text, classes="sheet--part") for text in texts]

        with Container(classes="sheet--columns"):
            with Vertical(classes="sheet--column"):
                yield self._when
                yield from static(Part.WHO, Part.OTHERS, Part.SO_FAR, Part.NOTES)
            with Vertical(classes="sheet--column"):
                yield self._questions
                yield self.notes
        with Container(classes="sheet--columns"):
            for part in (Part.POSTING, Part.SENT):
                with Vertical(classes="sheet--column"):
                    yield from static(part)
        with Horizontal(classes="dialog--buttons"):
            yield Button("Save as a file (E)", id="file", compact=True)
            yield Button("Mail it to me (M)", id="mail", compact=True)
            yield self._debrief
            yield Button("Close (esc)", id="leave", compact=True)

    def opened(self) -> None:
        """Put the keys where they are wanted: to read before the interview, to write while it goes on."""
        self._questions.list_questions()
        self.set_interval(_TICK, self._show_clock)
        place = self._place
        if place is not None and place.question is not None:
            self._questions.select(place.question)
        if place is not None and place.wish in (Wish.ADD, Wish.SUGGEST, Wish.EDIT, Wish.REMOVE):
            self._questions.focus()
        elif place is None and self._deeds.is_under_way():
            self.action_notes()
        else:
            self._box.focus()
        if place is not None:
            self.call_after_refresh(self._box.scroll_to, y=place.scrolled, animate=False)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.set_class(event.size.width >= WIDE, "-wide")

    def _show_clock(self) -> None:
        self._when.lay_out_anew()
        self._debrief.display = self._deeds.has_begun()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the keys do here."""
        if isinstance(event.widget, TextArea):
            keys = "saved as you type  tab next name  esc back to reading"
        elif event.widget is self._questions:
            keys = "space tick  enter edit  a add  s suggestions  x remove  n notes  esc close"
        else:
            keys = "n notes  t questions  a add one  L link  J posting  F files  esc close"
        self._box.border_subtitle = Content(keys)

    @on(QuestionList.Ticked)
    def _tick(self, event: QuestionList.Ticked) -> None:
        async def tick() -> None:
            questions = await self._deeds.tick(event.question.id)
            if self.is_attached:
                self._questions.list_questions(questions)

        _: Worker[None] = self.run_worker(tick)

    @on(QuestionList.Chosen)
    def _chosen(self) -> None:
        self._questions.action_tick()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id in list(Wish):
            self.action_wish(event.button.id or "")
        else:
            self.action_leave()

    def action_back(self) -> None:
        """Go from writing back to reading; from there, close the sheet: what is typed on could be a command outside."""
        if isinstance(self.focused, TextArea):
            self._box.focus()
        else:
            self.action_leave()

    def action_notes(self) -> None:
        """Go to the notes."""
        self.notes.take_focus()

    def action_questions(self) -> None:
        """Go to the questions."""
        self._questions.focus()

    def action_read(self, lines: int) -> None:
        """Scroll the sheet."""
        self._box.scroll_relative(y=lines, animate=False)

    def action_wish(self, wish: str) -> None:
        """Return a wish, with the question under the cursor where it is about one."""
        question = self._questions.question if self.focused is self._questions else None
        if (wish in (Wish.EDIT, Wish.REMOVE) and question is None) or (
            wish == Wish.DEBRIEF and not self._deeds.has_begun()
        ):
            return
        self.dismiss(Wished(Wish(wish), question.id if question else None, self._box.scroll_offset.y))
