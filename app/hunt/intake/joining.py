"""An application in an export of ours and the same one as it is stored: what only the file has comes over, and what
differs is named. Pure: knows no file and no database.

Which of the two is the newer one is told by their events: a timeline that holds all of the other's and more was written
later, and an older file changes nothing. Where each has events of its own, or neither more, nobody knows: then what is
stored stays.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from app.etiquette.records import (
    Application,
    Event,
    Interview,
    Letter,
    LetterStatus,
    Person,
    Reply,
    Snooze,
    Waiver,
)
from app.etiquette.stages import STAGE_TITLES, Stage
from app.etiquette.text import folded

R = TypeVar("R", Person, Interview, Letter, Reply, Waiver, Snooze)
_LONGEST = 60
_STORED_HERE = {"id", "uid", "version", "added"}
"""Fields that say nothing about an application."""
_LISTS = {
    "people": ("person", "people"),
    "interviews": ("interview", "interviews"),
    "letters": ("letter", "letters"),
    "replies": ("reply", "replies"),
    "waivers": ("skipped step", "skipped steps"),
    "snoozes": ("snooze", "snoozes"),
}


@dataclass(frozen=True, slots=True)
class Joined:
    """What becomes of a stored application, and what a person is told of it."""

    application: Application
    events: tuple[Event, ...]
    """Those that only the file has."""
    taken: tuple[str, ...]
    """What comes over, a few words each."""
    kept: tuple[str, ...]
    """What differs in the file and stays as it is here, a few words each."""


def joined(
    stored: Application,
    stored_events: Sequence[Event],
    told: Application,
    events: Sequence[Event],
    stage_of: Callable[[Application], Stage],
) -> Joined:
    """Return a stored application joined with the same one as a file tells it.

    Args:
        told: completed, with ids of its own.
        events: those of the file, none when they were made up from its facts.
        stage_of: works a stage out from an application's facts.
    """
    if events and _is_newer(events, stored_events):
        return Joined(stored, (), (), ())
    return _Joining(stored, told, _is_newer(stored_events, events)).done(stored_events, events, stage_of)


def _key(event: Event) -> Hashable:
    return (event.at, event.what, event.text)


def _only_in(events: Iterable[Event], others: Iterable[Event]) -> tuple[Event, ...]:
    others = list(others)
    uids, keys = {each.uid for each in others if each.uid}, {_key(each) for each in others}
    return tuple(each for each in events if each.uid not in uids and _key(each) not in keys)


def _is_newer(stored: Sequence[Event], events: Sequence[Event]) -> bool:
    return bool(_only_in(events, stored)) and not _only_in(stored, events)


class _Joining:
    """One application being joined."""

    def __init__(self, stored: Application, told: Application, is_newer: bool):
        self._stored, self._told, self._is_newer = stored, told, is_newer
        self._taken: list[str] = []
        self._kept: list[str] = []
        self._ids: dict[str, dict[int, int]] = {"people": {}, "interviews": {}}

    def done(
        self, stored_events: Sequence[Event], events: Sequence[Event], stage_of: Callable[[Application], Stage]
    ) -> Joined:
        """Return what comes of it."""
        after = replace(self._stored, people=self._list("people", self._stored.people, self._told.people, _person_keys))
        after = replace(after, interviews=self._list("interviews", after.interviews, self._interviews(), _round_keys))
        after = replace(
            after,
            letters=self._list("letters", after.letters, self._letters(), _letter_keys),
            replies=self._list("replies", after.replies, self._owned(self._told.replies), _reply_keys),
            waivers=self._list("waivers", after.waivers, self._owned(self._told.waivers), _waiver_keys),
            snoozes=self._list("snoozes", after.snoozes, self._owned(self._told.snoozes), _snooze_keys),
        )
        is_further = bool(self._taken)
        after = self._fields(after)
        if is_further and not self._is_newer and after.outcome is None:
            stages = list(Stage)
            after = replace(after, stage=max(after.stage, stage_of(after), key=stages.index))
        new = _only_in(events, stored_events)
        if new and not self._taken:
            self._taken.append(f"{len(new)} timeline {'entry' if len(new) == 1 else 'entries'}")
        return Joined(after, new, tuple(self._taken), tuple(self._kept))

    def _fields(self, application: Application) -> Application:
        changed: dict[str, Any] = {}
        for name in ("company", "role", "location", "url", "salary", "source", "priority", "notes", "applied_on",
                     "reply_by", "no_follow_ups", "keep_in_touch", "archived", "tone"):  # fmt: skip
            value = self._settled(name.replace("_", " "), getattr(application, name), getattr(self._told, name))
            changed[name] = value
        outcome, told = application.outcome, self._told.outcome
        if told is not None and told != outcome and (outcome is None or self._is_newer):
            changed |= {"outcome": told, "stage": Stage.OUTCOME}
            self._taken.append(told.kind.replace("_", " "))
        elif told is not None and told != outcome:
            self._kept.append(f"outcome ({told.kind.replace('_', ' ')} in the file)")
        elif self._is_newer and told is None and application.stage is not self._told.stage:
            changed |= {"outcome": None, "stage": self._told.stage}
            self._taken.append(f"now {STAGE_TITLES[self._told.stage]}")
        return replace(application, **changed)

    def _settled(self, name: str, here: Any, there: Any) -> Any:
        """Return which of two values of a field stays, and note it when they differ."""
        if here == there or there in ("", None) or (not there and not self._is_newer):
            return here
        if self._is_newer or here in ("", None):
            self._taken.append(name if isinstance(there, bool) else f"{name}: {_short(there)}")
            return there
        self._kept.append(f"{name} ({_short(there)} in the file)")
        return here

    def _list(
        self, name: str, here: tuple[R, ...], there: Iterable[R], keys: Callable[[R], Iterable[Hashable]]
    ) -> tuple[R, ...]:
        """Return the records of both, those that are the same thing once; `_ids` has the id of each of the file's."""
        records: dict[int, R] = {record.id: record for record in here}
        by_key: dict[Hashable, int] = {}
        for record in here:
            for key in _all_keys(record, keys):
                by_key.setdefault(key, record.id)
        new = changed = 0
        used: set[int] = set()
        for record in there:
            place = next((by_key[key] for key in _all_keys(record, keys) if by_key.get(key) not in {None, *used}), None)
            if place is None:
                place = min([0, *records]) - 1
                records[place] = replace(record, id=place)
                new += 1
            else:
                before = records[place]
                records[place] = self._same(name, before, record)
                changed += records[place] != before
            used.add(place)
            if name in self._ids:
                self._ids[name][record.id] = place
        self._note(name, new, changed)
        return tuple(records.values())

    def _same(self, name: str, here: R, there: R) -> R:
        """Return one record of two that are the same thing."""
        values = {
            field: getattr(there, field)
            for field in type(here).__match_args__
            if field not in _STORED_HERE and getattr(there, field) != getattr(here, field)
        }
        if not values:
            return here
        if self._is_newer or _went_out(here, there):
            return replace(here, **values)
        blank = {field: value for field, value in values.items() if getattr(here, field) in ("", None, ())}
        if len(blank) < len(values):
            names = ", ".join(field.replace("_", " ") for field in values if field not in blank)
            self._kept.append(f"{_LISTS[name][0]} ({names})")
        return replace(here, **blank) if blank else here

    def _note(self, name: str, new: int, changed: int) -> None:
        one, many = _LISTS[name]
        if new:
            self._taken.append(f"{new} new {one if new == 1 else many}")
        if changed:
            self._taken.append(f"{changed} {one if changed == 1 else many} changed")

    def _person(self, person: int | None) -> int | None:
        return None if person is None else self._ids["people"].get(person)

    def _interviews(self) -> list[Interview]:
        people = self._ids["people"]
        return [replace(each, met=tuple(people[met] for met in each.met)) for each in self._told.interviews]

    def _round(self, interview: int | None) -> int | None:
        return None if interview is None else self._ids["interviews"].get(interview)

    def _letters(self) -> list[Letter]:
        return [
            replace(each, to=self._person(each.to), interview=self._round(each.interview))
            for each in self._told.letters
        ]

    def _owned(self, records: tuple[R, ...]) -> list[R]:
        """Return replies, waivers or snoozes with the ids that people and interviews have here."""
        owned = []
        for record in records:
            changes: dict[str, Any] = {"person": self._person(getattr(record, "person", None))}
            if isinstance(record, Waiver):
                changes["interview"] = self._round(record.interview)
            owned.append(replace(record, **changes))
        return owned


def _went_out(here: object, there: object) -> bool:
    """Return whether a letter that is a draft here was sent there: that is never left out."""
    return (
        isinstance(here, Letter)
        and isinstance(there, Letter)
        and here.status is not LetterStatus.SENT
        and there.status is LetterStatus.SENT
    )


def _all_keys(record: R, keys: Callable[[R], Iterable[Hashable]]) -> list[Hashable]:
    """Return by what a record is known, what is surest first."""
    return [*([("uid", record.uid)] if record.uid else []), *keys(record)]


def _person_keys(person: Person) -> Iterable[Hashable]:
    if person.email:
        yield ("email", person.email.casefold())
    if person.given or person.family:
        yield ("name", folded(person.name))


def _round_keys(interview: Interview) -> Iterable[Hashable]:
    if interview.calendar_uid:
        yield ("calendar", interview.calendar_uid)
    yield ("starts", interview.starts)


def _letter_keys(letter: Letter) -> Iterable[Hashable]:
    if letter.message_id:
        yield ("message", letter.message_id)
    yield ("sent", letter.kind, letter.to, letter.sent) if letter.sent else ("draft", letter.kind, letter.to)


def _reply_keys(reply: Reply) -> Iterable[Hashable]:
    yield ("reply", reply.message_id) if reply.message_id else ("reply", reply.at, reply.text)


def _waiver_keys(waiver: Waiver) -> Iterable[Hashable]:
    yield (waiver.step, waiver.person, waiver.interview)


def _snooze_keys(snooze: Snooze) -> Iterable[Hashable]:
    yield (snooze.step, snooze.person, snooze.until)


def _short(value: object) -> str:
    text = str(getattr(value, "date", value)).split("\n", 1)[0]
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"{text!r}" if isinstance(value, str) else text
