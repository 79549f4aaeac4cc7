"""The preview of an import: what was understood and what becomes of it, before anything is stored."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from app.etiquette.time.lengths import count
from app.hunt.intake.plan import Plan, What
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.intake_rows import PreviewRow, draw, preview_rows
from app.ui.presentation import is_tiny
from app.ui.widgets.laid_out import LaidOut
from app.ui.widgets.row_list import RowList
from app.ui.wrapping import hints


class Wish(StrEnum):
    """What the user wants of the preview."""

    IMPORT = "import"
    TICK = "tick"
    COLUMNS = "columns"
    STATUSES = "statuses"
    DATES = "dates"
    LOOK = "look"


class Wished(NamedTuple):
    """A wish, and the row that the cursor stood on."""

    wish: Wish
    row: PreviewRow | None
    place: int


class IntakeDialog(Dialog[Wished]):
    """Returns what the user wants done; whoever asked shows it again with the outcome."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "wish('import')", show=False, priority=True),
        Binding("space", "wish('tick')", show=False),
        Binding("c", "wish('columns')", show=False),
        Binding("s", "wish('statuses')", show=False),
        Binding("d", "wish('dates')", show=False),
        Binding("v", "wish('look')", show=False),
    ]

    def __init__(self, plan: Plan, place: int = 0):
        super().__init__("Import this?")
        self._plan = plan
        self._previewed = preview_rows(plan)
        self._rows: RowList[PreviewRow] = RowList(draw, key=id, selectable=lambda row: not row.is_heading)
        self._rows.cursor = place

    def content(self) -> ComposeResult:
        """Make the summary, the rows and the keys."""
        plan = self._plan
        asks = f" {len(plan.asks)} need{'s' * (len(plan.asks) == 1)} an answer from you." if plan.asks else ""
        decided = _decided(plan)
        unconfirmed = bool(plan.unconfirmed or plan.asks)
        nothing = "Nothing is recorded without your OK." if unconfirmed else "Nothing new to import."
        todo = nothing if plan.is_empty else f"Press enter to {plan.intent}."
        yield Static(Content(f"{todo}{decided}{asks}"), classes="dialog--text")
        self._rows.styles.height = self.room_for(min(len(self._previewed), 24), 7 if is_tiny(self.app.size) else 13)
        yield self._rows
        sheets = any(file.sheet is not None for file in plan.files)
        what = "include, skip, answer" if plan.proposals else "skip a row"
        keys = f"space {what}  v view" if plan.proposals or sheets else ""
        keys += "  c columns  s statuses  d dates" if sheets else ""
        yield LaidOut(lambda width: hints(keys.strip(), width), classes="dialog--keys")
        with Horizontal(classes="dialog--buttons"):
            yield Button("Import (enter)", id="import", variant="primary", compact=True)
            yield Button("Cancel (esc)", id="leave", compact=True)

    def opened(self) -> None:
        """List what would be imported."""
        self._box.add_class("dialog--wide")
        self._rows.show(self._previewed)
        self._rows.focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "import":
            self.action_wish("import")
        else:
            self.action_leave()

    def on_row_list_chosen(self) -> None:
        self.action_wish("tick")

    def action_wish(self, wish: str) -> None:
        """Return a wish with the row under the cursor."""
        self.dismiss(Wished(Wish(wish), self._rows.row, self._rows.cursor))


def _decided(plan: Plan) -> str:
    """Return what is said of outcomes and differences that enter does not record."""
    differences = sum(proposal.what is What.DIFFERENCE for proposal in plan.unconfirmed)
    outcomes = len(plan.unconfirmed) - differences
    sentence = ""
    if outcomes:
        sentence += (
            " One email looks like a decision. Press space if it's right."
            if outcomes == 1
            else f" {outcomes} emails look like decisions. Press space on those that are right."
        )
    if differences:
        sentence += f" {count(differences, 'difference')} below: press space to take what the file says."
    return sentence
