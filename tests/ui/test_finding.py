"""Finding by keys: what is found, where the cursor goes, what the other panes show, and how one gets back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.etiquette.text import folded, searchable
from app.hunt.snapshot import PipelineRow
from app.hunt.verbs.applications import archived
from app.storage.readers import open_reader
from app.ui.panes.pipeline import Group
from app.ui.registry.here import Pane
from app.ui.widgets import arranged_list
from tests.storage.hunts import add, log_interview, open_hunt
from tests.ui.driving import Driven, demo, driven

COMPANIES = ("Northwind", "Bäckerei Grün", "Łódź Works", "Contoso", "Smørrebrød ApS", "Straße & Co", "İstanbul Yazılım")


@pytest.fixture
async def d(tmp_path: Path) -> AsyncIterator[Driven]:
    """Open the dashboard on the sample hunt."""
    demo(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as driving:
        yield driving


def several(path: Path) -> None:
    """Write applications with names of many letters; Contoso is archived."""
    hunt = open_hunt(path)
    for company in COMPANIES:
        application_id = add(hunt, company=company)
        log_interview(hunt, application_id)
        if company == "Contoso":
            hunt.do(application_id, archived)


def shown(d: Driven) -> tuple[str, str]:
    """Return whose row the cursor is on, and whose application the timeline shows."""
    row = d.hunt_screen.lists.shown_list.row
    detail = d.work.shown.detail
    return getattr(row, "company", ""), detail.application.company if detail else ""


async def follows(d: Driven, company: str) -> None:
    """Wait until the cursor and the other panes are at a company."""
    await d.until(lambda: shown(d) == (company, company), f"{shown(d)}, not {company}")


WITHOUT_ACCENTS = {
    "backerei": "Bäckerei Grün",
    "lodz": "Łódź Works",
    "BÄCKEREI grun": "Bäckerei Grün",
    "smorrebrod": "Smørrebrød ApS",
    "strasse": "Straße & Co",
    "ba\u0308ckerei": "Bäckerei Grün",
    "istanbul yazilim": "İstanbul Yazılım",
    "straße": "Straße & Co",
    "ISTANBUL": "İstanbul Yazılım",
}
"""What is typed -> who is found, never the one who was found before."""


@pytest.mark.parametrize("pane", ["1", "p"])
async def test_a_name_is_found_without_its_accents(tmp_path: Path, pane: str) -> None:
    several(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press(*(pane if pane == "p" else ""))
        for words, company in WITHOUT_ACCENTS.items():
            assert shown(d)[0] != company
            await d.press("slash")
            await d.type(words)
            await follows(d, company)
            await d.press("enter", "escape")
            await follows(d, company)


@pytest.mark.parametrize("text", ["Bäckerei", "Straße", "İI ıi", "ＡＢＣ ﬁ", "が 李", "Ω Й ё", "x"])
def test_what_is_searched_is_folded_alike_on_both_sides(text: str) -> None:
    assert searchable(searchable(text)) == searchable(text) == searchable(folded(text)) == searchable(text.upper())


async def test_a_database_of_an_older_version_is_searched_as_well(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    several(path)
    connection = open_reader(path)
    assert connection is not None
    stored = [row[0] for row in connection.execute("SELECT folded FROM application")]
    connection.close()
    assert any("bäckerei" in text for text in stored), "what is stored is as it was"


async def test_the_cursor_goes_to_the_first_that_matches_and_the_panes_follow(d: Driven) -> None:
    await d.press("slash", *"decide")
    await follows(d, "Litware")
    assert "2 Litware" in d.screen_text()
    await d.press("escape", "slash", *"tailsp")
    await follows(d, "Tailspin")
    assert d.hunt_screen.lists.selected_due == next(iter(d.hunt_screen.lists.due.steps))


@pytest.mark.parametrize("at_once", [arranged_list.AT_ONCE, 0])
async def test_in_the_pipeline_it_goes_past_the_headings(
    d: Driven, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arranged_list, "AT_ONCE", at_once)
    await d.press("p", "G", "slash", *"engineer")
    lists = d.hunt_screen.lists
    await d.until(lambda: not lists.pipeline.is_arranging, "it was not arranged")
    assert isinstance(lists.pipeline.rows[0], Group)
    assert isinstance(lists.pipeline.row, PipelineRow)
    assert lists.pipeline.cursor == 1
    await follows(d, lists.pipeline.row.company)


async def test_escape_goes_back_to_where_one_was(d: Driven) -> None:
    for keys in ((), ("p", "j", "j", "j")):
        await d.press(*keys, "j", "j")
        before = d.hunt_screen.lists.shown_list.row_key
        company = shown(d)[0]
        for words in ("decide", "nothing is called so", "litware"):
            await d.press("slash")
            await d.type(words)
            await d.press("escape")
            assert d.hunt_screen.lists.shown_list.row_key == before
            assert d.hunt_screen.lists.shown_list.has_focus
            await follows(d, company)


async def test_what_is_typed_and_taken_back_leads_back_as_well(d: Driven) -> None:
    await d.press("j", "j", "slash", *"lit")
    await follows(d, "Litware")
    await d.press(*["backspace"] * 3)
    await follows(d, "Contoso")


async def test_after_enter_escape_stays_on_what_was_found(d: Driven) -> None:
    await d.press("slash", *"tailspin", "enter")
    await d.shows("esc show all  enter open")
    await d.press("escape")
    await d.until(lambda: "esc show all" not in d.screen_text(), "the footer still says how all is shown")
    await follows(d, "Tailspin")
    assert not d.hunt_screen.lists.is_finding
    assert len(d.hunt_screen.lists.due.rows) > 5


async def test_a_step_that_only_a_search_shows_leads_back_after_enter(d: Driven) -> None:
    lists = d.hunt_screen.lists
    waiting = next(item for item in d.work.snapshot.due if not item.step.is_now)
    await d.press("full_stop", "j", "slash")
    before = lists._origin
    await d.type(f"{waiting.company} {waiting.role}")
    await d.until(lambda: any(not item.step.is_now for item in lists.due.steps), "it is not found")
    await d.press("enter", "G", "escape")
    assert lists.due.row_key in (before, *(lists.due._key(item) for item in lists.due.rows))
    assert lists.due.row is not None
    await follows(d, shown(d)[0])


async def test_what_is_archived_is_found_and_marked(tmp_path: Path) -> None:
    several(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("p")
        assert "Contoso" not in d.screen_text()
        await d.press("slash", *"contoso")
        await follows(d, "Contoso")
        assert "▾ Archived (1)" in d.screen_text()
        assert " archived " in d.screen_text()
        await d.press("enter", "A")
        await d.until(lambda: not d.application(4).archived, "it was not taken out of the archive")
        await d.until(lambda: "Archived (" not in d.screen_text(), "it is still marked")
        await follows(d, "Contoso")


async def test_escape_from_what_is_archived_leads_back(tmp_path: Path) -> None:
    several(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("p", "j")
        company = shown(d)[0]
        await d.press("slash", *"contoso", "enter", "escape")
        await follows(d, company)
        assert "Contoso" not in d.screen_text()


async def test_the_archive_shows_what_is_archived_and_the_pipeline_the_rest(tmp_path: Path) -> None:
    several(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        lists = d.hunt_screen.lists

        def listed() -> set[str]:
            return {row.company for row in lists.pipeline.rows if isinstance(row, PipelineRow)}

        for _ in range(2):
            await d.press("p")
            assert listed() == set(COMPANIES) - {"Contoso"}
            assert "▸ Archived (1)" in d.screen_text()
            assert d.hunt_screen.pane is Pane.PIPELINE
        await d.press("G", "enter")
        assert listed() == set(COMPANIES)
        await d.press("G", "A")
        await d.until(lambda: not d.application(4).archived, "it was not taken out of the archive")
        assert "Archived (" not in d.screen_text()


async def test_from_the_due_list_everything_is_found_the_archive_included(tmp_path: Path) -> None:
    several(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        before = d.hunt_screen.lists.due.row_key
        await d.press("slash", *"contoso")
        await follows(d, "Contoso")
        assert "Elsewhere in your pipeline" in d.screen_text()
        assert " archived " in d.screen_text()
        await d.press("escape")
        assert (d.hunt_screen.pane, d.hunt_screen.lists.due.row_key) == (Pane.DUE, before)
        await d.press("slash", *"contoso", "enter", "enter")
        assert d.hunt_screen.pane is Pane.PIPELINE
        await follows(d, "Contoso")


async def test_pane_keys_go_where_they_say_however_often_they_are_pressed(tmp_path: Path) -> None:
    several(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        for key, pane in (("1", Pane.DUE), ("p", Pane.PIPELINE), ("2", Pane.TIMELINE), ("3", Pane.LETTER)):
            for _ in range(2):
                await d.press(key)
                assert d.hunt_screen.pane is pane
        await d.press("1")
        assert d.hunt_screen.pane is Pane.DUE


@pytest.mark.parametrize("keys", [("slash", *"qqq"), ("p", "slash", *"qqq")])
async def test_when_nothing_matches_words_stay_whole(tmp_path: Path, keys: tuple[str, ...]) -> None:
    several(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db", size=(60, 24)) as d:
        await d.press(*keys)
        text = " ".join(line.strip(" │") for line in d.screen_text().splitlines())
        assert "matches “qqq”" in text
        assert "Press esc to clear the search" in text
