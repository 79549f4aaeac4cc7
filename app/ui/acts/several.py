"""Done, snooze and skip for all the steps that are marked in the due list: asked once, stored and undone as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from app.etiquette.errors import RefusedError
from app.etiquette.records import StepName
from app.etiquette.steps.next_steps import Step
from app.etiquette.time.dates import say_moment
from app.etiquette.time.lengths import count
from app.hunt.due import Due
from app.hunt.verbs import steps
from app.hunt.verbs.doing import ASKS_FIRST, done_verb
from app.ui.acts.snoozing import ask_until
from app.ui.dialogs.form import Field, FormDialog
from app.ui.panes.due import due_key
from app.ui.registry.key_names import key_of

if TYPE_CHECKING:
    from app.hunt.changes import Verb
    from app.ui.work import Work

_NEEDS = {
    StepName.DECIDE_OFFER: "an offer to decide on",
    StepName.FIND_DATE: "a date to set",
    StepName.READ_ANSWER: "an email to read",
    StepName.CHECK_OUTCOME: "an outcome to check",
    StepName.KEEP_APPLYING: "add an application to clear it",
}
"""Why a step stays marked: what it needs instead."""


async def done(work: Work, marked: Sequence[Due]) -> None:
    """Mark them as done, except for those that are done only with an answer of their own."""
    able = [due for due in marked if due.step.name not in ASKS_FIRST and due.step.application_id is not None]
    await _do(work, marked, able, done_verb, lambda number: f"Marked {count(number, 'step')} as done")


async def snooze(work: Work, marked: Sequence[Due]) -> None:
    """Snooze them until the same moment; where all of them are snoozed, show them again."""
    able = _of_applications(marked)
    if able and all(due.step.snoozed_until is not None for due in able):
        await _do(work, marked, able, _woken, lambda number: f"No longer snoozed: {count(number, 'step')}")
        return

    async def snooze_until(until: datetime) -> None:
        def snoozed(step: Step) -> Verb:
            return lambda a, when: steps.step_snoozed(a, when, step.name, step.person, until)

        said = say_moment(until, work.now, work.zone)
        await _do(work, marked, able, snoozed, lambda number: f"Snoozed {count(number, 'step')} until {said}")

    if able:
        await ask_until(work, f"Snooze {count(len(able), 'step')}", snooze_until)
    else:
        raise _none_of(marked)


async def waive(work: Work, marked: Sequence[Due]) -> None:
    """Skip them for the same reason."""
    able = _of_applications(marked)

    async def submit(values: dict[str, str]) -> None:
        def waived(step: Step) -> Verb:
            reason = values["reason"]
            return lambda a, when: steps.step_waived(a, when, step.name, step.person, step.interview, reason)

        await _do(work, marked, able, waived, lambda number: f"Skipped {count(number, 'step')}")

    if not able:
        raise _none_of(marked)
    field = Field("reason", "Why", required=True, hint="kept in each timeline")
    title, kept_as = f"Skip {count(len(able), 'step')}", f"skip{[due_key(due) for due in able]}"
    await work.ask(FormDialog(title, [field], submit, kept_as=kept_as, button="Skip"))


async def _do(
    work: Work,
    marked: Sequence[Due],
    able: Sequence[Due],
    verb_of: Callable[[Step], Verb],
    summary: Callable[[int], str],
) -> None:
    """Do what can be done at once, unmark it, and say so in one notice, with what is still marked and why.

    Raises:
        AfterwordError: nothing could be done.
    """
    if not able:
        raise _none_of(marked)
    jobs = [(due.step.application_id, verb_of(due.step)) for due in able if due.step.application_id is not None]
    result = await work.desk.do(lambda hunt: hunt.do_several(jobs, summary))
    work.screen.lists.due.unmark(due for place, due in enumerate(able) if place not in result.refused)
    await work.refresh()
    left = [_left(due, _NEEDS.get(due.step.name, "")) for due in marked if due not in able]
    left += [_left(able[place], str(error).rstrip(".")) for place, error in result.refused.items()]
    still = f" · Still marked: {', '.join(left)}" if left else ""
    work.tell(f"{result.summary} · {key_of('undo')} to undo{still}")


def _of_applications(marked: Sequence[Due]) -> list[Due]:
    """Return those that belong to an application."""
    return [due for due in marked if due.step.application_id is not None]


def _woken(step: Step) -> Verb:
    return lambda a, when: steps.step_woken(a, when, step.name, step.person)


def _left(due: Due, why: str) -> str:
    return f"{due.company or 'Your search'} ({why})"


def _none_of(marked: Sequence[Due]) -> RefusedError:
    """Return the refusal where no marked step can be done with the others."""
    left = ", ".join(_left(due, _NEEDS.get(due.step.name, "")) for due in marked)
    return RefusedError(f"Nothing was done. Still marked: {left}.", can_override=False)
