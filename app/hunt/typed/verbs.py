"""The verbs of the forms, from what was typed into their fields; the command line fills in the same fields.

Every function raises `InvalidFieldError`, with the field's name, for what it cannot read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from app.etiquette.attached_files import AttachedFile
from app.etiquette.errors import InvalidFieldError
from app.etiquette.letter_kinds import Tone
from app.etiquette.records import Interview, OutcomeKind
from app.etiquette.steps.next_steps import Step
from app.hunt.changes import Change, Verb, When
from app.hunt.typed.interview_times import InterviewTimes
from app.hunt.typed.reader import Reader
from app.hunt.verbs import answers, applications, files, interviews, offers, steps

Values = Mapping[str, str]
"""What was typed, by the name of its field; "" for nothing."""


def details(reader: Reader, values: Values) -> dict[str, Any]:
    """Return the fields of an application, all but its company and role."""
    named: dict[str, Any] = {name: text for name, text in values.items() if name not in ("company", "role")}
    priority = values["priority"] or applications.PRIORITIES[0]
    if priority not in applications.PRIORITIES:
        raise InvalidFieldError("priority", f"The priority is one of: {', '.join(applications.PRIORITIES)}.")
    named["priority"] = applications.PRIORITIES.index(priority)
    named["tone"] = Tone(values["tone"]) if values["tone"] else None
    named["applied_on"] = reader.day(values["applied_on"], "past", "applied_on")
    return named


def added(reader: Reader, values: Values, cv: AttachedFile | None = None) -> Callable[[When], Change]:
    """Return the verb that adds an application. Its fields: company, role, location, url, salary, source, notes,
    priority, tone, applied_on.

    Args:
        cv: what went with it, whose content is kept; None: that is not said.
    """
    others = details(reader, values)
    return lambda when: files.with_cv(applications.added(when, values["company"], values["role"], **others), when, cv)


def planned(reader: Reader, values: Values) -> Verb:
    """Return the verb that plans or logs an interview. Its fields: starts, length, names, kind, location, timezone,
    noted."""
    new: dict[str, Any] = times(reader).changes(values, set(values), None)
    return lambda a, when: interviews.planned(a, when, **new)


def edited(reader: Reader, values: Values, changed: set[str], interview: Interview) -> Verb | None:
    """Return the verb that changes some fields of an interview, None when that would change nothing."""
    changes = times(reader).changes(values, changed, interview)
    if not changes:
        return None
    return lambda a, when: interviews.edited(a, when, interview.id, **changes)


def times(reader: Reader) -> InterviewTimes:
    """Return what reads the times of an interview."""
    return InterviewTimes(reader.now, reader.zone, reader.month_first)


def replied(reader: Reader, values: Values) -> Verb:
    """Return the verb that records a reply. Its fields: text, reply_by, at, away."""
    came = reader.came(values["at"])
    reply_by, away = reader.day(values["reply_by"], field="reply_by"), reader.day(values["away"], field="away")
    return lambda a, when: answers.they_answered(
        a,
        when,
        text=values["text"],
        at=min(came.moment, when.now),
        is_day=came.is_day,
        reply_by=reply_by,
        away_until=away,
    )


def ended(reader: Reader, kind: OutcomeKind, values: Values) -> Verb:
    """Return the verb that records an outcome. Its fields: decide_by, note."""
    deadline = reader.deadline(values["decide_by"])
    if kind is OutcomeKind.OFFER:
        return lambda a, when: offers.offered(
            a, when, decide_by=deadline.day, decide_at=deadline.moment, note=values["note"]
        )
    return lambda a, when: answers.outcome_recorded(a, when, kind, decide_by=deadline.day, note=values["note"])


def noted(text: str) -> Verb:
    """Return the verb that adds a note."""
    return lambda a, when: applications.noted(a, when, text)


def snoozed(step: Step, until: datetime) -> Verb:
    """Return the verb that puts a step out of sight until a moment."""
    return lambda a, when: steps.step_snoozed(a, when, step.name, step.person, until)


def skipped(step: Step, reason: str) -> Verb:
    """Return the verb that skips a step for a reason."""
    return lambda a, when: steps.step_waived(a, when, step.name, step.person, step.interview, reason)


def attached(reader: Reader, file: AttachedFile, sent: str | None) -> Verb:
    """Return the verb that attaches a file whose content is kept.

    Args:
        sent: when they got it, as it was typed; None: not yet.
    """
    if sent is None:
        return lambda a, when: files.file_attached(a, when, file)
    came = reader.came(sent, "sent")
    return lambda a, when: files.file_attached(a, when, file, sent=min(came.moment, when.now), is_day=came.is_day)


def file_sent(reader: Reader, file_id: int, sent: str) -> Verb:
    """Return the verb that marks a file as sent, now unless something else was typed."""
    came = reader.came(sent, "sent")
    return lambda a, when: files.file_sent(a, when, file_id, sent=min(came.moment, when.now), is_day=came.is_day)
