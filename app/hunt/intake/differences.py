"""What an export of ours says otherwise of an application that is here, each in words and with the verb that takes it.

Nothing but the user's key takes one: what is stored stays until then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import Any

from app.etiquette.errors import NotFoundError
from app.etiquette.from_them import Posting, Reply
from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.records import Application, Event, Interview, Letter, LetterStatus, Person
from app.etiquette.sheet_records import Jotting, Question
from app.etiquette.text import clean_lines
from app.etiquette.time.dates import local_day, say_day
from app.hunt.changes import Change, Verb, When, replaced, the_letter, the_person
from app.hunt.field_words import Words, label_of, say, shortened
from app.hunt.verbs import answers, applications, interviews, letters

Stored = Any
"""Whatever belongs to an application: a person, an interview, a letter, a reply, a skipped step ..."""
DECIDING = frozenset({"outcome_recorded", "offer_decided", "reopened"})
"""Events that an outcome leaves on the timeline: they come over with it, and not before."""
_LISTS = {
    "Letter": "letters", "Reply": "replies", "Waiver": "waivers", "Snooze": "snoozes", "Posting": "postings",
    "Question": "questions", "Jotting": "jottings",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the file says otherwise, and how it is taken."""

    name: str
    """Tells it apart within its application."""
    what: Callable[[When], str]
    """What differs: `notes`, `Dana Lee, title`."""
    ours: Any
    theirs: Any
    verb: Verb

    def title(self, when: When) -> str:
        """Return what differs with both values: `Outcome (yours: no answer yet; the file: rejected on Nov 3)`."""
        what, ours, theirs = self.what(when), shortened(say(self.ours, when)), shortened(say(self.theirs, when))
        return f"{what[0].upper()}{what[1:]} (yours: {ours}; the file: {theirs})"

    def text(self, when: When) -> str:
        """Return both values at their full length."""
        return f"Yours:\n{say(self.ours, when)}\n\nThe file:\n{say(self.theirs, when)}"


def of_field(field: str, ours: Any, theirs: Any) -> Difference:
    """Return the difference in a field of the application itself."""
    said: tuple[Any, Any] = ours, theirs
    if field == "priority":
        said = Words(applications.PRIORITIES[ours]), Words(applications.PRIORITIES[theirs])
    elif field in ("no_follow_ups", "keep_in_touch", "archived"):
        said = bool(ours), bool(theirs)
    return Difference(field, lambda _when: label_of(field), *said, _take_field(field, theirs))


def _take_field(field: str, value: Any) -> Verb:
    def take(application: Application, when: When) -> Change:
        if field == "reply_by":
            return answers.reply_by_set(application, when, value.date)
        if field == "no_follow_ups":
            return applications.no_follow_ups_set(application, when, value)
        if field == "keep_in_touch":
            return applications.keep_in_touch_set(application, when, value)
        if field == "archived":
            return applications.archived(application, when) if value else applications.unarchived(application, when)
        return applications.edited(application, when, **{field: value})

    return take


def of_record(stored: Stored, field: str, theirs: Any, shown: Callable[[str, Any], Any], whose: str) -> Difference:
    """Return the difference in a field of a person, an interview, a letter, a reply, a skipped step, a snooze or a
    posting.

    Args:
        shown: makes of a field's value what a person reads: names in place of ids.
        whose: to whom a letter goes.
    """
    name = f"{type(stored).__name__} {stored.id} {field}"
    what = partial(_record_words, stored, field, whose)
    ours = getattr(stored, field)
    return Difference(name, what, shown(field, ours), shown(field, theirs), _take_in_record(stored, field, theirs))


def _record_words(stored: Stored, field: str, whose: str, when: When) -> str:
    match stored:
        case Person():
            of = stored.name
        case Interview():
            day = stored.starts.date() if stored.day_only else local_day(stored.starts, when.policy.zone)
            of = f"interview on {say_day(day, local_day(when.now, when.policy.zone))}"
        case Letter():
            of = f"{DEMANDS[stored.kind].title} to {whose}"
        case Reply():
            of = f"reply of {say_day(local_day(stored.at, when.policy.zone), local_day(when.now, when.policy.zone))}"
        case Posting():
            of = "posting"
        case Question():
            of = f"question “{stored.text}”"
        case Jotting():
            of = "notes taken at an interview"
        case _:
            of = "snooze" if hasattr(stored, "until") else "skipped step"
    return f"{of}, {label_of(field)}"


def _take_in_record(stored: Stored, field: str, value: Any) -> Verb:
    def take(application: Application, when: When) -> Change:
        match stored:
            case Person():
                person = the_person(application, stored.id)
                fields = {name: getattr(person, name) for name in Person.__match_args__ if name not in ("id", "uid")}
                return applications.person_saved(application, when, stored.id, **fields | {field: value})
            case Interview():
                return interviews.edited(application, when, stored.id, **{field: value})
            case Letter() if stored.status is LetterStatus.DRAFT and field in ("subject", "body"):
                letter = the_letter(application, stored.id)
                texts = {"subject": letter.subject, "body": letter.body, field: value}
                return letters.letter_edited(application, when, stored.id, texts["subject"], texts["body"])
        return _put(application, when, stored, field, value)

    return take


def _put(application: Application, when: When, stored: Stored, field: str, value: Any) -> Change:
    """Return the application with one field of a record that no verb changes.

    Raises:
        NotFoundError: the record is gone meanwhile.
    """
    group = _LISTS[type(stored).__name__]
    records = getattr(application, group)
    record = next((record for record in records if record.id == stored.id), None)
    if record is None:
        raise NotFoundError("That is no longer here: it was deleted or undone.")
    value = clean_lines(value) if isinstance(value, str) and not isinstance(value, Enum) else value
    changes: dict[str, Any] = {group: replaced(records, replace(record, **{field: value}))}
    after = replace(application, **changes)
    text = f"Edited the {_record_words(stored, field, application.addressee(getattr(stored, 'to', None)), when)}"
    return Change(after, f"Merged {application.company} with an export", (Event(when.now, "application_edited", text),))
