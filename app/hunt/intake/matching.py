"""What tells whether a record of an export of ours is one that is here: its uid, else what it holds. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from app.etiquette.attached_files import AttachedFile
from app.etiquette.from_them import Posting, Reply
from app.etiquette.names import without_honorific
from app.etiquette.records import Interview, Letter, Person, Snooze, Waiver
from app.etiquette.sheet_records import Jotting, Question
from app.etiquette.text import folded

R = TypeVar("R", Person, Interview, Letter, Reply, Waiver, Snooze, Posting, AttachedFile, Question, Jotting)


def all_keys(record: R, keys: Callable[[R], Iterable[Hashable]]) -> list[Hashable]:
    """Return the keys that identify a record, the surest first."""
    return [*([("uid", record.uid)] if record.uid else []), *keys(record)]


def person_keys(person: Person) -> Iterable[Hashable]:
    """Yield what identifies a person: the address, then the name."""
    if person.email:
        yield ("email", person.email.casefold())
    if person.given or person.family:
        yield ("name", folded(without_honorific(person.name)))


def round_keys(interview: Interview) -> Iterable[Hashable]:
    """Yield what identifies an interview: its calendar UID, then its start."""
    if interview.calendar_uid:
        yield ("calendar", interview.calendar_uid)
    yield ("starts", interview.starts)


def letter_keys(letter: Letter) -> Iterable[Hashable]:
    """Yield what identifies a letter: its Message-ID, then what it is, to whom and when."""
    if letter.message_id:
        yield ("message", letter.message_id)
    yield ("sent", letter.kind, letter.to, letter.sent) if letter.sent else ("draft", letter.kind, letter.to)


def reply_keys(reply: Reply) -> Iterable[Hashable]:
    """Yield what identifies a reply."""
    yield ("reply", reply.message_id) if reply.message_id else ("reply", reply.at, reply.text)


def waiver_keys(waiver: Waiver) -> Iterable[Hashable]:
    """Yield what identifies a skipped step."""
    yield (waiver.step, waiver.person, waiver.interview)


def snooze_keys(snooze: Snooze) -> Iterable[Hashable]:
    """Yield what identifies a snooze."""
    yield (snooze.step, snooze.person, snooze.until)


def posting_keys(posting: Posting) -> Iterable[Hashable]:
    """Yield what identifies a posting: where it was, then what it says."""
    if posting.address:
        yield ("address", posting.address)
    yield ("text", posting.text)


def file_keys(file: AttachedFile) -> Iterable[Hashable]:
    """Yield what identifies an attached file: what it is, and what is in it."""
    yield (file.kind, file.sha256)


def question_keys(question: Question) -> Iterable[Hashable]:
    """Yield what identifies a question of an interview's sheet."""
    yield (question.whose, folded(question.text), question.interview)


def jotting_keys(jotting: Jotting) -> Iterable[Hashable]:
    """Yield what identifies a note that was taken during an interview: there is one a person."""
    yield (jotting.interview, jotting.person)
