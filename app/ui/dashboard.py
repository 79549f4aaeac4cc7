"""The Textual app: starts, follows the clock and the file, routes keys to the work, and ends cleanly."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.worker import Worker

from app.crash import report
from app.etiquette.errors import AfterwordError
from app.hunt.desk import Desk
from app.hunt.snapshot import Snapshot
from app.ui import acts
from app.ui.hunt_screen import HuntScreen
from app.ui.registry.commands import names_of
from app.ui.registry.key_names import name_keys
from app.ui.textual_.screens import LineModalScreen
from app.ui.textual_.terminal_app import TerminalApp
from app.ui.themes import register_themes, remember_theme
from app.ui.work import Work

FURNITURE = Path(__file__).with_name("styles") / "furniture.tcss"
"""The style sheet of what is built after the first frame."""
POLL = 0.5
"""Seconds between looks at the clock and at what other processes did."""


class Dashboard(TerminalApp):
    """The program on screen."""

    TITLE = "afterword"
    CSS_PATH = "styles/dashboard.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        desk: Desk,
        snapshot: Snapshot,
        *,
        is_sample: bool = False,
        when_ready: Callable[[], None] = lambda: None,
    ):
        super().__init__()
        self.is_sample = is_sample
        """Whether it shows sample data, which is thrown away when it is left."""
        self.wants_sample = False
        """Whether it was left for the sample, to come back after."""
        name_keys(names_of(desk.settings.keys))
        self.work = Work(self, desk, snapshot)
        self.hunt_screen = HuntScreen(self.work)
        self.last_words = ""
        """What to say on standard error after a crash, or when something could not be saved."""
        self.is_furnished = asyncio.Event()
        """Set once every pane is whole; commands wait for it."""
        self._when_ready = when_ready
        """What to call once everything behind the first frame is done."""
        self.is_ready = False
        """Whether everything behind the first frame is done."""
        self._minute: datetime | None = None
        self._polling = False
        self._is_leaving = False
        self._may_leave_unsaved = False
        """Whether the user knows that what is typed cannot be stored."""
        self._themes, self._theme_problems = register_themes(self, desk.settings.look)

    def get_default_screen(self) -> Screen[None]:
        """Return the one screen under all dialogs."""
        return self.hunt_screen

    def on_mount(self) -> None:
        self.set_keymap(self.work.settings.keys)
        _: Worker[None] = self.run_worker(self.keyboard.follow)

    @property
    def takes_keys(self) -> bool:
        """Whether no command runs and no dialog is on its way."""
        if not self.screen_stack:
            return False
        screen = self.screen
        return screen.takes_keys if isinstance(screen, LineModalScreen) else not self.work.turns.is_occupied

    @property
    def is_being_left(self) -> bool:
        """Whether the program is on its way out."""
        return super().is_being_left or not self.hunt_screen.children

    async def first_frame_is_out(self) -> None:
        """Start what the first frame does not need: the editor, the clock, SQLModel in the store thread."""
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
            await work.shown.load()
            await work.desk.prepare()
            await work.follow_time()
            await work.desk.aside(acts.load)
        except AfterwordError as error:
            await work.report(error)
            return
        only_read = work.desk.reader.only_read()
        if only_read:
            work.tell(only_read, "warning")
        for problem in self._theme_problems:
            work.tell(problem, "warning")
        try:
            await work.desk.backup.keep()
        except AfterwordError as error:
            work.tell(str(error), "warning")
        self._when_ready()
        self.is_ready = True
        _: Worker[None] = self.run_worker(self._watch_inbox)
        _ = self.run_worker(self._sync)
        is_free = not isinstance(self.screen, ModalScreen)
        if is_free and not work.snapshot.me.name and not work.snapshot.total:
            from app.ui.acts.welcome import welcome

            await welcome(work)
        elif is_free:
            from app.ui.acts.editing_outside import offer_what_is_left

            await offer_what_is_left(work)

    async def _watch_inbox(self) -> None:
        """Begin to look through the mailbox, where one is set up."""
        if not self.work.settings.inbox:
            return
        from app.ui.aside import imported

        watching = await imported("app.ui.inbox_watch")
        try:
            if self.work.inbox is None:  # a key may have been quicker
                self.work.inbox = watching.watch_of(self.work)
                self.work.inbox.begin()
        except AfterwordError as error:
            self.work.tell(str(error), "warning")

    async def _sync(self) -> None:
        """Do a first round of sync, where a folder is set."""
        if self.work.settings.sync:
            from app.ui.aside import imported

            rounds = await imported("app.ui.sync_rounds")
            self.work.sync = self.work.sync or rounds.rounds_of(self.work)
            if self.work.sync is not None:
                self.work.sync.begin()

    async def _poll(self) -> None:
        """Follow the clock, and what other processes do to the file."""
        work, now = self.work, self.work.clock()
        if self._polling or work.turns.is_busy:  # a command reads anew what it changed
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
            if problem := work.desk.calendar.new_problem() or work.desk.hooks.new_problem():
                work.tell(problem, "warning")
            if work.desk.backup.is_due():
                await work.desk.backup.keep()
        except AfterwordError as error:
            work.tell(str(error), "error")
        finally:
            self._polling = False

    def next_theme(self) -> str:
        """Change to the next theme and return its name."""
        names = self._themes
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        remember_theme(self.theme, self.work.settings.look)
        return self.theme

    def open_sample(self) -> None:
        """Leave for the sample; whoever runs this opens it, and comes back here when it is left."""
        self.wants_sample = True
        self.exit()

    def fail(self, error: Exception | None) -> None:
        """Save what is typed, log the error without local variables, and keep one sentence to say."""
        self.last_words = self._saved_at_once()
        if error is not None:
            self.last_words = f"{report(error)} {self.last_words}".rstrip()

    async def action_quit(self) -> None:
        """Save what is typed and leave; when it cannot be saved, asked a second time, leave it in a file of its own."""
        try:
            await self.work.typing.save()
            if self.work.notes_saver is not None:
                await self.work.notes_saver.save()
        except AfterwordError as error:
            if not self._may_leave_unsaved:
                self._may_leave_unsaved = True
                again = "Press ctrl+q again to quit anyway; what you wrote will be kept in a file."
                self.work.tell(f"What you wrote isn't saved. {error} {again}", "error")
                return
            self.last_words = f"What you wrote isn't saved. {error} {self._put_aside()}"
        self.exit()

    def leave(self) -> None:
        """Save what is typed and leave, whatever is open: the terminal is gone, or the program was told to end."""
        if not self._is_leaving:
            self._is_leaving = True
            self.last_words = self._saved_at_once()
            self.exit(return_code=0)

    def _saved_at_once(self) -> str:
        """Save what is typed, in a file of its own if it cannot be stored; return a sentence about that."""
        saver = self.work.notes_saver
        notices = [self.work.typing.save_at_once(), saver.save_at_once() if saver is not None else ""]
        return " ".join([*(notice.rstrip() for notice in notices if notice), self._put_aside()]) if any(notices) else ""

    def _put_aside(self) -> str:
        from app.ui.acts.editing_outside import put_aside

        notes = self.work.notes_saver.put_aside() if self.work.notes_saver is not None else ""
        return f"{put_aside(self.work)} {notes}".strip()
