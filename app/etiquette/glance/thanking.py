"""How prompt the thank-yous of one application were. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview
from app.etiquette.state.facts import is_thanking_skipped, thanks_sent
from app.etiquette.time.dates import add_time
from app.etiquette.time.interview_times import ends_at


def prompt_thanks(
    application: Application, rounds: Sequence[Interview], policy: Policy, now: datetime
) -> tuple[int, int]:
    """Return how many people were thanked for a round before the thank-you fell due, 24 hours after it unless the
    policy says otherwise, and how many there were to thank (ETIQUETTE 2.6).

    Everyone met counts once a round; a round at which nobody's name is known counts once. Left out are rounds of which
    only the day is known, people whose thanks were skipped, those who can still be thanked in time, and rounds whose
    outcome was there before the thanks fell due.

    Args:
        rounds: as `progress.rounds_of` returns them.
    """
    within = of = 0
    for interview in rounds:
        if interview.day_only:
            continue
        due = add_time(ends_at(interview, policy), policy.thank_due)
        outcome = application.outcome
        is_over = outcome is not None and (outcome.at is None or outcome.at <= due)
        for person in interview.met or (None,):
            sent = thanks_sent(application, person, interview)
            if sent is not None:
                of += 1
                within += sent <= due
            elif now > due and not is_over and not is_thanking_skipped(application, person, interview):
                of += 1
    return within, of
