"""When an application stops asking for anything, so that what is finished costs the due list nothing."""

from __future__ import annotations

from datetime import datetime

from app.etiquette import outcome_steps
from app.etiquette.business_calendar import calendar_of
from app.etiquette.policy import Policy
from app.etiquette.records import Application
from app.etiquette.stages import Stage


def rests_from(application: Application, policy: Policy) -> datetime | None:
    """Return the instant after which no step will ever come up, None while one still may."""
    if application.stage is not Stage.OUTCOME or application.outcome is None:
        return None
    rests = application.outcome.at
    for window in outcome_steps.steps_of(application, calendar_of(policy)):
        if window.lapses is None:
            return None
        rests = max(rests, window.lapses)
    return rests
