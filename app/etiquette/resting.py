"""When an application stops asking for anything, so that what is finished costs the due list nothing."""

from __future__ import annotations

from datetime import datetime

from app.etiquette import outcome_steps
from app.etiquette.business_calendar import calendar_of
from app.etiquette.policy import Policy
from app.etiquette.records import UNSET, Application, InterviewStatus
from app.etiquette.settling import with_held
from app.etiquette.stages import Stage
from app.etiquette.windows import NEVER, is_waived


def rests_from(application: Application, policy: Policy) -> datetime | None:
    """Return the instant after which no step will ever come up unless something is recorded, None while one may.

    Nothing comes up before an interview is planned either, which is how most applications of a large hunt stay.
    """
    if application.stage is Stage.APPLIED and all(
        interview.status is InterviewStatus.CANCELLED for interview in application.interviews
    ):
        return UNSET
    if application.stage is not Stage.OUTCOME or application.outcome is None:
        return None
    rests = application.outcome.at or UNSET
    over = with_held(application, policy, NEVER)  # what is planned will count as held
    for window in outcome_steps.steps_of(over, calendar_of(policy)):
        if is_waived(over, window):
            continue
        if window.lapses is None:
            return None
        rests = max(rests, window.lapses)
    return rests
