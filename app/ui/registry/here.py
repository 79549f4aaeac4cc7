"""Where the user stands: the pane, and what the cursor is on. All that a command's refusal may depend on."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from app.etiquette.frozen import dataclass
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Letter, LetterStatus
from app.hunt.due import Due


class Pane(StrEnum):
    """Where the keys go."""

    DUE = "due"
    PIPELINE = "pipeline"
    TIMELINE = "timeline"
    LETTER = "letter"
    GLANCE = "glance"
    """Your search at a glance, in the place of all the others."""


class Place(StrEnum):
    """What has the keys, for the footer: a list, or what the third pane shows."""

    DUE = "due"
    PIPELINE = "pipeline"
    TIMELINE = "timeline"
    DRAFT = "draft"
    """Also a letter of which it is not known whether it went."""
    SENT = "sent"
    CARD = "card"
    GLANCE = "glance"


@dataclass(frozen=True, slots=True)
class Here:
    """What the cursor stands on: all that a command's refusal may depend on."""

    pane: Pane
    due: Due | None
    application: Application | None
    """Settled; None when nothing is selected."""
    letter: Letter | None
    policy: Policy
    now: datetime
    marked: int = 0
    """How many steps of the due list are marked."""
    is_empty: bool = False
    """Whether there is no application at all."""
    has_filter: bool = False
    """Whether the settings name a program that rewrites letters."""
    is_under_way: bool = False
    """Whether an interview is taking place, whatever the cursor stands on."""

    @property
    def wants_sheet_of_now(self) -> bool:
        """Whether the sheet that is wanted is that of the interview under way: nobody looks for it in a list of
        steps, which has none for it any more."""
        return self.is_under_way and self.pane in (Pane.DUE, Pane.GLANCE)

    @property
    def is_about_whole_search(self) -> bool:
        """Whether the step under the cursor is about no application."""
        return self.due is not None and self.due.step.application_id is None

    @property
    def place(self) -> Place:
        """What has the keys."""
        if self.pane is not Pane.LETTER:
            return Place(self.pane)
        if self.letter is None:
            return Place.CARD
        return Place.SENT if self.letter.status is LetterStatus.SENT else Place.DRAFT

    @property
    def has_blanks(self) -> bool:
        """Whether something is still to be filled in in the letter that is shown."""
        return self.letter is not None and "[" in self.letter.body

    @property
    def has_posting(self) -> bool:
        """Whether the application's posting was saved."""
        return self.application is not None and bool(self.application.postings)

    @property
    def has_other_letters(self) -> bool:
        """Whether the application has letters besides the one that is shown."""
        return self.application is not None and len(self.application.letters) > (self.letter is not None)
