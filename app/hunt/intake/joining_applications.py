"""Join an application from an export of ours with the same one as stored: what only the file has comes over, and what
differs is named, for the user to take (`differences.py`). Pure: knows no file and no database.

Their events show which of the two is newer (`ages.py`): a timeline that holds all of the other's and more was written
later, and an older file changes nothing; one that was joined before names again what differs. If each has events of its
own, or neither has more, nothing shows it: what is stored stays. An outcome, which closes an application, is taken from
no file without the user's key, however new it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.etiquette.from_them import ReplyBy
from app.etiquette.records import Application, Event
from app.etiquette.stages import STAGE_TITLES, Stage
from app.hunt.field_words import label_of
from app.hunt.intake.ages import is_newer, only_in, was_joined
from app.hunt.intake.differences import DECIDING, Difference, of_field
from app.hunt.intake.joining_records import Account, RecordsJoining
from app.hunt.intake.outcomes import OUTCOME, further_difference, stage_without_outcome

_LONGEST = 60
_STAGES = list(Stage)


@dataclass(frozen=True, slots=True)
class Joined:
    """A stored application after the join, and the words in which a person reads what was done."""

    application: Application
    events: tuple[Event, ...]
    """Those that only the file has."""
    taken: tuple[str, ...]
    """What comes over, a few words each."""
    kept: tuple[Difference, ...]
    """What differs in the file and stays as it is here unless the user takes it."""


def joined(
    stored: Application,
    stored_events: Sequence[Event],
    imported: Application,
    events: Sequence[Event],
    stage_of: Callable[[Application], Stage],
) -> Joined:
    """Return a stored application joined with the same one from a file.

    Args:
        imported: the one from the file, completed, with ids of its own.
        events: those of the file; empty if they were made from its facts.
        stage_of: works a stage out from an application's facts.
    """
    if events and is_newer(stored_events, than=events):
        if not was_joined(stored_events, events):
            return Joined(stored, (), (), ())
        again = _Joining(stored, imported, is_newer=False).join(stored_events, events, stage_of)
        return Joined(stored, (), (), again.kept)
    return _Joining(stored, imported, is_newer(events, than=stored_events)).join(stored_events, events, stage_of)


class _Joining:
    """One application being joined."""

    def __init__(self, stored: Application, imported: Application, is_newer: bool):
        self._stored, self._imported, self._is_newer = stored, imported, is_newer
        self._account = Account()

    def join(
        self, stored_events: Sequence[Event], events: Sequence[Event], stage_of: Callable[[Application], Stage]
    ) -> Joined:
        """Return the stored application with what the file adds, in words as well."""
        account, stored, imported = self._account, self._stored, self._imported
        after = RecordsJoining(stored, imported, account, is_newer=self._is_newer).joined()
        has_new_records = bool(account.taken)
        after = self._join_fields(after)
        if has_new_records and not self._is_newer and after.outcome is None:
            after = replace(after, stage=max(after.stage, stage_of(after), key=_STAGES.index))
        new_events = only_in(events, stored_events)
        further = further_difference(after, imported, stored_events, events, is_newer=self._is_newer)
        if further is not None:
            account.kept.append(further)
        if further is not None and further.name == OUTCOME:
            new_events = tuple(event for event in new_events if event.what not in DECIDING)
        if new_events and not account.taken:
            account.taken.append(f"{len(new_events)} timeline {'entry' if len(new_events) == 1 else 'entries'}")
        return Joined(after, new_events, tuple(account.taken), tuple(account.kept))

    def _join_fields(self, application: Application) -> Application:
        changed: dict[str, Any] = {}
        for name in ("company", "role", "location", "url", "salary", "source", "priority", "notes", "applied_on",
                     "reply_by", "no_follow_ups", "keep_in_touch", "archived", "tone"):  # fmt: skip
            value = self._choose_value(name, getattr(application, name), getattr(self._imported, name))
            changed[name] = value
        stage = stage_without_outcome(self._imported)
        if self._is_newer and application.outcome is None and application.stage is not stage:
            changed["stage"] = stage
            self._account.taken.append(f"now {STAGE_TITLES[stage]}")
        return replace(application, **changed)

    def _choose_value(self, name: str, stored: Any, imported: Any) -> Any:
        """Return the value of a field that stays, and note the choice if the two differ."""
        if _is_same(stored, imported) or imported in ("", None) or (not imported and not self._is_newer):
            return stored
        if self._is_newer or stored in ("", None):
            label = label_of(name)
            self._account.taken.append(label if isinstance(imported, bool) else f"{label}: {_short(imported)}")
            return imported
        if not isinstance(imported, ReplyBy) or imported.stated:
            self._account.kept.append(of_field(name, stored, imported))
        return stored


def _is_same(stored: object, imported: object) -> bool:
    """Return whether two values of a field say the same; when a decision date became known is no part of it."""
    if isinstance(stored, ReplyBy) and isinstance(imported, ReplyBy):
        return (stored.date, stored.stated) == (imported.date, imported.stated)
    return stored == imported


def _short(value: object) -> str:
    """Return a value as it stands in a line of a preview."""
    text = str(getattr(value, "date", value)).split("\n", 1)[0]
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"{text!r}" if isinstance(value, str) else text
