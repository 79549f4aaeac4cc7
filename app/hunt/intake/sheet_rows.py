"""Spreadsheet rows as applications: new ones made, stored ones matched and updated. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from app.etiquette.from_them import Reply, ReplyBy
from app.etiquette.frozen import replace
from app.etiquette.name_suffixes import without_suffix
from app.etiquette.names import name_parts
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Interview, InterviewStatus, Outcome, OutcomeKind, Person, Waiver
from app.etiquette.stages import STAGE_ORDER, STAGE_TITLES, Stage
from app.etiquette.state.completing import complete
from app.etiquette.state.facts import ends_at, next_round
from app.etiquette.state.settling import settle
from app.etiquette.steps.outcome import ASKED_FOR_BY_AN_OUTCOME
from app.etiquette.text import folded
from app.etiquette.time.dates import at, local_day
from app.etiquette.time.interview_times import day_of, stored_day
from app.exchange.contents import TakenRow
from app.hunt.changes import Change, When, new_id

NO_ROLE = "Role not given"
"""What stands for the role of a row without one: an application has to have one."""
_NOON = time(12)


def application_of(
    row: TakenRow, policy: Policy, now: datetime, application_id: int = 0
) -> tuple[Application, list[Event]]:
    """Return the application that a row describes, as it stands at `now`, and its events.

    A day that the row does not have is unknown: neither an interview nor an outcome gets that of the application or of
    the import. An outcome of long ago asks for nothing (ETIQUETTE 2.24).
    """
    from_row = _from_row(row, policy, now, application_id)
    stage = None if row.outcome is not None else row.stage
    application, events = complete(from_row, stage, (), policy, now)
    events = _by_day(events, from_row.interviews, policy) + _day_events(row, policy, now)
    events.sort(key=lambda event: event.at)
    return _laid_to_rest(application, policy, now), events


def _by_day(events: Iterable[Event], interviews: Iterable[Interview], policy: Policy) -> list[Event]:
    """Return the events with those of these interviews and of an outcome marked as known by their day alone."""
    days = {ends_at(interview, policy) for interview in interviews}
    return [
        replace(event, is_day=True)
        if (event.what == "interview_held" and event.at in days) or event.what == "outcome_recorded"
        else event
        for event in events
    ]


def _laid_to_rest(application: Application, policy: Policy, now: datetime) -> Application:
    """Return the application; if its outcome is long past, with the steps skipped that it would ask for."""
    outcome = application.outcome
    if outcome is None or outcome.at is None:
        return application
    age = local_day(now, policy.zone) - local_day(outcome.at, policy.zone)
    if age.days <= policy.imported_outcome_asks_days:
        return application
    waivers = list(application.waivers)
    for step in ASKED_FOR_BY_AN_OUTCOME.get(outcome.kind, ()):
        waivers.append(Waiver(new_id(tuple(waivers)), step, reason="over before it was imported", at=now))
    return replace(application, waivers=tuple(waivers))


def _from_row(row: TakenRow, policy: Policy, now: datetime, application_id: int) -> Application:
    outcome = None
    if row.outcome is not None:
        outcome_days = [day for _, stage, day in row.dated if stage is Stage.OUTCOME]
        moment = min(at(max(outcome_days), _NOON, policy.zone), now) if outcome_days else None
        outcome = Outcome(row.outcome, moment, decision=row.decision, came_from=Stage.OUTCOME)
    interviews = tuple(
        Interview(-place, place, stored_day(day), kind=name, day_only=True)
        for place, (name, day) in enumerate(_interview_days(row), 1)
    )
    return Application(
        id=application_id,
        company=row.company,
        role=row.role or NO_ROLE,
        location=row.location,
        url=row.url,
        salary=row.salary,
        source=row.source,
        priority=row.priority,
        notes=row.notes,
        applied_on=row.applied_on,
        reply_by=ReplyBy(row.reply_by, stated=True) if row.reply_by else None,
        outcome=outcome,
        people=_people(row),
        interviews=interviews,
        replies=_replies(row, policy, now),
        added=now,
    )


def _replies(row: TakenRow, policy: Policy, now: datetime) -> tuple[Reply, ...]:
    """Return the answer whose day a row has; a sheet does not hold its text."""
    if row.replied_on is None:
        return ()
    moment = at(row.replied_on, _NOON, policy.zone)
    return (Reply(-1, moment),) if moment <= now else ()


def _interview_days(row: TakenRow) -> list[tuple[str, date]]:
    days = [(name, day) for name, stage, day in row.dated if stage is Stage.INTERVIEWED]
    return sorted(days, key=lambda pair: pair[1])


def _day_events(row: TakenRow, policy: Policy, now: datetime) -> list[Event]:
    """Return a note for each day in a stage's column that nothing else of the application holds."""
    covered_elsewhere = (Stage.APPLIED, Stage.INTERVIEWED, Stage.OUTCOME)
    moments = [(name, at(day, _NOON, policy.zone)) for name, stage, day in row.dated if stage not in covered_elsewhere]
    return [
        Event(moment, "note", f"{name}, as the sheet says", is_day=True) for name, moment in moments if moment <= now
    ]


def _people(row: TakenRow) -> tuple[Person, ...]:
    contacts = [(row.contact, row.contact_email), *row.others]
    people: list[Person] = []
    for name, address in contacts:
        if name or address:
            title, given, family = name_parts(name)
            suffix = without_suffix(name)[1]
            people.append(Person(-len(people) - 1, given, family, title, address, title=suffix))
    return tuple(people)


class RowMatcher:
    """Matches the rows of sheets with the applications there are. Each matches one row of a file at most."""

    def __init__(self, applications: Iterable[Application]):
        self._by_name: dict[tuple[str, str], list[Application]] = {}
        self._already: list[Application] = []
        for application in applications:
            self.add(application)

    def add(self, application: Application) -> None:
        """Let later rows match an application."""
        key = (folded(application.company), folded(application.role))
        self._by_name.setdefault(key, []).append(application)

    def begin_file(self) -> None:
        """Let the rows of another file match what those of the last one matched."""
        for application in self._already:
            self.add(application)
        self._already.clear()

    def find(
        self, company: str, role: str, url: str, applied_on: date | None, location: str, ids: Sequence[str] = ()
    ) -> Application | None:
        """Return the application that a row is about, None when it is a new one.

        Company and role have to be the same; link and day have to be, where both know them, and an id that the notes
        of both have under one name.
        """
        same_names = self._by_name.get((folded(company), folded(role or NO_ROLE)), [])
        row_facts = (_link(url), applied_on, folded(location))
        best, best_score = None, -1
        for application in same_names:
            its_facts = (_link(application.url), application.applied_on, folded(application.location))
            if any(a and b and a != b for a, b in zip(row_facts[:2], its_facts[:2], strict=True)):
                continue
            same_ids = [_has_id(application, id_line) for id_line in ids]
            if False in same_ids:
                continue
            score = sum(a == b for a, b in zip(row_facts, its_facts, strict=True))
            score += len(row_facts) * same_ids.count(True)
            if score > best_score:
                best, best_score = application, score
        if best is not None:
            same_names.remove(best)
            self._already.append(best)
        return best


def _has_id(application: Application, id_line: str) -> bool | None:
    """Return whether the notes have a line like `Req ID: 87249`; None if they have no line under that name."""
    name = id_line.partition(":")[0] + ":"
    lines = [line for line in application.notes.split("\n") if line.startswith(name)]
    return id_line in lines if lines else None


def _link(url: str) -> str:
    return url.strip().rstrip("/").casefold()


_FILLED = ("location", "url", "salary", "source", "applied_on")
"""Fields that a later sheet fills where they were empty; what was edited here is never overwritten."""


def update_of(application: Application, row: TakenRow, policy: Policy) -> str:
    """Return in words what a newer sheet adds, "" if it adds nothing."""
    updates = [name.replace("_", " ") for name in _fills(application, row)]
    if _new_notes(application, row):
        updates.append("notes")
    updates += [name for name, _ in _new_interviews(application, row, policy)]
    if row.outcome is not None and _new_outcome(application, row):
        updates.append(row.outcome.value.replace("_", " "))
    elif row.outcome is None and _goes_forward(application, row.stage):
        updates.append(STAGE_TITLES[row.stage])
    return ", ".join(dict.fromkeys(updates))


def updated(application: Application, when: When, row: TakenRow) -> Change:
    """Return the application with what a newer sheet says of it: empty fields filled, notes added, stage moved on.

    The stage only moves forward, and an outcome is only replaced where it was silence: what was recorded here knows
    more than a sheet.
    """
    update = update_of(application, row, when.policy)
    fields = _fills(application, row)
    if _new_notes(application, row):
        fields["notes"] = "\n".join(part for part in (application.notes, _new_notes(application, row)) if part)
    after = replace(application, **fields)  # type: ignore[arg-type]
    added = []
    for name, day in _new_interviews(application, row, when.policy):
        interview = Interview(new_id(after.interviews), next_round(after), stored_day(day), kind=name, day_only=True)
        added.append(interview)
        after = replace(after, interviews=(*after.interviews, interview))
    if row.outcome is not None and _new_outcome(application, row):
        outcome = _from_row(row, when.policy, when.now, 0).outcome
        assert outcome is not None
        came_from = application.outcome.came_from if application.outcome else application.stage
        after = replace(after, stage=Stage.OUTCOME, outcome=replace(outcome, came_from=came_from))
        after = _laid_to_rest(after, when.policy, when.now)
    elif row.outcome is None and _goes_forward(application, row.stage):
        after = complete(after, row.stage, (), when.policy, when.now)[0]
    event = Event(when.now, "updated_from_sheet", f"The sheet says: {update}", application.stage, after.stage)
    after, came_about = settle(after, when.policy, when.now)
    return Change(after, f"Updated {application.company}", (event, *_by_day(came_about, added, when.policy)))


def _fills(application: Application, row: TakenRow) -> dict[str, object]:
    fills = {name: getattr(row, name) for name in _FILLED if getattr(row, name) and not getattr(application, name)}
    if row.reply_by is not None and application.reply_by is None:
        fills["reply_by"] = ReplyBy(row.reply_by, stated=True)
    return fills


def _new_interviews(application: Application, row: TakenRow, policy: Policy) -> list[tuple[str, date]]:
    """Return the interview days of a row on which no interview is stored."""
    if application.stage is Stage.OUTCOME:
        return []
    interview_days = {day_of(interview, policy.zone) for interview in application.interviews}
    return [(name, day) for name, day in _interview_days(row) if day not in interview_days]


def _new_notes(application: Application, row: TakenRow) -> str:
    stored_lines = {folded(line) for line in application.notes.split("\n")}
    return "\n".join(line for line in row.notes.split("\n") if line.strip() and folded(line) not in stored_lines)


def _new_outcome(application: Application, row: TakenRow) -> bool:
    if application.outcome is None:
        return True
    return application.outcome.kind is OutcomeKind.NO_RESPONSE and row.outcome is not OutcomeKind.NO_RESPONSE


def _goes_forward(application: Application, stage: Stage) -> bool:
    planned = any(interview.status is InterviewStatus.PLANNED for interview in application.interviews)
    if stage is Stage.INTERVIEWED and planned:
        return False
    return application.stage is not Stage.OUTCOME and STAGE_ORDER[stage] > STAGE_ORDER[application.stage]
