"""Our own JSON, written: everything the hunt holds, in the shape that `whole` reads back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from app.etiquette.records import (
    Application,
    Event,
    Interview,
    Letter,
    Me,
    Outcome,
    Person,
    Reply,
    Snooze,
    Waiver,
)
from app.exchange.json_.reading import FORMAT


def whole_document(me: Me, hunt: Iterable[tuple[Application, list[Event]]], uid: str = "") -> dict[str, Any]:
    """Return the JSON document of a whole hunt. Moments are UTC with offset, days ISO dates, people named by ref,
    interviews by round and uid.

    Args:
        uid: the hunt's own.
    """
    return {
        "afterword": FORMAT,
        "uid": uid,
        "me": {"name": me.name, "email": me.email, "signature": me.signature},
        "applications": [_application(application, events) for application, events in hunt],
    }


def _application(application: Application, events: list[Event]) -> dict[str, Any]:
    refs = {person.id: f"p{i}" for i, person in enumerate(application.people, 1)}
    interviews = {interview.id: interview for interview in application.interviews}
    reply_by = application.reply_by
    return {
        "uid": application.uid,
        "company": application.company,
        "role": application.role,
        "stage": application.stage.value,
        "location": application.location,
        "url": application.url,
        "salary": application.salary,
        "source": application.source,
        "priority": application.priority,
        "notes": application.notes,
        "applied_on": _day(application.applied_on),
        "reply_by": reply_by
        and {"date": _day(reply_by.date), "stated": reply_by.stated, "known": _moment(reply_by.known)},
        "no_follow_ups": application.no_follow_ups,
        "keep_in_touch": application.keep_in_touch,
        "archived": application.archived,
        "added": _moment(application.added),
        "people": [_person(person, refs) for person in application.people],
        "interviews": [_interview(interview, refs) for interview in application.interviews],
        "letters": [_letter(letter, refs, interviews) for letter in application.letters],
        "replies": [_reply(reply, refs) for reply in application.replies],
        "outcome": application.outcome and _outcome(application.outcome),
        "waivers": [_waiver(waiver, refs, interviews) for waiver in application.waivers],
        "snoozes": [_snooze(snooze, refs) for snooze in application.snoozes],
        "events": [_event(event) for event in events],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _ref(refs: dict[int, str], person: int | None) -> str | None:
    return None if person is None else refs.get(person)


def _person(person: Person, refs: dict[int, str]) -> dict[str, Any]:
    return {
        "uid": person.uid,
        "ref": refs[person.id],
        "given": person.given,
        "family": person.family,
        "honorific": person.honorific,
        "email": person.email,
        "title": person.title,
        "part": person.part.value,
        "family_first": person.family_first,
    }


def _interview(interview: Interview, refs: dict[int, str]) -> dict[str, Any]:
    return {
        "uid": interview.uid,
        "round": interview.round,
        "starts": _moment(interview.starts),
        "ends": _moment(interview.ends),
        "timezone": interview.timezone,
        "kind": interview.kind,
        "location": interview.location,
        "met": [refs[person] for person in interview.met if person in refs],
        "noted": interview.noted,
        "status": interview.status.value,
        "calendar_uid": interview.calendar_uid,
        "sequence": interview.sequence,
        "stamped": _moment(interview.stamped),
        "day_only": interview.day_only,
    }


def _which(interviews: dict[int, Interview], interview_id: int | None) -> dict[str, Any]:
    """Return the fields that name an interview: its round, for people, and its uid, since two may be of one round."""
    interview = None if interview_id is None else interviews.get(interview_id)
    return {"round": interview and interview.round, "interview": interview.uid or None if interview else None}


def _letter(letter: Letter, refs: dict[int, str], interviews: dict[int, Interview]) -> dict[str, Any]:
    return {
        "uid": letter.uid,
        "kind": letter.kind.value,
        "to": _ref(refs, letter.to),
        "subject": letter.subject,
        "body": letter.body,
        "status": letter.status.value,
        "sent": _moment(letter.sent),
        "how": letter.how,
        **_which(interviews, letter.interview),
        "message_id": letter.message_id,
        "in_reply_to": letter.in_reply_to,
        "thread_subject": letter.thread_subject,
        "written": _moment(letter.written),
    }


def _reply(reply: Reply, refs: dict[int, str]) -> dict[str, Any]:
    return {
        "uid": reply.uid,
        "at": _moment(reply.at),
        "text": reply.text,
        "reply_by": _day(reply.reply_by),
        "away_until": _day(reply.away_until),
        "person": _ref(refs, reply.person),
        "message_id": reply.message_id,
        "subject": reply.subject,
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "kind": outcome.kind.value,
        "at": _moment(outcome.at),
        "decide_by": _day(outcome.decide_by),
        "decision": outcome.decision.value if outcome.decision else None,
        "came_from": outcome.came_from.value,
        "decided": _moment(outcome.decided),
    }


def _waiver(waiver: Waiver, refs: dict[int, str], interviews: dict[int, Interview]) -> dict[str, Any]:
    return {
        "uid": waiver.uid,
        "step": waiver.step.value,
        "person": _ref(refs, waiver.person),
        **_which(interviews, waiver.interview),
        "reason": waiver.reason,
        "at": _moment(waiver.at),
    }


def _snooze(snooze: Snooze, refs: dict[int, str]) -> dict[str, Any]:
    return {
        "uid": snooze.uid,
        "step": snooze.step.value,
        "person": _ref(refs, snooze.person),
        "until": _moment(snooze.until),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "uid": event.uid,
        "at": _moment(event.at),
        "what": event.what,
        "text": event.text,
        "before": event.before.value if event.before else None,
        "after": event.after.value if event.after else None,
        "rule": event.rule,
        "recorded": _moment(event.recorded),
        "is_day": event.is_day,
    }
