"""The one thread that touches the database for the screen: jobs run there in the order in which they were asked for."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from app.storage.failures import DamagedError
from app.storage.way_back import with_way_back

T = TypeVar("T")
_LONGEST_WAIT = 10.0
"""Seconds after which whoever waits without an event loop waits no longer."""
logger = logging.getLogger(__name__)


class StoreThread:
    """Runs jobs one after another. What fails there fails with what a person is to read."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")

    async def run(self, job: Callable[[], T]) -> T:
        """Run a job, to its end even when nobody waits for it any longer."""
        running = asyncio.get_running_loop().run_in_executor(self._thread, to_be_read, job)
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            running.add_done_callback(_log_failure)
            raise

    def run_now(self, job: Callable[[], T]) -> T:
        """Run a job and wait for it without an event loop.

        Raises:
            TimeoutError: it was not done in time; it will be, in its turn.
        """
        return self._thread.submit(to_be_read, job).result(timeout=_LONGEST_WAIT)

    def close(self, last: Callable[[], None]) -> None:
        """Finish what is queued, and a last job behind it; nothing is run after that."""
        with contextlib.suppress(RuntimeError):  # it is closed already
            self._thread.submit(last).result()
        self._thread.shutdown(wait=True)


def to_be_read(job: Callable[[], T]) -> T:
    """Run a job, and let it fail with what a person is to read: what to do about a damaged database included."""
    try:
        return job()
    except DamagedError as error:
        raise with_way_back(error) from error


def _log_failure(future: asyncio.Future[T]) -> None:
    """Log the name of an error in a job that nobody waits for any longer."""
    error = None if future.cancelled() else future.exception()
    if error is not None:
        logger.warning("a background task ended with %s", type(error).__name__)
