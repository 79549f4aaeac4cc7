"""Your search at a glance: going there, moving its chart, copying the funnel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.etiquette.glance.flows import sankey
from app.ui.copying import copied
from app.ui.glance.pane import GlancePane
from app.ui.registry.here import Pane

if TYPE_CHECKING:
    from app.ui.work import Work

STYLES = Path(__file__).parents[1] / "styles" / "glance.tcss"


async def glance(work: Work) -> None:
    """Go to your search at a glance, which is made when it is first gone to."""
    screen = work.screen
    if screen.glance is None:
        work.dashboard.stylesheet.read(STYLES)
        screen.glance = GlancePane(work)
        await screen.query_one("#body").mount(screen.glance)
    screen.go(Pane.GLANCE)


async def earlier(work: Work) -> None:
    """Move the chart a week into the past."""
    if work.screen.glance is not None:
        work.screen.glance.move_weeks(-1)


async def later(work: Work) -> None:
    """Move the chart a week into the future."""
    if work.screen.glance is not None:
        work.screen.glance.move_weeks(1)


async def copy_funnel(work: Work) -> None:
    """Copy the funnel as text without a name in it."""
    pane = work.screen.glance
    numbers = pane.shown.numbers if pane is not None else None
    if numbers is None:
        work.tell("Still counting. Try again in a moment.", "warning")
    elif text := sankey(numbers):
        work.tell(
            f"{await copied(work, text, 'the chart')} It names no companies. Paste it at sankeymatic.com to draw it."
        )
    else:
        work.tell("Nothing to copy yet. Add an application first.", "warning")
