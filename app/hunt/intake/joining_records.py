"""Join the records that belong to an application from an export of ours, such as people and letters, with those stored.

Matched ones stay one, what only the file has comes over, and all name each other by the ids that they have here. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from app.etiquette.records import Application, Interview, Letter, LetterStatus, Person
from app.hunt.field_words import Words
from app.hunt.intake.differences import Difference, of_record
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


@dataclass(slots=True)
class Account:
    """What a join does, as a person reads it."""

    taken: list[str] = field(default_factory=list)
    """What comes over, a few words each."""
    kept: list[Difference] = field(default_factory=list)
    """What differs in the file and stays as it is here unless the user takes it."""


class RecordsJoining:
    """The records of one application being joined."""

    def __init__(self, stored: Application, imported: Application, account: Account, *, is_newer: bool):
        """Take both applications.

        Args:
            account: gets what is done.
            is_newer: whether the file is newer than what is stored.
        """
        self._stored, self._imported, self._account, self._is_newer = stored, imported, account, is_newer
        self._people: tuple[Person, ...] = ()
        self._ids: dict[str, dict[int, int]] = {"people": {}, "interviews": {}}

    def joined(self) -> Application:
        """Return the stored application with the records of both."""
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
        return replace(
            after,
            letters=self._join_records("letters", after.letters, self._imported_letters(), letter_keys),
            files=self._join_records(
                "files", after.files, joinable_files(after.files, self._imported.files, self._is_newer), file_keys
            ),
            **joined_records,
        )

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
            self._account.kept += [
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
            self._account.taken.append(f"{new} new {one if new == 1 else many}")
        if changed:
            self._account.taken.append(f"{changed} {one if changed == 1 else many} changed")

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
