"""The due list's keys: open what a step calls for, done elsewhere, snooze, waive."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.etiquette.errors import NotFoundError, RefusedError
from app.etiquette.records import StepName
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import add_days, add_time, at, local_day, say_moment
from app.hunt.due import Due
from app.hunt.verbs import steps
from app.hunt.verbs.doing import done_verb
from app.ui.acts import applications, correspondence, debriefing, reading_entries, recording, unread_answers
from app.ui.acts.opening_letters import open_letter
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.registry.here import Pane
from app.ui.typed_days import day_words, read_day

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
        work.tell("Nothing is selected. Press a to add an application, or . to show what's coming up.")


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
    elif step.name is StepName.CLOSE:
        await recording.outcome(work)
    else:
        work.screen.go(Pane.TIMELINE)


async def _open_debrief(work: Work, due: Due) -> None:
    application = work.must_have_application()
    interview = next((one for one in application.interviews if one.id == due.step.interview), None)
    if interview is None:
        raise NotFoundError("That interview is gone; it was deleted in the meantime.")
    await debriefing.debrief(work, application, interview)


async def done(work: Work) -> None:
    """Record that a step was done elsewhere, in the way that fits it."""
    due = work.must_have_due()
    step = due.step
    if step.application_id is None:
        raise RefusedError("Add an application (a) to clear this.", can_override=False)
    if step.name is StepName.DECIDE_OFFER:
        await recording.decide(work, work.must_have_application())
    elif step.name is StepName.FIND_DATE:
        await recording.interview(work)
    elif step.name is StepName.READ_ANSWER:
        await unread_answers.ask(work)
    else:
        await work.perform(step.application_id, done_verb(step))


async def snooze(work: Work) -> None:
    """Put a step out of sight: three common moments by one key each, or a day in words."""
    due = work.must_have_due()
    step = due.step
    assert step.application_id is not None
    if step.snoozed_until is not None:
        await work.perform(step.application_id, lambda a, when: steps.step_woken(a, when, step.name, step.person))
        return
    moments = _moments(work)
    choices: list[tuple[str, str, datetime | str]] = [
        (key, f"{label}: {say_moment(moment, work.now, work.zone)}", moment) for key, label, moment in moments
    ]
    choices.append(("d", "Another day ...", "other"))
    chosen = await work.ask(ChoiceDialog(f"Snooze: {due.company}", choices))
    if isinstance(chosen, datetime):
        await _snooze_until(work, due, chosen)
    elif chosen == "other":
        await _snooze_form(work, due)


def _moments(work: Work) -> list[tuple[str, str, datetime]]:
    """Return keys, labels and moments, each moment once: z again is the next business day's morning."""
    policy = work.settings.policy
    calendar = calendar_of(policy)
    next_day = calendar.after(work.today, 1)
    tomorrow, monday = calendar.opens(next_day), calendar.opens(add_days(work.today, 7 - work.today.weekday()))
    week = ("Next week", monday) if monday > tomorrow else ("In a week", calendar.opens(add_days(work.today, 7)))
    later = add_time(work.now, timedelta(hours=3))
    moments = [("z", "Next business day", tomorrow), ("w", *week)]
    if local_day(later, work.zone) == work.today:
        moments.insert(1, ("h", "In 3 hours", later))
    return moments


async def _snooze_until(work: Work, due: Due, until: datetime) -> None:
    step = due.step
    assert step.application_id is not None
    await work.perform(step.application_id, lambda a, when: steps.step_snoozed(a, when, step.name, step.person, until))


async def _snooze_form(work: Work, due: Due) -> None:
    async def submit(values: dict[str, str]) -> None:
        day = read_day(work, values["day"])
        assert day is not None
        await _snooze_until(work, due, at(day, work.settings.policy.day_opens, work.zone))

    field = Field("day", "Until", required=True, hint="Friday, in two weeks, Nov 27", understand=day_words(work))
    await work.ask(FormDialog(f"Snooze: {due.company}", [field], submit, button="Snooze"))


async def waive(work: Work) -> None:
    """Let a step go for a reason."""
    due = work.must_have_due()
    step = due.step
    if step.application_id is None:
        raise RefusedError("Add an application (a) to clear this.", can_override=False)
    application_id = step.application_id

    async def submit(values: dict[str, str]) -> None:
        await work.perform(
            application_id,
            lambda a, when: steps.step_waived(a, when, step.name, step.person, step.interview, values["reason"]),
        )

    field = Field("reason", "Why", required=True, hint="kept in the timeline")
    await work.ask(FormDialog(f"Skip this step: {due.company}", [field], submit, button="Skip"))


async def waiting(work: Work) -> None:
    """Show or hide what waits for its day."""
    due = work.screen.lists.due
    await work.show_all_steps()
    due.show_waiting(not due.shows_waiting)
    work.screen.show_frame()
