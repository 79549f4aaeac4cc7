"""The hunt as a calendar (RFC 5545): interviews, and the steps to come. UIDs are stable, so subscribers update."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus
from app.etiquette.standing import ends_at
from app.etiquette.steps import Step, next_steps
from app.etiquette.wording import say_what

_DOMAIN = "afterword.invalid"
_STATUS = {InterviewStatus.CANCELLED: "CANCELLED", InterviewStatus.MISSED: "CANCELLED"}


def ics_document(applications: Iterable[Application], policy: Policy, now: datetime) -> bytes:
    """Return a calendar of every interview and of every step that is still to be done."""
    calendar = Calendar()
    calendar.add("prodid", "-//Afterword//Afterword//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Afterword")
    for application in applications:
        for interview in application.interviews:
            calendar.add_component(_interview(application, interview, policy, now))
        for step in next_steps(application, policy, now):
            event = _step(application, step, now)
            if event is not None:
                calendar.add_component(event)
    document: bytes = calendar.to_ical()
    return document


def _interview(application: Application, interview: Interview, policy: Policy, now: datetime) -> Event:
    uid = interview.uid or f"interview-{application.id}-{interview.id}@{_DOMAIN}"
    summary = f"{application.company}: interview, round {interview.round}"
    event = _event(uid, interview.starts, ends_at(interview, policy), summary, now)
    event.add("location", interview.location)
    names = [person.name for person in map(application.person, interview.met) if person is not None]
    event.add("description", "\n".join(part for part in (application.role, interview.kind, ", ".join(names)) if part))
    event.add("status", _STATUS.get(interview.status, "CONFIRMED"))
    event.add("sequence", min(interview.sequence, 2**31 - 1))
    event.add_component(_alarm(timedelta(hours=-1), summary))
    return event


def _step(application: Application, step: Step, now: datetime) -> Event | None:
    moment = step.snoozed_until or (step.due if step.is_now and step.due else step.opens)
    person = application.person(step.person)
    summary = f"{application.company}: {say_what(step, person.name if person else None)}"
    uid = f"step-{application.id}-{step.name}-{step.person or 0}-{step.interview or 0}@{_DOMAIN}"
    event = _event(uid, moment, moment + timedelta(minutes=15), summary, now)
    event.add("description", step.reason)
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(timedelta(0), summary))
    return event


def _event(uid: str, starts: datetime, ends: datetime, summary: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("dtstart", starts)
    event.add("dtend", max(ends, starts))
    event.add("summary", summary)
    return event


def _alarm(before: timedelta, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", before)
    alarm.add("description", summary)
    return alarm
