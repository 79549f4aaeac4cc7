"""The one step of the whole hunt: keep applying while others wait (ETIQUETTE 2.16)."""

from __future__ import annotations

from datetime import date, datetime

from app.etiquette.policy import Policy
from app.etiquette.records import StepName
from app.etiquette.steps.next_steps import Step, judged, urgency_of
from app.etiquette.steps.window import Window
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import add_days


def keep_applying(
    newest_applied_on: date | None, somebody_waits: bool, offer_accepted: bool, policy: Policy, now: datetime
) -> Step | None:
    """Return the step to go on applying, None if no application waits or an offer was accepted.

    Args:
        newest_applied_on: the day of the last application; None when no day is known.
    """
    if newest_applied_on is None or not somebody_waits or offer_accepted:
        return None
    calendar = calendar_of(policy)
    opens = calendar.opens(add_days(newest_applied_on, policy.keep_applying_days))
    why = ("keep_applying", (policy.keep_applying_days, newest_applied_on))
    window = Window(StepName.KEEP_APPLYING, opens, None, None, None, why)
    return judged(None, window, urgency_of(window, calendar, now))
