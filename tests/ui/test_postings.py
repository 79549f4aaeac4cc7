"""A posting is saved by keys, read, searched and found, and is there when its page is gone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from textual.content import Content

from app.etiquette.from_them import Posting
from app.hunt.verbs.applications import edited
from app.ui.dialogs.intake import IntakeDialog
from app.ui.dialogs.posting import PostingDialog
from app.ui.posting_lines import places_of, posting_lines
from tests.exchange.postings import pages
from tests.hunt.fetching.servers import Served, served
from tests.storage.hunts import BERLIN, NOW, add, log_interview, open_hunt
from tests.ui.driving import Driven, driven


def test_a_posting_is_laid_out_for_its_width_with_what_is_sought_standing_out() -> None:
    posting = Posting(
        1, "https://x.example/1", "Chef", "Soups and\n\nmore soups " * 20, NOW, (NOW + timedelta(5)).date()
    )
    lay_out = posting_lines(posting, "Contoso, [/chef]", NOW, BERLIN)
    lines = lay_out(40, "soups  and")
    assert [line.plain for line in lines[:3]] == [
        "Contoso, [/chef]", "Saved Tue, Nov 24 · apply by Sun, Nov 29", "https://x.example/1",
    ]  # fmt: skip
    assert all(line.cell_length <= 40 for line in lines)
    places = places_of(lines, "SOUPS and")
    assert places
    assert all(span.style == "reverse" for place in places for span in lines[place].spans)
    assert places_of(lines, " ") == []
    assert isinstance(lines[0], Content)


async def test_a_posting_is_saved_read_found_and_there_when_the_page_is_gone(tmp_path: Path) -> None:
    hunt = open_hunt(tmp_path / "hunt.db")
    log_interview(hunt, add(hunt), hours_ago=-20)
    add(hunt, "Contoso", "Chef")
    with served({"/1": Served(pages.NETWORK.encode())}) as site:
        hunt.do(1, lambda a, when: edited(a, when, url=f"{site.address}/1"))
        async with driven(tmp_path / "hunt.db", size=(80, 24)) as d:
            await d.press("J", "1")
            await d.until(lambda: isinstance(d.dashboard.screen, IntakeDialog), "no preview")
            assert d.application().postings == ()
            await d.press("enter")
            await d.until(lambda: d.application().posting, "nothing was saved")
            site.pages["/1"] = Served(status=410)
            await _reads(d)
            await _finds(d)
            await d.press("3")
            assert "Saved     Tue, Nov 24 · apply by Sat, Dec 19 (J)" in d.screen_text()
            await d.press("J", "e", "1")
            await d.shows("is gone (410)")
            await d.press("escape")
            assert d.application().posting is not None
            await d.press("J", "f8")
            await d.until(lambda: d.application().postings == (), "it was not removed")
            await d.press("u")
            await d.until(lambda: d.application().posting, "undo did not bring it back")


async def _reads(d: Driven) -> None:
    await d.press("J")
    await d.until(lambda: isinstance(d.dashboard.screen, PostingDialog), "it is not shown")
    assert "Northwind is looking for & hiring." in d.screen_text()
    await d.press("slash")
    await d.type("late events")
    await d.shows("n next, N previous")
    await d.press("enter", "n", "N", "escape")
    assert "/ find" in d.screen_text()
    await d.press("escape")


async def _finds(d: Driven) -> None:
    for pane, sought, where in (
        ("1", "odd spellings", "n a saved posting"),
        ("p", "odd spellings", "n a saved posting"),
        ("1", "events hurt", "n notes on an interview"),
        ("p", "events hurt", "n notes on an interview"),
    ):
        await d.press(pane, "slash")
        await d.type(sought)
        await d.shows(where)
        await d.until(lambda: d.work.shown.detail and d.application().company == "Northwind", "it is not gone to")
        await d.press("escape", "1")
