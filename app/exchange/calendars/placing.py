"""An invitation whose time zone was not known, once the user has said which one is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.etiquette.dates import zone_named
from app.exchange.calendars.event import REPEATS
from app.exchange.found import Invitation


def placed_in(invitation: Invitation, timezone: str) -> Invitation:
    """Return the invitation with its times in a zone; one that needs none, as it is.

    Raises:
        InvalidFieldError: there is no such zone.
    """
    zone_named(timezone)
    if invitation.unplaced is None:
        return invitation
    starts, ends = (_instant(local, timezone) if local else None for local in invitation.unplaced)
    return replace(
        invitation,
        starts=starts,
        ends=ends if ends and starts and ends > starts else None,
        timezone=timezone,
        problem=REPEATS if invitation.repeats else "",
        unplaced=None,
        zone_name="",
    )


def _instant(local: datetime, timezone: str) -> datetime | None:
    try:
        return local.replace(tzinfo=ZoneInfo(timezone)).astimezone(UTC)
    except OverflowError:
        return None
