"""What is shown: the snapshot, the selected application and its letter, kept in step with the file. Runs no verb."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from textual.worker import Worker

from app.etiquette.errors import AfterwordError, NotFoundError
from app.etiquette.records import Application, Letter
from app.etiquette.time.dates import local_day
from app.hunt.desk import Desk
from app.hunt.due import Due
from app.hunt.snapshot import PAGE, Detail, Names, Snapshot, read_names
from app.settings import Settings
from app.ui.choosing import fitting_letter
from app.ui.registry.here import Pane
from app.ui.registry.refusals import no_application, no_letter, no_step
from app.ui.textual_.notices import tell
from app.ui.typing_saver import TypingSaver

if TYPE_CHECKING:
    from app.ui.dashboard import Dashboard
    from app.ui.hunt_screen import HuntScreen

OUT = 0.01
"""Seconds within which a frame leaves for the terminal: work that begins sooner keeps it from being seen."""


class View:
    """The dashboard's state, and what puts it on screen."""

    def __init__(self, dashboard: Dashboard, desk: Desk, snapshot: Snapshot):
        self.dashboard = dashboard
        self.desk = desk
        self.settings: Settings = desk.settings
        self.clock = desk.clock
        self.snapshot = snapshot
        self.detail: Detail | None = None
        self.letter_id: int | None = None
        """The letter that the user chose to see; None: the one that fits the step."""
        self.has_asked_name = False
        """Whether the user was asked who they are."""
        self._kept_id: int | None = None
        """The application whose letter has the keys although the list has moved on to another, as after sending."""
        self._followed: Hashable = None
        """The row that the panes followed the cursor to last."""
        self._shown_row: Hashable = None
        """The row whose application and letter the panes show."""
        self.names = Names()
        """The pipeline's names, for the checker; read when a letter is first shown, and anew after changes."""
        self._names_of: Snapshot | None = None
        self._steps_wanted = PAGE
        """How many steps of the due list are read; a negative number for all."""
        self.typing = TypingSaver(self)

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
        if self.detail is None:
            raise NotFoundError(no_application())
        return self.detail.application

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
        await self.load_selected(anew=True)
        if self.screen.is_mounted:
            self.screen.show_frame()
            if timeline_id is not None and self.is_elsewhere_than(timeline_id):
                self.screen.go(self.screen.lists.shown)

    @property
    def _timeline_id(self) -> int | None:
        """The application whose timeline has the keys, None while something else has them."""
        return self.detail.application.id if self.detail is not None and self.screen.pane is Pane.TIMELINE else None

    async def follow_time(self) -> None:
        """Store what time has changed on the agenda, where it can be stored, and show the hunt as it is now."""
        await self.desk.renew_outdated()
        self.desk.calendar.note_change()
        await self.refresh()

    async def show_more_steps(self) -> None:
        """Read more of the due list, since the cursor nears the end of what has been read."""
        if not self.snapshot.is_whole:
            self._steps_wanted = len(self.snapshot.due) * 8
            self.show(await self.desk.screen(self._steps_wanted))

    async def show_all_steps(self) -> None:
        """Read the whole due list, so that it can be searched."""
        if not self.snapshot.is_whole:
            self._steps_wanted = -1
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
        if screen.pane is Pane.LETTER and self.detail is not None:
            self._kept_id = self.detail.application.id
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
        self._kept_id = None
        if lists.shown is not Pane.DUE or not lists.select_application(application_id):
            self.screen.go(Pane.PIPELINE)
            await self._show_lists(await self.desk.screen(self._steps_wanted), application_id)
            await self.refresh_detail()
        else:
            await self.load_selected()

    def follow_cursor(self) -> None:
        """Show the application that the cursor went to, once it rests and stands there on screen."""
        _: Worker[None] = self.dashboard.run_worker(self._follow, group="detail", exclusive=True)

    async def _follow(self) -> None:
        await self.dashboard.is_furnished.wait()
        try:
            await asyncio.sleep(OUT)
            await self.typing.save()
            key = self.screen.lists.shown_list.row_key
            if key != self._followed and self.screen.pane is not Pane.LETTER:
                self.letter_id = None
            self._followed = key
            await self.load_selected()
        except AfterwordError as error:
            tell(self.dashboard, str(error), "error")

    @property
    def shown_id(self) -> int | None:
        """The application to show: the selected one, or that of the letter one is in."""
        if self._kept_id is not None and self.screen.pane is Pane.LETTER:
            return self._kept_id
        self._kept_id = None
        return self.screen.lists.selected_id

    def is_elsewhere_than(self, application_id: int) -> bool:
        """Return whether the list's cursor is on another application, or on none."""
        return self.screen.lists.selected_id != application_id

    @property
    def is_elsewhere(self) -> bool:
        """Whether what is shown is of another application than the one the list's cursor is on."""
        return self.detail is not None and self.is_elsewhere_than(self.detail.application.id)

    @property
    def is_behind(self) -> bool:
        """Whether the cursor went to a row that the timeline and the letter pane do not show yet."""
        shown = self.detail.application.id if self.detail else None
        return self.shown_id != shown or self.screen.lists.shown_list.row_key != self._shown_row

    async def load_selected(self, *, anew: bool = False) -> None:
        """Make what is shown on the timeline and in the letter pane that of the selected application.

        Args:
            anew: read it again although it is shown already. What is shown stays meanwhile, since commands ask for it.
        """
        screen = self.screen
        self._shown_row = screen.lists.shown_list.row_key
        wanted = self.shown_id
        shown = self.detail.application.id if self.detail else None
        if anew or wanted != shown:
            try:
                detail = await self.desk.detail(wanted) if wanted is not None else None
            except NotFoundError:
                detail = None
            if self.shown_id != wanted or not screen.is_mounted:
                return
            self.detail = detail
            if not self._has_letter(detail):
                self.letter_id = None
        screen.show_detail(self.detail)
        if self.detail is not None and self.detail.application.letters and self._names_of is not self.snapshot:
            self._names_of = self.snapshot
            self.names = await self.desk.read(read_names)
        await self._save_what_leaves()
        if screen.is_mounted:
            self.show_letter()

    async def _save_what_leaves(self) -> None:
        """Store what was typed while the application was read, where another letter is to take that one's place."""
        pane = self.screen.letter_pane
        while self.screen.is_mounted and pane.letter is not None and pane.is_unsaved:
            before, next_ = pane.letter, self._fitting_letter()
            if next_ is not None and next_.id == before.id:
                return
            await self.typing.save()
            if pane.letter is before:  # its application is gone
                return

    def _fitting_letter(self) -> Letter | None:
        """Return the letter that was chosen, else the one that fits the step."""
        application = self.detail.application if self.detail else None
        return fitting_letter(application, self.screen.lists.selected_due, self.letter_id)

    def _has_letter(self, detail: Detail | None) -> bool:
        return detail is not None and any(letter.id == self.letter_id for letter in detail.application.letters)

    async def show_sent(self, application_id: int, letter_id: int) -> None:
        """Stay in a letter that was just sent, wherever the list went on to."""
        self.screen.go(Pane.LETTER)
        self._kept_id, self.letter_id = application_id, letter_id
        await self.load_selected()
        self.screen.show_frame()

    def show_letter(self) -> None:
        """Show the letter that was chosen, else the one that fits the step."""
        letter, pane = self._fitting_letter(), self.screen.letter_pane
        was_card = pane.letter is None
        pane.show(self.detail.application if self.detail else None, letter)
        if was_card is not (letter is None):
            if self.screen.pane is Pane.LETTER:
                self.screen.go(Pane.LETTER if was_card else self.screen.lists.shown)
            else:
                self.screen.show_frame()
        self.typing.check()
