"""Keys in a burst: a command's key is looked at before the letters typed ahead of it have reached their field."""

from __future__ import annotations

import asyncio

from textual.widget import Widget


async def typing_has_arrived(field: Widget | None) -> None:
    """Wait until the keys that were sent to a field so far are in its text. Not to be awaited by the field itself."""
    if field is None or field._task is None:
        return
    arrived = asyncio.Event()
    if field.call_later(arrived.set):
        waiting = asyncio.ensure_future(arrived.wait())
        await asyncio.wait({waiting, field._task}, return_when=asyncio.FIRST_COMPLETED)  # it may be closed meanwhile
        waiting.cancel()
