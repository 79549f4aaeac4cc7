"""Where the user stands: the pane, and what the cursor is on. All that a command's refusal may depend on."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from app.etiquette.frozen import dataclass
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Letter
from app.hunt.due import Due


class Pane(StrEnum):
    """Where the keys go."""

    DUE = "due"
    PIPELINE = "pipeline"
    TIMELINE = "timeline"
    LETTER = "letter"
    GLANCE = "glance"
    """Your search at a glance, in the place of all the others."""


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
