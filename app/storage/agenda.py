"""Read the stored agenda: what is due, in its order, as far as it is shown. No SQLModel, no rules.

What is stored was right when it was made. A reader leaves out the applications whose agenda no longer holds
(`outdated`) and works those out itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Person, StepName
from app.etiquette.stages import Stage
from app.etiquette.steps.next_steps import Step, Urgency
from app.storage.reading import snapshot
from app.storage.values import day, ids_as_json, moment, stored

if TYPE_CHECKING:
    from app.storage.to_records import Row

URGENCIES = tuple(Urgency)
"""By the rank with which they are stored."""
_KINDS = {kind.value: kind for kind in Kind}
_STEPS = {name.value: name for name in StepName}

_OTHERS = "application_id NOT IN (SELECT value FROM json_each(:outdated))"
_LISTED = f"""
    SELECT agenda.application_id, agenda.step, agenda.kind, agenda.person_id, agenda.interview_id, agenda.opens,
        agenda.due, agenda.late, agenda.lapses, agenda.urgency, agenda.snoozed_until, agenda.reason,
        application.company, application.role, agenda_state.stage,
        person.given, person.family, person.email, person.family_first, person.honorific
    FROM agenda
    CROSS JOIN application ON application.id = agenda.application_id
    CROSS JOIN agenda_state ON agenda_state.application_id = agenda.application_id
    LEFT JOIN person ON person.id = agenda.person_id
    WHERE agenda.{_OTHERS}"""
IN_ORDER = f"""{_LISTED}
    ORDER BY agenda.urgency, agenda.presses, agenda.opens, agenda.application_id, agenda.id
    LIMIT :most"""
_NEXT = (
    "(CASE agenda.urgency WHEN 3 THEN coalesce(agenda.snoozed_until, agenda.opens) ELSE max(agenda.due, :start) END)"
)
"""When a step comes next: it opens, or it is due, which it may be since before the span began."""
_COMES = f"(agenda.urgency != 0 AND agenda.step != 'prepare' AND {_NEXT} >= :start AND {_NEXT} < :until)"
COMING = f"{_LISTED} AND {_COMES} ORDER BY {_NEXT}, agenda.application_id, agenda.id LIMIT :most"
COUNT_COMING = f"SELECT count(*) FROM agenda WHERE {_OTHERS} AND {_COMES}"
_COUNT = "(SELECT count(*) FROM agenda WHERE urgency = {})"
PRESSING_COUNTS = f"SELECT {_COUNT.format(0)}, {_COUNT.format(1)}"
ALL_COUNTS = f"{PRESSING_COUNTS}, {_COUNT.format(2)}, (SELECT count(*) FROM agenda)"
"""SQLite counts what an index holds for one value, and a whole table, far sooner than it groups. The last urgency is
what remains of the whole."""
COUNTS_OF = """
    SELECT urgency, count(*) FROM agenda
    WHERE application_id IN (SELECT value FROM json_each(:outdated)) GROUP BY urgency"""
OUTDATED = """
    SELECT application_id FROM agenda_state WHERE holds_until <= :now
    UNION SELECT application_id FROM agenda_state WHERE made > :now"""
STAMP = "SELECT stamp FROM agenda_stamp"
NEXT_CHANGE = "SELECT min(holds_until) FROM agenda_state WHERE holds_until > :now"
ANY_IN_STAGES = """
    SELECT EXISTS (
        SELECT 1 FROM agenda_state CROSS JOIN application ON application.id = agenda_state.application_id
        WHERE agenda_state.stage IN ({}) AND application.archived = 0 AND agenda_state.{}
    )"""
COMPANIES = "SELECT DISTINCT company FROM agenda_state WHERE application_id IN (SELECT value FROM json_each(?))"
MAILS = """
    SELECT company, application_id, status_mail FROM agenda_state
    WHERE company IN (SELECT value FROM json_each(?)) AND status_mail IS NOT NULL"""


class Listed(NamedTuple):
    """A step with what a list shows beside it."""

    step: Step
    company: str
    role: str
    stage: Stage
    person: str | None
    """The display name of whom it goes to."""


def stamp(connection: sqlite3.Connection) -> str:
    """Return what the agendas were made by (`etiquette.agenda.stamp_of`), "" if they have not been made yet."""
    with snapshot(connection):
        row = connection.execute(STAMP).fetchone()
        return row[0] if row else ""


def outdated(connection: sqlite3.Connection, now: datetime) -> list[int]:
    """Return the applications whose agenda does not hold at `now`, by id, including those made after `now`."""
    with snapshot(connection):
        return sorted(application_id for (application_id,) in connection.execute(OUTDATED, {"now": stored(now)}))


def counts(
    connection: sqlite3.Connection, outdated: Iterable[int] = (), *, only_pressing: bool = False
) -> dict[Urgency, int]:
    """Return how many steps there are of each urgency, except those of some applications.

    Args:
        only_pressing: count what is overdue and due today alone.
    """
    left_out = ids_as_json(outdated)
    with snapshot(connection):
        numbers = list(connection.execute(PRESSING_COUNTS if only_pressing else ALL_COUNTS).fetchone())
        if not only_pressing:
            numbers[-1] -= sum(numbers[:-1])
        if left_out != "[]":
            for rank, number in connection.execute(COUNTS_OF, {"outdated": left_out}):
                if rank < len(numbers):
                    numbers[rank] -= number
    return {URGENCIES[rank]: number for rank, number in enumerate(numbers) if number}


def in_order(connection: sqlite3.Connection, outdated: Iterable[int] = (), most: int = -1) -> list[Listed]:
    """Return steps, most urgent first, except those of some applications.

    Args:
        most: how many at most; a negative number for all.
    """
    with snapshot(connection):
        rows = connection.execute(IN_ORDER, {"outdated": ids_as_json(outdated), "most": most})
        return list(_steps(rows))


def coming(
    connection: sqlite3.Connection, start: datetime, until: datetime, outdated: Iterable[int], most: int
) -> tuple[list[Listed], int]:
    """Return steps that open or fall due in a span of time, the earliest first, and how many there are in all. Those of
    some applications are left out, and so are overdue ones and those that prepare an interview."""
    values = {"start": stored(start), "until": stored(until), "outdated": ids_as_json(outdated), "most": most}
    with snapshot(connection):
        listed = list(_steps(connection.execute(COMING, values)))
        count = len(listed) if len(listed) < most else connection.execute(COUNT_COMING, values).fetchone()[0]
        return listed, int(count)


def next_change(connection: sqlite3.Connection, now: datetime) -> datetime | None:
    """Return the earliest moment after `now` at which an agenda no longer holds; None when there are none."""
    with snapshot(connection):
        return moment(connection.execute(NEXT_CHANGE, {"now": stored(now)}).fetchone()[0])


def is_any_in(connection: sqlite3.Connection, stages: Iterable[Stage], outdated: Iterable[int] = ()) -> bool:
    """Return whether an application that is not archived, and not among those left out, is in one of these stages."""
    listed = ", ".join(f"'{stage.value}'" for stage in stages)
    query = ANY_IN_STAGES.format(listed, _OTHERS)
    with snapshot(connection):
        return bool(connection.execute(query, {"outdated": ids_as_json(outdated)}).fetchone()[0])


def status_mails(connection: sqlite3.Connection, companies: Iterable[str]) -> dict[str, list[tuple[int, datetime]]]:
    """Return by company when each of its applications last sent a follow-up: it may hold others back (ETIQUETTE 3.6).

    Args:
        companies: as `text.company_key` gives them.
    """
    import json

    mails: dict[str, list[tuple[int, datetime]]] = {}
    with snapshot(connection):
        for company, application_id, sent in connection.execute(MAILS, (json.dumps(list(companies)),)):
            mails.setdefault(company, []).append((application_id, datetime.fromisoformat(sent)))
    return mails


def companies_of(connection: sqlite3.Connection, ids: Iterable[int]) -> list[str]:
    """Return the companies of applications, as `text.company_key` gives them."""
    with snapshot(connection):
        return [company for (company,) in connection.execute(COMPANIES, (ids_as_json(ids),))]


def _steps(rows: Iterable[Row]) -> Iterator[Listed]:
    import json

    load = json.JSONDecoder().decode
    stages = {stage.value: stage for stage in Stage}
    for row in rows:
        kind = row[2]
        step = Step(
            application_id=row[0],
            name=_STEPS[row[1]],
            kind=None if kind is None else _KINDS[kind],
            person=row[3],
            interview=row[4],
            opens=datetime.fromisoformat(row[5]),
            due=moment(row[6]),
            late=moment(row[7]),
            lapses=moment(row[8]),
            urgency=URGENCIES[row[9]],
            snoozed_until=moment(row[10]),
            why=reason_of(load(row[11])),
        )
        yield Listed(step, row[12], row[13], stages[row[14]], _name(*row[15:]))


def _name(given: str | None, family: str, email: str, family_first: int, honorific: str) -> str | None:
    if given is None:
        return None
    return Person(given=given, family=family, honorific=honorific, email=email, family_first=family_first == 1).name


def reason_of(saved: list[object]) -> tuple[str, tuple[object, ...]]:
    """Return a reason's name and values from what `saved_reason` made of them."""
    name, *values = saved
    return str(name), tuple(_value(value) for value in values)


def saved_reason(why: tuple[str, tuple[object, ...]]) -> str:
    """Return a reason as JSON: its name and its values, days and lengths of time as objects."""
    import json

    name, values = why
    return json.dumps([name, *(_saved(value) for value in values)], ensure_ascii=False, separators=(",", ":"))


def _value(saved: object) -> object:
    if not isinstance(saved, dict):
        return saved
    return day(saved["day"]) if "day" in saved else timedelta(seconds=saved["seconds"])


def _saved(value: object) -> object:
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return {"seconds": value.total_seconds()} if isinstance(value, timedelta) else value
