"""The timeline: one application's stage, its present window, and past and future around a line for now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from textual.content import Content

from app.etiquette.steps.next_steps import Step
from app.etiquette.steps.timeline import Entry
from app.hunt.snapshot import Detail
from app.ui.presentation import reason
from app.ui.registry.key_names import key_of
from app.ui.timeline_lines import entry_row, gauge, now_line, stage_bar
from app.ui.widgets.line import Line, Words
from app.ui.widgets.row_list import RowList
from app.ui.widgets.titled import Titled

NOW = None
"""The row that is the line for now."""


class Timeline(Titled):
    """Shows one application."""

    def __init__(self, clock: Callable[[], datetime], zone: tzinfo):
        super().__init__(id="timeline")
        self._clock, self._zone = clock, zone
        self._detail: Detail | None = None
        self._step: Step | None = None
        self.entries = RowList[Entry | None](
            self._drawn, _key, id="timeline-list", selectable=lambda row: row is not None, empty=self._nothing
        )
        """The list of what happened and may."""

    async def furnish(self) -> None:
        """Make the stage line, the gauge, the reason and the list, once the first frame is out."""
        await self.mount(Line(id="stage-bar"), Line(id="gauge"), Words(id="why"), self.entries)

    def show(self, detail: Detail | None, step: Step | None) -> None:
        """Show an application, and the gauge and reason of one of its steps (None: of none)."""
        is_other = (detail.application.id if detail else None) != (
            self._detail.application.id if self._detail else None
        )
        self._detail, self._step = detail, step
        past = [entry for entry in detail.entries if not entry.is_future] if detail else []
        future = [entry for entry in detail.entries if entry.is_future] if detail else []
        rows = [*past, NOW, *future] if detail else []
        self.entries.show(rows)
        self.redraw()
        if is_other and rows:
            self.entries.action_go(max(0, len(past) - 1))
            self.call_after_refresh(self._centre)

    def redraw(self) -> None:
        """Redraw the times, which depend on the clock."""
        width = max(10, self.content_size.width)
        application = self._detail.application if self._detail else None
        self._line("stage-bar", stage_bar(application, width) if application else Content(""))
        self._line("gauge", self._gauge(width))
        why = reason(self._step, self._clock(), self._zone, width) if self._step else Content("")
        self.query_one("#why", Words).say(why)
        self.entries.redraw()

    def _gauge(self, width: int) -> Content:
        step = self._step
        if step is None:
            return Content("")
        person = self._detail.application.person(step.person) if self._detail else None
        return gauge(step, person.name if person else None, self._clock(), self._zone, width)

    def on_resize(self) -> None:
        if self.entries.is_attached:
            self.redraw()
            if not self.entries.has_focus:
                self.call_after_refresh(self._centre)

    def _centre(self) -> None:
        """Put the line for now into the middle of what is seen."""
        if NOW in self.entries.rows:
            height = self.entries.scrollable_content_region.height
            self.entries.scroll_to(y=max(0, self.entries.rows.index(NOW) - height // 2), animate=False)

    def _line(self, widget_id: str, content: Content) -> None:
        self.query_one(f"#{widget_id}", Line).say(content)

    def _drawn(self, entry: Entry | None, width: int) -> Content:
        return now_line(width) if entry is NOW else entry_row(entry, self._clock(), self._zone, width)

    def _nothing(self) -> Content:
        if self._step is not None:
            return Content(f"This is about your search as a whole. Press {key_of('enter')} to do it.")
        return Content("Select an application to see what happened and what comes next.")


def _key(entry: Entry | None) -> object:
    return "now" if entry is None else (entry.at, entry.what, entry.text)
