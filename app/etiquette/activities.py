"""What the user did in a period, day by day, and what of it each reader of a report is shown. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from enum import StrEnum

from app.etiquette.frozen import dataclass
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Interview, OutcomeKind
from app.etiquette.state.settling import settle
from app.etiquette.steps.timeline import Entry, past_entries
from app.etiquette.time.dates import add_days, local, local_day
from app.etiquette.time.interview_times import starts_at
from app.etiquette.time.lengths import count
from app.etiquette.titles import OUTCOME_TITLES


class Reader(StrEnum):
    """Whom a report is for."""

    MYSELF = "myself"
    OFFICE = "office"
    """A job center that wants proof: what was done, where and through whom; no notes, no pay, nobody's words."""
    COACH = "coach"
    """A meeting with a coach: how it goes; no notes, no pay, no letters."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that was done or came about."""

    day: date
    clock: time | None
    """In the user's zone; None: only the day is known, or only the day matters."""
    what: str
    company: str
    role: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportDay:
    """A day with activities, or days in a row without any."""

    first: date
    last: date
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report holds."""

    reader: Reader
    name: str
    """The user's; "" if they have not said."""
    first: date
    last: date
    made_on: date
    totals: tuple[str, ...]
    """What there was how often: `3 applications`; nothing where there was nothing."""
    days: tuple[ReportDay, ...]


_APPLIED, _HELD, _LETTER, _REPLY, _OUTCOME = (
    "application_added",
    "interview_held",
    "letter_sent",
    "they_answered",
    "outcome_recorded",
)
_TITLES = {
    _REPLY: "Reply received",
    "interview_missed": "Interview missed by the company",
    "interview_cancelled": "Interview canceled",
    "note": "Note",
    "stood_out": "Note on an interview",
}
_OUTCOMES = {
    OUTCOME_TITLES[OutcomeKind.OFFER]: "Offer received",
    OUTCOME_TITLES[OutcomeKind.REJECTED]: "Rejection received",
    OUTCOME_TITLES[OutcomeKind.WITHDRAWN]: "Application withdrawn",
    OUTCOME_TITLES[OutcomeKind.NO_RESPONSE]: "Closed: no reply",
}
_COUNTED = {_APPLIED: "application", _HELD: "interview", _LETTER: "letter", _REPLY: "reply", _OUTCOME: "outcome"}
_FACTS = frozenset({_APPLIED, _HELD, _REPLY, _OUTCOME, "interview_missed", "interview_cancelled", "offer_decided"})
_SHOWN = {
    Reader.MYSELF: _FACTS | {_LETTER, "note", "stood_out"},
    Reader.OFFICE: _FACTS | {_LETTER},
    Reader.COACH: _FACTS,
}
"""The kinds of event that each reader sees."""


def report_of(
    hunt: Iterable[tuple[Application, Sequence[Event]]],
    period: tuple[date, date],
    reader: Reader,
    policy: Policy,
    now: datetime,
    name: str = "",
) -> Report:
    """Return the report on a period, both of its days included; nothing after today is in it.

    Args:
        hunt: each application with the events recorded of it.
    """
    first, last = period
    today = local_day(now, policy.zone)
    listed: list[tuple[datetime, str, Activity]] = []
    for application, events in hunt:
        settled, came_about = settle(application, policy, now)
        for entry in past_entries(settled, [*events, *came_about], policy, now):
            if entry.what in _SHOWN[reader] and first <= (day := local_day(entry.at, policy.zone)) <= min(last, today):
                activity = _activity(settled, entry, day, reader, policy)
                if activity is not None:
                    listed.append((entry.at, entry.what, activity))
    listed.sort(key=lambda item: (item[2].day, item[2].clock or time.min, item[2].company))
    numbers = Counter(what for _, what, _ in listed)
    totals = tuple(_number(numbers[what], word) for what, word in _COUNTED.items() if numbers[what])
    days = _by_day([activity for _, _, activity in listed], first, min(last, today))
    return Report(reader, name, first, last, today, totals, days)


def _number(number: int, word: str) -> str:
    return f"{number} replies" if word == "reply" and number != 1 else count(number, word)


def _activity(application: Application, entry: Entry, day: date, reader: Reader, policy: Policy) -> Activity | None:
    """Return what happened as a reader sees it; None for what only tells how it came to be known."""
    if entry.what == _APPLIED and application.applied_on is None:
        return None  # saved, and not applied to
    if entry.what == _OUTCOME and (application.outcome is None or application.outcome.at is None):
        return None  # the day is that of an import, or it was taken back
    clock = None if entry.is_day else local(entry.at, policy.zone).time().replace(second=0, microsecond=0, fold=0)
    interview = _interview_at(application, entry.at, policy) if entry.what == _HELD else None
    return Activity(
        day,
        clock,
        _title(entry, interview),
        application.company,
        application.role,
        tuple(detail for detail in _details(application, entry, interview, reader) if detail),
    )


def _title(entry: Entry, interview: Interview | None) -> str:
    words = entry.text.split("\n", 1)[0]
    if entry.what == _APPLIED:
        return "Applied"
    if entry.what == _HELD:
        number = words.partition(":")[0].partition(",")[0]
        kind = f", {interview.kind}" if interview is not None and interview.kind else ""
        return f"Interview, {number[:1].lower()}{number[1:]}{kind}"
    if entry.what == _OUTCOME:
        kind = words.partition(":")[0] if words not in _OUTCOMES else words
        return _OUTCOMES.get(kind, "Outcome")
    if entry.what == _LETTER:
        return f"Letter sent: {words.partition(', sent from')[0]}"
    return _TITLES.get(entry.what, words)


def _details(application: Application, entry: Entry, interview: Interview | None, reader: Reader) -> list[str]:
    """Return what stands beside it: where and through whom for an office, the user's own words for them alone."""
    own = reader is Reader.MYSELF
    names = [person.name for person in application.people if interview is not None and person.id in interview.met]
    if entry.what == _APPLIED:
        through = f"through {application.source}" if application.source else ""
        places = [application.location, application.url] if reader is not Reader.COACH else []
        return [through, *places, f"pay: {application.salary}" if own and application.salary else ""]
    if interview is not None and reader is not Reader.COACH:
        place = "" if "://" in interview.location and not own else interview.location
        return [f"with {', '.join(names)}" if names else "", place]
    if not own:
        return []
    if entry.what == _LETTER:
        return [next((letter.subject for letter in application.letters if letter.sent == entry.at), "")]
    if entry.what == _OUTCOME:
        return [entry.text.partition(": ")[2]]
    return [entry.text] if entry.what in ("note", "stood_out", _REPLY) else []


def _interview_at(application: Application, moment: datetime, policy: Policy) -> Interview | None:
    for interview in application.interviews:
        if starts_at(interview, policy) == moment:
            return interview
    return None


def _by_day(activities: Sequence[Activity], first: date, last: date) -> tuple[ReportDay, ...]:
    """Return the days of a period with what was done on each, days without in one where they are in a row."""
    by_day: dict[date, list[Activity]] = {}
    for activity in activities:
        by_day.setdefault(activity.day, []).append(activity)
    days: list[ReportDay] = []
    next_day = first
    for day, done in by_day.items():
        if day > next_day:
            days.append(ReportDay(next_day, add_days(day, -1)))
        days.append(ReportDay(day, day, tuple(done)))
        next_day = add_days(day, 1)
    if next_day <= last and (not days or days[-1].last < last):
        days.append(ReportDay(next_day, last))
    return tuple(days)
