"""Why a command cannot be done where the user stands: one sentence each, None when it can."""

from __future__ import annotations

from collections.abc import Callable

from app.etiquette.records import InterviewStatus, LetterStatus, StepName
from app.etiquette.stages import Stage, Trigger, refusal
from app.etiquette.state.facts import planned_ahead
from app.ui.registry.here import Here
from app.ui.registry.key_names import key_of

Refusal = Callable[[Here], str | None]


def nothing(_standing: Here) -> str | None:
    """Return None: it can always be done."""
    return None


def no_application() -> str:
    """Say that no application is selected."""
    return f"Select an application first, or add one with {key_of('add')}."


def no_step() -> str:
    """Say that no step is selected."""
    return f"Select a step in the due list first (key {key_of('due')})."


def no_letter() -> str:
    """Say that no letter is open."""
    return f"Open a letter first: press {key_of('enter')} on a step, or {key_of('write')} to write one."


def no_letters() -> str:
    """Say that there is no letter at all."""
    return f"There are no letters here yet. Press {key_of('write')} to write one."


def needs_application(here: Here) -> str | None:
    return None if here.application else no_application()


def needs_step(here: Here) -> str | None:
    return None if here.due else no_step()


def needs_steps(here: Here) -> str | None:
    if here.marked:
        return None
    if here.due is not None and here.due.step.name is StepName.KEEP_APPLYING:
        return f"Add an application ({key_of('add')}) to clear this."
    return needs_step(here)


def needs_draft(here: Here) -> str | None:
    if here.letter is None:
        return needs_letter(here)
    is_draft = here.letter.status is LetterStatus.DRAFT
    return None if is_draft else f"This letter was sent. Press {key_of('write')} to write another."


def rewrite(here: Here) -> str | None:
    missing = needs_draft(here)
    if missing is None and not here.has_filter:
        return "No program is set up for this. Name one in your settings: [letter] filter."
    return missing


def needs_unsent(here: Here) -> str | None:
    if here.letter is not None and here.letter.status is LetterStatus.SENDING:
        return None
    return needs_draft(here)


def needs_letter(here: Here) -> str | None:
    return None if here.letter else no_letter()


def needs_letters(here: Here) -> str | None:
    application = here.application
    if application is None:
        return needs_application(here)
    return None if application.letters else no_letters()


def has_link(here: Here) -> bool:
    """Return whether there is a link to open."""
    from app.etiquette.links import links_of  # its patterns take two milliseconds of the start

    return here.application is not None and bool(links_of(here.application, here.policy, here.now))


def needs_link(here: Here) -> str | None:
    if here.application is None:
        return needs_application(here)
    return None if has_link(here) else f"There is no link here yet. Press {key_of('edit')} to add the posting's."


def by_stage(trigger: Trigger) -> Refusal:
    def refuse(here: Here) -> str | None:
        if here.application is None:
            return needs_application(here)
        return refusal(here.application.stage, trigger)

    return refuse


def outcome(here: Here) -> str | None:
    if here.application is not None and here.application.outcome is not None and here.application.outcome.is_open_offer:
        return None
    return by_stage(Trigger.OUTCOME_RECORDED)(here)


def interview(here: Here) -> str | None:
    if here.application is None:
        return needs_application(here)
    has_any = any(i.status is not InterviewStatus.CANCELLED for i in here.application.interviews)
    if here.application.stage is Stage.OUTCOME and not has_any:
        return refusal(Stage.OUTCOME, Trigger.INTERVIEW_HELD)
    return None


def sheet(here: Here) -> str | None:
    if here.wants_sheet_of_now:
        return None
    if here.application is None:
        return needs_application(here)
    from app.etiquette.sheet.contents import chosen_interview  # not before the first frame

    if chosen_interview(here.application, here.policy, here.now) is None:
        return f"No interview is planned or on record here yet. Press {key_of('interview')} to plan one."
    return None


def is_interview_near(here: Here) -> bool:
    """Return whether an interview is to come, or under way."""
    return here.application is not None and planned_ahead(here.application, here.policy, here.now) is not None


def reply_by(here: Here) -> str | None:
    application = here.application
    if application is None:
        return needs_application(here)
    if application.stage is Stage.OUTCOME:
        return refusal(Stage.OUTCOME, Trigger.REPLY_BY_KNOWN)
    return None
