"""What the first screen reads: columns that exist, plans that use the indexes, nothing that grows with what is over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.hunt.due import due_list
from app.hunt.screen import read_screen
from app.storage import clockwork, reading
from app.storage.engine import open_database
from app.storage.mapping import BRIEF, COLUMNS
from tests.bench.hunts import FINISHED, MIXED, NOW, fill
from tests.storage.hunts import SETTINGS, reader

LIVE, MANY = 16, 400


def hunt(path: Path, finished: int) -> Path:
    """Write a hunt of a few applications of every kind and of many that are over."""
    open_database(path, lambda: NOW)
    fill(path, [*MIXED * (LIVE // len(MIXED)), *FINISHED * finished])
    return path


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Open a hunt in which most is over."""
    opened = reading.open_reader(hunt(tmp_path_factory.mktemp("hunt") / "hunt.db", MANY))
    assert opened is not None
    with closing(opened):
        yield opened


def plan(connection: sqlite3.Connection, query: str) -> list[str]:
    """Return what SQLite would do, a line a step."""
    names = {"now": "", "since": "", "archived": 0, "ids": "[]"}
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", names)]


@pytest.mark.parametrize("table", sorted(clockwork.CHILDREN))
def test_what_the_clock_depends_on_is_read_in_the_order_of_an_index_that_holds_it_all(
    connection: sqlite3.Connection, table: str
) -> None:
    search, *rest = plan(connection, clockwork.CHILDREN[table])
    assert search == f"SEARCH {table} USING COVERING INDEX {table}_of_application (application_id=?)"
    assert all("json_each" in step or step.startswith("LIST SUBQUERY") for step in rest)


def test_applications_are_found_by_their_ids(connection: sqlite3.Connection) -> None:
    search, *rest = plan(connection, clockwork.APPLICATIONS)
    assert search == "SEARCH application USING INTEGER PRIMARY KEY (rowid=?)"
    assert all("json_each" in step or step.startswith("LIST SUBQUERY") for step in rest)


def test_what_is_live_is_found_without_a_look_at_what_is_over(connection: sqlite3.Connection) -> None:
    steps = [step for step in plan(connection, clockwork.LIVE) if "application" in step]
    assert len(steps) == 2
    assert all("application_live" in step and "quiet_after" in step for step in steps)


def test_portions_give_what_one_portion_gives(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(clockwork.live_applications(connection, NOW))
    monkeypatch.setattr(clockwork, "AT_A_TIME", 3)
    assert list(clockwork.live_applications(connection, NOW)) == whole
    assert [each.id for each in whole] == sorted(each.id for each in whole)


def test_status_mails_are_found_by_index(connection: sqlite3.Connection) -> None:
    assert plan(connection, clockwork.STATUS_MAILS)[0].startswith("SEARCH letter USING COVERING INDEX letter_sent")


def test_columns_that_are_read_are_those_of_the_whole_records() -> None:
    for table, columns in BRIEF.items():
        assert set(columns) <= set(COLUMNS[table])


def test_what_is_over_makes_the_due_list_read_nothing_more(tmp_path: Path) -> None:
    few, many = (_work_of_first_screen(hunt(tmp_path / f"{n}.db", n)) for n in (LIVE, MANY))
    assert few.statements == many.statements
    assert few.steps <= many.steps <= few.steps + MANY // 10, "SQLite does more where more is over"


def test_the_first_screen_is_one_snapshot_of_few_queries(tmp_path: Path) -> None:
    asked = _work_of_first_screen(hunt(tmp_path / "hunt.db", 0)).statements
    assert asked.count("BEGIN") == 1
    assert len([statement for statement in asked if statement.lstrip().startswith("SELECT")]) <= 15


class _Work:
    """What SQLite was asked for the first screen, and how much it did for the due list in it: one step is 10 of its
    virtual machine's instructions. (The number of applications beside it is counted over an index: 4 ms in 100,000.)"""

    def __init__(self) -> None:
        self.statements: list[str] = []
        self.steps = 0

    def step(self) -> None:
        self.steps += 1


def _work_of_first_screen(path: Path) -> _Work:
    work = _Work()
    with reader(path) as opened:
        opened.set_trace_callback(work.statements.append)
        assert read_screen(opened, SETTINGS.policy, NOW).due
        opened.set_trace_callback(None)
        opened.set_progress_handler(work.step, 10)
        assert due_list(opened, SETTINGS.policy, NOW)
        opened.set_progress_handler(None, 0)
    return work
