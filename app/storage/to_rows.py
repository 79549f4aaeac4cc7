"""Records as rows to be written: dicts of Python values by column name. Imports neither sqlite3 nor SQLModel."""

from __future__ import annotations

from typing import Any, TypeAlias

from app.etiquette.records import Application, Event, Interview, Letter, Person, Reply, Snooze, Waiver
from app.etiquette.text import folded

Values: TypeAlias = dict[str, Any]


def application_values(application: Application) -> Values:
    """Return an application's own row, without `version`, which a transaction decides."""
    reply_by, outcome = application.reply_by, application.outcome
    names = (person.name for person in application.people)
    return {
        "id": application.id,
        "company": application.company,
        "role": application.role,
        "stage": application.stage,
        "location": application.location,
        "url": application.url,
        "salary": application.salary,
        "source": application.source,
        "priority": application.priority,
        "notes": application.notes,
        "applied_on": application.applied_on,
        "reply_by_date": reply_by.date if reply_by else None,
        "reply_by_stated": reply_by.stated if reply_by else False,
        "reply_by_known": reply_by.known if reply_by else None,
        "no_follow_ups": application.no_follow_ups,
        "keep_in_touch": application.keep_in_touch,
        "outcome_kind": outcome.kind if outcome else None,
        "outcome_at": outcome.at if outcome else None,
        "decide_by": outcome.decide_by if outcome else None,
        "decision": outcome.decision if outcome else None,
        "came_from": outcome.came_from if outcome else None,
        "decided_at": outcome.decided if outcome else None,
        "archived": application.archived,
        "added": application.added,
        "uid": application.uid,
        "folded": folded(" ".join((application.company, application.role, application.location, *names))),
    }


def person_values(person: Person) -> Values:
    """Return a person's row."""
    return {
        "id": person.id,
        "given": person.given,
        "family": person.family,
        "honorific": person.honorific,
        "email": person.email,
        "title": person.title,
        "part": person.part,
        "family_first": person.family_first,
        "uid": person.uid,
    }


def interview_values(interview: Interview) -> Values:
    """Return an interview's row; who was met has rows of its own."""
    return {
        "id": interview.id,
        "round": interview.round,
        "starts": interview.starts,
        "ends": interview.ends,
        "timezone": interview.timezone,
        "kind": interview.kind,
        "location": interview.location,
        "noted": interview.noted,
        "status": interview.status,
        "calendar_uid": interview.calendar_uid,
        "sequence": interview.sequence,
        "stamped": interview.stamped,
        "uid": interview.uid,
        "day_only": interview.day_only,
    }


def letter_values(letter: Letter) -> Values:
    """Return a letter's row, without `version`, which a transaction decides."""
    return {
        "id": letter.id,
        "kind": letter.kind,
        "to_id": letter.to,
        "subject": letter.subject,
        "body": letter.body,
        "status": letter.status,
        "sent": letter.sent,
        "how": letter.how,
        "interview_id": letter.interview,
        "message_id": letter.message_id,
        "in_reply_to": letter.in_reply_to,
        "thread_subject": letter.thread_subject,
        "written": letter.written,
        "uid": letter.uid,
    }


def reply_values(reply: Reply) -> Values:
    """Return the row of an answer of theirs."""
    return {
        "id": reply.id,
        "at": reply.at,
        "text": reply.text,
        "reply_by": reply.reply_by,
        "away_until": reply.away_until,
        "person_id": reply.person,
        "message_id": reply.message_id,
        "subject": reply.subject,
        "uid": reply.uid,
    }


def waiver_values(waiver: Waiver) -> Values:
    """Return a waiver's row."""
    return {
        "id": waiver.id,
        "step": waiver.step,
        "person_id": waiver.person,
        "interview_id": waiver.interview,
        "reason": waiver.reason,
        "at": waiver.at,
        "uid": waiver.uid,
    }


def snooze_values(snooze: Snooze) -> Values:
    """Return a snooze's row."""
    return {
        "id": snooze.id,
        "step": snooze.step,
        "person_id": snooze.person,
        "until": snooze.until,
        "uid": snooze.uid,
    }


def event_values(event: Event) -> Values:
    """Return an event's row, without the verb, the application and the id that storing gives it."""
    return {
        "at": event.at,
        "recorded": event.recorded,
        "what": event.what,
        "text": event.text,
        "before": event.before,
        "after": event.after,
        "rule": event.rule,
        "uid": event.uid,
        "is_day": event.is_day,
    }
