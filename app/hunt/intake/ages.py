"""Which of two timelines of one application is the newer one, as their events show. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise

from app.etiquette.records import Event


def only_in(events: Iterable[Event], others: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events that the others lack."""
    others = list(others)
    uids, keys = {event.uid for event in others if event.uid}, {_key(event) for event in others}
    return tuple(event for event in events if event.uid not in uids and _key(event) not in keys)


def is_newer(events: Sequence[Event], than: Sequence[Event]) -> bool:
    """Return whether a timeline holds all of another's, and more."""
    return bool(only_in(events, than)) and not only_in(than, events)


def was_joined(stored: Iterable[Event], events: Sequence[Event]) -> bool:
    """Return whether a file that has nothing new was joined earlier, and is no older state of what is stored: something
    that it lacks was recorded before something that it holds.

    Args:
        stored: those that are not recorded yet have an id below 1, and show nothing.
    """
    recorded = sorted((event for event in stored if event.id > 0), key=lambda event: event.id)
    stored_uids, uids = {event.uid for event in recorded}, {event.uid for event in events if event.uid}
    keys = {_key(event) for event in events if event.uid not in stored_uids}
    lacking = [event.uid not in uids and _key(event) not in keys for event in recorded]
    return any(earlier and not later for earlier, later in pairwise(lacking))


def _key(event: Event) -> Hashable:
    return (event.at, event.what, event.text)
