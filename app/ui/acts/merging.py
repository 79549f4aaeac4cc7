"""Making one of two applications that are the same: which one it is, what they say differently, and the merge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.etiquette.records import Application
from app.etiquette.stages import STAGE_TITLES
from app.etiquette.text import folded
from app.hunt.changes import When
from app.hunt.field_words import shortened
from app.hunt.joining.noting import Said
from app.hunt.joining.uniting import merging_of
from app.ui.dialogs.pick import Pickable, PickDialog
from app.ui.dialogs.words import ConfirmDialog
from app.ui.registry.key_names import key_of

if TYPE_CHECKING:
    from app.hunt.snapshot import PipelineRow
    from app.ui.work import Work

_MOST = 8
"""Differences that are listed; the timeline has them all."""


async def merge_with_another(work: Work) -> None:
    """Ask which application is the same as the selected one, and make one of both."""
    first = work.must_have_application()
    others = [row for row in await work.desk.pipeline(archived=None) if row.id != first.id]
    if not others:
        work.tell("There is no other application to merge with.")
        return
    choices = [
        Pickable(f"{row.company}, {row.role}", STAGE_TITLES[row.stage], row.id) for row in _likely(first, others)
    ]
    text = "Its interviews, letters, and people go over. Where both say something, what's here stays."
    other = await work.ask(PickDialog(f"Same as {first.company}, {first.role}", choices, text))
    if other is None:
        return
    when = When(work.settings.policy, work.now)
    merging = await work.desk.read(lambda connection: merging_of(connection, first.id, other))
    question = _question(merging.other, merging.differences(when))
    if await work.ask(ConfirmDialog("Merge these applications?", question, "Merge", "Keep both")):
        done = await work.run(lambda hunt: hunt.merge(first.id, other))
        if done.application_id is not None:
            await work.select(done.application_id)


def _likely(first: Application, others: Iterable[PipelineRow]) -> list[PipelineRow]:
    """Return applications with those first that are called the same, then those at the same company."""
    company, role = folded(first.company), folded(first.role)
    return sorted(
        others,
        key=lambda row: (folded(row.company) != company, folded(row.role) != role, folded(row.company), row.id),
    )


def _question(other: Application, differences: list[Said]) -> str:
    parts = [
        f"{other.company}, {other.role} becomes a part of this one. Press {key_of('undo')} afterward to part them."
    ]
    if differences:
        lines = [f"· {said.what}: {shortened(said.stays)} stays, not {shortened(said.goes)}" for said in differences]
        more = [f"· and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
        parts.append("\n".join(["They differ; what doesn't stay is noted on the timeline:", *lines[:_MOST], *more]))
    return "\n\n".join(parts)
