"""`afterword due`: what is due, for a prompt, a cron job or a status bar. Imports neither Textual nor SQLModel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import lru_cache
from types import SimpleNamespace

from app import locations, settings
from app.cli.main import DONE, say
from app.etiquette import dates
from app.etiquette.dates import read_instant, say_moment
from app.etiquette.errors import UnreadableDateError
from app.etiquette.wording import MARKS, say_what, say_when
from app.hunt.due import Due, due_list
from app.storage.opened import opened_reader

_HEADS = {urgency: f"{mark} {urgency.replace('_', ' '):7}" for urgency, mark in MARKS.items()}


def run(options: SimpleNamespace) -> int:
    """Print what is due and return the exit code: nothing due is done, too."""
    set_ = settings.load()
    zone = set_.policy.zone
    now = _moment(options.at, zone) if options.at else settings.clock_now()
    with opened_reader(locations.database_file(options.db)) as connection:
        found = [] if connection is None else due_list(connection, set_.policy, now)
    shown = found if options.all else [due for due in found if due.step.is_now]
    if options.json:
        print(_document(shown, zone))
    elif shown:
        say("\n".join(_line(due, now, zone) for due in shown))
    else:
        say(_nothing(found, now, zone))
    return DONE


def _moment(text: str, zone: tzinfo) -> datetime:
    try:
        return read_instant(text, zone, "--at")
    except UnreadableDateError as error:
        raise UnreadableDateError("--at", f"--at: {error}") from None


def _nothing(found: list[Due], now: datetime, zone: tzinfo) -> str:
    if not found:
        return "Nothing is due."
    first = min(found, key=lambda due: due.step.snoozed_until or due.step.opens)
    opens = first.step.snoozed_until or first.step.opens
    return f"Nothing is due. Next: {_what(first)}, from {say_moment(opens, now, zone)}."


def _what(due: Due) -> str:
    return f"{due.company or 'Your search'}: {say_what(due.step, due.person)}"


def _line(due: Due, now: datetime, zone: tzinfo) -> str:
    step = due.step
    when = say_when(step, now, zone)
    soon = f" ({when})" if when else ""
    return f"{_HEADS[step.urgency]}  {_what(due)}{soon}. {step.reason}"


def _document(shown: list[Due], zone: tzinfo) -> str:
    """Return the list as JSON, a step a line: with indents, Python writes JSON ten times as slowly."""
    import json

    write = json.JSONEncoder(ensure_ascii=False).encode

    @lru_cache(maxsize=4096)
    def local(moment: datetime | None) -> str | None:
        return None if moment is None else dates.local(moment, zone).isoformat()

    return f"[{f',{chr(10)} '.join(write(_as_json(due, local)) for due in shown)}]"


def _as_json(due: Due, local: Callable[[datetime | None], str | None]) -> dict[str, object]:
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
        "reason": step.reason,
    }
