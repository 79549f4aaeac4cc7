"""What an export of ours says otherwise of how an application ended, or how far it is, and how that is taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.etiquette.records import Application, Event, Outcome
from app.etiquette.stages import STAGE_ORDER, STAGE_TITLES, Stage
from app.hunt.changes import Change, When, moved
from app.hunt.field_words import Words
from app.hunt.intake.ages import only_in
from app.hunt.intake.differences import DECIDING, Difference
from app.hunt.verbs import answers

OUTCOME = "outcome"
"""The name of a difference in the outcome."""


def stage_without_outcome(application: Application) -> Stage:
    """Return the stage that an application is in or, if it has an outcome, came from."""
    return application.stage if application.outcome is None else application.outcome.came_from


def further_difference(
    stored: Application, imported: Application, stored_events: Sequence[Event], events: Sequence[Event], is_newer: bool
) -> Difference | None:
    """Return how a file's outcome differs from the stored one or, where neither has any, a stage that is further on.

    An outcome that the file has from here, and that was changed here since, is no difference.
    """
    ours, theirs = stored.outcome, imported.outcome
    stage = stage_without_outcome(imported)
    decided = [event for event in events if event.what in DECIDING]
    new = only_in(decided, stored_events)
    if is_same_outcome(ours, theirs) or (theirs is None and not is_newer and not new):
        is_further = ours is None and STAGE_ORDER[stage] > STAGE_ORDER[stored.stage]
        return _of_stage(stored.stage, stage) if is_further else None
    lacking = only_in((event for event in stored_events if event.what in DECIDING), events)
    if decided and not new and lacking:
        return None
    return of_outcome(ours, theirs, stage if is_newer else None, new)


def _of_stage(ours: Stage, theirs: Stage) -> Difference:
    """Return the difference in the stage, where the file's is further on and nothing that is here explains it."""

    def take(application: Application, when: When) -> Change:
        text = f"Now {STAGE_TITLES[theirs]}, as an export says"
        event = Event(when.now, "application_edited", text, application.stage, theirs)
        return Change(moved(application, theirs), text, (event,))

    return Difference("stage", lambda _when: "stage", ours, theirs, take)


def is_same_outcome(ours: Outcome | None, theirs: Outcome | None) -> bool:
    """Return whether two outcomes say the same to a person; what the file leaves open is no difference."""
    if ours is None or theirs is None:
        return ours is theirs
    return ours.kind is theirs.kind and all(
        getattr(theirs, field) in (None, getattr(ours, field)) for field in ("at", "decide_by", "decide_at", "decision")
    )


def of_outcome(
    ours: Outcome | None, theirs: Outcome | None, stage: Stage | None, events: Iterable[Event]
) -> Difference:
    """Return the difference in the outcome.

    Args:
        stage: the one to be in without the outcome; None: the one that it is in, or came from.
        events: those of the file that tell of it; empty: as the dashboard records it.
    """
    events = tuple(events)

    def take(application: Application, when: When) -> Change:
        if is_same_outcome(application.outcome, theirs):
            return Change(application, f"Merged {application.company} with an export")
        came: tuple[Event, ...] = ()
        if application.outcome is not None and (theirs is None or not _only_decides(application.outcome, theirs)):
            again = answers.reopened(application, when)
            application, came = again.application, again.events if theirs is not None else events or again.events
        if stage is not None and application.outcome is None:
            application = moved(application, stage)
        if theirs is None:
            return Change(application, f"Reopened {application.company}", came)
        if application.outcome is not None:
            assert theirs.decision is not None
            change = answers.offer_decided(application, when, theirs.decision)
        else:
            change = answers.outcome_recorded(
                application, when, theirs.kind, at=theirs.at, decide_by=theirs.decide_by, decide_at=theirs.decide_at
            )
        recorded = change.application.outcome
        assert recorded is not None
        after = replace(change.application, outcome=replace(theirs, came_from=recorded.came_from))
        return replace(change, application=after, events=(*came, *(events or change.events)))

    nothing = Words("no answer yet")
    return Difference(OUTCOME, lambda _when: "outcome", ours or nothing, theirs or nothing, take)


def _only_decides(ours: Outcome, theirs: Outcome) -> bool:
    """Return whether the other outcome is the same offer with what the user answered to it."""
    return theirs.decision is not None and is_same_outcome(ours, replace(theirs, decision=None))
