"""Several tellings of one event within a file: the latest is kept, the others are counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from app.exchange.contents import Invitation

_NEVER = datetime.min.replace(tzinfo=UTC)
FROM_OTHERS = frozenset({"REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"})
"""Methods by which somebody else speaks of an event: they never replace what its organizer says."""


def merged(invitations: Iterable[Invitation]) -> tuple[tuple[Invitation, ...], int]:
    """Return what is left, in the file's order, and how many went into another one.

    Of one event the latest is kept by SEQUENCE, then DTSTAMP, then place in the file. Events that share a UID and
    differ in their time, where neither is the later version, are several: all are kept. A date of a repeating event
    that was changed counts as an event of its own, unless nothing but its date differs from what the event itself says.
    """
    kept: dict[object, Invitation] = {}
    count = 0
    for invitation in invitations:
        key = _key(invitation)
        current = invitation
        if _is_another(current, kept.get(key)):
            current = replace(current, uid=f"{current.uid}/{current.starts:%Y%m%dT%H%M%SZ}")
            key = _key(current)
        before = kept.get(key)
        count += before is not None
        if before is None or _age(current) >= _age(before):
            kept[key] = current
    events = {invitation.uid: invitation for invitation in kept.values() if invitation.instance is None}
    left = [
        invitation for invitation in kept.values() if not _repeats_its_event(invitation, events.get(invitation.uid))
    ]
    return tuple(map(_named_apart, left)), count + len(kept) - len(left)


def _named_apart(invitation: Invitation) -> Invitation:
    """Return a changed date of a repeating event under a UID of its own, so that it never passes for the event."""
    if invitation.instance is None or not invitation.uid:
        return invitation
    return replace(invitation, uid=f"{invitation.uid}/{invitation.instance:%Y%m%dT%H%M%SZ}")


def _is_another(invitation: Invitation, kept: Invitation | None) -> bool:
    """Return whether two of one UID are two events: at different times, and neither is the later version."""
    if kept is None or not invitation.uid or _age(invitation) != _age(kept):
        return False
    concerns_kept = invitation.method in (*FROM_OTHERS, "CANCEL") or invitation.status == "CANCELLED"
    is_placed = invitation.starts is not None and kept.starts is not None
    return is_placed and invitation.starts != kept.starts and not concerns_kept


def _key(invitation: Invitation) -> object:
    if not invitation.uid:
        return replace(invitation, sequence=0, stamped=None)
    whose = (invitation.method, invitation.attendees) if invitation.method in FROM_OTHERS else None
    return (invitation.uid, invitation.instance, whose)


def _age(invitation: Invitation) -> tuple[int, datetime]:
    return invitation.sequence, invitation.stamped or _NEVER


def _repeats_its_event(invitation: Invitation, event: Invitation | None) -> bool:
    """Return whether a changed date of a repeating event says nothing that the event does not."""
    if event is None or invitation.instance is None or invitation.starts != invitation.instance:
        return False
    return _content(invitation) == _content(event)


def _content(invitation: Invitation) -> tuple[object, ...]:
    length = invitation.ends - invitation.starts if invitation.ends and invitation.starts else None
    return (
        length,
        invitation.summary,
        invitation.location,
        invitation.description,
        invitation.url,
        invitation.status,
        invitation.method,
        invitation.organizer,
    )
