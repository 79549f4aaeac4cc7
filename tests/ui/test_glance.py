"""Your search at a glance, by keys on the real dashboard: what it shows, where it leads, what it copies."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.records import Me
from app.hunt.verbs import applications
from app.storage import glance as rows
from app.ui.registry.commands import COMMANDS
from app.ui.registry.here import Pane
from tests.storage.hunts import NOW, add, open_hunt
from tests.ui.driving import Driven, demo, driven


async def counted(d: Driven) -> None:
    """Go there and wait until all is counted."""
    await d.press("4")
    await d.until(lambda: d.hunt_screen.glance.shown.numbers is not None, "it does not end counting")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return the path of the sample search."""
    path = tmp_path / "hunt.db"
    demo(path)
    return path


async def test_4_shows_funnel_answers_the_next_weeks_and_the_chart(sample: Path) -> None:
    async with driven(sample) as d:
        await counted(d)
        await d.shows("Northwind")
        text = d.screen_text()
        for words in (
            "Your search",
            "How far applications got",
            "50%",
            "of interviewed: 1 declined, 1 undecided",
            "half within",
            "5 answered, 13 still waiting, 1 no reply",
            "19 of 20",
            "Next two weeks",
            "Round 1, video",
            "now",
            "y copy the funnel",
        ):
            assert words in text, words


@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24), (40, 12), (20, 6)])
async def test_every_line_is_as_wide_as_the_pane_and_all_can_be_scrolled_to(
    sample: Path, size: tuple[int, int]
) -> None:
    async with driven(sample, size=size) as d:
        await counted(d)
        pane = d.hunt_screen.glance
        height = pane.virtual_size.height
        assert [pane.render_line(y) for y in range(height)]  # asks for the lines of the chart
        await d.until(lambda: len(pane._lanes) == 40, "the chart is not read")
        strips = [pane.render_line(y) for y in range(height)]
        assert {strip.cell_length for strip in strips} == {pane.scrollable_content_region.width}
        text = "\n".join(strip.text for strip in strips)
        for words in ("How far", "Next two", "How long", "Quarry", "◆"):
            assert words in text, words
        await d.press("G")
        assert pane.scroll_offset.y == pane.max_scroll_y == max(0, height - pane.scrollable_content_region.height)


async def test_the_dates_stay_in_sight_while_the_chart_is_scrolled(sample: Path) -> None:
    async with driven(sample) as d:
        await counted(d)
        await d.press("G")
        lines = d.screen_text().splitlines()
        assert "now" in lines[2]
        assert "School of Fine Art" in lines[-3]


async def test_h_and_l_move_the_chart_by_weeks_and_g_brings_it_back(sample: Path) -> None:
    async with driven(sample) as d:
        await counted(d)
        await d.press("G")
        before = d.screen_text()
        await d.press("h", "left")
        assert d.hunt_screen.glance.weeks == -2
        assert d.screen_text().splitlines()[2].index("now") == before.splitlines()[2].index("now") + 14
        await d.press("l", "right", "l")
        assert d.hunt_screen.glance.weeks == 1
        await d.press("g")
        assert (d.hunt_screen.glance.weeks, d.hunt_screen.glance.scroll_offset.y) == (0, 0)


async def test_it_is_left_by_escape_and_by_the_key_of_each_pane(sample: Path) -> None:
    ways = {"escape": Pane.DUE, "1": Pane.DUE, "2": Pane.TIMELINE, "3": Pane.LETTER, "p": Pane.PIPELINE}
    async with driven(sample) as d:
        await d.press("enter", "escape")
        for key, pane in ways.items():
            await d.press("4")
            assert d.hunt_screen.pane is Pane.GLANCE
            await d.press(key)
            assert d.hunt_screen.pane is pane, key
            assert not d.hunt_screen.glance.display
            await d.press("escape")


async def test_no_key_acts_there_on_what_is_selected_elsewhere(sample: Path) -> None:
    here = {"4", "y", "h", "l"}
    elsewhere = [
        key
        for command in COMMANDS
        for key in command.keys.split(",")
        if Pane.GLANCE not in command.panes and key not in here
    ]
    async with driven(sample) as d:
        stamp = d.work.snapshot.stamp
        await counted(d)
        await d.press(*elsewhere)
        assert d.hunt_screen.pane is Pane.GLANCE
        assert d.dashboard.screen is d.hunt_screen
        assert d.work.snapshot.stamp == stamp


async def test_a_command_chosen_in_the_palette_acts_where_its_selection_is_seen(sample: Path) -> None:
    async with driven(sample) as d:
        await counted(d)
        await d.press("ctrl+p")
        await d.pilot.press(*"snooze the step")
        await d.press("enter")
        await d.shows("Snooze")
        assert d.hunt_screen.pane is Pane.DUE


async def test_y_copies_the_funnel_and_no_name(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    async with driven(sample) as d:
        await counted(d)
        await d.press("y")
        await d.until(lambda: d.dashboard._clipboard, "nothing was copied")
        copied = d.dashboard._clipboard.splitlines()
        assert "Applied [20] Interview" in copied
        assert "Applied [2] Rejected" in copied
        assert "Offer [1] Undecided" in copied
        assert all(
            set(line) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz 0123456789[]") for line in copied
        )
        assert "Northwind" not in d.dashboard._clipboard


async def test_an_empty_search_says_what_will_stand_there_and_what_to_press(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    open_hunt(path).set_me(Me("Robin Vale", "robin@mail.example", ""))
    async with driven(path) as d:
        await counted(d)
        await d.shows("Your search will appear here")
        await d.press("y")
        assert "Nothing to copy yet" in str([n.message for n in d.dashboard.history])
        await d.press("a")
        await d.shows("New application")


async def test_what_another_window_stores_is_counted_while_one_looks(sample: Path) -> None:
    async with driven(sample) as d:
        await counted(d)
        add(open_hunt(sample), "Kestrel")
        day = NOW.date() - timedelta(1)
        open_hunt(sample).add(lambda when: applications.added(when, "Osprey", "Analyst", applied_on=day))
        await d.until(lambda: d.hunt_screen.glance.shown.numbers.applied == 41, "the new one is not counted")
        await d.until(lambda: d.hunt_screen.glance.shown.numbers.saved == 1, "the saved one is not counted")
        await d.shows("1 saved, not applied to")


async def test_what_time_alone_changes_is_counted_while_one_looks(sample: Path) -> None:
    async with driven(sample) as d:
        await counted(d)
        assert d.hunt_screen.glance.shown.numbers.interviewed == 20
        d.clock.now = NOW + timedelta(hours=9)
        await d.until(lambda: d.hunt_screen.glance.shown.numbers.interviewed == 21, "the interview is not counted")


async def test_a_large_search_is_counted_in_portions_between_which_keys_are_answered(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(sample)) as connection:  # as if many had been deleted before the next one was added
        connection.execute("UPDATE sqlite_sequence SET seq = 20000 WHERE name = 'application'")
        connection.commit()
    add(open_hunt(sample), "Kestrel")
    monkeypatch.setattr(rows, "AT_A_TIME", 2)
    async with driven(sample) as d:
        await d.press("4")
        pane = d.hunt_screen.glance
        assert pane.shown.numbers is None
        assert "Counting" in d.screen_text()
        await d.press("j", "escape")
        assert d.hunt_screen.pane is Pane.DUE
        assert not pane.shown.numbers
        monkeypatch.setattr(rows, "AT_A_TIME", 1000)
        await counted(d)
        numbers = d.hunt_screen.glance.shown.numbers
        assert (numbers.applied, numbers.saved) == (40, 1)
