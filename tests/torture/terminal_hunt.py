"""The files that the trials in a terminal begin with, and what is stored in them after."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from app.storage import reading
from tests.storage.hunts import reader
from tests.ui.driving import one_interview


def one_letter(path: Path) -> None:
    """Write a hunt of one application, interviewed yesterday, whose first step is a thank-you."""
    one_interview(path)


def body_of(path: Path) -> str:
    """Return the body of the first letter as stored, "" while there is none."""
    with reader(path) as connection:
        letters = reading.application(connection, 1).letters
        return letters[0].body if letters else ""


def disagreements(path: Path) -> list[str]:
    """Return what is damaged in a file, and where its events do not agree with its rows."""
    with closing(sqlite3.connect(path)) as connection:
        problems = [f"integrity: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        problems += [f"a row of {row[0]} belongs to nothing" for row in connection.execute("PRAGMA foreign_key_check")]
        for sentence, query in _AGREE.items():
            problems += [f"{sentence}: {row}" for row in connection.execute(query)]
    return problems


_LIVE = """SELECT event.* FROM event JOIN verb ON verb.id = event.verb_id
    WHERE NOT verb.undone AND event.uid NOT IN (SELECT uid FROM removed)"""
"""What the timeline shows: neither undone here nor, as a joined copy tells, on another machine."""
_AGREE = {
    "the stage is not that of the last event": f"""
        WITH live AS ({_LIVE}) SELECT a.id, a.stage, e.after FROM application a JOIN live e ON e.id = (
            SELECT id FROM live WHERE application_id = a.id AND after IS NOT NULL ORDER BY id DESC LIMIT 1)
        WHERE a.stage <> e.after
    """,
    "letters sent, told of, and at most implied by a sheet": f"""
        WITH live AS ({_LIVE}) SELECT a.id,
            (SELECT count(*) FROM letter WHERE application_id = a.id AND status = 'sent') AS sent,
            (SELECT count(*) FROM live WHERE application_id = a.id AND what = 'letter_sent') AS told,
            (SELECT count(*) FROM live WHERE application_id = a.id AND what = 'updated_from_sheet'
                AND after = 'followed_up') AS implied
        FROM application a WHERE sent < told OR sent > told + implied
    """,
    "no event tells that it was added": f"""
        WITH live AS ({_LIVE})
        SELECT id FROM application WHERE id NOT IN (SELECT application_id FROM live WHERE what = 'application_added')
    """,
    "an outcome without the stage, or the stage without one": """
        SELECT id FROM application WHERE (stage = 'outcome') <> (outcome_kind IS NOT NULL)
    """,
}
"""What is wrong -> the rows in which it is."""
