"""What is on the sheet of an interview, in words: when, where, who, their questions and yours, what was said before.

Pure: it knows no key, no width and no file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, tzinfo

from app.etiquette.attached_files import FILE_KIND_TITLES, say_size
from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.links import address_in
from app.etiquette.noted import said_by
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
    Event,
    Interview,
    InterviewStatus,
    LetterStatus,
    Part,
    Person,
)
from app.etiquette.sheet.parts import InterviewSheet, Notes, SheetPerson, SheetRound, SheetText
from app.etiquette.sheet_records import Question, Whose, jotted_texts
from app.etiquette.text import first_words
from app.etiquette.time.dates import local_day, say_closing, say_day, zone_key
from app.etiquette.time.interview_times import day_of, ends_at, say_interview, starts_at, their_time, to_come
from app.etiquette.time.lengths import count

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def interview_sheet(
    application: Application, interview: Interview, events: Sequence[Event], policy: Policy, now: datetime
) -> InterviewSheet:
    """Return the sheet of an interview as it stands now.

    Args:
        application: settled.
        events: those of its timeline.
    """
    zone = policy.zone
    return InterviewSheet(
        application_id=application.id,
        interview_id=interview.id,
        company=application.company,
        role=application.role,
        round=interview.round,
        starts=starts_at(interview, policy),
        ends=ends_at(interview, policy),
        is_day_only=interview.day_only,
        when=say_interview(interview, now, zone),
        countdown=countdown(interview, policy, now),
        their_time=their_time(interview, now, zone),
        city=zone_key(zone).rpartition("/")[2].replace("_", " "),
        kind=interview.kind,
        place=interview.location,
        link=address_in(interview.location),
        people=tuple(_people(application, interview, now, zone)),
        questions=tuple(_questions(application, interview)),
        rounds=tuple(sorted(_rounds(application, interview, now, zone), key=lambda one: one.at)),
        posting=_posting(application, now, zone),
        posting_link=application.url,
        sent=tuple(_sent(application, now, zone)),
        notes=tuple(_notes(application, events)),
        jottings=tuple(_jottings(application, interview)),
    )


def chosen_interview(
    application: Application, policy: Policy, now: datetime, round_: int | None = None
) -> Interview | None:
    """Return the interview whose sheet is wanted: the one under way, else the next one, else the last one that took
    place; None where there is none.

    Args:
        round_: the round that is wanted, whichever that is.
    """
    there = [interview for interview in application.interviews if interview.status is not InterviewStatus.CANCELLED]
    if round_ is not None:
        return next((interview for interview in reversed(there) if interview.round == round_), None)
    ahead = to_come(application.interviews, policy, now)
    if ahead:
        return ahead[0]
    past = [one for one in there if one.status in (InterviewStatus.HELD, InterviewStatus.PLANNED)]  # or held by now
    return max(past, key=lambda one: starts_at(one, policy), default=None)


def countdown_to(sheet: InterviewSheet, now: datetime) -> str:
    """Return how soon the interview of a sheet begins: see `countdown`; its days do not change while it is open."""
    return sheet.countdown if sheet.is_day_only else _countdown(sheet.starts, sheet.ends, now)


def countdown(interview: Interview, policy: Policy, now: datetime) -> str:
    """Return how soon an interview begins: `in 2 h 10 min`, `in 3 days`, `now`, `ended 5 min ago`."""
    if interview.day_only:
        days = (day_of(interview, policy.zone) - local_day(now, policy.zone)).days
        return "today" if not days else "tomorrow" if days == 1 else _in_days(days)
    return _countdown(starts_at(interview, policy), ends_at(interview, policy), now)


def _countdown(begins: datetime, ends: datetime, now: datetime) -> str:
    if now >= ends:
        return f"ended {_length(now - ends)} ago" if now - ends >= _MINUTE else "just ended"
    if now >= begins:
        return f"under way, {_length(ends - now)} left" if ends - now >= _MINUTE else "about to end"
    return f"in {_length(begins - now)}" if begins - now >= _MINUTE else "now"


def _in_days(days: int) -> str:
    return f"in {count(days, 'day')}" if days > 0 else f"{count(-days, 'day')} ago"


def _length(left: timedelta) -> str:
    if left >= 2 * _DAY:
        return count(left // _DAY, "day")
    hours, minutes = left // _HOUR, left % _HOUR // _MINUTE
    return " ".join([*([f"{hours} h"] if hours else []), *([f"{minutes} min"] if minutes or not hours else [])])


def expected(application: Application, interview: Interview) -> list[Person]:
    """Return the people who are to be at an interview; where nobody is named, everybody who interviews."""
    met = [person for person in map(application.person, interview.met) if person is not None]
    return met or [person for person in application.people if person.part is Part.INTERVIEWER]


def about(person: Person) -> str:
    """Return a person's title and part in few words, "" for an interviewer without a title."""
    is_said = person.part is Part.INTERVIEWER or person.part.value in person.title.casefold()
    return ", ".join(words for words in (person.title, "" if is_said else person.part.value) if words)


def _people(application: Application, interview: Interview, now: datetime, zone: tzinfo) -> Iterator[SheetPerson]:
    there = expected(application, interview)
    for person in [*there, *(one for one in application.people if one not in there)]:
        email = person.email if person.email != person.name else ""
        facts = tuple(_facts(application, interview, person, now, zone))
        yield SheetPerson(person.id, person.name, about(person), email, person in there, facts)


def _facts(
    application: Application, interview: Interview, person: Person, now: datetime, zone: tzinfo
) -> Iterator[str]:
    today = local_day(now, zone)
    for earlier in _held_before(application, interview):
        if person.id in earlier.met:
            said, _ = said_by(earlier.noted, application.people)
            words = f": {said[person.id]}" if person.id in said else ""
            yield f"Met in round {earlier.round} on {say_day(day_of(earlier, zone), today)}{words}"
    for letter in application.letters:
        if letter.to == person.id and letter.status is LetterStatus.SENT and letter.sent is not None:
            yield f"{DEMANDS[letter.kind].title} sent {say_day(local_day(letter.sent, zone), today)}"
    for reply in application.replies:
        if reply.person == person.id and reply.is_answer:
            words = first_words(reply.text)
            yield f"Wrote on {say_day(local_day(reply.at, zone), today)}{words and f': {words}'}"


def _held_before(application: Application, interview: Interview) -> list[Interview]:
    held = [one for one in application.interviews if one.status is InterviewStatus.HELD and one.id != interview.id]
    return sorted((one for one in held if one.starts <= interview.starts), key=lambda one: one.starts)


def _rounds(application: Application, interview: Interview, now: datetime, zone: tzinfo) -> Iterator[SheetRound]:
    for earlier in _held_before(application, interview):
        names = ", ".join(application.addressee(person) for person in earlier.met)
        kind = f", {earlier.kind}" if earlier.kind else ""
        day = say_day(day_of(earlier, zone), local_day(now, zone))
        title = f"Round {earlier.round} on {day}{kind}{f', with {names}' if names else ''}"
        yield SheetRound(earlier.starts, title, earlier.noted.strip() or _jotted_at(application, earlier))
    for reply in application.replies:
        if reply.is_answer:
            who = application.addressee(reply.person) if reply.person is not None else "They"
            day = say_day(local_day(reply.at, zone), local_day(now, zone))
            yield SheetRound(reply.at, f"{who} replied on {day}", reply.text.strip())


def _jotted_at(application: Application, interview: Interview) -> str:
    """Return what was written down at an interview that nobody has debriefed, by whose name it is under."""
    texts = jotted_texts(application.jottings, interview.id)
    names = {person: f"{application.addressee(person)}: " if person is not None else "" for person in texts}
    lines = [
        f"{names[person]}{line.strip()}" for person, text in texts.items() for line in text.split("\n") if line.strip()
    ]
    return "\n".join(lines)


def _questions(application: Application, interview: Interview) -> list[Question]:
    """Return the questions for this round and those for any, each side's in the order in which they were added."""
    here = [question for question in application.questions if question.interview in (None, interview.id)]
    return sorted(here, key=lambda question: question.whose is Whose.THEIRS)


def _posting(application: Application, now: datetime, zone: tzinfo) -> SheetText | None:
    kept = application.posting
    if kept is None:
        return None
    today = local_day(now, zone)
    day = f"saved {say_day(local_day(kept.kept, zone), today)}"
    about = ", ".join(filter(None, (day, say_closing(kept.closes, today))))
    return SheetText(kept.title or application.role, about, kept.text.strip())


def _sent(application: Application, now: datetime, zone: tzinfo) -> Iterator[SheetText]:
    today = local_day(now, zone)
    for file in application.files:
        when = f"sent {say_day(local_day(file.sent, zone), today)}" if file.sent is not None else "not sent yet"
        yield SheetText(f"{FILE_KIND_TITLES[file.kind]}: {file.name}", f"{when}, {say_size(file.size)}", "")
    sent = [(letter.sent, letter) for letter in application.letters if letter.sent is not None]
    for at, letter in sorted(sent, key=lambda one: one[0], reverse=True):
        if letter.status is LetterStatus.SENT:
            title = f"{DEMANDS[letter.kind].title} to {application.addressee(letter.to)}"
            yield SheetText(title, f"sent {say_day(local_day(at, zone), today)}", letter.body.strip())


def _notes(application: Application, events: Sequence[Event]) -> Iterator[str]:
    yield from (line.strip() for line in application.notes.split("\n") if line.strip())
    for event in sorted(events, key=lambda event: event.at, reverse=True):
        if event.what == "note" and event.text.strip():
            yield event.text.strip()


def _jottings(application: Application, interview: Interview) -> Iterator[Notes]:
    """Return a place for the notes of everybody expected and of whoever has some, then that of nobody's."""
    texts = jotted_texts(application.jottings, interview.id)
    there = expected(application, interview)
    for person in [*there, *(one for one in application.people if one.id in texts and one not in there)]:
        yield Notes(person.id, person.name, texts.get(person.id, ""), person.given or person.name)
    yield Notes(None, "", texts.get(None, ""))
