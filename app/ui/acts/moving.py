"""Going from pane to pane, finding, sorting."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.hunt.in_texts import look
from app.ui.registry.here import Pane

if TYPE_CHECKING:
    from app.ui.work import Work


async def find(work: Work) -> None:
    """Open the line to find in."""
    work.screen.go(work.screen.lists.shown)
    database = work.desk.database
    work.screen.lists.find(lambda sought: asyncio.to_thread(look, database, sought))
    await work.read_more_steps(all_of_them=True)
    if work.screen.lists.shown is Pane.DUE:
        everything = await work.desk.pipeline(archived=None)
        if work.screen.lists.is_finding:
            work.screen.lists.due.seek_in(everything)


async def due(work: Work) -> None:
    """Go to the due list."""
    await work.go_to_list(Pane.DUE)


async def pipeline(work: Work) -> None:
    """Go to the pipeline."""
    await work.go_to_list(Pane.PIPELINE)


async def timeline(work: Work) -> None:
    """Go to the timeline."""
    work.screen.go(Pane.TIMELINE)


async def letter(work: Work) -> None:
    """Go to the letter; a draft that is out of date is brought up to date."""
    from app.ui.acts.renewing import renew_shown

    work.screen.go(Pane.LETTER)
    await renew_shown(work)


async def sort(work: Work) -> None:
    """Sort the pipeline in the next order."""
    if work.screen.lists.shown is not Pane.PIPELINE:
        await pipeline(work)
    work.tell(f"Sorted by {work.screen.lists.pipeline.sort_next()}")
