"""Opening a link in the browser, or copying it where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop import is_opened
from app.ui.copying import copied
from app.ui.waiting import waited_for

if TYPE_CHECKING:
    from app.ui.work import Work


async def open_link(work: Work, address: str) -> None:
    """Open an address in the browser; copy it where no browser can be opened."""
    if await waited_for(work, f"Opening {address} ...", lambda _: is_opened(address), lambda: False):
        work.tell(f"Opened {address}")
    else:
        where = await copied(work, address, "the link")
        work.tell(f"No browser could be opened here. {where}")
