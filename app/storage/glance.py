"""Read what your search at a glance shows, by selects of named columns. No SQLModel, no rules."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from app.etiquette.from_them import Reply, ReplyBy
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import (
    Application,
    Decision,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Outcome,
    OutcomeKind,
    StepName,
    Waiver,
)
from app.etiquette.stages import Stage
from app.storage.reading import snapshot
from app.storage.values import day, ids_as_json, moment, stored

AT_A_TIME = 1_000
"""Applications read at once: a few hundredths of a second, after which others have a turn."""
_RANGE = "BETWEEN :first AND :last"
_SOME = "IN (SELECT value FROM json_each(:ids))"
LAST_ID = "SELECT coalesce(max(id), 0) FROM application"
APPLICATIONS = """
    SELECT id, company, role, stage, source, applied_on, reply_by_date, reply_by_stated, outcome_kind, outcome_at,
        decide_by, decision, came_from, archived
    FROM application WHERE id {}"""
INTERVIEWS = """
    SELECT application_id, id, round, starts, ends, kind, status, day_only FROM interview
    WHERE application_id {} ORDER BY application_id, id"""
MET = "SELECT interview_id, person_id FROM met WHERE application_id {} ORDER BY application_id, position, id"
LETTERS = """
    SELECT application_id, id, kind, to_id, sent, interview_id FROM letter
    WHERE application_id {} AND status = 'sent' AND sent IS NOT NULL ORDER BY application_id, id"""
REPLIES = """
    SELECT application_id, id, at FROM reply
    WHERE application_id {} AND away_until IS NULL ORDER BY application_id, id"""
SKIPPED = """
    SELECT application_id, id, person_id, interview_id, reason, at FROM waiver
    WHERE application_id {} AND step = 'thank' ORDER BY application_id, id"""
PLANNED = """
    SELECT application_id, at FROM event
    WHERE application_id {} AND what = 'interview_planned' AND verb_id NOT IN (SELECT id FROM verb WHERE undone = 1)
    AND uid NOT IN (SELECT uid FROM removed)"""
WINDOWS = """
    SELECT application_id, opens, coalesce(late, lapses) FROM agenda
    WHERE application_id IN (SELECT value FROM json_each(:ids)) AND step IN ('follow_up', 'follow_up_again')"""
LANES = """
    SELECT application.id FROM application
    LEFT JOIN (SELECT application_id, max(starts) AS latest FROM interview WHERE status != 'cancelled'
        GROUP BY application_id) AS talks ON talks.application_id = application.id
    WHERE archived = 0 AND (applied_on IS NOT NULL OR latest IS NOT NULL OR stage != 'applied')
    ORDER BY stage = 'outcome', latest IS NULL, coalesce(outcome_at, latest, applied_on) DESC, application.id DESC"""
INTERVIEWS_AHEAD = """
    SELECT interview.application_id, company, interview.round, interview.kind, starts, day_only
    FROM interview CROSS JOIN application ON application.id = interview.application_id
    WHERE interview.status = 'planned' AND starts >= :start AND starts < :until AND archived = 0 ORDER BY starts"""
DECISIONS_AHEAD = """
    SELECT id, company, reply_by_date, reply_by_stated FROM application
    WHERE reply_by_date >= :first AND reply_by_date < :last AND outcome_kind IS NULL AND archived = 0
    ORDER BY reply_by_date, id"""


class Window(NamedTuple):
    """When one can follow up; None for `until`: for as long as one likes."""

    application_id: int
    opens: datetime
    until: datetime | None


class InterviewAhead(NamedTuple):
    """An interview that is planned."""

    application_id: int
    company: str
    round: int
    kind: str
    starts: datetime
    day_only: bool


class DecisionAhead(NamedTuple):
    """A day by which they decide, as they said or as is usual."""

    application_id: int
    company: str
    day: date
    stated: bool


def last_id(connection: sqlite3.Connection) -> int:
    """Return the largest id of an application, 0 when there is none."""
    with snapshot(connection):
        return int(connection.execute(LAST_ID).fetchone()[0])


def portion(connection: sqlite3.Connection, after: int) -> tuple[list[Application], dict[int, list[datetime]]]:
    """Return the applications with the next ids after one, and when interviews of theirs were put down as planned.

    Only what the numbers and the chart ask for is read; archived ones are among them.
    """
    span = {"first": after + 1, "last": after + AT_A_TIME}
    with snapshot(connection):
        planned: defaultdict[int, list[datetime]] = defaultdict(list)
        for application_id, at in connection.execute(PLANNED.format(_RANGE), span):
            planned[application_id].append(datetime.fromisoformat(at))
        return _applications(connection, _RANGE, span), planned


def some(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Application]:
    """Return some applications as `portion` does, in any order."""
    with snapshot(connection):
        return _applications(connection, _SOME, {"ids": ids_as_json(ids)})


def follow_up_windows(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Window]:
    """Return when one can follow up at some applications, by their stored agenda."""
    with snapshot(connection):
        rows = connection.execute(WINDOWS, {"ids": ids_as_json(ids)})
        return [Window(row[0], datetime.fromisoformat(row[1]), moment(row[2])) for row in rows]


def lanes(connection: sqlite3.Connection) -> list[int]:
    """Return the applications of the chart from top to bottom: first those without an outcome, the latest interview
    first, then those without an interview and those that have ended, the latest first."""
    with snapshot(connection):
        return [application_id for (application_id,) in connection.execute(LANES)]


def interviews_ahead(connection: sqlite3.Connection, start: datetime, until: datetime) -> list[InterviewAhead]:
    """Return the planned interviews that start in a span of time."""
    span = {"start": stored(start), "until": stored(until)}
    with snapshot(connection):
        rows = connection.execute(INTERVIEWS_AHEAD, span)
        return [
            InterviewAhead(id_, company, number, kind, datetime.fromisoformat(starts), bool(day_only))
            for id_, company, number, kind, starts, day_only in rows
        ]


def decisions_ahead(connection: sqlite3.Connection, first: date, last: date) -> list[DecisionAhead]:
    """Return the decision dates from one day on until before another, of what has no outcome."""
    span = {"first": first.isoformat(), "last": last.isoformat()}
    with snapshot(connection):
        rows = connection.execute(DECISIONS_AHEAD, span)
        return [DecisionAhead(row[0], row[1], date.fromisoformat(row[2]), bool(row[3])) for row in rows]


def _applications(connection: sqlite3.Connection, which: str, values: Mapping[str, object]) -> list[Application]:
    def rows(query: str) -> sqlite3.Cursor:
        return connection.execute(query.format(which), values)

    read = datetime.fromisoformat
    met: defaultdict[int, list[int]] = defaultdict(list)
    for interview_id, person_id in rows(MET):
        met[interview_id].append(person_id)
    interviews: defaultdict[int, list[Interview]] = defaultdict(list)
    for owner, id_, round_, starts, ends, kind, status, day_only in rows(INTERVIEWS):
        people = tuple(met.get(id_, ()))
        interviews[owner].append(
            Interview(
                id_,
                round_,
                read(starts),
                moment(ends),
                kind=kind,
                met=people,
                status=_STATUSES[status],
                day_only=bool(day_only),
            )
        )
    letters: defaultdict[int, list[Letter]] = defaultdict(list)
    for owner, id_, kind, to, sent, interview in rows(LETTERS):
        letters[owner].append(
            Letter(id_, _KINDS[kind], to, status=LetterStatus.SENT, sent=read(sent), interview=interview)
        )
    replies: defaultdict[int, list[Reply]] = defaultdict(list)
    for owner, id_, at in rows(REPLIES):
        replies[owner].append(Reply(id_, read(at)))
    waivers: defaultdict[int, list[Waiver]] = defaultdict(list)
    for owner, id_, person, interview, reason, at in rows(SKIPPED):
        waivers[owner].append(Waiver(id_, StepName.THANK, person, interview, reason, read(at)))
    return [
        Application(
            id=row[0],
            company=row[1],
            role=row[2],
            stage=_STAGES[row[3]],
            source=row[4],
            applied_on=day(row[5]),
            reply_by=None if row[6] is None else ReplyBy(date.fromisoformat(row[6]), bool(row[7])),
            outcome=None
            if row[8] is None
            else Outcome(
                _OUTCOMES[row[8]],
                moment(row[9]),
                day(row[10]),
                None if row[11] is None else Decision(row[11]),
                _STAGES[row[12]],
            ),
            interviews=tuple(interviews.get(row[0], ())),
            letters=tuple(letters.get(row[0], ())),
            replies=tuple(replies.get(row[0], ())),
            waivers=tuple(waivers.get(row[0], ())),
            archived=bool(row[13]),
        )
        for row in rows(APPLICATIONS)
    ]


_STAGES = {stage.value: stage for stage in Stage}
_STATUSES = {status.value: status for status in InterviewStatus}
_KINDS = {kind.value: kind for kind in Kind}
_OUTCOMES = {kind.value: kind for kind in OutcomeKind}
