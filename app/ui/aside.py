"""Something slow, done in a thread of its own while the screen goes on and nothing is shown of it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


async def imported(name: str) -> ModuleType:
    """Return a module; importing it here would keep keys waiting."""
    return await in_own_thread(lambda: import_module(name))


async def in_own_thread(job: Callable[[], T]) -> T:
    """Return what a job returns, done in a thread that the end of the program does not wait for."""
    loop = asyncio.get_running_loop()
    result: asyncio.Future[T] = loop.create_future()

    def settle(how: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(lambda: None if result.done() else how())

    def run() -> None:
        try:
            returned = job()
        except Exception as error:
            raised = error
            settle(lambda: result.set_exception(raised))
        else:
            settle(lambda: result.set_result(returned))

    threading.Thread(target=run, name="aside", daemon=True).start()
    return await result
