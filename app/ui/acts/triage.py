"""The due list's keys: open what a step calls for, done elsewhere, snooze, waive, mark several."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from app.etiquette.records import StepName
from app.etiquette.steps.next_steps import Step
from app.hunt.changes import the_interview
from app.hunt.due import Due
from app.hunt.typed import verbs
from app.hunt.verbs import steps
from app.hunt.verbs.doing import done_verb
from app.ui.acts import applications, correspondence, debriefing, reading_entries, recording, several, unread_answers
from app.ui.acts.opening_letters import open_letter
from app.ui.acts.snoozing import ask_until
from app.ui.dialogs.form import Field, FormDialog
from app.ui.panes.due import due_key
from app.ui.registry.here import Pane
from app.ui.registry.key_names import key_of

if TYPE_CHECKING:
    from app.ui.work import Work


async def enter(work: Work) -> None:
    """Open what the cursor is on: a step's letter or question, a stage's fold, an application, an entry's text."""
    screen = work.screen
    if screen.pane is Pane.TIMELINE:
        await reading_entries.read_entry(work)
    elif screen.pane is Pane.PIPELINE:
        if screen.lists.pipeline.application_id is None:
            screen.lists.pipeline.fold()
        else:
            screen.go(Pane.TIMELINE)
    elif screen.lists.selected_due is not None:
        await _open_step(work, screen.lists.selected_due)
    elif screen.lists.selected_id is not None:  # found, with nothing to do about it
        await _go_to_found(work, screen.lists.selected_id)
    else:
        work.tell(
            f"Nothing is selected. Press {key_of('add')} to add an application, or {key_of('waiting')} to show what's"
            " coming up."
        )


async def _go_to_found(work: Work, application_id: int) -> None:
    """Show an application that a search found outside the due list where it stands: in the pipeline."""
    work.screen.lists.stop_finding()
    await work.select(application_id)


async def _open_step(work: Work, due: Due) -> None:
    step = due.step
    if step.name is StepName.KEEP_APPLYING:
        await applications.add(work)
    elif step.name is StepName.DECIDE_OFFER:  # its letter is chosen, never guessed
        await correspondence.answer_offer(work)
    elif step.kind is not None:
        await open_letter(work, step.kind, step.person, step.interview)
    elif step.name is StepName.DEBRIEF:
        await _open_debrief(work, due)
    elif step.name is StepName.SET_REPLY_BY:
        await recording.reply_by(work)
    elif step.name is StepName.FIND_DATE:
        await recording.interview(work)
    elif step.name is StepName.READ_ANSWER:
        await unread_answers.ask(work)
    elif step.name is StepName.CHECK_OUTCOME:
        await recording.check_outcome(work, step)
    elif step.name is StepName.CLOSE:
        await recording.outcome(work)
    else:
        from app.ui.acts.interview_sheet import open_sheet

        await open_sheet(work, step.interview)


async def _open_debrief(work: Work, due: Due) -> None:
    application = work.must_have_application()
    await debriefing.debrief(work, application, the_interview(application, due.step.interview))


async def mark(work: Work) -> None:
    """Mark the step under the cursor or unmark it, and go on to the next row."""
    work.must_have_due()
    work.screen.lists.due.mark()
    work.screen.show_frame()


async def done(work: Work) -> None:
    """Record that a step, or each that is marked, was done elsewhere, in the way that fits it."""
    marked = work.screen.lists.due.marked
    if marked:
        await several.done(work, marked)
        return
    step, application_id = _step(work.must_have_due())
    if step.name is StepName.DECIDE_OFFER:
        await recording.decide(work, work.must_have_application())
    elif step.name is StepName.FIND_DATE:
        await recording.interview(work)
    elif step.name is StepName.READ_ANSWER:
        await unread_answers.ask(work)
    elif step.name is StepName.CHECK_OUTCOME:
        await recording.check_outcome(work, step)
    else:
        await work.perform(application_id, done_verb(step))


def _step(due: Due) -> tuple[Step, int]:
    """Return a step and its application: what is asked of the whole search was refused (`needs_steps`)."""
    assert due.step.application_id is not None
    return due.step, due.step.application_id


async def snooze(work: Work) -> None:
    """Put a step, or all that are marked, out of sight until a moment."""
    marked = work.screen.lists.due.marked
    if marked:
        await several.snooze(work, marked)
        return
    due = work.must_have_due()
    step, application_id = _step(due)
    if step.snoozed_until is not None:
        await work.perform(application_id, lambda a, when: steps.step_woken(a, when, step.name, step.person))
        return

    async def snooze_until(until: datetime) -> None:
        await work.perform(application_id, verbs.snoozed(step, until))

    await ask_until(work, f"Snooze: {due.company}", snooze_until)


async def waive(work: Work) -> None:
    """Let a step, or all that are marked, go for a reason."""
    marked = work.screen.lists.due.marked
    if marked:
        await several.waive(work, marked)
        return
    due = work.must_have_due()
    step, application_id = _step(due)

    async def submit(values: dict[str, str]) -> None:
        await work.perform(application_id, verbs.skipped(step, values["reason"]))

    field = Field("reason", "Why", required=True, hint="kept in the timeline")
    title, kept_as = f"Skip this step: {due.company}", f"skip{due_key(due)}"
    await work.ask(FormDialog(title, [field], submit, kept_as=kept_as, button="Skip"))


async def waiting(work: Work) -> None:
    """Show or hide what waits for its day."""
    due = work.screen.lists.due
    await work.read_more_steps(all_of_them=True)
    due.show_waiting(not due.shows_waiting)
    work.screen.show_frame()
