"""The letter pane: one letter of the selected application, edited where it stands, with what the checker finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from app.etiquette.records import Application, Letter, LetterStatus
from app.etiquette.steps.next_steps import Step
from app.etiquette.text import clean, clean_lines
from app.hunt.snapshot import Detail
from app.ui.choosing import letters_in_order
from app.ui.letter_lines import letter_heading, not_yet
from app.ui.widgets.line import Words
from app.ui.widgets.text_lines import TextLines
from app.ui.widgets.titled import Titled

if TYPE_CHECKING:
    from textual.widgets import Input, TextArea

    from app.ui.panes.card import Card
    from app.ui.textual_.safe_input import SafeInput
    from app.ui.widgets.letter_editor import LetterEditor
    from app.ui.widgets.text_lines import Layout


class LetterPane(Titled):
    """Shows and edits a letter; says `Typed` after each change by the user."""

    class Typed(Message):
        """The subject or the body was changed by typing."""

    def __init__(self, clock: Callable[[], datetime], zone: tzinfo):
        super().__init__(id="letter")
        self._clock, self._zone = clock, zone
        self.letter: Letter | None = None
        """What is shown, as stored; None: the card."""
        self.card: Card
        """There once it is furnished, as all that is not seen at first."""
        self._held_back: Mapping[int, str] = {}
        self._application: Application | None = None
        self._is_loading = False
        self.saved_at: datetime | None = None
        self.is_furnished = False
        """Whether the editor is there, and all that belongs to it."""
        self._is_held = False

    async def furnish(self) -> None:
        """Make the heading, the editor, the findings and the card, once the first frame is out."""
        from app.ui.panes.card import Card
        from app.ui.textual_.safe_input import SafeInput
        from app.ui.widgets.letter_editor import LetterEditor

        subject = Horizontal(
            Static("Subject ", id="subject-label"), SafeInput(id="subject", compact=True), id="subject-line"
        )
        findings = TextLines(id="findings")
        findings.can_focus = False
        heading, held = Words(id="letter-heading"), Words(id="letter-held")
        desk = Horizontal(LetterEditor(id="body"), findings, id="letter-desk")
        self.card = Card(self._clock, self._zone)
        await self.mount(heading, held, subject, desk, self.card)
        self.is_furnished = True
        self._show_all()

    def on_resize(self) -> None:
        """Say in the heading as much as there is room for."""
        self._show_heading()

    def focus_shown(self) -> None:
        """Put the keys into the letter, or onto the card."""
        if self.is_furnished:
            (self.editor if self.letter is not None else self.card).focus()

    def show_card(self, detail: Detail | None, step: Step | None) -> None:
        """Make the card that of an application, and its letters' headings say what holds them back."""
        self._held_back = detail.held_back if detail is not None else {}
        if self.is_furnished:
            self.card.show_application(detail, step)

    @property
    def application_id(self) -> int | None:
        """The application whose letter is shown."""
        return self._application.id if self._application else None

    @property
    def editor(self) -> LetterEditor:
        """The editor of the body."""
        editor: LetterEditor = self.query_one("#body")  # type: ignore[assignment]
        return editor

    @property
    def _subject_line(self) -> SafeInput:
        line: SafeInput = self.query_one("#subject")  # type: ignore[assignment]
        return line

    @property
    def subject(self) -> str:
        """The subject as it stands on screen."""
        return self._subject_line.value

    @property
    def body(self) -> str:
        """The body as it stands on screen."""
        return self.editor.text

    @property
    def is_unsaved(self) -> bool:
        """Whether what stands on screen differs from what was stored."""
        letter = self.letter
        return (
            letter is not None
            and self.is_furnished
            and letter.status is LetterStatus.DRAFT
            and (clean(self.subject), clean_lines(self.body)) != (letter.subject, letter.body)
        )

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let nothing be typed while the letter is on its way: what leaves is what was shown."""
        was_in_subject = self._subject_line.has_focus
        if was_in_subject:  # a line that is disabled would lose the keys to a list
            self.screen.set_focus(self.editor)
        self._is_held = True
        self._allow_typing()
        try:
            yield
        finally:
            self._is_held = False
            if self.is_mounted:
                self._allow_typing()
                if was_in_subject and not self._subject_line.disabled and self.screen.focused is self.editor:
                    self.screen.set_focus(self._subject_line)

    def _allow_typing(self) -> None:
        """Let a draft be typed into, unless it is held, and judged; any other letter is read, over the whole width."""
        is_draft = self.letter is not None and self.letter.status is LetterStatus.DRAFT
        may_type = is_draft and not self._is_held
        self._subject_line.disabled = not may_type
        self.editor.read_only = not may_type
        self.set_class(not is_draft, "-read-only")
        if not is_draft:
            self.show_findings()

    def show(self, application: Application | None, letter: Letter | None) -> None:
        """Show a letter (None: none). The one that is being typed keeps its cursor and its undo."""
        before = self.letter
        if before is not None and letter is not None and before.id == letter.id and self.is_unsaved:
            return
        self.letter, self._application = letter, application
        if before is None or letter is None or before.id != letter.id:
            self.saved_at = None
            self._show_all()
        elif self.is_furnished:
            self._replace(letter)
        self._show_heading()

    def saved(self, application: Application, letter: Letter) -> None:
        """Note what was stored; what was typed meanwhile stays."""
        self.letter, self._application, self.saved_at = letter, application, self._clock()
        self._show_heading()

    def type_for_user(self, subject: str, body: str) -> None:
        """Replace the text as if the user had typed it: undo takes it back, and it is saved."""
        self._subject_line.value = subject
        self.editor.replace_all(body)

    def show_findings(self, lay_out: Layout | None = None, ranges: Sequence[tuple[int, int, str]] = ()) -> None:
        """Show what the checker found in a draft, and underline what it points at; what was sent is not judged."""
        if self.letter is not None and self.letter.status is not LetterStatus.DRAFT:
            lay_out, ranges = None, ()
        for findings in self.query("#findings").results(TextLines):  # none before furnishing, or while leaving
            findings.show_text(lay_out or (lambda _width: ()), is_other=lay_out is None)
            self.editor.underline(ranges)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._typed()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._typed()

    def on_input_submitted(self) -> None:
        self.editor.focus()

    def _typed(self) -> None:
        if not self._is_loading and self.is_unsaved:
            self.post_message(self.Typed())

    def _show_all(self) -> None:
        self._show_heading()
        if not self.is_furnished:
            return
        letter = self.letter
        self._is_loading = True
        for part in ("#letter-heading", "#subject-line", "#letter-desk"):
            self.query_one(part).display = letter is not None
        self.card.display = letter is None
        self._subject_line.value = letter.subject if letter else ""
        self._allow_typing()
        self.editor.load_body(letter.body if letter else "")
        self.show_findings()
        self._is_loading = False

    def _replace(self, letter: Letter) -> None:
        self._is_loading = True
        self._subject_line.value = letter.subject
        self._allow_typing()
        self.editor.replace_all(letter.body)
        self._is_loading = False

    def _show_heading(self) -> None:
        if not self.is_furnished:
            return
        heading, held = Content(""), ""
        if self.letter is not None and self._application is not None:
            held = self._held_back.get(self.letter.id, "")
            order = [letter.id for letter in letters_in_order(self._application)]
            place = order.index(self.letter.id) + 1 if self.letter.id in order else 1
            heading = letter_heading(
                self._application,
                self.letter,
                self._clock(),
                self._zone,
                self.content_size.width,
                self.saved_at if self.letter.status is LetterStatus.DRAFT else None,
                f"{place} of {len(order)}" if len(order) > 1 else "",
            )
        self.query_one("#letter-heading", Words).say(heading)
        held_line = self.query_one("#letter-held", Words)
        held_line.say(not_yet(held) if held else Content(""))
        held_line.display = bool(held)
