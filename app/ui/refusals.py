"""Why a command cannot be done where the user stands: one sentence each, None when it can."""

from __future__ import annotations

from collections.abc import Callable

from app.etiquette.records import InterviewStatus, LetterStatus, OutcomeKind, StepName
from app.etiquette.stages import Stage, Trigger, refusal
from app.ui.standing import Standing

Refusal = Callable[[Standing], str | None]


def nothing(_standing: Standing) -> str | None:
    """Return None: it can always be done."""
    return None


def needs_application(standing: Standing) -> str | None:
    return None if standing.application else "Select an application first, or add one with a."


def needs_step(standing: Standing) -> str | None:
    return None if standing.due else "Select a step in the due list first (key 1)."


def needs_draft(standing: Standing) -> str | None:
    if standing.letter is None:
        return "Open a letter first: enter on a step, or w to write one."
    return None if standing.letter.status is LetterStatus.DRAFT else "This letter has gone; w writes another."


def needs_unsent(standing: Standing) -> str | None:
    if standing.letter is not None and standing.letter.status is LetterStatus.SENDING:
        return None
    return needs_draft(standing)


def needs_letter(standing: Standing) -> str | None:
    return None if standing.letter else "Open a letter first: enter on a step, or w to write one."


def snooze(standing: Standing) -> str | None:
    missing = needs_step(standing)
    if missing is None and standing.due is not None and standing.due.step.name is StepName.KEEP_APPLYING:
        return "That one goes away when you add an application (a)."
    return missing


def by_stage(trigger: Trigger) -> Refusal:
    def refuse(standing: Standing) -> str | None:
        if standing.application is None:
            return needs_application(standing)
        return refusal(standing.application.stage, trigger)

    return refuse


def outcome(standing: Standing) -> str | None:
    application = standing.application
    if application is not None and application.outcome is not None:
        outcome = application.outcome
        if outcome.kind is OutcomeKind.OFFER and outcome.decision is None:
            return None
    return by_stage(Trigger.OUTCOME_RECORDED)(standing)


def interview(standing: Standing) -> str | None:
    if standing.application is None:
        return needs_application(standing)
    has_any = any(i.status is not InterviewStatus.CANCELLED for i in standing.application.interviews)
    if standing.application.stage is Stage.OUTCOME and not has_any:
        return refusal(Stage.OUTCOME, Trigger.INTERVIEW_HELD)
    return None


def reply_by(standing: Standing) -> str | None:
    application = standing.application
    if application is None:
        return needs_application(standing)
    if application.stage is Stage.OUTCOME:
        return refusal(Stage.OUTCOME, Trigger.REPLY_BY_KNOWN)
    return None
