"""Sync in the dashboard: a round behind the first frame, one a key asks for, and a last word when it is left.

The folder is read and written in threads that nothing waits for: a drive that sleeps, or a network that is away, keeps
neither the screen nor the end of the program waiting.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.worker import Worker

from app.etiquette.errors import AfterwordError
from app.ui.aside import imported, in_own_thread
from app.ui.registry.key_names import key_of

if TYPE_CHECKING:
    from app.hunt.sync.syncing import Synced
    from app.ui.work import Work

PATIENCE = 10.0
"""Seconds after which a folder that has not answered is worth a sentence."""
LAST_MOMENT = 1.5
"""Seconds that the end of the program waits for the file to be written."""
_MOST_TOLD = 3
"""Of what two machines recorded that does not go together."""
_SLOW = "Your sync folder hasn't answered yet. Sync goes on when it does; everything here is saved."
logger = logging.getLogger(__name__)


class SyncRounds:
    """The rounds of one dashboard, one after another."""

    def __init__(self, work: Work, folder: str):
        self.settings = replace(work.settings, sync={"folder": folder})
        self._work = work
        self._running: asyncio.Future[Synced] | None = None

    def begin(self, *, is_asked: bool = False) -> None:
        """Do a round while nobody waits for it. What arrives and what goes wrong is said.

        Args:
            is_asked: say so, too, when there is nothing to say.
        """
        _: Worker[None] = self._work.dashboard.run_worker(self._said(is_asked=is_asked), group="sync")

    async def _said(self, *, is_asked: bool) -> None:
        try:
            done = await self._one_round()
        except AfterwordError as error:
            self._work.tell(f"{error} Press {key_of('sync')} to try again.", "warning")
            return
        if is_asked and not done.changes and not done.problems:
            left = " What's new here is in the folder for them." if done.is_published else ""
            self._work.tell(f"Nothing new from your other machines.{left}")

    async def _one_round(self) -> Synced:
        """Do a round, or wait for the one that is going on."""
        if self._running is None or self._running.done():
            self._running = asyncio.ensure_future(self._round())
        running = self._running
        await asyncio.wait({running}, timeout=PATIENCE)
        if not running.done():
            self._work.tell(_SLOW, "warning")
        return await asyncio.shield(running)

    async def _round(self) -> Synced:
        work, settings = self._work, self.settings
        from app.hunt.sync.setup import keep_devices, setup_of

        syncing, contents = [await imported(f"app.hunt.sync.{name}") for name in ("syncing", "contents")]
        policy, database = settings.policy, work.desk.database
        setup = await in_own_thread(lambda: setup_of(database, settings))
        if setup is None:  # the folder of another database's
            return cast("Synced", syncing.Synced())
        looked = await in_own_thread(lambda: syncing.look(setup, policy, work.now))
        setup, done = await work.desk.do(lambda hunt: syncing.take(hunt, setup, looked))
        if done.changes:
            await work.refresh()
            if work.inbox is not None:
                work.inbox.replan_aside()
        for summary in done.summaries:
            work.tell(f"{summary} · {key_of('undo')} to undo")
        self._tell_of(done.to_look_at)
        done.problems += await in_own_thread(lambda: contents.exchange_contents(setup))
        for sentence in done.problems:
            work.tell(sentence, "warning")
        kept = await in_own_thread(lambda: syncing.publish(setup, looked, work.now))
        if kept is not None:
            await work.desk.do(lambda hunt: keep_devices(hunt, kept))
            done.is_published = kept.generation > setup.own.generation
        return cast("Synced", done)

    def _tell_of(self, to_look_at: list[str]) -> None:
        for sentence in to_look_at[:_MOST_TOLD]:
            self._work.tell(sentence, "warning")
        if (rest := len(to_look_at) - _MOST_TOLD) > 0:
            self._work.tell(f"{rest} more like this {'is' if rest == 1 else 'are'} on the timelines.", "warning")

    def close(self) -> str:
        """Leave what is new here for the others, in the program's last moment; return what went wrong with that.

        What is not written in time is left at the next start.
        """
        problems: list[str] = []
        leaving = threading.Thread(target=self._leave, args=(problems,), name="sync", daemon=True)
        leaving.start()
        leaving.join(LAST_MOMENT)
        return problems[0] if problems else ""

    def _leave(self, problems: list[str]) -> None:
        from app.hunt.sync.contents import exchange_contents
        from app.hunt.sync.setup import keep_devices, setup_of
        from app.hunt.sync.syncing import Looked, publish

        try:
            setup = setup_of(self._work.desk.database, self.settings)
            if setup is None or not setup.own.generation:
                return
            kept = publish(setup, Looked(is_own_there=True), self._work.now)
            if kept is not None:
                self._work.desk.do_now(lambda hunt: keep_devices(hunt, kept))
                exchange_contents(setup)
        except AfterwordError as error:
            problems.append(f"What's new here isn't in your sync folder yet. {error}")
        except Exception as error:
            logger.warning("the last round of sync ended with %s", type(error).__name__)


def rounds_of(work: Work) -> SyncRounds | None:
    """Return the rounds that the settings ask for, None where they name no folder."""
    folder = work.settings.sync.get("folder", "")
    return SyncRounds(work, folder) if folder else None
