"""Proposals for fields, out of what stands in the others: made once the keys rest, in a thread, never in their way."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

from app.ui.dialogs.field_rows import FieldRows
from app.ui.dialogs.fields import Proposal, standing
from app.ui.typing_saver import CHECK_AFTER


class Proposing:
    """The proposals of one form."""

    def __init__(self, screen: Screen[bool], rows: FieldRows):
        self._screen, self._rows = screen, rows
        self._proposals = {row.field.name: row.field.proposal for row in rows if row.field.proposal is not None}
        self._timer: Timer | None = None

    def soon(self) -> None:
        """Propose anew once nothing was typed for a moment."""
        if self._timer is not None:
            self._timer.stop()
        if self._proposals:
            self._timer = self._screen.set_timer(CHECK_AFTER, self._begin)

    def _begin(self) -> None:
        """Make them in a worker: what the form shows is drawn meanwhile."""
        self._timer = None
        _: Worker[None] = self._screen.run_worker(
            self._propose(standing(self._rows)), group="proposing", exclusive=True
        )

    async def _propose(self, texts: Mapping[str, str]) -> None:
        proposed = await asyncio.to_thread(_made, self._proposals, texts)
        if self._timer is None and self._screen.is_attached:  # else something was typed meanwhile
            for row in self._rows:
                if row.field.name in proposed:
                    row.propose(proposed[row.field.name])


def _made(proposals: Mapping[str, Proposal], texts: Mapping[str, str]) -> dict[str, str]:
    return {name: proposal.make(texts) for name, proposal in proposals.items()}
