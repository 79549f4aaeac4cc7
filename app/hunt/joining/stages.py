"""The stage of an application that two machines went on with: worked out anew from the facts of both. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.etiquette.policy import Policy
from app.etiquette.records import Application
from app.etiquette.stages import STAGE_ORDER, Stage
from app.etiquette.state.completing import complete
from app.etiquette.state.settling import settle


def with_stage(
    after: Application, ours: Application, theirs: Application | None, policy: Policy, now: datetime
) -> Application:
    """Return a joined application in the stage that its facts lead to.

    Where one side's facts do not explain its stage, since it came from a spreadsheet, the stage that is further on
    stays.

    Args:
        ours: as it was here before.
        theirs: as it is on the other machine, None when it is only here.
    """
    sides = [settle(side, policy, now)[0] for side in (ours, theirs) if side is not None]
    if all(_worked_out(side, policy, now).stage is side.stage for side in sides):
        return _worked_out(after, policy, now)
    further = max((_without_outcome(side) for side in sides), key=lambda stage: STAGE_ORDER[stage])
    return sound(replace(after, stage=further), policy, now)


def sound(after: Application, policy: Policy, now: datetime) -> Application:
    """Return an application whose stage agrees with its outcome: the two may come from different machines."""
    if after.outcome is not None:
        return replace(after, stage=Stage.OUTCOME)
    return _worked_out(after, policy, now) if after.stage is Stage.OUTCOME else after


def _worked_out(application: Application, policy: Policy, now: datetime) -> Application:
    return complete(replace(application, stage=Stage.APPLIED), None, (), policy, now)[0]


def _without_outcome(application: Application) -> Stage:
    return application.stage if application.outcome is None else application.outcome.came_from
