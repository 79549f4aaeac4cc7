"""Says what is newly due, to every address of the settings, each of which is told everything once."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.etiquette.errors import AfterwordError, DeliveryError
from app.etiquette.records import Me
from app.etiquette.reminder_addresses import is_own_mail
from app.etiquette.reminding import Chosen, chosen_steps, still_there
from app.hunt.due import Due, due_list
from app.hunt.reminders.delivering import deliver, shown_address
from app.hunt.reminders.memory import Memory, held
from app.hunt.reminders.wording import Reminder, mail, notification, title_of
from app.settings import Settings
from app.storage import reading
from app.storage.readers import opened_reader

logger = logging.getLogger(__name__)


class Delivery(NamedTuple):
    """What became of one address's reminder."""

    address: str
    """As it may be shown."""
    reminder: Reminder
    problem: str
    """Why it was not sent, "" if it was."""


class _Search(NamedTuple):
    """What reminders are made from."""

    uid: str
    due: Sequence[Due]
    me: Me


def remind(database: Path, prefs: Settings, now: datetime, *, sends: bool = True) -> list[Delivery]:
    """Send each address what it was not told yet; return what was said, nothing when there is nothing new.

    An address that could not be reached is told the next time; one that may have been is not.

    Args:
        sends: False: nothing is sent and nothing is remembered.

    Raises:
        AfterwordError: the database cannot be read, or what is said cannot be remembered; nothing was sent.
    """
    search = _read(database, prefs, now)
    with held() as memory:
        if memory is None:
            return []
        outcomes = [] if search is None else list(_deliveries(search, memory, prefs, now, sends=sends))
        if sends:
            memory.note_run(now, [delivery.problem for delivery in outcomes if delivery.problem])
            memory.save()
    return outcomes


def _read(database: Path, prefs: Settings, now: datetime) -> _Search | None:
    with opened_reader(database) as connection:
        if connection is None:
            return None
        with reading.snapshot(connection):
            due = due_list(connection, prefs.policy, now).steps
            return _Search(reading.hunt_uid(connection), due, reading.me(connection))


def _deliveries(search: _Search, memory: Memory, prefs: Settings, now: datetime, *, sends: bool) -> list[Delivery]:
    outcomes = []
    steps = [item.step for item in search.due]
    memory.forget_others(search.uid, prefs.remind.to)
    for address in prefs.remind.to:
        mentions = still_there(memory.mentions(search.uid, address), steps)
        chosen = chosen_steps(steps, mentions, prefs.policy, now)
        if chosen is not None:
            reminder = _reminder(address, search.due, chosen, prefs, now)
            problem, may_be_there = _sent(address, reminder, prefs, search.me, now) if sends else ("", True)
            outcomes.append(Delivery(shown_address(address), reminder, problem))
            mentions = chosen.mentions if may_be_there else mentions
        memory.keep(search.uid, address, mentions)
        if sends:
            memory.save()
    return outcomes


def _reminder(address: str, due: Sequence[Due], chosen: Chosen, prefs: Settings, now: datetime) -> Reminder:
    wanted = set(map(id, chosen.steps))
    items = [item for item in due if id(item.step) in wanted]
    title, zone = title_of(items, all_press=chosen.all_press), prefs.policy.zone
    if is_own_mail(address):
        return mail(items, title, now, zone)
    return notification(items, title, now, zone, names=prefs.remind.names)


def _sent(address: str, reminder: Reminder, prefs: Settings, me: Me, now: datetime) -> tuple[str, bool]:
    """Send a reminder; return what went wrong, "" for nothing, and whether it is there, or may be."""
    try:
        deliver(address, reminder, prefs, me, now)
    except AfterwordError as error:
        logger.warning("a reminder to %s was not sent", shown_address(address).partition(":")[0])
        return str(error), isinstance(error, DeliveryError) and error.maybe_sent
    logger.info("a reminder was sent")
    return "", True
