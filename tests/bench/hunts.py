"""Hunts of any size for the bench: ten events an application, written by straight SQL, kept in .bench/ by size.

What they hold depends on size and name alone: every run measures the same file.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from app.etiquette.steps.agenda import RULES
from app.etiquette.text import folded
from app.hunt.hunt import Hunt
from app.storage.engine import open_database
from app.storage.numbering import new_uid
from app.storage.opening import REVISION
from app.storage.tables import WITH_UID
from tests.storage.hunts import SETTINGS

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""A Tuesday morning: what AFTERWORD_NOW is set to while anything is measured."""
CACHE = Path(__file__).parents[2] / ".bench"
_VERSION = f"7-{REVISION}-{RULES}"
"""The first number is to be raised with every change to what is written here."""
EVENTS = 10
_COMPANIES = ("Northwind", "Contoso", "Fabrikam", "Tailspin", "Lucerne", "Adatum", "Wingtip", "Proseware", "Litware")
_ROLES = ("Data Engineer", "Site Reliability Engineer", "Product Designer", "Backend Developer", "Researcher")
_GIVEN = ("Dana", "Omar", "Mei", "Ruth", "Ines", "Jonas", "Priya", "Karl")
_FAMILY = ("Lee", "Haddad", "Wu", "Okafor", "Castro", "Berg", "Rao", "Novak")
_OFTEN = 40
"""Applications at one company, at most: in a large hunt, somebody applies again where they applied before."""

Row = dict[str, Any]


class Story(NamedTuple):
    """How an application stands; days are counted back from now, None: it never came to that."""

    stage: str
    interview: float | None = None
    thanked: float | None = None
    reply_by: int | None = None
    """Days from now; negative: gone by."""
    followed_up: float | None = None
    rejected: float | None = None


LIVE = (
    Story("interviewed", 0.8),
    Story("waiting", 4, 3.5, 3),
    Story("waiting", 14, 13.5, -5),
    Story("followed_up", 30, 29.5, -15, 10),
    Story("applied"),
    Story("outcome", 9, 8.5, -1, None, 0.5),
    Story("interviewed", 3),
)
"""What asks for something, now or one day; in equal shares."""
FINISHED = (Story("outcome", 120, 119.5, -100, None, 90),)
"""What never asks for anything again."""
MIXED = LIVE + FINISHED


def hunt(size: int, stories: tuple[Story, ...] = MIXED, name: str = "mixed", finished: int = 0) -> Path:
    """Return a database of `size` applications and `finished` more that are over, made when it is not there yet."""
    path = CACHE / "hunts" / f"{name}-{size}-{finished}-v{_VERSION}.db"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        half.unlink(missing_ok=True)
        open_database(half, lambda: NOW)
        fill(half, [*(stories[i % len(stories)] for i in range(size)), *FINISHED * finished])
        _make_agenda(half)
        half.rename(path)
    return path


def _make_agenda(path: Path) -> None:
    """Store what the hunt asks for, as a first start does: what is measured is any other start."""
    opened = Hunt.open(path, SETTINGS, lambda: NOW)
    while opened.renew_outdated():
        pass


def copy_of(path: Path, folder: Path) -> Path:
    """Return a copy that a measured program may change. It is on disk: what is measured waits for its own writes, not
    for half a gigabyte of ours."""
    copy = Path(shutil.copy(path, folder / "hunt.db"))
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    return copy


def fill(path: Path, stories: list[Story]) -> None:
    """Write an application for each story into an empty database. Undo is told nothing of it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for trigger, _ in triggers:
        connection.execute(f"DROP TRIGGER {trigger}")
    verb = {
        "id": 1, "at": _at(200), "name": "import", "summary": "Import", "application_id": None, "undone": 0,
        "undoes": None, "final": 0, "coalesce_key": "", "stamp": 1,
    }  # fmt: skip
    _insert(connection, "verb", [verb])
    _insert(connection, "me", [{"id": 1, "name": "Robin Vale", "email": "robin@mail.example", "signature": ""}])
    for start in range(0, len(stories), 2000):
        rows: dict[str, list[Row]] = {}
        for number, story in enumerate(stories[start : start + 2000], start + 1):
            for table, row in _rows(number, story):
                rows.setdefault(table, []).append(row)
        for table, new in rows.items():
            _insert(connection, table, new)
    for _, statement in triggers:
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.close()
    keep_agenda(path)


def keep_agenda(path: Path) -> None:
    """Work out what the applications of a database ask for at `NOW`, as the dashboard does behind its first frame."""
    hunt = Hunt.open(path, SETTINGS, lambda: NOW)
    while hunt.renew_outdated():
        pass


def _insert(connection: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if table in WITH_UID:
        for row in rows:
            row["uid"] = new_uid()
    columns = ", ".join(f'"{name}"' for name in rows[0])
    values = ", ".join(f":{name}" for name in rows[0])
    connection.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({values})', rows)


def _at(days: float | None, hours: float = 0) -> str | None:
    """Return the moment so many days ago as it is stored."""
    if days is None:
        return None
    return (NOW - timedelta(days=days) + timedelta(hours=hours)).isoformat(timespec="microseconds")


def _day(distance: int | None) -> str | None:
    return None if distance is None else (NOW + timedelta(days=distance)).date().isoformat()


def _rows(number: int, story: Story) -> Iterator[tuple[str, Row]]:
    """Yield the rows of one application, parents first."""
    first = number * 2 - 1
    names = [f"{_GIVEN[(number + i) % 8]} {_FAMILY[(number // 8 + i) % 8]}" for i in range(2)]
    yield "application", _application(number, story, names)
    for i, name in enumerate(names):
        given, family = name.split()
        yield "person", {
            "id": first + i, "application_id": number, "given": given, "family": family, "honorific": "",
            "email": f"{given.lower()}.{family.lower()}{number}@mail.example", "title": "",
            "part": "interviewer", "family_first": 0,
        }  # fmt: skip
    if story.interview is not None:
        yield from _interview(number, story)
    for i in range(EVENTS):
        yield "event", {
            "verb_id": 1, "application_id": number, "at": _at(150 - i * 10), "recorded": _at(150 - i * 10),
            "what": "note", "text": f"Note {i + 1} of application {number}, a line as long as people write.",
            "before": None, "after": None, "rule": "",
        }  # fmt: skip


def _application(number: int, story: Story, names: list[str]) -> Row:
    company = (
        f"{_COMPANIES[number % 9]} {number // _OFTEN}" if number >= _OFTEN else f"{_COMPANIES[number % 9]} {number}"
    )
    role = _ROLES[number % 5]
    rejected = story.rejected
    return {
        "id": number, "company": company, "role": role, "stage": story.stage, "location": "Berlin",
        "url": f"https://jobs.example/{number}", "salary": "", "source": "a friend", "priority": number % 4,
        "notes": "", "applied_on": _day(-20 - number % 100), "reply_by_date": _day(story.reply_by),
        "reply_by_stated": int(story.reply_by is not None), "reply_by_known": _at(story.thanked),
        "no_follow_ups": 0, "keep_in_touch": 0, "outcome_kind": None if rejected is None else "rejected",
        "outcome_at": _at(rejected), "decide_by": None, "decision": None,
        "came_from": None if rejected is None else "waiting", "archived": 0, "added": _at(160), "version": number,
        "folded": folded(" ".join((company, role, "Berlin", *names))),
    }  # fmt: skip


def _interview(number: int, story: Story) -> Iterator[tuple[str, Row]]:
    first = number * 2 - 1
    yield "interview", {
        "id": number, "application_id": number, "round": 1, "starts": _at(story.interview),
        "ends": _at(story.interview, 1), "timezone": "Europe/Berlin", "kind": "video", "location": "",
        "noted": "late-arriving events hurt the weekly reports", "status": "held", "calendar_uid": "", "sequence": 0,
        "stamped": None,
    }  # fmt: skip
    for i in range(2):
        yield "met", {
            "id": first + i, "application_id": number, "interview_id": number, "person_id": first + i, "position": i,
        }  # fmt: skip
    for letter, (kind, days) in enumerate(
        [("thank_you", story.thanked), ("thank_you", story.thanked), ("follow_up", story.followed_up)]
    ):
        if days is not None:
            yield "letter", {
                "id": number * 3 - 2 + letter, "application_id": number, "kind": kind, "to_id": first + letter % 2,
                "subject": "Thank you", "body": "Thank you for your time.\n" * 20, "status": "sent", "sent": _at(days),
                "how": "elsewhere", "interview_id": number, "written": _at(days), "version": 1, "message_id": "",
                "in_reply_to": "", "thread_subject": "",
            }  # fmt: skip
