"""`afterword due`: what is due, for a prompt, a cron job or a status bar. Imports neither Textual nor SQLModel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, tzinfo
from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING

from app import locations, settings
from app.cli.main import DONE, say
from app.etiquette.errors import InvalidFieldError, UnreadableDateError
from app.etiquette.steps.next_steps import Urgency
from app.etiquette.steps.wording import MARKS, URGENCY_TITLES, say_when
from app.etiquette.time import dates
from app.etiquette.time.dates import read_instant, say_moment
from app.hunt.due import Due, DueSteps, count_pressing, due_list
from app.storage.readers import opened_reader

if TYPE_CHECKING:
    import sqlite3

    from app.etiquette.policy import Policy
    from app.settings import Settings

_LINE_MARKS = {Urgency.LATE: "!", Urgency.DUE: "●"}
_HEADS = {urgency: f"{mark} {URGENCY_TITLES[urgency]:9}" for urgency, mark in MARKS.items()}


def run(options: SimpleNamespace) -> int:
    """Print what is due and return the exit code, which is `DONE` even when nothing is due."""
    prefs = settings.load()
    zone = prefs.policy.zone
    now = _moment(options.at, prefs) if options.at else settings.clock_now()
    with opened_reader(locations.database_file(options.db)) as connection:
        if options.waybar:
            return _say_waybar(connection, prefs.policy, now)
        if options.line:
            return _say_line({} if connection is None else count_pressing(connection, prefs.policy, now))
        shown, later = _listed(connection, prefs.policy, now, with_later=options.all)
    if options.json:
        print(_document(shown, now, zone))
    elif shown:
        say("\n".join(_line(due, now, zone) for due in shown))
    else:
        say(_nothing(later, now, zone))
    return DONE


def _listed(
    connection: sqlite3.Connection | None, policy: Policy, now: datetime, *, with_later: bool
) -> tuple[Sequence[Due], Sequence[Due]]:
    """Return the steps to list and, where there are none, those that open later."""
    if connection is None:
        return (), ()
    shown = due_list(connection, policy, now, only_now=not with_later).steps
    return shown, () if shown else due_list(connection, policy, now).steps


def _in_short(counts: Mapping[Urgency, int]) -> str:
    """Return how many steps are overdue and due today, "" when there are none."""
    return " ".join(f"{counts[urgency]}{mark}" for urgency, mark in _LINE_MARKS.items() if counts.get(urgency))


def _say_line(counts: Mapping[Urgency, int]) -> int:
    """Print what presses, for a prompt; print nothing when there is nothing."""
    line = _in_short(counts)
    if line:
        say(line)
    return DONE


def _say_waybar(connection: sqlite3.Connection | None, policy: Policy, now: datetime) -> int:
    """Print what presses as a custom module of Waybar reads it."""
    from app.cli.waybar import MOST, document

    due = DueSteps((), {}, None) if connection is None else due_list(connection, policy, now, MOST)
    nothing = _nothing(due.steps, now, policy.zone)
    print(document(due, _in_short(due.counts), nothing, now, policy.zone))
    return DONE


def _moment(text: str, prefs: Settings) -> datetime:
    """Return the moment that is meant: as programs write it, or in plain words, of which a day means its morning."""
    with suppress(UnreadableDateError):
        return read_instant(text, prefs.policy.zone, "--at")
    from app.hunt.typed.reader import Reader

    try:
        return Reader(settings.clock_now(), prefs.policy, prefs.month_first).until(text)
    except InvalidFieldError as error:
        raise UnreadableDateError("--at", f"--at: {error}") from None


def _nothing(steps: Sequence[Due], now: datetime, zone: tzinfo) -> str:
    if not steps:
        return "Nothing is due."
    first = min(steps, key=lambda due: due.step.snoozed_until or due.step.opens)
    opens = first.step.snoozed_until or first.step.opens
    return f"Nothing is due. Next: {first.what}, from {say_moment(opens, now, zone)}."


def _line(due: Due, now: datetime, zone: tzinfo) -> str:
    step = due.step
    when = say_when(step, now, zone)
    soon = f" ({when})" if when and when != URGENCY_TITLES[step.urgency] else ""
    said = f"{due.what}{soon}"
    end = "" if said.endswith("?") else "."
    return f"{_HEADS[step.urgency]}  {said}{end} {step.reason_on(dates.local_day(now, zone))}"


def _document(shown: Sequence[Due], now: datetime, zone: tzinfo) -> str:
    """Return the list as JSON, one step a line: with indentation, Python's encoder is ten times slower."""
    import json

    today = dates.local_day(now, zone)
    write = json.JSONEncoder(ensure_ascii=False).encode

    @lru_cache(maxsize=4096)
    def local(moment: datetime | None) -> str | None:
        return None if moment is None else dates.local(moment, zone).isoformat()

    return f"[{f',{chr(10)} '.join(write(_as_json(due, local, today)) for due in shown)}]"


def _as_json(due: Due, local: Callable[[datetime | None], str | None], today: date) -> dict[str, object]:
    step = due.step
    return {
        "application_id": step.application_id,
        "company": due.company or None,
        "role": due.role or None,
        "stage": due.stage.value if due.stage else None,
        "step": step.name.value,
        "letter_kind": step.kind.value if step.kind else None,
        "person": due.person,
        "opens": local(step.opens),
        "due": local(step.due),
        "late": local(step.late),
        "lapses": local(step.lapses),
        "urgency": step.urgency.value,
        "reason": step.reason_on(today),
    }
