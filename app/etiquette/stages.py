"""The stages of an application and the table of what leads from one to the next: ETIQUETTE 1.1."""

from __future__ import annotations

from enum import StrEnum

from app.etiquette.errors import RefusedError


class Stage(StrEnum):
    """Where an application stands; the order is the line it moves along."""

    APPLIED = "applied"
    INTERVIEWED = "interviewed"
    THANKED = "thanked"
    WAITING = "waiting"
    FOLLOWED_UP = "followed_up"
    OUTCOME = "outcome"


class Trigger(StrEnum):
    """What can happen to an application."""

    INTERVIEW_HELD = "interview_held"
    THANKS_COMPLETE = "thanks_complete"
    REPLY_BY_KNOWN = "reply_by_known"
    FOLLOW_UP_SENT = "follow_up_sent"
    THEY_ANSWERED = "they_answered"
    OUTCOME_RECORDED = "outcome_recorded"
    REOPENED = "reopened"


class TransitionError(RefusedError):
    """The transition table has no entry for this stage and trigger."""

    def __init__(self, stage: Stage, trigger: Trigger, sentence: str):
        super().__init__(sentence, rule="stages", can_override=False)
        self.stage = stage
        self.trigger = trigger


STAGE_TITLES: dict[Stage, str] = {
    Stage.APPLIED: "applied",
    Stage.INTERVIEWED: "interviewed",
    Stage.THANKED: "thanked",
    Stage.WAITING: "waiting",
    Stage.FOLLOWED_UP: "followed up",
    Stage.OUTCOME: "outcome",
}

STAGE_ORDER = {stage: place for place, stage in enumerate(Stage)}
"""How far along the line a stage is, from 0."""

WAITING_STAGES = (Stage.WAITING, Stage.FOLLOWED_UP)
"""Where one waits for their answer."""
AFTER_THANKS = (Stage.THANKED, *WAITING_STAGES)
"""Where everyone met was thanked, and nothing is decided yet."""

_BEFORE_OUTCOME = tuple(stage for stage in Stage if stage is not Stage.OUTCOME)

TRANSITIONS: dict[tuple[Stage, Trigger], Stage] = {
    **{(stage, Trigger.INTERVIEW_HELD): Stage.INTERVIEWED for stage in _BEFORE_OUTCOME},
    (Stage.INTERVIEWED, Trigger.THANKS_COMPLETE): Stage.THANKED,
    (Stage.THANKED, Trigger.REPLY_BY_KNOWN): Stage.WAITING,
    (Stage.WAITING, Trigger.FOLLOW_UP_SENT): Stage.FOLLOWED_UP,
    (Stage.FOLLOWED_UP, Trigger.FOLLOW_UP_SENT): Stage.FOLLOWED_UP,
    (Stage.WAITING, Trigger.THEY_ANSWERED): Stage.WAITING,
    (Stage.FOLLOWED_UP, Trigger.THEY_ANSWERED): Stage.WAITING,
    **{(stage, Trigger.OUTCOME_RECORDED): Stage.OUTCOME for stage in _BEFORE_OUTCOME},
}
"""Every legal move but `REOPENED`, which leads back to the stage that the outcome was recorded in (ETIQUETTE 1.6)."""

_WHAT_FIRST: dict[Trigger, str] = {
    Trigger.INTERVIEW_HELD: "This application already has an outcome. Reopen it first.",
    Trigger.THANKS_COMPLETE: "Thank-yous follow an interview. Log one first.",
    Trigger.REPLY_BY_KNOWN: "The wait starts after the thank-yous. Send or skip those first.",
    Trigger.FOLLOW_UP_SENT: "Too early. Send or skip the thank-yous first, then wait for the decision date.",
    Trigger.THEY_ANSWERED: "A reply counts only while you wait for one. Add it as a note.",
    Trigger.OUTCOME_RECORDED: "This application already has an outcome. Reopen it to record another.",
    Trigger.REOPENED: "There's no outcome yet, so there's nothing to reopen.",
}

_NO_INTERVIEW: dict[Trigger, str] = {
    Trigger.REPLY_BY_KNOWN: "There's been no interview yet, so there's no decision to wait for.",
    Trigger.FOLLOW_UP_SENT: "There's been no interview yet, so there's nothing to follow up.",
}
"""What stands in the way where nobody was met yet, before whatever else does."""


def advance(stage: Stage, trigger: Trigger, came_from: Stage | None = None) -> Stage:
    """Return the stage that `trigger` leads to from `stage`.

    Args:
        came_from: for `REOPENED`, the stage in which the outcome was recorded.

    Raises:
        TransitionError: the table has no such move; it carries both and says why.
    """
    if trigger is Trigger.REOPENED and stage is Stage.OUTCOME and came_from not in (None, Stage.OUTCOME):
        assert came_from is not None
        return came_from
    try:
        return TRANSITIONS[stage, trigger]
    except KeyError:
        raise TransitionError(
            stage, trigger, refusal(stage, trigger) or "There is no earlier stage to return to."
        ) from None


def refusal(stage: Stage, trigger: Trigger) -> str | None:
    """Return the sentence a person reads when this is refused here, None when it is allowed (ETIQUETTE 1.1)."""
    if (stage, trigger) in TRANSITIONS or (stage is Stage.OUTCOME and trigger is Trigger.REOPENED):
        return None
    is_over = stage is Stage.OUTCOME and trigger is not Trigger.OUTCOME_RECORDED
    if stage is Stage.APPLIED and trigger in _NO_INTERVIEW:
        return _NO_INTERVIEW[trigger]
    return _WHAT_FIRST[Trigger.INTERVIEW_HELD if is_over else trigger]
