"""The card: all there is to know of the selected application, where no letter is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from textual.content import Content

from app.etiquette.steps.next_steps import Step
from app.etiquette.time.dates import local_day
from app.hunt.snapshot import Detail
from app.ui.card import card_lines, sections
from app.ui.widgets.text_lines import TextLines


class Card(TextLines):
    """Shows one application."""

    def __init__(self, clock: Callable[[], datetime], zone: tzinfo):
        super().__init__(id="card", empty=self._nothing)
        self._clock, self._zone = clock, zone
        self._detail: Detail | None = None
        self._step: Step | None = None

    def show_application(self, detail: Detail | None, step: Step | None) -> None:
        """Show an application, and what its next step is."""
        before = self._detail.application.id if self._detail else None
        self._detail, self._step = detail, step
        self.show_text(self._laid_out, is_other=before != (detail.application.id if detail else None))

    def _laid_out(self, width: int) -> Sequence[Content]:
        if self._detail is None:
            return ()
        return card_lines(sections(self._detail, self._step, self._clock(), self._zone), width)

    def _nothing(self) -> Content:
        if self._step is not None:
            return Content(self._step.reason_on(local_day(self._clock(), self._zone)))
        return Content("Select an application to see its details.")
