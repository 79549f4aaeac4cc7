"""What waits from the mailbox: a line each, a key for each decision, and the mail below as text."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from app.etiquette.text import clean, clean_lines
from app.hunt.intake.plan import Proposal
from app.ui.dialogs.dialog import Dialog
from app.ui.presentation import is_tiny, row
from app.ui.widgets.laid_out import LaidOut
from app.ui.widgets.row_list import RowList
from app.ui.wrapping import hints

_PEEK = 5
"""Lines of the mail under the list."""


class Wish(StrEnum):
    """What the user wants with a thing that waits."""

    RECORD = "record"
    DISMISS = "dismiss"
    VIEW = "view"
    PLACE = "place"
    UNDO = "undo"
    LOOK = "look"


class Wished(NamedTuple):
    """A wish, the key of what it is about, and the row of the cursor."""

    wish: Wish
    key: str
    place: int


class Waiting(NamedTuple):
    """One line of the list."""

    proposal: Proposal
    where: str
    """Company and role, "" while nobody knows."""
    sender: str
    """Who wrote it and when."""
    text: str
    """What it says, as far as there is room for it."""


class InboxDialog(Dialog[Wished]):
    """Returns what the user wants done; whoever asked shows it again with what is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "wish('record')", show=False, priority=True),
        Binding("x,delete", "wish('dismiss')", show=False),
        Binding("v", "wish('view')", show=False),
        Binding("w", "wish('place')", show=False),
        Binding("u", "wish('undo')", show=False),
        Binding("m", "wish('look')", show=False),
    ]

    def __init__(self, waiting: list[Waiting], place: int = 0):
        super().__init__(f"{len(waiting)} from your inbox" if waiting else "Your inbox")
        self._waiting = waiting
        self._rows: RowList[Waiting] = RowList(draw, key=lambda waiting: waiting.proposal.key, empty=_nothing)
        self._rows.cursor = min(place, max(0, len(waiting) - 1))
        self._mail = Static("", classes="dialog--text")

    def content(self) -> ComposeResult:
        """Make the list, the mail under the cursor and the keys."""
        tiny, waiting = is_tiny(self.app.size), self._waiting
        self._rows.styles.height = min(2 if tiny else self.room_for(len(waiting), 14), max(1, len(waiting)))
        yield self._rows
        self._mail.display = bool(waiting)
        self._mail.styles.height = _PEEK + (not tiny)
        self._mail.styles.margin = (0 if tiny else 1, 0, 0, 0)
        yield self._mail
        keys = "x dismiss  v view  w another application  " if waiting else ""
        keys = f"{keys}u undo  m check again"
        yield LaidOut(lambda width: hints(keys, width), classes="dialog--keys")
        with Horizontal(classes="dialog--buttons"):
            if waiting:
                yield Button("Record (enter)", id="record", variant="primary", compact=True)
            yield Button("Close (esc)", id="leave", compact=True)

    def opened(self) -> None:
        """List what waits."""
        self._box.add_class("dialog--wide")
        self._rows.show(self._waiting)
        self._rows.focus()
        self._show_mail()

    @on(RowList.Moved)
    def _show_mail(self) -> None:
        """Show the beginning of the mail under the cursor, as text."""
        waiting = self._rows.row
        if waiting is None:
            return
        proposal = waiting.proposal
        lines = [Content.styled(clean(waiting.sender), "bold")] if waiting.sender else []
        doubts = (proposal.doubt, proposal.problem)
        lines += [Content.styled(clean(sentence), "$text-warning") for sentence in doubts if sentence]
        lines += [Content(line) for line in clean_lines(waiting.text).split("\n") if line.strip()]
        self._mail.update(Content("\n").join(lines[:_PEEK]))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "record":
            self.action_wish("record")
        else:
            self.action_leave()

    @on(RowList.Chosen)
    def _view(self) -> None:
        self.action_wish("view")

    def action_wish(self, wish: str) -> None:
        """Return a wish with the row under the cursor."""
        waiting = self._rows.row
        if waiting is not None or wish in (Wish.UNDO, Wish.LOOK):
            self.dismiss(Wished(Wish(wish), waiting.proposal.key if waiting else "", self._rows.cursor))


def _nothing() -> Content:
    return Content("Nothing left to decide.")


def draw(waiting: Waiting, width: int) -> Content:
    """Return one line: what would be recorded, and where."""
    proposal = waiting.proposal
    mark = "?" if proposal.verb is None else "!" if proposal.doubt else "●"
    style = "bold $warning" if mark != "●" else "$success"
    company = min(30, max(10, width // 3))
    where = waiting.where or "Which application?"
    return row([(f"{mark} ", 2, style), (clean(where), company, "bold"), ("", 1, "")], clean(proposal.title), "", width)
