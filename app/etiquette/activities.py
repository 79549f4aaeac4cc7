"""What the user did in a period, day by day, and what of it each reader of a report is shown. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from enum import StrEnum

from app.etiquette.frozen import dataclass
from app.etiquette.glance.progress import has_applied
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Interview, Letter, OutcomeKind
from app.etiquette.state.settling import settle
from app.etiquette.steps.sent_letters import SENT, letters_by_entry
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


_APPLIED, _HELD, _LETTER, _REPLY, _OUTCOME, _DECIDED = (
    "application_added",
    "interview_held",
    SENT,
    "they_answered",
    "outcome_recorded",
    "offer_decided",
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
_FACTS = frozenset({_APPLIED, _HELD, _REPLY, _OUTCOME, "interview_missed", "interview_cancelled", _DECIDED})
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
    listed: list[tuple[str, Activity]] = []
    undated = 0
    for application, events in hunt:
        settled, came_about = settle(application, policy, now)
        entries = past_entries(settled, [*events, *came_about], policy)
        done = [
            (what, activity)
            for what, activity in _activities(settled, [*entries, *_decision(settled, entries)], reader, policy)
            if first <= activity.day <= min(last, today)
        ]
        listed += done
        undated += bool(done) and settled.applied_on is None and has_applied(settled, today)
    listed.sort(key=lambda item: (item[1].day, item[1].clock or time.min, item[1].company))
    days = _by_day([activity for _, activity in listed], first, min(last, today))
    return Report(reader, name, first, last, today, _totals(Counter(what for what, _ in listed), undated), days)


def _totals(numbers: Counter[str], undated: int) -> tuple[str, ...]:
    """Return what there was how often.

    Args:
        undated: applications with activities in the period whose day of applying is not on record: `stats` counts them.
    """
    totals = {what: _number(numbers[what], word) for what, word in _COUNTED.items() if numbers[what]}
    if undated:
        more = f"{undated} more" if numbers[_APPLIED] else count(undated, "application")
        totals = {_APPLIED: totals.get(_APPLIED, ""), "undated": f"{more} without a date", **totals}
    return tuple(words for words in totals.values() if words)


def _decision(application: Application, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the decision on an offer that a letter alone told of: a letter that accepts is no entry of its own."""
    outcome = application.outcome
    if outcome is None or outcome.decision is None or outcome.decided is None:
        return
    if all(entry.what != _DECIDED or entry.at < (outcome.at or entry.at) for entry in entries):
        yield Entry(outcome.decided, f"Offer {outcome.decision.value}", _DECIDED)


def _number(number: int, word: str) -> str:
    return f"{number} replies" if word == "reply" and number != 1 else count(number, word)


def _activities(
    application: Application, entries: Sequence[Entry], reader: Reader, policy: Policy
) -> Iterator[tuple[str, Activity]]:
    """Yield what happened as a reader sees it, with its kind, without what only tells how it came to be known."""
    letters = letters_by_entry(application, entries)
    decided = {entry.at for entry in entries if entry.what == _OUTCOME}
    for place, entry in enumerate(entries):
        activity = (
            _activity(application, entry, letters.get(place), reader, policy) if entry.what in _SHOWN[reader] else None
        )
        is_decision = entry.what == _REPLY and entry.at in decided  # the outcome is what that mail said
        if activity is not None and not is_decision:
            yield entry.what, activity


def _activity(
    application: Application, entry: Entry, letter: Letter | None, reader: Reader, policy: Policy
) -> Activity | None:
    if entry.what == _APPLIED and application.applied_on is None:
        return None  # saved, and not applied to
    if entry.what == _OUTCOME and (application.outcome is None or application.outcome.at is None):
        return None  # the day is that of an import, or it was taken back
    clock = None if entry.is_day else local(entry.at, policy.zone).time().replace(second=0, microsecond=0, fold=0)
    interview = _interview_at(application, entry.at, policy) if entry.what == _HELD else None
    return Activity(
        local_day(entry.at, policy.zone),
        clock,
        _title(entry, interview),
        application.company,
        application.role,
        tuple(detail for detail in _details(application, entry, interview, letter, reader) if detail),
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


def _details(
    application: Application, entry: Entry, interview: Interview | None, letter: Letter | None, reader: Reader
) -> list[str]:
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
        return [letter.subject if letter else ""]
    if entry.what == _OUTCOME:
        return [entry.text.partition(": ")[2]]
    return entry.text.split("\n") if entry.what in ("note", "stood_out", _REPLY) else []


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
