"""The Textual app: starts, follows the clock and the file, routes keys to the work, and ends cleanly."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.app import App, ScreenStackError
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import LineFilter
from textual.screen import ModalScreen
from textual.screen import Screen as TextualScreen
from textual.worker import Worker

from app.crash import report
from app.etiquette.errors import AfterwordError
from app.hunt.desk import Desk
from app.hunt.screen import Screen
from app.ui.arriving import typing_has_arrived
from app.ui.driver import TerminalDriver
from app.ui.hunt_screen import HuntScreen
from app.ui.terminal import ControlFilter
from app.ui.themes import register_themes
from app.ui.work import Work

FURNITURE = Path(__file__).with_name("styles") / "furniture.tcss"
"""The style sheet of what is made behind the first frame."""
POLL = 0.5
"""Seconds between looks at the clock and at what other processes did."""


class Dashboard(App[None]):
    """The program on screen."""

    TITLE = "afterword"
    CSS_PATH = "styles/dashboard.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, desk: Desk, snapshot: Screen):
        self._control_filter = ControlFilter()
        super().__init__()
        self.work = Work(self, desk, snapshot)
        self.hunt_screen = HuntScreen(self.work)
        self.last_words = ""
        """What to say on standard error after a crash, or when something could not be saved."""
        self.is_furnished = asyncio.Event()
        """Set once every pane is whole; commands wait for it."""
        self.is_ready = False
        """Whether everything behind the first frame is done."""
        self._minute: datetime | None = None
        self._polling = False
        self._is_leaving = False
        self._themes = register_themes(self, desk.settings.look)

    def get_default_screen(self) -> TextualScreen[None]:
        """Return the one screen under all dialogs."""
        return self.hunt_screen

    def get_driver_class(self) -> type[Driver]:
        """Return our driver in place of Textual's own for a terminal."""
        driver_class = super().get_driver_class()
        return TerminalDriver if driver_class is LinuxDriver else driver_class

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters, and the one that lets no control character out."""
        return [*super().get_line_filters(), self._control_filter]

    def on_mount(self) -> None:
        self.set_keymap(self.work.settings.keys)

    async def first_frame_is_out(self) -> None:
        """Do what nobody waits for: the editor, the clock, SQLModel in the store thread."""
        self.stylesheet.read(FURNITURE)
        with self.batch_update():
            await self.hunt_screen.lists.furnish()
            await self.hunt_screen.timeline.furnish()
            await self.hunt_screen.letter_pane.furnish()
        self.is_furnished.set()
        _: Worker[None] = self.run_worker(self._prepare)
        gc.enable()

    async def _prepare(self) -> None:
        """Open the database for writing behind the first frame, store what time has changed, then greet who is new."""
        work = self.work
        try:
            if await work.desk.changed_since(work.snapshot):
                await work.refresh()
            self.set_interval(POLL, self._poll)
            await work.load_selected()
            await work.desk.prepare()
            await work.follow_time()
        except AfterwordError as error:
            await work.report(error)
            return
        only_read = work.desk.only_read()
        if only_read:
            work.tell(only_read, "warning")
        try:
            await work.desk.keep_backup()
        except AfterwordError as error:
            work.tell(str(error), "warning")
        gc.freeze()  # what was imported stays: looking through it takes longer than drawing a frame
        self.is_ready = True
        is_free = not isinstance(self.screen, ModalScreen)
        if is_free and not work.snapshot.me.name and not work.snapshot.total:
            from app.ui.acts.welcome import welcome

            await welcome(work)

    async def _poll(self) -> None:
        """Follow the clock, and what other processes do to the file."""
        work, now = self.work, self.work.clock()
        if self._polling:
            return
        self._polling = True
        try:
            is_due = work.snapshot.changes_at is not None and now >= work.snapshot.changes_at
            if is_due:
                await work.follow_time()
            elif await work.desk.changed():
                work.desk.calendar.note_change()
                await work.refresh()
            elif self._minute != now.replace(second=0, microsecond=0):
                self.hunt_screen.lists.due.redraw()
                self.hunt_screen.timeline.redraw()
                self.hunt_screen.show_frame()
            self._minute = now.replace(second=0, microsecond=0)
            if problem := work.desk.calendar.new_problem():
                work.tell(problem, "warning")
        except AfterwordError as error:
            work.tell(str(error), "error")
        finally:
            self._polling = False

    def next_theme(self) -> str:
        """Change to the next theme and return its name."""
        names = self._themes
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        return self.theme

    def _handle_exception(self, error: Exception) -> None:
        """End on an error, unless it is that something still on its way while one leaves finds no screen any more."""
        is_leaving = self._exit or not self.is_running or not self.hunt_screen.children
        if not (is_leaving and isinstance(getattr(error, "error", error), (NoMatches, ScreenStackError))):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End on an error that nobody foresaw: save what is typed, log it without local variables, say one sentence."""
        self.last_words = self.work.typing.save_at_once()
        if self._exception is not None:
            self.last_words = f"{report(self._exception)} {self.last_words}".rstrip()
        self._close_messages_no_wait()

    async def action_quit(self) -> None:
        """Save what is typed and leave."""
        await typing_has_arrived(self.focused)
        try:
            await self.work.typing.save()
        except AfterwordError as error:
            self.work.tell(f"The letter is not saved: {error}", "error")
            return
        self.exit()

    def leave(self) -> None:
        """Save what is typed and leave, whatever stands open: the terminal is gone, or somebody ended the program."""
        if not self._is_leaving:
            self._is_leaving = True
            self.last_words = self.work.typing.save_at_once()
            self.exit(return_code=0)
