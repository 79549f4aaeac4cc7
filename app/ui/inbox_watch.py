"""Looks through the mailbox at the start and every ten minutes, in a thread of its own that nothing waits for.

Made behind the first frame, and only where a mailbox is set up; it ends with the program, whatever it is doing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.worker import Worker

from app.etiquette.errors import AfterwordError, InboxSignInError
from app.hunt.inbox.box import Box
from app.letters.cancelling import Cancellation
from app.letters.passwords import PasswordNeededError
from app.mailbox.inbox_settings import InboxAccount, inbox_account
from app.ui.aside import in_own_thread
from app.ui.registry.key_names import key_of

if TYPE_CHECKING:
    from app.ui.work import Work

EVERY = 600.0
"""Seconds between two looks."""


class InboxWatch:
    """The mailbox as the dashboard has it."""

    def __init__(self, work: Work, account: InboxAccount):
        self.account = account
        self.box = Box(work.desk.database, account, work.settings.policy, work.settings.my_addresses)
        self.needs_password = ""
        """Why the user has to type the password, "" when nobody has to."""
        self.notes: tuple[str, ...] = ()
        """What of the mailbox could not be read when it was last looked through."""
        self._work = work
        self._looking: asyncio.Future[None] | None = None
        self._cancellation = Cancellation()
        self._last_problem = ""

    @property
    def count(self) -> int:
        """How many things wait for the user."""
        return len(self.box.plan.proposals)

    def begin(self) -> None:
        """Look now and every ten minutes from now on."""
        self._look_aside()
        self._work.dashboard.set_interval(EVERY, self._look_aside)

    def cancel(self) -> None:
        """End the look that is going on."""
        self._cancellation.cancel()

    async def look(self) -> None:
        """Look through the mailbox and take in what is new; who asks during a look waits for that one.

        Raises:
            PasswordNeededError: nobody knows the password.
            AfterwordError: it could not be read, or what was seen could not be stored.
        """
        if self._looking is None or self._looking.done():
            self._looking = asyncio.ensure_future(self._look())
        await asyncio.shield(self._looking)

    async def _look(self) -> None:
        cancellation = self._cancellation = Cancellation()
        try:
            await in_own_thread(lambda: self._ask_mailbox(cancellation))
        except InboxSignInError as error:
            self._work.passwords.forget(self.account)
            self.needs_password = str(error)
            raise
        except PasswordNeededError as error:
            self.needs_password = str(error)
            raise
        finally:
            cancellation.cancel()
        self.needs_password = ""
        await self._work.desk.do(self.box.keep)
        self.show_count()

    async def replan(self) -> None:
        """Plan what waits anew: the hunt was changed, or something was taken back."""
        now = self._work.now
        await in_own_thread(lambda: self.box.replan(now))
        self.show_count()

    def replan_aside(self) -> None:
        """Plan what waits anew, while nobody waits for it."""
        _: Worker[None] = self._work.dashboard.run_worker(self._quietly(self.replan), group="inbox plan")

    def show_count(self) -> None:
        """Show how many things wait."""
        if self._work.screen.is_mounted:
            self._work.screen.show_frame()

    def _look_aside(self) -> None:
        _: Worker[None] = self._work.dashboard.run_worker(self._quietly(self.look), group="inbox")

    async def _quietly(self, do: Callable[[], Awaitable[None]]) -> None:
        """Do something; what goes wrong is told once, until it is something else."""
        try:
            await do()
            self._last_problem = ""
        except AfterwordError as error:
            if str(error) != self._last_problem:
                self._last_problem = str(error)
                self._work.tell(f"{error} Press {key_of('inbox')} to try again.", "warning")

    def _ask_mailbox(self, cancellation: Cancellation) -> None:
        """Ask the mailbox and plan what it answers. The libraries are imported here, far behind the first frame."""
        from app.mailbox.looking import look
        from app.mailbox.secret import secret_for

        work = self._work
        question = self.box.question(work.now)
        if question is None:
            self.notes = ("No application is open, so there is nothing to look for.",)
            return
        secret = secret_for(self.account, work.passwords, cancellation=cancellation)
        looked = look(self.account, secret, question.wanted, question.seen, work.zone, cancellation)
        self.box.take(looked, work.now)
        self.notes = looked.notes


def watch_of(work: Work) -> InboxWatch:
    """Return the mailbox that the settings name.

    Raises:
        SettingsError: they name none, or one that cannot be used.
    """
    return InboxWatch(work, inbox_account(work.settings.inbox))
