"""What the first screen reads: columns that exist, plans that use the indexes, nothing that grows with the hunt."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.hunt.due import due_list
from app.hunt.snapshot import read_snapshot
from app.storage import agenda, live_applications, readers
from app.storage.engine import open_database
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
    opened = readers.open_reader(hunt(tmp_path_factory.mktemp("hunt") / "hunt.db", MANY))
    assert opened is not None
    with closing(opened):
        yield opened


def plan(connection: sqlite3.Connection, query: str) -> list[str]:
    """Return what SQLite would do, a line a step."""
    names = {"now": "", "archived": 0, "ids": "[]", "outdated": "[]", "most": 1}
    values = ["[]"] * query.count("?") or names
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", values)]


@pytest.mark.parametrize("table", [*live_applications.CHILDREN, "met"])
def test_what_the_clock_depends_on_is_read_in_the_order_of_an_index_that_holds_it_all(
    connection: sqlite3.Connection, table: str
) -> None:
    search, *rest = plan(connection, (live_applications.CHILDREN | {"met": live_applications.MET})[table])
    assert search == f"SEARCH {table} USING COVERING INDEX {table}_of_application (application_id=?)"
    assert all("json_each" in step or step.startswith("LIST SUBQUERY") for step in rest)


def test_applications_are_found_by_their_ids(connection: sqlite3.Connection) -> None:
    search, *rest = plan(connection, live_applications.APPLICATIONS)
    assert search == "SEARCH application USING INTEGER PRIMARY KEY (rowid=?)"
    assert all("json_each" in step or step.startswith("LIST SUBQUERY") for step in rest)


def test_portions_give_what_one_portion_gives(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = live_applications.all_ids(connection)
    whole = list(live_applications.applications(connection, ids))
    monkeypatch.setattr(live_applications, "AT_A_TIME", 3)
    assert list(live_applications.applications(connection, ids)) == whole
    assert [application.id for application in whole] == ids


def test_the_due_list_is_read_in_the_order_of_an_index(connection: sqlite3.Connection) -> None:
    steps = plan(connection, agenda.IN_ORDER)
    assert steps[0] == "SCAN agenda USING INDEX agenda_in_order"
    assert not any("TEMP B-TREE" in step for step in steps), "sorting takes as long as there are steps"


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (agenda.ALL_COUNTS, "SEARCH agenda USING COVERING INDEX agenda_in_order (urgency=?)"),
        (agenda.COUNTS_OF, "SEARCH agenda USING INDEX agenda_of_application (application_id=?)"),
        (agenda.NEXT_CHANGE, "SEARCH agenda_state USING COVERING INDEX agenda_state_until"),
        (agenda.MAILS, "SEARCH agenda_state USING COVERING INDEX agenda_state_company"),
        (agenda.ANY_IN_STAGES.format("'waiting'", "application_id > 0"), "INDEX agenda_state_stage"),
    ],
)
def test_what_is_asked_with_every_key_is_found_by_an_index(
    connection: sqlite3.Connection, query: str, index: str
) -> None:
    assert any(index in step for step in plan(connection, query))


def test_what_is_over_makes_the_due_list_read_nothing_more(tmp_path: Path) -> None:
    few, many = (_work_of_first_screen(hunt(tmp_path / f"{n}.db", n)) for n in (LIVE, MANY))
    assert few.statements == many.statements
    assert few.steps <= many.steps <= few.steps + 2, "SQLite does more where more is over"


def test_a_page_of_the_due_list_costs_the_same_in_a_larger_hunt(tmp_path: Path) -> None:
    costs = []
    for size in (200, 1_600):
        path = tmp_path / f"{size}.db"
        open_database(path, lambda: NOW)
        fill(path, list(MIXED) * (size // len(MIXED)))
        work = _Work()
        with reader(path) as opened:
            opened.set_progress_handler(work.step, 10)
            assert len(agenda.in_order(opened, (), 50)) == 50
            opened.set_progress_handler(None, 0)
        costs.append(work.steps)
    assert costs[1] <= costs[0] * 1.1


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
        assert read_snapshot(opened, SETTINGS.policy, NOW).due
        opened.set_trace_callback(None)
        opened.set_progress_handler(work.step, 10)
        assert due_list(opened, SETTINGS.policy, NOW)
        opened.set_progress_handler(None, 0)
    return work
