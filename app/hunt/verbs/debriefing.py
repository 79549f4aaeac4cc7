"""How an interview went, as the user tells it right afterward: one verb for who was there, what they said, and when
they will decide (ETIQUETTE 2.28, ETIQUETTE 2.29)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.etiquette.errors import RefusedError
from app.etiquette.noted import put_together, said_by
from app.etiquette.records import Application, Event, Interview, InterviewStatus
from app.etiquette.state.facts import ends_at
from app.etiquette.state.settling import hold, not_held
from app.etiquette.steps.debriefing import with_debrief
from app.etiquette.text import clean, clean_lines
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import say_moment
from app.etiquette.time.interview_times import starts_at
from app.hunt.changes import Change, When, replaced, the_interview
from app.hunt.verbs.answers import reply_by_set
from app.hunt.verbs.interviews import listed, people_named


def debriefed(
    application: Application,
    when: When,
    interview_id: int,
    *,
    said: Mapping[int, str],
    also: str = "",
    also_said: Sequence[str] = (),
    noted: str = "",
    reply_by: date | None = None,
) -> Change:
    """Return the application with an interview as it really went.

    Args:
        said: by the id of each person who was there what they said, "" for nothing of note.
        also: others who were there, separated by commas, with an address in angle brackets where it is known.
        also_said: what those said, in their order; it may be shorter.
        noted: what else stood out.
        reply_by: the day by which they said they would decide; None leaves what is known of it.

    Raises:
        RefusedError: it has not begun.
    """
    application, interview = _held(application, when, interview_id)
    words: dict[int, str] = dict(said)
    for place, name in enumerate(names_in(also)):
        application, ids = people_named(application, name)
        for person_id in ids:
            words[person_id] = words.get(person_id) or (also_said[place] if place < len(also_said) else "")
    met = tuple(words)
    names = {person_id: application.addressee(person_id) for person_id in met}
    note = put_together({names[person_id]: clean(text) for person_id, text in words.items()}, clean_lines(noted))
    after = replace(interview, met=met, noted=note)
    application = replace(application, interviews=replaced(application.interviews, after))
    application = with_debrief(application, after, when.now)
    there = f", with {', '.join(names.values())}" if met else ""
    events = [Event(when.now, "debriefed", f"Debrief of round {after.round}{there}")]
    if note and note != interview.noted:
        events.append(Event(min(when.now, ends_at(after, when.policy)), "stood_out", note))
    before = application.reply_by
    if reply_by is not None and (before is None or not before.stated or before.date != reply_by):
        dated = reply_by_set(application, when, reply_by)
        application, events = dated.application, [*events, *dated.events]
    return Change(application, f"Noted how round {after.round} at {application.company} went", tuple(events))


def highlight_taken(
    application: Application, when: When, interview_id: int, person_id: int | None, note: str
) -> Change:
    """Return the application with one of the notes of an interview as what somebody said there: their thank-you
    mentions it.

    Args:
        person_id: None: it is nobody's in particular.
    """
    interview = the_interview(application, interview_id)
    said, rest = said_by(interview.noted, application.people)
    words = clean(note)
    if person_id is None:
        rest = f"{rest}\n{words}".strip()
    else:
        said[person_id] = f"{words} {said[person_id]}" if said.get(person_id) else words
    names = {number: application.addressee(number) for number in said}
    after = replace(interview, noted=put_together({names[number]: text for number, text in said.items()}, rest))
    event = Event(min(when.now, ends_at(after, when.policy)), "stood_out", after.noted)
    changed = replace(application, interviews=replaced(application.interviews, after))
    return Change(changed, f"Used a note from round {after.round} for the letter", (event,))


def called_off(application: Application, when: When, interview_id: int) -> Change:
    """Return the application with an interview that did not take place, although its time has passed."""
    interview = the_interview(application, interview_id)
    after = not_held(application, interview, when.policy, when.now, InterviewStatus.CANCELLED)
    text = f"Round {interview.round} didn't take place: it was canceled"
    before, stage = (None, None) if after.stage is application.stage else (application.stage, after.stage)
    event = Event(when.now, "interview_cancelled", text, before, stage)
    return Change(after, f"Canceled round {interview.round} at {application.company}", (event,))


def names_in(text: str) -> list[str]:
    """Return the people that a text such as "Grace Kim <grace@northwind.example>, Omar" names, as they are written."""
    return [name for name in listed(text) if name.strip(" <>")]


def _held(application: Application, when: When, interview_id: int) -> tuple[Application, Interview]:
    """Return the application with the interview held; one that is over before its time ends now."""
    interview = the_interview(application, interview_id)
    if interview.status is InterviewStatus.HELD:
        return application, interview
    begins = starts_at(interview, when.policy)
    if when.now <= begins:
        moment = say_moment(begins, when.now, when.policy.zone)
        raise RefusedError(f"Round {interview.round} starts {moment}. Come back afterward.", can_override=False)
    if ends_at(interview, when.policy) > when.now and not interview.day_only:
        interview = replace(interview, ends=when.now)
    interview = replace(interview, status=InterviewStatus.PLANNED)
    application, _ = hold(application, interview, calendar_of(when.policy))
    return application, the_interview(application, interview_id)
