"""What "done" means for each step: the verb that records that it was done outside the program."""

from __future__ import annotations

from app.etiquette.errors import RefusedError
from app.etiquette.records import OutcomeKind, StepName
from app.etiquette.steps.next_steps import Step
from app.hunt.changes import Verb
from app.hunt.verbs import answers, letters, steps

ASKS_FIRST = frozenset({StepName.DECIDE_OFFER, StepName.FIND_DATE, StepName.READ_ANSWER, StepName.CHECK_OUTCOME})
"""Steps that are done only with an answer: which decision, which day, what a mail was, which
machine is right."""


def done_verb(step: Step) -> Verb:
    """Return the verb that records a step as done elsewhere, in the way that fits it.

    Raises:
        RefusedError: it is done by adding an application, or only with an answer (`ASKS_FIRST`).
    """
    kind, person, interview, name = step.kind, step.person, step.interview, step.name
    if step.application_id is None:
        raise RefusedError("Add an application to clear this.", can_override=False)
    if name in ASKS_FIRST:
        raise RefusedError("This one needs an answer from you. Open it in the dashboard.", can_override=False)
    if kind is not None:
        return lambda a, when: letters.written_elsewhere(a, when, kind, person, interview=interview)
    if name is StepName.SET_REPLY_BY:
        return lambda a, when: answers.reply_by_set(a, when, None)
    if name is StepName.CLOSE:
        return lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.NO_RESPONSE)
    return lambda a, when: steps.step_waived(a, when, name, person, interview, steps.DONE)
