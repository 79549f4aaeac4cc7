"""Our own JSON, written: everything the hunt holds, in the shape that `whole` reads back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.etiquette.marks import NO_MARKS, Marks
from app.etiquette.records import Application, Event, Interview, Letter, Me, Waiver
from app.etiquette.sheet_records import Jotting, Question
from app.exchange.json_.changes import CHANGED, whole_changes
from app.exchange.json_.plain_fields import written
from app.exchange.json_.reading import FORMAT

_Refs = dict[int, str]
_Rounds = dict[int, Interview]


def whole_document(
    me: Me, hunt: Iterable[tuple[Application, list[Event]]], uid: str = "", marks: Marks = NO_MARKS
) -> dict[str, Any]:
    """Return the JSON document of a whole hunt. Moments are UTC with offset, days ISO dates, people named by ref,
    interviews by round and uid.

    Args:
        uid: the hunt's own.
        marks: what this copy of it knows of changes.
    """

    def with_changed(record: Any) -> dict[str, Any]:
        changed = marks.edits.get(record.uid)
        return written(record) | {CHANGED: dict(sorted(changed.items()))} if changed else written(record)

    return {
        "afterword": FORMAT,
        "uid": uid,
        **whole_changes(marks),
        "me": written(me),
        "applications": [_application(application, events, with_changed) for application, events in hunt],
    }


def _application(
    application: Application, events: list[Event], with_changed: Callable[[Any], dict[str, Any]]
) -> dict[str, Any]:
    refs = {person.id: f"p{i}" for i, person in enumerate(application.people, 1)}
    rounds = {interview.id: interview for interview in application.interviews}
    return with_changed(application) | {
        "reply_by": application.reply_by and written(application.reply_by),
        "people": [{"ref": refs[person.id]} | with_changed(person) for person in application.people],
        "interviews": [
            with_changed(interview) | {"met": [refs[person] for person in interview.met if person in refs]}
            for interview in application.interviews
        ],
        "letters": [
            with_changed(letter) | {"to": _ref(refs, letter.to)} | _which(rounds, letter)
            for letter in application.letters
        ],
        "replies": [with_changed(reply) | {"person": _ref(refs, reply.person)} for reply in application.replies],
        "outcome": application.outcome and written(application.outcome),
        "waivers": [
            with_changed(waiver) | {"person": _ref(refs, waiver.person)} | _which(rounds, waiver)
            for waiver in application.waivers
        ],
        "snoozes": [with_changed(snooze) | {"person": _ref(refs, snooze.person)} for snooze in application.snoozes],
        "postings": [with_changed(posting) for posting in application.postings],
        "files": [with_changed(file) for file in application.files],
        "questions": [with_changed(question) | _which(rounds, question) for question in application.questions],
        "jottings": [
            with_changed(jotting) | {"person": _ref(refs, jotting.person)} | _which(rounds, jotting)
            for jotting in application.jottings
        ],
        "events": [with_changed(event) for event in events],
    }


def _ref(refs: _Refs, person: int | None) -> str | None:
    return None if person is None else refs.get(person)


def _which(rounds: _Rounds, part: Letter | Waiver | Question | Jotting) -> dict[str, Any]:
    """Return the fields that name an interview: its round, for people, and its uid, since two may be of one round."""
    interview = None if part.interview is None else rounds.get(part.interview)
    return {"round": interview and interview.round, "interview": interview.uid or None if interview else None}
