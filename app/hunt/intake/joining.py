"""Join an application from an export of ours with the same one as stored: what only the file has comes over, and what
differs is named, for the user to take (`differences.py`). Pure: knows no file and no database.

Their events show which of the two is newer (`ages.py`): a timeline that holds all of the other's and more was written
later, and an older file changes nothing; one that was joined before names again what differs. If each has events of its
own, or neither has more, nothing shows it: what is stored stays. An outcome, which closes an application, is taken from
no file without the user's key, however new it is.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.etiquette.records import Application, Event, Interview, Letter, LetterStatus, Person, ReplyBy
from app.etiquette.stages import STAGE_TITLES, Stage
from app.hunt.field_words import Words, label_of
from app.hunt.intake.ages import is_newer, only_in, was_joined
from app.hunt.intake.differences import DECIDING, Difference, of_field, of_record
from app.hunt.intake.joining_files import joinable_files
from app.hunt.intake.matching import (
    R,
    all_keys,
    file_keys,
    jotting_keys,
    letter_keys,
    person_keys,
    posting_keys,
    question_keys,
    reply_keys,
    round_keys,
    snooze_keys,
    waiver_keys,
)
from app.hunt.intake.outcomes import OUTCOME, further_difference, stage_without_outcome

_LONGEST = 60
_STAGES = list(Stage)
_STORED_HERE = {"id", "uid", "version", "added", "disputed"}
"""Fields that say nothing about an application."""
UNSAID = {
    "written", "sequence", "stamped", "calendar_uid", "message_id", "in_reply_to", "thread_subject", "kept", "disputed"
}  # fmt: skip
"""Fields that no person reads: a difference in them is not named."""
LISTS = {
    "people": ("person", "people"),
    "interviews": ("interview", "interviews"),
    "letters": ("letter", "letters"),
    "replies": ("reply", "replies"),
    "waivers": ("skipped step", "skipped steps"),
    "snoozes": ("snooze", "snoozes"),
    "postings": ("posting", "postings"),
    "files": ("file", "files"),
    "questions": ("question for an interview", "questions for interviews"),
    "jottings": ("note taken at an interview", "notes taken at interviews"),
}
_FURTHER: dict[str, Callable[[Any], Iterable[Hashable]]] = {
    "replies": reply_keys,
    "waivers": waiver_keys,
    "snoozes": snooze_keys,
    "postings": posting_keys,
    "questions": question_keys,
    "jottings": jotting_keys,
}
"""What belongs to an application besides, and what tells whether two of them are the same."""


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
        self._taken: list[str] = []
        self._kept: list[Difference] = []
        self._people: tuple[Person, ...] = ()
        self._ids: dict[str, dict[int, int]] = {"people": {}, "interviews": {}}

    def join(
        self, stored_events: Sequence[Event], events: Sequence[Event], stage_of: Callable[[Application], Stage]
    ) -> Joined:
        """Return the stored application with what the file adds, in words as well."""
        after = replace(
            self._stored, people=self._join_records("people", self._stored.people, self._imported.people, person_keys)
        )
        self._people = after.people
        after = replace(
            after,
            interviews=self._join_records("interviews", after.interviews, self._imported_interviews(), round_keys),
        )
        joined_records: dict[str, Any] = {
            name: self._join_records(
                name, getattr(after, name), self._with_stored_ids(getattr(self._imported, name)), keys
            )
            for name, keys in _FURTHER.items()
        }
        after = replace(
            after,
            letters=self._join_records("letters", after.letters, self._imported_letters(), letter_keys),
            files=self._join_records(
                "files", after.files, joinable_files(after.files, self._imported.files, self._is_newer), file_keys
            ),
            **joined_records,
        )
        is_further = bool(self._taken)
        after = self._join_fields(after)
        if is_further and not self._is_newer and after.outcome is None:
            after = replace(after, stage=max(after.stage, stage_of(after), key=_STAGES.index))
        new_events = only_in(events, stored_events)
        further = further_difference(after, self._imported, stored_events, events, is_newer=self._is_newer)
        if further is not None:
            self._kept.append(further)
        if further is not None and further.name == OUTCOME:
            new_events = tuple(event for event in new_events if event.what not in DECIDING)
        if new_events and not self._taken:
            self._taken.append(f"{len(new_events)} timeline {'entry' if len(new_events) == 1 else 'entries'}")
        return Joined(after, new_events, tuple(self._taken), tuple(self._kept))

    def _join_fields(self, application: Application) -> Application:
        changed: dict[str, Any] = {}
        for name in ("company", "role", "location", "url", "salary", "source", "priority", "notes", "applied_on",
                     "reply_by", "no_follow_ups", "keep_in_touch", "archived", "tone"):  # fmt: skip
            value = self._choose_value(name, getattr(application, name), getattr(self._imported, name))
            changed[name] = value
        stage = stage_without_outcome(self._imported)
        if self._is_newer and application.outcome is None and application.stage is not stage:
            changed["stage"] = stage
            self._taken.append(f"now {STAGE_TITLES[stage]}")
        return replace(application, **changed)

    def _choose_value(self, name: str, stored: Any, imported: Any) -> Any:
        """Return the value of a field that stays, and note the choice if the two differ."""
        if _is_same(stored, imported) or imported in ("", None) or (not imported and not self._is_newer):
            return stored
        if self._is_newer or stored in ("", None):
            label = label_of(name)
            self._taken.append(label if isinstance(imported, bool) else f"{label}: {_short(imported)}")
            return imported
        if not isinstance(imported, ReplyBy) or imported.stated:
            self._kept.append(of_field(name, stored, imported))
        return stored

    def _join_records(
        self, name: str, stored: tuple[R, ...], imported: Iterable[R], keys: Callable[[R], Iterable[Hashable]]
    ) -> tuple[R, ...]:
        """Return the records of both, matching ones once; `_ids` gets the id that each of the file's has here."""
        records: dict[int, R] = {record.id: record for record in stored}
        by_key: dict[Hashable, int] = {}
        for record in stored:
            for key in all_keys(record, keys):
                by_key.setdefault(key, record.id)
        new = changed = 0
        matched_ids: set[int] = set()
        for record in imported:
            place = next(
                (by_key[key] for key in all_keys(record, keys) if by_key.get(key) not in {None, *matched_ids}), None
            )
            if place is None:
                place = min([0, *records]) - 1
                records[place] = replace(record, id=place)
                new += 1
            else:
                before = records[place]
                records[place] = self._join_record(before, record)
                changed += records[place] != before
            matched_ids.add(place)
            if name in self._ids:
                self._ids[name][record.id] = place
        self._note_changes(name, new, changed)
        return tuple(records.values())

    def _join_record(self, stored: R, imported: R) -> R:
        """Return the stored record of a matching pair, with what it takes from the imported one."""
        values = {
            field: getattr(imported, field)
            for field in type(stored).__match_args__
            if field not in _STORED_HERE and getattr(imported, field) != getattr(stored, field)
        }
        if not values:
            return stored
        if self._is_newer or _went_out(stored, imported):
            return replace(stored, **values)
        blank: dict[str, Any] = {
            field: value for field, value in values.items() if getattr(stored, field) in ("", None, ())
        }
        if not _was_draft(stored, imported):
            whose = self._stored.addressee(getattr(stored, "to", None))
            self._kept += [
                of_record(stored, field, value, self._shown, whose)
                for field, value in values.items()
                if field not in {*blank, *UNSAID} and value not in ("", None, ())
            ]
        return replace(stored, **blank) if blank else stored

    def _shown(self, field: str, value: Any) -> Any:
        """Return a field's value with names in place of people's ids."""
        if field not in ("to", "person", "met"):
            return value
        ids = value if field == "met" else (value,)
        return Words(", ".join(person.name for person in self._people if person.id in ids) or "nobody by name")

    def _note_changes(self, name: str, new: int, changed: int) -> None:
        one, many = LISTS[name]
        if new:
            self._taken.append(f"{new} new {one if new == 1 else many}")
        if changed:
            self._taken.append(f"{changed} {one if changed == 1 else many} changed")

    def _person_id(self, person: int | None) -> int | None:
        return None if person is None else self._ids["people"].get(person)

    def _imported_interviews(self) -> list[Interview]:
        people = self._ids["people"]
        return [
            replace(interview, met=tuple(people[met] for met in interview.met))
            for interview in self._imported.interviews
        ]

    def _interview_id(self, interview: int | None) -> int | None:
        return None if interview is None else self._ids["interviews"].get(interview)

    def _imported_letters(self) -> list[Letter]:
        return [
            replace(letter, to=self._person_id(letter.to), interview=self._interview_id(letter.interview))
            for letter in self._imported.letters
        ]

    def _with_stored_ids(self, records: tuple[R, ...]) -> list[R]:
        """Return imported replies, waivers and the like with the ids that people and interviews have here."""
        owned = []
        for record in records:
            changes: dict[str, Any] = {}
            if hasattr(record, "person"):
                changes["person"] = self._person_id(record.person)
            if hasattr(record, "interview"):
                changes["interview"] = self._interview_id(record.interview)
            owned.append(replace(record, **changes))
        return owned


def _went_out(stored: object, imported: object) -> bool:
    """Return whether a letter that is a draft here is a sent one in the file: that always comes over."""
    return (
        isinstance(stored, Letter)
        and isinstance(imported, Letter)
        and stored.status is not LetterStatus.SENT
        and imported.status is LetterStatus.SENT
    )


def _was_draft(stored: object, imported: object) -> bool:
    """Return whether a letter that was sent here is still a draft in the file, which is no difference but its past."""
    return _went_out(imported, stored)


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
