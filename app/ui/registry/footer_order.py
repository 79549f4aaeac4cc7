"""In which order the footer names commands, by what the cursor is on: what is most useful there comes first, since few
fit on a small terminal. Pure; commands by their ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from app.etiquette.records import Application, StepName
from app.etiquette.stages import Stage
from app.etiquette.state.facts import planned_ahead
from app.ui.registry.here import Here, Place

_TRIAGE = ("enter", "done", "snooze")
_MARKED = ("done", "snooze", "waive", "mark")
_RECORDING = ("interview", "replied", "outcome")
_ALWAYS = ("find", "undo", "add", "mark", "glance")
_ANSWERED = ("replied", "outcome", "note")
"""What may come of a letter that asks for an answer, or instead of it."""
_BY_STEP: Mapping[StepName, Sequence[str]] = MappingProxyType({
    StepName.PREPARE: ("posting", "link", "interview", "person"),
    StepName.DEBRIEF: ("note", "person", "reply_by"),
    StepName.MISSED: ("interview", "replied", "note"),
    StepName.THANK: ("person", "note"),
    StepName.SET_REPLY_BY: ("reply_by", "replied", "note"),
    StepName.FOLLOW_UP: _ANSWERED,
    StepName.FOLLOW_UP_AGAIN: _ANSWERED,
    StepName.CLOSE: ("outcome", "replied", "note"),
    StepName.ANSWER_REJECTION: ("note", "keep_in_touch"),
    StepName.ACKNOWLEDGE_OFFER: ("outcome", "note", "person"),
    StepName.DECIDE_OFFER: ("outcome", "replied", "note"),
    StepName.WITHDRAW: ("outcome", "replied", "note"),
    StepName.STAY_IN_TOUCH: ("keep_in_touch", "note", "person"),
    StepName.FIND_DATE: ("interview", "note"),
    StepName.READ_ANSWER: ("replied", "outcome", "note"),
    StepName.CHECK_OUTCOME: ("outcome", "reopen", "interview", "note"),
})  # fmt: skip
"""What follows on opening, done and snooze."""
_OF_WHOLE_SEARCH = ("enter", "add", "take_in", "find", "glance")
_WITHOUT_STEPS = ("add", "find", "glance")
_ON_HEADING = ("enter", "add", "find", "sort", "glance")
_NEAR = ("sheet", "link", "posting", "interview", "note", "files", "person")
_CLOSED = ("write", "note", "reopen", "archive", "edit", "keep_in_touch")
_APPLIED = ("replied", "interview", "outcome", "note", "edit", "posting", "link")
_DRAFT = ("send", "blank", "copy", "leave")
_CARD = ("edit", "person", "files", "note", "leave", "posting", "link", "next_letter")
_NONE: frozenset[str] = frozenset()
_OF_STEPS = frozenset({"done", "snooze", "mark"})
_OF_APPLICATIONS = frozenset({"interview", "replied", "outcome", "reply_by", "note", "write", "edit", "link"})
"""What does nothing where there is no application."""


def first_in_footer(here: Here) -> Sequence[str]:
    """Return the commands that the footer names first, the most useful first."""
    match here.place:
        case Place.DUE if here.marked:
            return _MARKED
        case Place.DUE if here.due is not None:
            return _OF_WHOLE_SEARCH if here.is_about_whole_search else _of_step(here.due.step.name)
        case Place.DUE | Place.PIPELINE if here.application is not None:
            return ("enter", *_by_application(here.application, here), "find")
        case Place.DUE:
            return _WITHOUT_STEPS
        case Place.PIPELINE:
            return _ON_HEADING
        case Place.TIMELINE:
            return _once("enter", "note", *_by_application(here.application, here)) if here.application else ()
        case Place.CARD:
            return _CARD
        case Place.DRAFT:
            return _DRAFT
        case _:
            return ()


def _once(*commands: str) -> Sequence[str]:
    return tuple(dict.fromkeys(commands))


def left_out(here: Here) -> frozenset[str]:
    """Return the commands that do nothing here, whatever the application."""
    is_on_step = here.place is Place.DUE and here.due is not None and not here.is_about_whole_search
    if is_on_step or here.place not in (Place.DUE, Place.PIPELINE, Place.TIMELINE):
        return _NONE
    return _OF_STEPS if here.application is not None else _OF_STEPS | _OF_APPLICATIONS


def _of_step(name: StepName) -> Sequence[str]:
    return _once(*_TRIAGE, *_BY_STEP.get(name, ()), *_RECORDING, *_ALWAYS)


def _by_application(application: Application, here: Here) -> Sequence[str]:
    if application.outcome is not None and application.outcome.is_open_offer:
        return ("outcome", "replied", "note", "write")
    if application.stage is Stage.OUTCOME:
        return _CLOSED
    if planned_ahead(application, here.policy, here.now) is not None:
        return _NEAR
    return _APPLIED if application.stage is Stage.APPLIED else _waiting(application)


def _waiting(application: Application) -> Sequence[str]:
    """Return what comes up while one waits for their decision, of which the day may not be known."""
    is_stated = application.reply_by is not None and application.reply_by.stated
    return ("replied", "outcome", "note", "interview", *(() if is_stated else ("reply_by",)), "write")
