"""Our own JSON, written: everything the hunt holds, in the shape that `whole` reads back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.etiquette.records import Application, Event, Interview, Letter, Me, Waiver
from app.exchange.json_.plain_fields import written
from app.exchange.json_.reading import FORMAT

_Refs = dict[int, str]
_Rounds = dict[int, Interview]


def whole_document(me: Me, hunt: Iterable[tuple[Application, list[Event]]], uid: str = "") -> dict[str, Any]:
    """Return the JSON document of a whole hunt. Moments are UTC with offset, days ISO dates, people named by ref,
    interviews by round and uid.

    Args:
        uid: the hunt's own.
    """
    return {
        "afterword": FORMAT,
        "uid": uid,
        "me": written(me),
        "applications": [_application(application, events) for application, events in hunt],
    }


def _application(application: Application, events: list[Event]) -> dict[str, Any]:
    refs = {person.id: f"p{i}" for i, person in enumerate(application.people, 1)}
    rounds = {interview.id: interview for interview in application.interviews}
    return written(application) | {
        "reply_by": application.reply_by and written(application.reply_by),
        "people": [{"ref": refs[person.id]} | written(person) for person in application.people],
        "interviews": [
            written(interview) | {"met": [refs[person] for person in interview.met if person in refs]}
            for interview in application.interviews
        ],
        "letters": [
            written(letter) | {"to": _ref(refs, letter.to)} | _which(rounds, letter) for letter in application.letters
        ],
        "replies": [written(reply) | {"person": _ref(refs, reply.person)} for reply in application.replies],
        "outcome": application.outcome and written(application.outcome),
        "waivers": [
            written(waiver) | {"person": _ref(refs, waiver.person)} | _which(rounds, waiver)
            for waiver in application.waivers
        ],
        "snoozes": [written(snooze) | {"person": _ref(refs, snooze.person)} for snooze in application.snoozes],
        "postings": [written(posting) for posting in application.postings],
        "files": [written(file) for file in application.files],
        "events": [written(event) for event in events],
    }


def _ref(refs: _Refs, person: int | None) -> str | None:
    return None if person is None else refs.get(person)


def _which(rounds: _Rounds, part: Letter | Waiver) -> dict[str, Any]:
    """Return the fields that name an interview: its round, for people, and its uid, since two may be of one round."""
    interview = None if part.interview is None else rounds.get(part.interview)
    return {"round": interview and interview.round, "interview": interview.uid or None if interview else None}
