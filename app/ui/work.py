"""What goes on behind the screen: reads the hunt, runs the verbs, keeps what is shown up to date. Draws nothing.

Commands run one after another: a key waits until the one before it is done, or has opened its dialog.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, TypeVar

from textual.screen import ModalScreen
from textual.worker import Worker

from app.etiquette.dates import local_day
from app.etiquette.errors import AfterwordError, NotFoundError, RefusedError
from app.etiquette.records import Application, Letter, LetterStatus
from app.hunt.changes import Verb
from app.hunt.desk import Desk
from app.hunt.due import Due
from app.hunt.screen import Detail, Names, Screen, read_names
from app.letters.passwords import PasswordMemory
from app.settings import Settings
from app.ui.acts import act_of
from app.ui.commands import Command
from app.ui.notices import tell
from app.ui.panes.due import due_key
from app.ui.standing import Pane
from app.ui.typing_saver import TypingSaver

if TYPE_CHECKING:
    from app.hunt.hunt import Done, Hunt
    from app.ui.dashboard import Dashboard
    from app.ui.hunt_screen import HuntScreen

T = TypeVar("T")


class Work:
    """The dashboard's state and everything that acts may ask for."""

    def __init__(self, dashboard: Dashboard, desk: Desk, snapshot: Screen):
        self.dashboard = dashboard
        self.desk = desk
        self.settings: Settings = desk.settings
        self.clock = desk.clock
        self.snapshot = snapshot
        self.detail: Detail | None = None
        self.letter_id: int | None = None
        """The letter that the user chose to see; None: the one that fits the step."""
        self.names = Names()
        """The pipeline's names, for the checker; read when a letter is first shown, and anew after changes."""
        self._names_of: Screen | None = None
        self.passwords = PasswordMemory()
        self.typing = TypingSaver(self)
        self._turn = asyncio.Lock()
        self._dialog_open = asyncio.Event()

    @property
    def is_busy(self) -> bool:
        """Whether a command runs that has no dialog open."""
        return self._turn.locked() and not self._dialog_open.is_set()

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
            raise NotFoundError("Select an application first, or add one with a.")
        return self.detail.application

    def must_have_due(self) -> Due:
        """Return the selected step, or raise `NotFoundError`."""
        due = self.screen.lists.selected_due
        if due is None:
            raise NotFoundError("Select a step in the due list first (key 1).")
        return due

    def must_have_letter(self) -> Letter:
        """Return the letter that is shown, or raise `NotFoundError`."""
        letter = self.screen.letter_pane.letter
        if letter is None:
            raise NotFoundError("Open a letter first: enter on a step, or w to write one.")
        return letter

    async def command(self, command: Command) -> None:
        """Run a command; return when it is done or waits in a dialog, so that the next key finds what it expects."""
        self._dialog_open.clear()
        running = asyncio.ensure_future(self.dashboard.run_worker(self._run(command)).wait())
        opened = asyncio.ensure_future(self._dialog_open.wait())
        await asyncio.wait({running, opened}, return_when=asyncio.FIRST_COMPLETED)
        opened.cancel()
        running.add_done_callback(_heard)

    async def _run(self, command: Command) -> None:
        async with self._turn:
            try:
                await self.typing.save()
                await self.load_selected()
                refused = command.refuse(self.screen.standing())
                if refused is not None:
                    self.tell(refused, "warning")
                    return
                await act_of(command)(self)
            except AfterwordError as error:
                await self.report(error)

    async def ask(self, dialog: ModalScreen[T]) -> T | None:
        """Show a dialog and return its answer, None when it was left."""
        waiting = asyncio.ensure_future(self.dashboard.push_screen_wait(dialog))
        await asyncio.sleep(0)
        self._dialog_open.set()
        try:
            return await waiting
        finally:
            self._dialog_open.clear()

    def tell(self, sentence: str, severity: str = "information") -> None:
        """Show a sentence for a few seconds."""
        tell(self.dashboard, sentence, severity)  # type: ignore[arg-type]

    async def report(self, error: AfterwordError) -> None:
        """Say why something was not done: a refusal in passing, anything else in a dialog."""
        if isinstance(error, RefusedError):
            self.tell(str(error), "warning")
            return
        from app.ui.dialogs.words import ProblemDialog

        await self.ask(ProblemDialog(str(error)))
        await self.refresh()

    async def run(self, job: Callable[[Hunt], Done]) -> Done:
        """Run something on the hunt, show what it changed, and say so.

        Raises:
            AfterwordError: it was refused or could not be stored; nothing is changed.
        """
        done = await self.desk.do(job)
        await self.refresh()
        self.tell(done.summary)
        return done

    async def perform(self, application_id: int, verb: Verb, version: int | None = None) -> Done:
        """Run a verb on one application. See `run`."""
        return await self.run(lambda hunt: hunt.do(application_id, verb, version))

    async def submit(self, application: Application, verb: Verb) -> Done:
        """Run a verb of a form, which was opened on this state of the application. See `run`."""
        return await self.perform(application.id, verb, application.version)

    async def perform_held(self, application_id: int, verb_with: Callable[[str], Verb]) -> Done | None:
        """Run a verb that the etiquette may hold back; asks for a reason then. None: the user let it be.

        Args:
            verb_with: returns the verb for the reason of an override, "" for none.
        """
        try:
            return await self.perform(application_id, verb_with(""))
        except RefusedError as error:
            if not error.can_override:
                raise
            reason = await self.ask_reason(str(error))
        return await self.perform(application_id, verb_with(reason)) if reason else None

    async def ask_reason(self, sentence: str) -> str:
        """Return the reason for doing all the same what the etiquette advises against, "" for none."""
        from app.ui.dialogs.form import Field, FormDialog

        given: list[str] = []

        async def submit(values: dict[str, str]) -> None:
            given.append(values["reason"].strip())

        field = Field("reason", "My reason", required=True, hint="it goes on the timeline; esc: rather not")
        await self.ask(FormDialog("Not yet", [field], submit, button="Do it all the same", text=sentence))
        return given[0] if given else ""

    async def refresh(self) -> None:
        """Read the hunt anew and show it."""
        snapshot = await self.desk.screen()
        screen = self.screen
        pipeline = screen.lists.pipeline
        rows = None
        if screen.lists.shown is Pane.PIPELINE:
            rows = await self.desk.pipeline(snapshot, archived=pipeline.is_archive)
        await self.desk.changed()
        self.snapshot = snapshot
        if not screen.is_mounted:
            return
        screen.lists.due.show_screen(snapshot)
        if rows is not None:
            pipeline.show_all(rows)
        self.detail = None
        await self.load_selected()
        screen.show_frame()

    async def select(self, application_id: int) -> None:
        """Put the cursor on an application: in the due list when it has a step there, else in the pipeline."""
        lists = self.screen.lists
        for item in lists.due.rows if lists.shown is Pane.DUE else ():
            if item.step.application_id == application_id:
                lists.due.select(due_key(item))
                await self.load_selected()
                return
        self.screen.go(Pane.PIPELINE)
        await self.refresh()
        lists.pipeline.select(application_id)
        await self.load_selected()

    def follow_cursor(self) -> None:
        """Show the application that the cursor went to, once it rests."""
        _: Worker[None] = self.dashboard.run_worker(self._follow, group="detail", exclusive=True)

    async def _follow(self) -> None:
        try:
            await self.typing.save()
            await self.load_selected()
        except AfterwordError as error:
            self.tell(str(error), "error")

    async def load_selected(self) -> None:
        """Make what is shown on the timeline and in the letter pane that of the selected application."""
        screen = self.screen
        wanted = screen.lists.selected_id
        shown = self.detail.application.id if self.detail else None
        if wanted != shown:
            try:
                detail = await self.desk.detail(wanted) if wanted is not None else None
            except NotFoundError:
                detail = None
            if screen.lists.selected_id != wanted or not screen.is_mounted:
                return
            self.detail = detail
            if detail is None or detail.application.id != shown:
                self.letter_id = None if not self._has_letter(detail) else self.letter_id
        screen.show_detail(self.detail)
        if self.detail is not None and self.detail.application.letters and self._names_of is not self.snapshot:
            self._names_of = self.snapshot
            self.names = await self.desk.read(read_names)
        self.show_letter()

    def _has_letter(self, detail: Detail | None) -> bool:
        return detail is not None and any(letter.id == self.letter_id for letter in detail.application.letters)

    def show_letter(self) -> None:
        """Show the letter that was chosen, else the one that fits the step."""
        application = self.detail.application if self.detail else None
        letter = fitting_letter(application, self.screen.lists.selected_due, self.letter_id)
        self.screen.letter_pane.show(application, letter)
        if self.screen.pane is Pane.LETTER and letter is None:
            self.screen.go(self.screen.lists.shown)
        self.typing.check()


def _heard(running: asyncio.Future[None]) -> None:
    """Take note of how a command ended: what went wrong has been told where it went wrong."""
    if not running.cancelled():
        running.exception()


def letters_in_order(application: Application) -> list[Letter]:
    """Return an application's letters as they are leafed through: drafts first, then what was sent last."""

    def order(letter: Letter) -> tuple[bool, float]:
        moment = letter.sent or letter.written
        return letter.status is LetterStatus.SENT, -(moment.timestamp() if moment else 0.0)

    return sorted(application.letters, key=order)


def fitting_letter(application: Application | None, due: Due | None, chosen: int | None) -> Letter | None:
    """Return the letter to show: the chosen one, else the draft that the step calls for, else the first of all."""
    if application is None:
        return None
    letters = letters_in_order(application)
    for letter in letters:
        if letter.id == chosen:
            return letter
    if due is not None and due.step.kind is not None:
        step = due.step
        return next(
            (
                letter
                for letter in letters
                if letter.status is not LetterStatus.SENT and (letter.kind, letter.to) == (step.kind, step.person)
            ),
            None,
        )
    return letters[0] if letters else None
