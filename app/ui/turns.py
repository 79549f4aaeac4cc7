"""Commands take turns: a key waits until the one before it is done, or has opened its dialog."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from textual.screen import ModalScreen
from textual.worker import Worker

if TYPE_CHECKING:
    from app.ui.dashboard import Dashboard

T = TypeVar("T")


class Turns:
    """The turn of the command that runs, and the dialogs that it waits in."""

    def __init__(self, dashboard: Dashboard):
        self._dashboard = dashboard
        self._turn = asyncio.Lock()
        self._dialog_open = asyncio.Event()
        self._dialogs = 0
        self._commands = 0

    @property
    def is_busy(self) -> bool:
        """Whether a command is running without a dialog open."""
        return self._turn.locked() and not self._dialog_open.is_set()

    @property
    def is_occupied(self) -> bool:
        """Whether a command has been asked for and is not done, or a dialog waits for its answer."""
        return self._commands > 0 or self._dialogs > 0

    async def take(self, run: Callable[[], Awaitable[None]]) -> None:
        """Run a command in its turn; return when it is done or waits in a dialog, so that the next key finds what it
        expects. One that was asked for while another had opened a dialog was not meant for that, and is left out."""

        async def in_turn() -> None:
            if await self._is_my_turn():
                try:
                    await run()
                finally:
                    self._turn.release()

        worker: Worker[None] = self._dashboard.run_worker(in_turn)
        running = asyncio.ensure_future(worker.wait())
        self._commands += 1
        running.add_done_callback(self._end)
        if not self._dashboard.is_furnished.is_set():
            return  # it runs as soon as the panes are whole, which waiting here would put off
        opened = asyncio.ensure_future(self._dialog_open.wait())
        await asyncio.wait({running, opened}, return_when=asyncio.FIRST_COMPLETED)
        opened.cancel()

    async def wait_in(self, dialog: ModalScreen[T]) -> T | None:
        """Show a dialog and return its answer, None when it was left."""
        waiting = asyncio.ensure_future(self._dashboard.push_screen_wait(dialog))
        waiting.add_done_callback(_heard)
        await asyncio.sleep(0)
        self._dialogs += 1
        self._dialog_open.set()
        try:
            # On its way to the dialog Textual waits for what is just being removed, and would end that half way if it
            # were cancelled: the program could not close then.
            return await asyncio.shield(waiting)
        finally:
            self._dialogs -= 1
            if not self._dialogs:
                self._dialog_open.clear()

    async def _is_my_turn(self) -> bool:
        """Wait for the previous command; return False if it has opened a dialog, for which this key was not meant."""
        if self._dialog_open.is_set():
            return False
        taken = asyncio.ensure_future(self._turn.acquire())
        opened = asyncio.ensure_future(self._dialog_open.wait())
        await asyncio.wait({taken, opened}, return_when=asyncio.FIRST_COMPLETED)
        opened.cancel()
        if not taken.done():
            taken.cancel()
            return False
        return True

    def _end(self, running: asyncio.Future[None]) -> None:
        self._commands -= 1
        _heard(running)


def _heard(running: asyncio.Future[T]) -> None:
    """Collect the exception of a command or a dialog, which was reported where it was raised."""
    if not running.cancelled():
        running.exception()
