"""Plan, move, cancel and log an interview, or record that they missed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.etiquette.addresses import address_key
from app.etiquette.errors import InvalidFieldError, RefusedError
from app.etiquette.name_suffixes import names_listed, without_suffix
from app.etiquette.names import kept_apart, name_parts, without_honorific
from app.etiquette.records import Application, Event, Interview, InterviewStatus, LetterStatus, Part, Person
from app.etiquette.rounds import numbered_by_day
from app.etiquette.stages import Stage
from app.etiquette.state.facts import ends_at, next_round
from app.etiquette.state.settling import hold, not_held
from app.etiquette.steps.debriefing import with_debrief
from app.etiquette.text import clean, clean_lines
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import add_time, say_moment
from app.etiquette.time.interview_times import say_start, starts_at
from app.hunt.changes import Change, When, new_id, replaced, the_interview


def listed(text: str) -> list[str]:
    """Return the people that stand between the commas, semicolons and line breaks of a text."""
    return [clean(part) for part in names_listed(text)]


def people_named(application: Application, names: str) -> tuple[Application, tuple[int, ...]]:
    """Return the ids of the people in a text such as "Dana Lee <dana@northwind.example>, Omar", adding new ones."""
    met: list[int] = []
    for part in listed(names):
        name, _, address = part.partition("<")
        (name, suffix), address = without_suffix(name.strip()), address.strip(" >")
        if not name and not address:
            continue
        person = _person_named(application, name, address)
        if person is None:
            title, given, family = name_parts(name)
            person = Person(
                new_id(application.people), given, family, title, address, title=suffix, part=Part.INTERVIEWER
            )
            application = replace(application, people=(*application.people, person))
        if person.id not in met:
            met.append(person.id)
    return application, tuple(met)


def _person_named(application: Application, name: str, address: str) -> Person | None:
    folded_name = without_honorific(name).casefold()
    for person in application.people:
        own = kept_apart(person)
        names = {
            without_honorific(own.name).casefold(),
            f"{own.given} {own.family}".strip().casefold(),
            own.given.casefold(),
        }
        if (address and address_key(person.email) == address_key(address)) or (
            folded_name and folded_name in names - {""}
        ):
            return person
    return None


def planned(
    application: Application,
    when: When,
    *,
    starts: datetime,
    names: str = "",
    **fields: object,
) -> Change:
    """Return the application with another interview planned, or logged if it has already ended.

    Args:
        names: who is met, separated by commas.
        fields: others of the record: ends, day_only, timezone, kind, location, noted, calendar_uid, sequence, stamped.

    Raises:
        InvalidFieldError: it ends before it starts.
        RefusedError: the application has its outcome.
    """
    if application.stage is Stage.OUTCOME:
        raise RefusedError(
            "This application already has an outcome. Reopen it before you plan an interview.", can_override=False
        )
    application, met = people_named(application, names)
    new = _changed(Interview(new_id(application.interviews), next_round(application), starts, met=met), fields)
    application, new, renumbered = numbered_by_day(application, new, when.policy)
    change = _recorded(application, when, None, new)
    return replace(change, events=(*change.events, *(_renumbered(*pair, when) for pair in renumbered)))


def _renumbered(before: Interview, after: Interview, when: When) -> Event:
    day = say_start(after, when.now, when.policy.zone)
    return Event(when.now, "interview_edited", f"Round {before.round} on {day} is round {after.round} now")


def edited(application: Application, when: When, interview_id: int, **changes: object) -> Change:
    """Return the application with some of an interview's fields changed; the others stay as they are.

    A new start without a new end keeps the length. One that is moved is planned again, unless it took place: one that
    was logged and ends after now did not, unless somebody was thanked for it.

    Args:
        changes: fields of the record: starts, ends, day_only, timezone, kind, location, noted, status, calendar_uid,
            sequence, stamped; and names, who is met, separated by commas.

    Raises:
        InvalidFieldError: it would end before it starts.
    """
    before = the_interview(application, interview_id)
    if "names" in changes:
        application, met = people_named(application, str(changes.pop("names")))
        changes["met"] = met
    if changes.get("day_only", before.day_only) != before.day_only:
        changes.setdefault("ends", None)
    starts = changes.get("starts", before.starts)
    if isinstance(starts, datetime) and starts != before.starts:
        if "ends" not in changes and before.ends is not None:
            changes["ends"] = add_time(starts, before.ends - before.starts)
        if before.status is not InterviewStatus.HELD:
            changes.setdefault("status", InterviewStatus.PLANNED)
    interview, stage = _changed(before, changes), application.stage
    is_ahead = interview.status is InterviewStatus.HELD and ends_at(interview, when.policy) > when.now
    if is_ahead and not _was_thanked_for(application, before):
        application = not_held(application, interview, when.policy, when.now, InterviewStatus.PLANNED)
        interview = replace(interview, status=InterviewStatus.PLANNED)
    return _recorded(application, when, before, interview, stage)


def _was_thanked_for(application: Application, interview: Interview) -> bool:
    """Return whether a letter about an interview has gone."""
    return any(
        letter.interview == interview.id and letter.status is not LetterStatus.DRAFT for letter in application.letters
    )


def _changed(interview: Interview, fields: dict[str, object]) -> Interview:
    """Return an interview with other fields, its texts clean.

    Raises:
        InvalidFieldError: it would end before it starts.
    """
    values = dict(fields)
    for name in ("kind", "location"):
        if name in values:
            values[name] = clean(str(values[name]))
    if "noted" in values:
        values["noted"] = clean_lines(str(values["noted"])).strip()
    interview = replace(interview, **values)  # type: ignore[arg-type]
    starts, ends = interview.starts, interview.ends
    if ends is not None and ends <= starts:
        raise InvalidFieldError("ends", "It would end before it starts. Check both times.")
    return interview


def _recorded(
    application: Application, when: When, before: Interview | None, interview: Interview, came_from: Stage | None = None
) -> Change:
    """Return the change that puts an interview into the application: planned, moved, edited, or held already.

    Args:
        came_from: the stage before, which the event tells where it is another one now.
    """
    round_, kind = interview.round, interview.kind
    after = replace(application, interviews=replaced(application.interviews, interview))
    text = f"Round {round_} on {say_start(interview, when.now, when.policy.zone)}" + (f", {kind}" if kind else "")
    if ends_at(interview, when.policy) <= when.now and interview.status is InterviewStatus.PLANNED:
        after, events = hold(after, interview, calendar_of(when.policy))
        if before is None and not interview.calendar_uid:  # who logs it says with that how it went, ETIQUETTE 2.29
            after = with_debrief(after, interview, when.now)
        return Change(after, f"Logged round {round_} at {after.company}", (*events, *_noted(interview, when)))
    what, verb = _what_happened(before, interview)
    stages = (came_from, after.stage) if came_from not in (None, after.stage) else (None, None)
    events_: tuple[Event, ...] = (Event(when.now, what, f"{verb}: {text}", *stages),) if before != interview else ()
    if before is None or before.noted != interview.noted:
        events_ += _noted(interview, when)
    return Change(after, f"{verb} round {round_} at {after.company}", events_)


def _what_happened(before: Interview | None, interview: Interview) -> tuple[str, str]:
    """Return the kind of event that records a change of an interview, and its verb in the past tense."""
    if before is None:
        return "interview_planned", "Planned"
    return ("interview_moved", "Moved") if before.starts != interview.starts else ("interview_edited", "Edited")


def _noted(interview: Interview, when: When) -> tuple[Event, ...]:
    if not interview.noted:
        return ()
    return (Event(min(when.now, ends_at(interview, when.policy)), "stood_out", interview.noted),)


def cancelled(
    application: Application,
    when: When,
    interview_id: int,
    *,
    why: str = "",
    version: tuple[int, datetime | None] | None = None,
) -> Change:
    """Return the application with an interview called off.

    Args:
        why: the reason, as a part of a sentence, if there is one to say.
        version: SEQUENCE and DTSTAMP of what says so, so that an earlier invitation does not plan it again.
    """
    interview = the_interview(application, interview_id)
    if interview.status is InterviewStatus.HELD:
        raise RefusedError(f"Round {interview.round} took place, so it can't be canceled.", can_override=False)
    sequence, stamped = version or (interview.sequence, interview.stamped)
    off = replace(interview, status=InterviewStatus.CANCELLED, sequence=sequence, stamped=stamped)
    after = replace(application, interviews=replaced(application.interviews, off))
    event = Event(when.now, "interview_cancelled", f"Round {interview.round} was canceled{f': {why}' if why else ''}")
    return Change(after, f"Canceled round {interview.round} at {application.company}", (event,))


def doubt_about_missing(application: Application, interview: Interview) -> str:
    """Return what to ask before an interview is recorded as missed: what is on record says that it took place; "" where
    nothing does."""
    on_record = [
        *(["notes"] if interview.noted.strip() else []),
        *(["a letter"] if _was_thanked_for(application, interview) else []),
    ]
    if not on_record:
        return ""
    return f"Round {interview.round} took place, going by your record: it has {' and '.join(on_record)}."


def missed(application: Application, when: When, interview_id: int) -> Change:
    """Return the application with an interview that they missed (ETIQUETTE 2.23).

    Raises:
        RefusedError: it has not started long enough ago.
    """
    interview = the_interview(application, interview_id)
    opens = starts_at(interview, when.policy) + when.policy.missed_opens
    if when.now < opens:
        raise RefusedError(
            f"Give them until {say_moment(opens, when.now, when.policy.zone)}; people run late.", until=opens
        )
    after = not_held(application, interview, when.policy, when.now)
    before, stage = (None, None) if after.stage is application.stage else (application.stage, after.stage)
    event = Event(when.now, "interview_missed", f"They missed round {interview.round}", before, stage)
    return Change(after, f"Missed interview: round {interview.round} at {after.company}", (event,))
