"""The step after a planned interview: note how it went, which ends assuming it (ETIQUETTE 2.28, ETIQUETTE 2.29)."""

from __future__ import annotations

from datetime import datetime

from app.etiquette.frozen import replace
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, StepName, Waiver
from app.etiquette.state.facts import ends_at, thanks_of
from app.etiquette.steps.window import Window
from app.etiquette.time.dates import add_time

_DEBRIEFED = "done"
"""The reason of a waiver that says so, as of any step that was done."""


def steps_of(application: Application, held: list[Interview], policy: Policy, now: datetime) -> list[Window]:
    """Return the windows of interviews that ended lately, until everyone met in them was thanked (ETIQUETTE 2.28)."""
    over = add_time(now, -policy.debrief_lapses)
    lately = [interview for interview in held if ends_at(interview, policy) > over]
    if not lately:
        return []
    unthanked = {thanks.interview.id for thanks in thanks_of(application, held) if thanks.done is None}
    return [_window(interview, policy) for interview in lately if interview.id in unthanked]


def with_debrief(application: Application, interview: Interview, at: datetime) -> Application:
    """Return the application with it recorded that the user has said how an interview went (ETIQUETTE 2.29)."""
    number = min([0, *(waiver.id for waiver in application.waivers)]) - 1
    waiver = Waiver(number, StepName.DEBRIEF, None, interview.id, _DEBRIEFED, max(at, interview.starts))
    return replace(application, waivers=(*application.waivers, waiver))


def _window(interview: Interview, policy: Policy) -> Window:
    ended = ends_at(interview, policy)
    return Window(
        StepName.DEBRIEF,
        ended,
        add_time(ended, policy.debrief_due),
        None,
        add_time(ended, policy.debrief_lapses),
        ("debrief", (interview.round,)),
        interview=interview.id,
        asked=interview.starts,
    )
