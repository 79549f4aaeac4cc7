"""Which interview is still planned although the application has just ended: said, since nothing else asks about it."""

from __future__ import annotations

from datetime import datetime

from app.etiquette.policy import Policy
from app.etiquette.records import Application
from app.etiquette.state.facts import planned_ahead
from app.etiquette.time.interview_times import say_start


def still_planned(before: Application, after: Application, policy: Policy, now: datetime) -> str:
    """Return what to say of an interview ahead once the outcome is recorded, without a full stop; "" without one."""
    ahead = planned_ahead(after, policy, now)
    if ahead is None or after.outcome is None or before.outcome is not None:
        return ""
    day = say_start(ahead, now, policy.zone)
    return f"Round {ahead.round} on {day} is still planned; cancel it if it's off"
