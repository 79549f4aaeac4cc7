"""The first pane: the due list or the pipeline, and the line in which one types what to find in it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, TypeAlias

from textual.app import ComposeResult
from textual.worker import Worker

from app.etiquette.errors import AfterwordError
from app.etiquette.time.dates import local_day
from app.hunt.due import Due
from app.hunt.in_texts import Hits
from app.hunt.snapshot import PipelineRow
from app.ui.panes.due import DueList, due_key
from app.ui.panes.pipeline import Pipeline
from app.ui.registry.here import Pane
from app.ui.widgets.titled import Titled

if TYPE_CHECKING:
    from textual.widgets import Input

    from app.ui.widgets.field_editors import FieldLine


InTexts: TypeAlias = "Callable[[str], Awaitable[Hits]]"
"""Returns in which applications' texts the words occur that are sought."""


class Lists(Titled):
    """Two lists, one of them shown; what its cursor is on is selected."""

    def __init__(self, clock: Callable[[], datetime], zone: tzinfo):
        super().__init__(id="lists", classes="-due")
        self.due = DueList(clock, zone)
        self.pipeline = Pipeline(lambda: local_day(clock(), zone))
        self.shown = Pane.DUE
        """DUE or PIPELINE."""
        self._origin: Hashable = None
        """The row that the cursor was on before the search began."""
        self._is_chosen = False
        """Whether enter was pressed on a search result."""
        self._in_texts: InTexts | None = None
        self._is_looking = False
        """Whether texts are being looked through."""
        self._line: FieldLine | None = None
        """The search line; None before `furnish`."""

    def compose(self) -> ComposeResult:
        """Make what is shown first; the rest follows once the first frame is out (`furnish`)."""
        yield self.due

    async def furnish(self) -> None:
        """Make what is not seen at first: the search line and the pipeline."""
        from app.ui.widgets.field_editors import FieldLine

        self._line = FieldLine(id="find", placeholder="a name, or words from notes and letters", compact=True)
        await self.mount(self._line, before=self.due)
        await self.mount(self.pipeline)

    @property
    def selected_due(self) -> Due | None:
        """The step under the cursor, None while the pipeline is shown."""
        return self.due.due if self.shown is Pane.DUE else None

    @property
    def selected_id(self) -> int | None:
        """The application that the cursor is on."""
        if self.shown is Pane.PIPELINE:
            return self.pipeline.application_id
        row = self.due.row
        if isinstance(row, PipelineRow):
            return row.id
        return row.step.application_id if isinstance(row, Due) else None

    def select_application(self, application_id: int) -> bool:
        """Put the cursor on an application in the list that is shown, and return whether it is there."""
        if self.selected_id == application_id:
            return True
        if self.shown is Pane.PIPELINE:
            return self.pipeline.select_application(application_id)
        step = next((item for item in self.due.steps if item.step.application_id == application_id), None)
        return step is not None and self.due.select(due_key(step))

    def switch(self, pane: Pane) -> None:
        """Show one of the lists."""
        if pane is not self.shown:
            self.stop_finding()
            self.shown = pane
            self.update_classes({"-due": pane is Pane.DUE, "-pipeline": pane is Pane.PIPELINE})

    @property
    def shown_list(self) -> DueList | Pipeline:
        """The list that is shown."""
        return self.pipeline if self.shown is Pane.PIPELINE else self.due

    @property
    def is_finding(self) -> bool:
        """Whether the line to find in is open."""
        return self._line is not None and self._line.has_class("-shown")

    @property
    def has_line_keys(self) -> bool:
        """Whether what is typed goes into the line to find in."""
        return self._line is not None and self._line.has_focus

    def focus_shown(self) -> None:
        """Put the keys into the list that is shown."""
        self.shown_list.focus()

    def find(self, in_texts: InTexts) -> None:
        """Open the line to find in."""
        self._in_texts = in_texts
        if self._line is not None:
            if not self.is_finding:
                self._origin = self.shown_list.row_key
            self._is_chosen = False
            self._line.add_class("-shown")
            self._line.focus()

    def stop_finding(self) -> bool:
        """Show everything again, with the cursor on the result that enter chose, otherwise where it was before.

        Returns:
            Whether the line to find in was open.
        """
        was_finding = self.is_finding
        chosen = self.shown_list.row_key if self._is_chosen else None
        if self._line is not None:
            self._line.remove_class("-shown")
            self._line.value = ""
        self.due.stop_seeking()
        self.pipeline.seek("")
        if was_finding:
            self._go_back_to(chosen)
        return was_finding

    def _go_back_to(self, chosen: Hashable) -> None:
        """Put the cursor on one row if it is still shown, otherwise on the row it was on before the search."""
        if chosen is None or not self.shown_list.select(chosen):
            self.shown_list.select(self._origin)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if not self.is_finding:
            return
        self.shown_list.seek(event.value)
        if not event.value.strip():
            self._go_back_to(None)
        elif self._in_texts is not None:
            _: Worker[None] = self.run_worker(self._look_in_texts)

    async def _look_in_texts(self) -> None:
        """List the applications whose texts hold the words below those whose names do. It is one look at a time: of
        what is typed meanwhile, the last is looked for."""
        if self._in_texts is None or self._is_looking:
            return
        self._is_looking, looked = True, ""
        try:
            while self.is_mounted and self.is_finding and (sought := self.shown_list.sought) not in ("", looked):
                looked, hits = sought, await self._in_texts(sought)
                if self.is_mounted and self.is_finding and self.shown_list.sought == sought:
                    self.shown_list.seek_hits(hits)
        except AfterwordError:
            return  # what is found by name is there all the same
        finally:
            self._is_looking = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._is_chosen = bool(event.value.strip())
        self.focus_shown()
