"""What commands may ask for: dialogs, verbs, words to the user. Draws nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.notifications import SeverityLevel
from textual.screen import ModalScreen

from app.etiquette.errors import AfterwordError, RefusedError, StaleRecordError
from app.etiquette.records import Application
from app.hunt.desk import Desk
from app.hunt.snapshot import Snapshot
from app.ui.acts import act_of
from app.ui.registry.commands import Command
from app.ui.registry.key_names import key_of
from app.ui.textual_.notices import tell
from app.ui.turns import Turns
from app.ui.view import View

if TYPE_CHECKING:
    from app.hunt.changes import Verb
    from app.hunt.hunt import Done, Hunt
    from app.letters.passwords import PasswordMemory
    from app.ui.dashboard import Dashboard
    from app.ui.inbox_watch import InboxWatch
    from app.ui.notes_saver import NotesSaver
    from app.ui.sync_rounds import SyncRounds

T = TypeVar("T")

HELD = 0.2
"""Seconds that drawing waits for what is being stored: another process may hold the database for far longer."""
STALE = (
    "This was changed after you opened it, in another window or by a script. Nothing is lost: what you typed is still"
    " here. Save again to keep your changes along with theirs, or press esc twice to keep only theirs."
)


class Work(View):
    """Everything that acts may ask for."""

    def __init__(self, dashboard: Dashboard, desk: Desk, snapshot: Snapshot):
        super().__init__(dashboard, desk, snapshot)
        self.import_folder: Path | None = None
        """Where files were last imported from."""
        self.attach_folder: Path | None = None
        """Where a file was last attached from."""
        self._newer_versions: dict[tuple[int, int], int] = {}
        """By application and the version a form was opened on: the newer version that its user has since been shown."""
        self.addresses: dict[int, str] = {}
        """By application: the address typed for a letter to nobody by name, until the program ends."""
        self.kept_drafts: set[tuple[int, int]] = set()
        """Drafts, by id and version, that the user wants as they are although they are out of date."""
        self.inbox: InboxWatch | None = None
        """The mailbox, once something was set up and everything behind the first frame is done."""
        self.notes_saver: NotesSaver | None = None
        """What saves the notes that are being taken on an interview's sheet; None while none is open."""
        self.sync: SyncRounds | None = None
        """Sync with other machines, once it is set up and everything behind the first frame is done."""
        self.turns = Turns(dashboard)

    @cached_property
    def passwords(self) -> PasswordMemory:
        """Passwords that were typed, until the program ends."""
        from app.letters.passwords import PasswordMemory

        return PasswordMemory()

    async def command(self, command: Command) -> None:
        """Run a command in its turn. See `Turns.take`."""
        await self.turns.take(partial(self._run, command))

    async def _run(self, command: Command) -> None:
        try:
            await self.dashboard.is_furnished.wait()
            await self.typing.save()
            await self.carry_out(command)
        except AfterwordError as error:
            self.dashboard.keyboard.forget()
            await self.report(error)

    async def carry_out(self, command: Command) -> None:
        """Do what a command says, unless it is refused here, within the turn of the command that asks for it."""
        if self.shown.is_behind:
            await self.shown.load()
        refused = command.refuse(self.screen.here())
        if refused is not None:
            self.dashboard.keyboard.forget()
            self.tell(refused, "warning")
            return
        await act_of(command)(self)

    async def ask(self, dialog: ModalScreen[T]) -> T | None:
        """Show a dialog and return its answer, None when it was left."""
        return await self.turns.wait_in(dialog)

    def tell(self, sentence: str, severity: SeverityLevel = "information") -> None:
        """Show a sentence for a few seconds."""
        tell(self.dashboard, sentence, severity)

    async def report(self, error: AfterwordError) -> None:
        """Say why something was not done: a refusal in passing, anything else in a dialog."""
        if isinstance(error, RefusedError):
            self.tell(str(error), "warning")
            return
        from app.ui.dialogs.words import ProblemDialog

        await self.ask(ProblemDialog(str(error)))
        try:
            await self.refresh()
        except AfterwordError as again:
            self.tell(str(again), "error")

    async def run(self, job: Callable[[Hunt], Done], way_back: str = "undo") -> Done:
        """Run something on the hunt, show what it changed, and say so, with the key that takes it back. A dialog that
        has just closed and the lists as they are now come in one frame, unless that takes longer than `HELD`.

        Args:
            way_back: the command of that key.

        Raises:
            AfterwordError: it was refused or could not be stored; nothing is changed.
        """
        doing = asyncio.ensure_future(self.desk.do(job))
        with ExitStack() as held:
            held.enter_context(self.dashboard.batch_update())
            await asyncio.wait({doing}, timeout=HELD)
            if not doing.done():
                held.close()
            done = await doing
            await self.refresh_lists()
        await self.refresh_detail()
        said = f"{done.summary}. {done.remark}" if done.remark else done.summary
        self.tell(f"{said} · {key_of(way_back)} to {way_back}")
        return done

    async def perform(self, application_id: int, verb: Verb, version: int | None = None) -> Done:
        """Run a verb on one application. See `run`."""
        return await self.run(lambda hunt: hunt.do(application_id, verb, version))

    async def submit(self, application: Application, verb: Verb) -> Done:
        """Run a verb of a form, which was opened on this state of the application. See `run`.

        Raises:
            StaleRecordError: it was changed elsewhere meanwhile; submitted again, the verb runs on what is there now.
        """
        opened = (application.id, application.version)
        try:
            return await self.perform(application.id, verb, self._newer_versions.get(opened, application.version))
        except StaleRecordError:
            self._newer_versions[opened] = (await self.desk.detail(application.id)).application.version
            raise StaleRecordError(STALE) from None

    async def ask_reason(self, application: Application, sentence: str, button: str) -> str:
        """Return the user's reason for doing what the etiquette advises against, "" if they give none."""
        from app.ui.dialogs.form import Field, FormDialog

        given: list[str] = []

        async def submit(values: dict[str, str]) -> None:
            given.append(values["reason"].strip())

        field = Field("reason", "Your reason", required=True, hint="kept in the timeline")
        title, kept_as = f"Not yet: {application.company}", f"reason {application.id}"
        await self.ask(FormDialog(title, [field], submit, kept_as=kept_as, button=button, text=sentence))
        return given[0] if given else ""
