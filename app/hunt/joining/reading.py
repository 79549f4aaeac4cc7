"""Reads the copy of a hunt that a document of ours holds. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event
from app.etiquette.state.completing import complete
from app.exchange.json_.reading import ExportedApplication, Whole, with_added
from app.hunt.joining.copies import Copy, copy_of
from app.storage.numbering import named, new_uid


def their_copy(whole: Whole, policy: Policy, now: datetime) -> Copy:
    """Return the copy that a document holds."""
    return copy_of([_completed(entry, policy, now) for entry in whole.applications], whole.marks)


def _completed(entry: ExportedApplication, policy: Policy, now: datetime) -> tuple[Application, list[Event]]:
    entry = with_added(entry, now)
    application, events = complete(entry.application, entry.stage, entry.events, policy, now)
    if entry.stage is not None and entry.events:  # it was whole: what time has brought about since is nobody's word
        application, events = replace(entry.application, stage=entry.stage), list(entry.events)
    return named(application), [event if event.uid else replace(event, uid=new_uid()) for event in events]
