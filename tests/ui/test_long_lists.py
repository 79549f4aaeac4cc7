"""Lists of many rows: as many widgets as for few, arranged in turns to what one go gives, no key lost meanwhile."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.etiquette.stages import Stage
from app.hunt.snapshot import PipelineRow, read_snapshot
from app.ui import dashboard
from app.ui.panes.pipeline import SORTS
from app.ui.registry.here import Pane
from app.ui.widgets import arranged_list
from app.ui.widgets.arranged_list import ArrangedList, sort_in_turns
from app.ui.widgets.row_list import TURN
from tests.bench.hunts import MIXED, NOW, fill
from tests.storage.hunts import SETTINGS, Clock, add, open_hunt, reader
from tests.ui.driving import Driven, driven

FEW, MANY = 16, 4_000


def hunt(path: Path, size: int) -> Path:
    """Write a hunt of so many applications, every kind in equal shares."""
    open_hunt(path, Clock(NOW))
    fill(path, [MIXED[i % len(MIXED)] for i in range(size)])
    return path


async def widgets(path: Path, size: int) -> tuple[int, int]:
    """Return how many widgets there are with the due list shown, and with the pipeline shown."""
    async with driven(hunt(path, size), now=NOW) as driving:
        due = len(driving.hunt_screen.query("*"))
        await driving.press("p")
        assert driving.hunt_screen.lists.pipeline.rows
        return due, len(driving.hunt_screen.query("*"))


async def arranged(driving: Driven, rows: ArrangedList[Any]) -> None:
    """Wait until a list shows what it was asked for."""
    await driving.until(lambda: not rows.is_arranging, "it was not arranged")


async def test_thousands_of_rows_make_no_widget_more(tmp_path: Path) -> None:
    assert await widgets(tmp_path / "many.db", MANY) == await widgets(tmp_path / "few.db", FEW)


async def test_what_is_arranged_in_turns_is_what_one_go_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = hunt(tmp_path / "hunt.db", 300)
    seen = []
    for at_once in (arranged_list.AT_ONCE, 0):
        monkeypatch.setattr(arranged_list, "AT_ONCE", at_once)
        async with driven(path, now=NOW) as driving:
            lists = driving.hunt_screen.lists
            await driving.press("slash", *"cont", "enter")
            await arranged(driving, lists.due)
            shown = [list(lists.due.rows)]
            await driving.press("escape", "p")
            for keys in (("S",), ("slash", *"da co", "enter"), ("escape",)):
                await driving.press(*keys)
                await arranged(driving, lists.pipeline)
                shown.append(list(lists.pipeline.rows))
            seen.append(shown)
    assert seen[0] == seen[1]
    assert 0 < len(seen[0][2]) < len(seen[0][3])


async def test_an_application_is_selected_once_its_rows_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arranged_list, "AT_ONCE", 0)
    async with driven(hunt(tmp_path / "hunt.db", 300), now=NOW) as driving:
        driving.hunt_screen.go(Pane.PIPELINE)
        await driving.work.select(205)
        await driving.until(lambda: driving.hunt_screen.lists.selected_id == 205, "it was not selected")


async def test_the_hunt_is_read_anew_on_the_way_to_a_list_only_when_it_was_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = hunt(tmp_path / "hunt.db", FEW)
    monkeypatch.setattr(dashboard, "POLL", 3600)
    async with driven(path, now=NOW) as driving:
        before = driving.work.snapshot
        await driving.press("p", "1", "p")
        assert driving.hunt_screen.lists.shown is Pane.PIPELINE
        assert driving.work.snapshot is before
        add(open_hunt(path, Clock(NOW)), company="Contoso")
        await driving.press("1")
        assert driving.work.snapshot.total == before.total + 1
        await driving.press("p")
        assert (
            len({row.id for row in driving.hunt_screen.lists.pipeline.rows if isinstance(row, PipelineRow)}) == FEW + 1
        )


async def test_keys_before_the_panes_are_whole_are_kept(tmp_path: Path) -> None:
    path = hunt(tmp_path / "hunt.db", FEW)
    async with driven(path, now=NOW) as driving:
        driving.dashboard.is_furnished.clear()
        await driving.pilot.press("p")
        assert driving.hunt_screen.lists.shown is Pane.DUE
        driving.dashboard.is_furnished.set()
        await driving.until(lambda: driving.hunt_screen.lists.shown is Pane.PIPELINE, "the key was lost")


ROWS = st.builds(
    PipelineRow, st.integers(1, 9), st.sampled_from("ab"), st.just("role"), st.sampled_from(Stage),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.none(), st.integers(0, 3), st.sampled_from("abc"),
    st.integers(0, 99),
)  # fmt: skip


@given(st.lists(ROWS, max_size=30), st.sampled_from(SORTS))
def test_sorting_in_turns_is_sorting(rows: list[PipelineRow], sort: tuple[Any, ...]) -> None:
    _, by, reverse = sort
    many = rows * (TURN // 10)
    wanted = sorted(many, key=by, reverse=reverse)
    for _ in sort_in_turns(many, by, reverse=reverse):
        pass
    assert many == wanted


def test_counts_are_those_of_the_steps(tmp_path: Path) -> None:
    with reader(hunt(tmp_path / "hunt.db", 64)) as connection:
        screen = read_snapshot(connection, SETTINGS.policy, NOW)
    assert {urgency: screen.count(urgency) for urgency in screen.counts} == {
        urgency: sum(item.step.urgency is urgency for item in screen.due) for urgency in screen.counts
    }
    assert screen.to_do == sum(item.step.is_now for item in screen.due) > 0
