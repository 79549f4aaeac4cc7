"""Give new records their ids and uids, and follow the references between them. Pure but for where those come from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias, TypeVar

from app.etiquette.errors import InvalidFieldError
from app.etiquette.records import Application, Interview, Letter, Person, Reply, Snooze, Waiver

NewId: TypeAlias = Callable[[str], int]
"""Takes a table's name and returns an id that the table never had."""


def new_uid() -> str:
    """Return a name that no other thing has, in this hunt or in any: 80 random bits as 20 hexadecimal digits.

    Digits and small letters alone, since calendars and file systems may not tell capitals from them.
    """
    return os.urandom(10).hex()


R = TypeVar("R", Person, Interview, Letter, Reply, Waiver, Snooze)


class _References:
    """What the ids of some records have become. A temporary id that two records share refers to neither."""

    def __init__(self, what: str, before: tuple[R, ...], after: tuple[R, ...]):
        self._what = what
        self._ids: dict[int, int | None] = {}
        for old, new in zip(before, after, strict=True):
            self._ids[old.id] = None if old.id in self._ids else new.id

    def now(self, record_id: int) -> int:
        """Return the id that a referred-to record has now."""
        found = self._ids.get(record_id)
        if found is None:
            raise InvalidFieldError(
                self._what,
                f"Something refers to {self._what} {record_id}, which is not in this application (or is there twice)."
                " Nothing was saved; choose it again.",
            )
        return found

    def maybe(self, record_id: int | None) -> int | None:
        """Return the same, None for a reference to nobody."""
        return None if record_id is None else self.now(record_id)


def numbered(application: Application, new_id: NewId, before: Application | None = None) -> Application:
    """Return the application with an id and a uid for itself and for everything in it that had none; references
    follow.

    An id of 0 or less is temporary; what others refer to needs one that is its own.

    Args:
        before: the application as it is stored: what is stored keeps its uid, whatever became of the record meanwhile.

    Raises:
        InvalidFieldError: something refers to a person or an interview that is not in the application.
    """
    earlier = before or Application()
    people = _given_ids(application.people, "person", new_id, earlier.people)
    person = _References("person", application.people, people)
    interviews = _given_ids(application.interviews, "interview", new_id, earlier.interviews)
    interview = _References("interview", application.interviews, interviews)
    return replace(
        application,
        id=application.id if application.id > 0 else new_id("application"),
        uid=earlier.uid or application.uid or new_uid(),
        people=people,
        interviews=tuple(
            replace(each, met=tuple(person.now(met) for met in each.met)) if each.met else each for each in interviews
        ),
        letters=tuple(
            replace(each, to=person.maybe(each.to), interview=interview.maybe(each.interview))
            for each in _given_ids(application.letters, "letter", new_id, earlier.letters)
        ),
        replies=tuple(
            replace(each, person=person.maybe(each.person))
            for each in _given_ids(application.replies, "reply", new_id, earlier.replies)
        ),
        waivers=tuple(
            replace(each, person=person.maybe(each.person), interview=interview.maybe(each.interview))
            for each in _given_ids(application.waivers, "waiver", new_id, earlier.waivers)
        ),
        snoozes=tuple(
            replace(each, person=person.maybe(each.person))
            for each in _given_ids(application.snoozes, "snooze", new_id, earlier.snoozes)
        ),
    )


def _given_ids(records: tuple[R, ...], table: str, new_id: NewId, before: Iterable[R]) -> tuple[R, ...]:
    stored = {record.id: record.uid for record in before}
    return tuple(
        record
        if record.id > 0 and record.uid and stored.get(record.id, record.uid) == record.uid
        else replace(
            record,
            id=record.id if record.id > 0 else new_id(table),
            uid=stored.get(record.id) or record.uid or new_uid(),
        )
        for record in records
    )
