"""Something slow, done in a thread of its own behind a dialog that says what it is and can call it off."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from app.etiquette.errors import DeliveryError
from app.ui.dialogs.handing_over import HandingOverDialog

if TYPE_CHECKING:
    from app.ui.work import Work

T = TypeVar("T")
Say = Callable[[str], None]
PATIENCE = 0.1
"""Seconds before the dialog opens: what takes less needs none."""


class CalledOffError(DeliveryError):
    """The user called it off in time: nothing was done."""


async def waited_for(
    work: Work,
    sentence: str,
    job: Callable[[Say], T],
    cancel: Callable[[], bool],
    called_off: str = "Canceled. Nothing was sent; the draft is kept.",
) -> T:
    """Return what a job returns.

    Args:
        sentence: what is being done, shown until the job says something else.
        job: runs in a thread that nobody waits for at the end of the program.
        cancel: ends the job, and returns whether that was in time; then nobody waits for it any longer. Called when
            the program is left, too.
        called_off: what to say then.

    Raises:
        CalledOffError: the user called it off in time.
        AfterwordError: what the job raises.
    """
    loop = asyncio.get_running_loop()
    result: asyncio.Future[T] = loop.create_future()

    def call_off() -> None:
        if cancel() and not result.done():
            result.set_exception(CalledOffError(called_off))

    dialog = HandingOverDialog(sentence, call_off)
    arguments = (loop, result, lambda: job(lambda words: _in_loop(loop, lambda: dialog.say(words))))
    threading.Thread(target=_run, args=arguments, name="handing over", daemon=True).start()
    try:
        await asyncio.wait({result}, timeout=PATIENCE)
        if not result.done():
            shown = asyncio.ensure_future(work.ask(dialog))
            await asyncio.wait({result})
            await dialog.finish()
            await shown
    finally:
        if not result.done():  # the program is being left: nothing that it started may go on without it
            cancel()
            result.cancel()
    return result.result()


def _run(loop: asyncio.AbstractEventLoop, result: asyncio.Future[T], job: Callable[[], T]) -> None:
    """Give a future what a job returns or raises, unless it was called off."""
    try:
        returned = job()
    except Exception as error:
        raised = error
        _in_loop(loop, lambda: None if result.done() else result.set_exception(raised))
    else:
        _in_loop(loop, lambda: None if result.done() else result.set_result(returned))


def _in_loop(loop: asyncio.AbstractEventLoop, do: Callable[[], None]) -> None:
    with suppress(RuntimeError):  # the program has ended meanwhile
        loop.call_soon_threadsafe(do)
