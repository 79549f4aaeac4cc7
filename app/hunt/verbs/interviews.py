"""Planning, moving, cancelling and logging an interview; nobody came."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.etiquette.addresses import address_key
from app.etiquette.business_calendar import calendar_of
from app.etiquette.dates import say_moment
from app.etiquette.errors import InvalidFieldError, RefusedError
from app.etiquette.records import Application, Event, Interview, InterviewStatus, Part, Person
from app.etiquette.settling import hold
from app.etiquette.stages import Stage
from app.etiquette.standing import ends_at
from app.etiquette.text import clean, clean_lines
from app.hunt.changes import Change, When, new_id, replaced, the_interview


def people_named(application: Application, names: str) -> tuple[Application, tuple[int, ...]]:
    """Return the ids of the people in a text such as "Dana Lee <dana@x.example>, Omar Haddad", adding unknown ones."""
    met: list[int] = []
    for part in names.replace(";", ",").replace("\n", ",").split(","):
        name, _, address = clean(part).partition("<")
        name, address = name.strip(), address.strip(" >")
        if not name and not address:
            continue
        person = _known(application, name, address)
        if person is None:
            given, family = split_name(name)
            person = Person(new_id(application.people), given, family, email=address, part=Part.INTERVIEWER)
            application = replace(application, people=(*application.people, person))
        if person.id not in met:
            met.append(person.id)
    return application, tuple(met)


def split_name(name: str) -> tuple[str, str]:
    """Return given and family name; a family name starts at its first small particle, as in Ludwig van der Berg."""
    words = name.split()
    if len(words) < 2:
        return name, ""
    first = next((i for i, word in enumerate(words[1:-1], 1) if word[0].islower()), len(words) - 1)
    return " ".join(words[:first]), " ".join(words[first:])


def _known(application: Application, name: str, address: str) -> Person | None:
    wanted = name.casefold()
    for person in application.people:
        names = {person.name.casefold(), f"{person.given} {person.family}".strip().casefold(), person.given.casefold()}
        if (address and address_key(person.email) == address_key(address)) or (wanted and wanted in names - {""}):
            return person
    return None


def planned(
    application: Application,
    when: When,
    interview_id: int | None,
    *,
    starts: datetime,
    ends: datetime | None = None,
    timezone: str = "",
    kind: str = "",
    location: str = "",
    names: str = "",
    noted: str = "",
    uid: str = "",
    sequence: int = 0,
    stamped: datetime | None = None,
) -> Change:
    """Return the application with an interview planned, or logged when it has ended; with an id, moved or edited.

    Args:
        names: who is met, separated by commas.

    Raises:
        InvalidFieldError: it ends before it starts.
        RefusedError: the application has its outcome.
    """
    if ends is not None and ends <= starts:
        raise InvalidFieldError("ends", f"It would end ({ends:%H:%M} UTC) before it starts ({starts:%H:%M} UTC).")
    if application.stage is Stage.OUTCOME and interview_id is None:
        raise RefusedError("It has its outcome already; reopen it before you plan an interview.", can_override=False)
    known = None if interview_id is None else the_interview(application, interview_id)
    application, met = people_named(application, names)
    round_ = known.round if known else max([0, *(other.round for other in application.interviews)]) + 1
    interview = Interview(
        known.id if known else new_id(application.interviews),
        round_,
        starts,
        ends,
        timezone,
        clean(kind),
        clean(location),
        met,
        clean_lines(noted).strip(),
        known.status if known else InterviewStatus.PLANNED,
        uid or (known.uid if known else ""),
        sequence,
        stamped,
    )
    if known and known.status is not InterviewStatus.HELD:
        interview = replace(interview, status=InterviewStatus.PLANNED)
    return _recorded(application, when, known, interview)


def _recorded(application: Application, when: When, known: Interview | None, interview: Interview) -> Change:
    """Return the change that puts an interview into the application: planned, moved, edited, or held already."""
    round_, starts, kind = interview.round, interview.starts, interview.kind
    after = replace(application, interviews=replaced(application.interviews, interview))
    text = f"Round {round_} {say_moment(starts, when.now, when.policy.zone)}" + (f", {kind}" if kind else "")
    if ends_at(interview, when.policy) <= when.now and interview.status is InterviewStatus.PLANNED:
        after, events = hold(after, interview, calendar_of(when.policy))
        return Change(after, f"Logged round {round_} at {after.company}", (*events, *_noted(interview, when)))
    what = "interview_planned" if known is None else "interview_moved" if known.starts != starts else "interview_edited"
    verb = {"interview_planned": "Planned", "interview_moved": "Moved", "interview_edited": "Edited"}[what]
    events_: tuple[Event, ...] = (Event(when.now, what, f"{verb}: {text}"),)
    if known is None or known.noted != interview.noted:
        events_ += _noted(interview, when)
    return Change(after, f"{verb} round {round_} at {after.company}", events_)


def _noted(interview: Interview, when: When) -> tuple[Event, ...]:
    if not interview.noted:
        return ()
    return (Event(min(when.now, ends_at(interview, when.policy)), "stood_out", interview.noted),)


def cancelled(application: Application, when: When, interview_id: int) -> Change:
    """Return the application with an interview called off."""
    interview = the_interview(application, interview_id)
    if interview.status is InterviewStatus.HELD:
        raise RefusedError(f"Round {interview.round} took place; it cannot be cancelled.", can_override=False)
    after = replace(
        application,
        interviews=replaced(application.interviews, replace(interview, status=InterviewStatus.CANCELLED)),
    )
    event = Event(when.now, "interview_cancelled", f"Round {interview.round} was cancelled")
    return Change(after, f"Cancelled round {interview.round} at {application.company}", (event,))


def missed(application: Application, when: When, interview_id: int) -> Change:
    """Return the application with an interview to which nobody of theirs came (section 2).

    Raises:
        RefusedError: it has not started long enough ago.
    """
    interview = the_interview(application, interview_id)
    opens = interview.starts + when.policy.missed_opens
    if when.now < opens:
        raise RefusedError(
            f"Give them until {say_moment(opens, when.now, when.policy.zone)}; people run late.", until=opens
        )
    after = replace(
        application, interviews=replaced(application.interviews, replace(interview, status=InterviewStatus.MISSED))
    )
    text = f"Nobody came to round {interview.round}"
    return Change(after, text, (Event(when.now, "interview_missed", text),))
