"""Questions to tick, each on as many lines as it takes, with its answer below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from app.etiquette.sheet.plain import OPEN, TICKED
from app.etiquette.sheet.plain import Part as SheetPart
from app.etiquette.sheet_records import Question, Whose
from app.ui.presentation import QUIET
from app.ui.widgets.row_list import RowList
from app.ui.wrapping import wrapped

_INDENT = 4
_TITLES = {Whose.MINE: SheetPart.MINE, Whose.THEIRS: SheetPart.THEIRS}


class QuestionLine(NamedTuple):
    """One line of the list: a heading, the first line of a question, or one that goes on."""

    text: Content
    question: Question | None = None
    """None: no question begins here."""
    place: int = 0
    """Which line of the list it is: two may say the same."""


class QuestionList(RowList[QuestionLine]):
    """The cursor stands on questions alone; it is as high as all of its lines."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", show=False)]

    class Ticked(Message):
        """A question is to be ticked, or to be so no more."""

        def __init__(self, question: Question):
            super().__init__()
            self.question = question

    def __init__(self, questions: Sequence[Question], empty: Content):
        super().__init__(
            lambda line, _width: line.text,
            lambda line: line.question.id if line.question else -line.place,
            selectable=lambda line: line.question is not None,
        )
        self.questions = questions
        self._nothing = empty

    @property
    def question(self) -> Question | None:
        """The question under the cursor, None where there is none."""
        return self.row.question if self.row is not None else None

    def list_questions(self, questions: Sequence[Question] | None = None) -> None:
        """List these questions, or the same ones for another width."""
        self.questions = self.questions if questions is None else questions
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        lines = question_lines(self.questions, self._nothing, width)
        self.styles.height = max(1, len(lines))
        self.show(lines)

    def on_resize(self) -> None:
        self.list_questions()

    def action_tick(self) -> None:
        """Tick the question under the cursor, or untick it."""
        if self.question is not None:
            self.post_message(self.Ticked(self.question))


def question_lines(questions: Sequence[Question], empty: Content, width: int) -> list[QuestionLine]:
    """Return the lines of a list of questions: each side's under a heading of its own.

    Args:
        empty: what to say where there is none.
    """
    lines: list[QuestionLine] = []

    def add(text: Content, question: Question | None = None) -> None:
        lines.append(QuestionLine(text, question, len(lines) + 1))

    for whose, title in _TITLES.items():
        asked = [question for question in questions if question.whose is whose]
        if not asked and (whose is Whose.THEIRS or questions):
            continue
        if lines:
            add(Content(""))
        add(Content.styled(title.value, "bold $accent"))
        for question in asked:
            head = f"{TICKED if question.is_ticked else OPEN} "
            for part in wrapped(Content(question.text), max(8, width - _INDENT)):
                add(Content.assemble(head, part), question if head.strip() else None)
                head = " " * _INDENT
            for line in question.answer.split("\n") if question.answer else []:
                for part in wrapped(Content.styled(line, QUIET), max(8, width - _INDENT)):
                    add(Content.assemble(" " * _INDENT, part))
    if not questions:
        for part in wrapped(empty, max(8, width)):
            add(part)
    return lines
