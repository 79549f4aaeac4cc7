"""The due list: what can be done now, most urgent first; what waits is counted and one key away."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime, tzinfo

from textual.content import Content

from app.etiquette.records import StepName
from app.etiquette.steps.next_steps import Urgency
from app.etiquette.text import searchable
from app.hunt.due import Due
from app.hunt.snapshot import Snapshot
from app.ui.presentation import due_row
from app.ui.widgets.arranged_list import ArrangedList, Arranging
from app.ui.widgets.row_list import TURN

NEAR = 100
"""Rows before the last one within which more are read, if there are more."""


class DueList(ArrangedList[Due]):
    """Rows are steps."""

    def __init__(self, clock: Callable[[], datetime], zone: tzinfo):
        super().__init__(
            lambda item, width: due_row(item, clock(), zone, width), due_key, id="due-list", empty=self._nothing
        )
        self._snapshot = Snapshot()
        self._texts: list[str] = []
        """The searchable text of the first steps, as many as searches have needed so far."""
        self.shows_waiting = False
        self.sought = ""

    def show_screen(self, snapshot: Snapshot) -> None:
        """Show the steps of a snapshot, as filtered."""
        self._show(snapshot)

    def _show(self, snapshot: Snapshot, *, to_first: bool = False) -> None:
        if snapshot is not self._snapshot:
            self._snapshot, self._texts = snapshot, []
        self.show_arranged(self._narrowed(), len(snapshot.due), to_first=to_first)

    def _narrowed(self) -> Arranging[Sequence[Due]]:
        """Keep the steps that contain every word of the search, or without one those that can be done now."""
        wanted = searchable(self.sought).split()
        steps, rows = self._snapshot.due, []
        for start in range(0, len(steps), TURN):
            some = steps[start : start + TURN]
            if not wanted:
                rows += [item for item in some if self.shows_waiting or item.step.is_now]
            else:
                self._texts += [_words(item) for item in some[len(self._texts) - start :]]
                texts = self._texts[start : start + TURN]
                rows += [item for item, text in zip(some, texts, strict=True) if all(word in text for word in wanted)]
            yield
        return rows

    def show_waiting(self, shown: bool) -> None:
        """Show or hide what waits for its day."""
        self.shows_waiting = shown
        self.show_screen(self._snapshot)

    def seek(self, text: str) -> None:
        """Narrow the list to steps that hold every word, and go to the first."""
        if text != self.sought:
            self.sought = text
            self._show(self._snapshot, to_first=bool(text.strip()))

    @property
    def is_near_end(self) -> bool:
        """Whether the cursor stands within a screenful or two of the last row."""
        return self.cursor >= len(self.rows) - NEAR

    def _nothing(self) -> Content:
        if not self._snapshot.is_read:
            return Content("Checking what is due …")
        if self.sought:
            return Content(
                f"Nothing due matches “{self.sought}”. Press esc to clear the search; p then / searches the pipeline."
            )
        if not self._snapshot.total:
            return Content(
                "No applications yet.\n\na       add your first one\nctrl+o  import a spreadsheet, a calendar, or mail"
                "\n?       help"
            )
        waiting = self._snapshot.count(Urgency.NOT_YET)
        if waiting:
            if waiting == 1:
                return Content("Nothing to do now. 1 step is coming up: press . to show it.")
            return Content(f"Nothing to do now. {waiting} steps are coming up: press . to show them.")
        return Content("Nothing to do, and nothing coming up. Press a to add an application.")


def due_key(item: Due) -> Hashable:
    """Return a key that identifies a step, also after the list is read anew."""
    step = item.step
    return step.application_id, step.name, step.person, step.interview


def _words(item: Due) -> str:
    return searchable(f"{item.company} {item.role} {item.person or ''} {_STEP_WORDS[item.step.name]}")


_STEP_WORDS = {name: name.replace("_", " ") for name in StepName}
