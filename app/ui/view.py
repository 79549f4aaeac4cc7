"""What is on screen, kept in step with the file: the lists here, the selected application in `shown`. Runs no verb."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from app.etiquette.errors import NotFoundError
from app.etiquette.records import Application, Letter
from app.etiquette.time.dates import local_day
from app.hunt.desk import Desk
from app.hunt.due import Due
from app.hunt.snapshot import PAGE, Snapshot
from app.settings import Settings
from app.ui.registry.here import Pane
from app.ui.registry.refusals import no_application, no_letter, no_step
from app.ui.shown import Shown
from app.ui.typing_saver import TypingSaver

if TYPE_CHECKING:
    from app.ui.dashboard import Dashboard
    from app.ui.hunt_screen import HuntScreen


class View:
    """The dashboard's state, and what puts it on screen."""

    def __init__(self, dashboard: Dashboard, desk: Desk, snapshot: Snapshot):
        self.dashboard = dashboard
        self.desk = desk
        self.settings: Settings = desk.settings
        self.clock = desk.clock
        self.snapshot = snapshot
        self.has_asked_name = False
        """Whether the user was asked who they are."""
        self.has_asked_address = False
        """Whether they were asked before an import, which could take them for an interviewer."""
        self._steps_wanted = PAGE
        """How many steps of the due list are read; a negative number for all."""
        self.typing = TypingSaver(self)
        self.shown = Shown(self)

    @property
    def zone(self) -> tzinfo:
        """The user's zone."""
        return self.settings.policy.zone

    @property
    def now(self) -> datetime:
        """The present instant."""
        return self.clock()

    @property
    def today(self) -> date:
        """The user's day."""
        return local_day(self.clock(), self.zone)

    @property
    def screen(self) -> HuntScreen:
        """The screen under all dialogs."""
        return self.dashboard.hunt_screen

    def must_have_application(self) -> Application:
        """Return the selected application, or raise `NotFoundError`."""
        if self.shown.detail is None:
            raise NotFoundError(no_application())
        return self.shown.detail.application

    def must_have_due(self) -> Due:
        """Return the selected step, or raise `NotFoundError`."""
        due = self.screen.lists.selected_due
        if due is None:
            raise NotFoundError(no_step())
        return due

    def must_have_letter(self) -> Letter:
        """Return the letter that is shown, or raise `NotFoundError`."""
        letter = self.screen.letter_pane.letter
        if letter is None:
            raise NotFoundError(no_letter())
        return letter

    async def refresh(self) -> None:
        """Read the hunt anew and show it."""
        await self.refresh_lists()
        await self.refresh_detail()

    async def refresh_lists(self) -> None:
        """Read the lists anew and show them. Whoever is in the timeline stays with its application: what comes next
        there, such as a note, is meant for it."""
        await self._show_lists(await self.desk.screen(self._steps_wanted), self._timeline_id)

    async def refresh_detail(self) -> None:
        """Read anew the application that the list's cursor is on, and show it. A timeline whose application is in the
        list no more is left."""
        if not self.screen.is_mounted:
            return
        timeline_id = self._timeline_id
        await self.shown.load(anew=True)
        if self.screen.is_mounted:
            self.screen.show_frame()
            if timeline_id is not None and self.shown.is_elsewhere_than(timeline_id):
                self.screen.go(self.screen.lists.shown)

    @property
    def _timeline_id(self) -> int | None:
        """The application whose timeline has the keys, None while something else has them."""
        return self.shown.application_id if self.screen.pane is Pane.TIMELINE else None

    async def follow_time(self) -> None:
        """Store what time has changed on the agenda, where it can be stored, and show the hunt as it is now."""
        await self.desk.renew_outdated()
        self.desk.calendar.note_change()
        await self.refresh()

    async def read_more_steps(self, *, all_of_them: bool = False) -> None:
        """Read more of the due list, since the cursor nears the end of what was read, or all of it for a search."""
        if not self.snapshot.is_whole:
            self._steps_wanted = -1 if all_of_them else len(self.snapshot.due) * 8
            self.show(await self.desk.screen(self._steps_wanted))

    async def go_to_list(self, pane: Pane) -> None:
        """Go to a list, keeping the cursor on the current application if that list contains it.

        The hunt is read anew only when something was stored since.
        """
        came_from = self.screen.lists.selected_id
        self.screen.go(pane)
        is_changed = await self.desk.changed_since(self.snapshot)
        snapshot = await self.desk.screen(self._steps_wanted) if is_changed else self.snapshot
        await self._show_lists(snapshot, came_from)
        await self.refresh_detail()

    async def _show_lists(self, snapshot: Snapshot, application_id: int | None) -> None:
        """Show a snapshot and its lists' rows, with the cursor on an application if the list shown contains it."""
        screen = self.screen
        self.shown.stay_in_letter()
        rows = None
        if screen.lists.shown is Pane.PIPELINE:
            rows = await self.desk.pipeline(archived=None)
        self.show(snapshot)
        if not screen.is_mounted:
            return
        if rows is not None:
            screen.lists.pipeline.show_all(rows)
        if application_id is not None:
            screen.lists.select_application(application_id)

    def show(self, snapshot: Snapshot) -> None:
        """Show another snapshot."""
        is_other, self.snapshot = snapshot is not self.snapshot, snapshot
        if self.screen.is_mounted:
            if is_other:
                self.screen.lists.due.show_screen(snapshot)
            self.screen.show_frame()

    async def select(self, application_id: int) -> None:
        """Put the cursor on an application: in the due list when it has a step there, else in the pipeline."""
        lists = self.screen.lists
        self.shown.leave_letter()
        if lists.shown is not Pane.DUE or not lists.select_application(application_id):
            self.screen.go(Pane.PIPELINE)
            await self._show_lists(await self.desk.screen(self._steps_wanted), application_id)
            await self.refresh_detail()
        else:
            await self.shown.load()
