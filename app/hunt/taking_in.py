"""An export of ours taken into the hunt: what is new is added, what is there already stays as it is."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from app.etiquette.completing import complete
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Me
from app.etiquette.text import folded
from app.exchange.whole import Whole, with_added
from app.hunt.hunt import Done, Hunt
from app.storage import reading


def identity(application: Application) -> tuple[str, str, str, str]:
    """Return what tells two applications apart: company, role, link and the day applied on."""
    return (
        folded(application.company),
        folded(application.role),
        application.url.strip().rstrip("/"),
        application.applied_on.isoformat() if application.applied_on else "",
    )


def take_in_whole(
    hunt: Hunt, whole: Whole, connection: sqlite3.Connection | None, policy: Policy, now: datetime
) -> Done:
    """Store a whole hunt as one verb; applications that are there already are left as they are.

    Returns:
        what was done, in one sentence.
    """
    known = set()
    me = Me()
    if connection is not None:
        known = {identity(application) for application in reading.all_applications(connection)}
        me = reading.me(connection)
    added: list[tuple[Application, list[Event]]] = []
    for told in whole.told:
        dated = with_added(told, now)
        if identity(dated.application) not in known:
            added.append(complete(dated.application, dated.stage, dated.events, policy, now))
    there = len(whole.told) - len(added)
    summary = f"Imported {len(added)} applications"
    if there:
        summary += f"; {there} were there already"
    new_me = whole.me if whole.me is not None and not me.name else None
    if not added and new_me is None:
        return Done(f"Nothing new: {there} applications were there already" if there else "Nothing to import")
    return hunt.take_in(summary, added, me=new_me)
