"""The first pane: the due list or the pipeline, and the line in which one types what to find in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from app.etiquette.dates import local_day
from app.hunt.due import Due
from app.ui.panes.due import DueList
from app.ui.panes.pipeline import Pipeline
from app.ui.standing import Pane
from app.ui.widgets.typing import SafeInput


class Lists(Vertical):
    """Two lists, one of them shown; what its cursor is on is selected."""

    def __init__(self, clock: Callable[[], datetime], zone: tzinfo):
        super().__init__(id="lists", classes="-due")
        self.due = DueList(clock, zone)
        self.pipeline = Pipeline(lambda: local_day(clock(), zone))
        self.shown = Pane.DUE
        """DUE or PIPELINE."""

    def compose(self) -> ComposeResult:
        """Make what is shown first; the rest follows once the first frame is out (`furnish`)."""
        yield self.due

    async def furnish(self) -> None:
        """Make what nobody sees before asking for it: the line to find in, and the pipeline."""
        await self.mount(SafeInput(id="find", placeholder="find", compact=True), before=self.due)
        await self.mount(self.pipeline)

    @property
    def selected_due(self) -> Due | None:
        """The step under the cursor, None while the pipeline is shown."""
        return self.due.row if self.shown is Pane.DUE else None

    @property
    def selected_id(self) -> int | None:
        """The application that the cursor is on."""
        if self.shown is Pane.PIPELINE:
            return self.pipeline.application_id
        due = self.due.row
        return due.step.application_id if due else None

    def switch(self, pane: Pane) -> None:
        """Show one of the lists."""
        if pane is not self.shown:
            self.stop_finding()
            self.shown = pane
            self.set_class(pane is Pane.DUE, "-due")
            self.set_class(pane is Pane.PIPELINE, "-pipeline")

    def focus_shown(self) -> None:
        """Put the keys into the list that is shown."""
        (self.pipeline if self.shown is Pane.PIPELINE else self.due).focus()

    def find(self) -> None:
        """Open the line to find in."""
        line = self.query_one("#find", SafeInput)
        line.add_class("-shown")
        line.focus()

    def stop_finding(self) -> bool:
        """Show everything again; return whether anything had been narrowed."""
        was_open = False
        for line in self.query("#find").results(SafeInput):
            was_open = line.has_class("-shown")
            line.remove_class("-shown")
            line.value = ""
        self.due.seek("")
        self.pipeline.seek("")
        return was_open

    @on(Input.Changed, "#find")
    def _seek(self, event: Input.Changed) -> None:
        event.stop()
        if event.input.has_class("-shown"):
            (self.pipeline if self.shown is Pane.PIPELINE else self.due).seek(event.value)

    @on(Input.Submitted, "#find")
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_shown()
