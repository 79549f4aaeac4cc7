"""Links: what counts as one, which come first, and that a key opens them in the desktop's browser."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.links import address_in, links_of, posting_in
from app.etiquette.records import Application, Interview, InterviewStatus
from app.hunt.verbs import applications, interviews
from tests.storage.hunts import NOW, SETTINGS, add, open_hunt
from tests.ui.driving import driven

POSTING, MEETING = "https://northwind.example/jobs/8354", "https://meet.example/abc?pwd=x"
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (POSTING, POSTING),
        (f"Zoom: {MEETING}, passcode 4711.", MEETING),
        (f"(see {POSTING})", POSTING),
        ("meet.example/abc", "https://meet.example/abc"),
        ("HTTPS://MEET.EXAMPLE/ABC", "HTTPS://MEET.EXAMPLE/ABC"),
        ("Main St. 5/7, 2nd floor", ""),
        ("dana@northwind.example/x", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("--help", ""),
        ("", ""),
    ],
)
def test_only_what_leads_to_the_web_is_a_link(text: str, link: str) -> None:
    assert address_in(text) == link


def test_a_posting_may_be_the_name_of_a_site_alone() -> None:
    assert [posting_in(text) for text in ("northwind.example", "a friend", POSTING)] == [
        "https://northwind.example",
        "",
        POSTING,
    ]


def test_the_next_interview_comes_first_and_one_that_is_over_not_at_all() -> None:
    ahead = Interview(1, 1, NOW + HOUR, NOW + 2 * HOUR, location=MEETING, status=InterviewStatus.PLANNED)
    later = replace(ahead, id=2, round=2, starts=NOW + 9 * HOUR, ends=NOW + 10 * HOUR, location=f"{MEETING}2")
    over = replace(ahead, id=3, round=3, starts=NOW - 2 * HOUR, ends=NOW - HOUR)
    application = Application(url=POSTING, interviews=(over, later, ahead))
    assert [link.address for link in links_of(application, SETTINGS.policy, NOW)] == [MEETING, f"{MEETING}2", POSTING]


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a PATH whose only program writes down what it is to open."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(programs))
    script = programs / "xdg-open"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" >{tmp_path}/opened\n')
    script.chmod(0o755)
    return script


def with_posting(path: Path, url: str = POSTING) -> int:
    hunt = open_hunt(path)
    application_id = add(hunt)
    hunt.do(application_id, lambda a, when: applications.edited(a, when, url=url))
    return application_id


async def test_a_key_opens_the_posting_and_the_card_says_which(tmp_path: Path, browser: Path) -> None:
    with_posting(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("p", "3")
        assert f"{POSTING} (L)" in d.screen_text()
        assert "L open link" in d.screen_text()
        await d.press("escape", "L")
        await d.shows(f"Opened {POSTING}")
    assert (tmp_path / "opened").read_text() == POSTING


async def test_of_several_links_one_is_chosen(tmp_path: Path, browser: Path) -> None:
    application_id = with_posting(tmp_path / "hunt.db")
    open_hunt(tmp_path / "hunt.db").do(
        application_id,
        lambda a, when: interviews.planned(a, when, starts=NOW + HOUR, ends=NOW + 2 * HOUR, location=MEETING),
    )
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("p", "L")
        await d.shows("Open which link?")
        await d.press("enter")
        await d.shows(f"Opened {MEETING}")
    assert (tmp_path / "opened").read_text() == MEETING


async def test_where_no_browser_can_be_opened_the_link_is_copied(tmp_path: Path, browser: Path) -> None:
    with_posting(tmp_path / "hunt.db")
    browser.unlink()
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("p", "L")
        await d.shows("No browser could be opened here.")
        assert d.dashboard.clipboard == POSTING


async def test_without_a_link_the_key_says_how_to_add_one(tmp_path: Path) -> None:
    with_posting(tmp_path / "hunt.db", "")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("p")
        assert "open link" not in d.screen_text()
        await d.press("L")
        await d.shows("There is no link here yet. Press e to add the posting's.")


async def test_enter_before_an_interview_opens_its_sheet_and_l_its_link_from_there(
    tmp_path: Path, browser: Path
) -> None:
    application_id = with_posting(tmp_path / "hunt.db", "")
    open_hunt(tmp_path / "hunt.db").do(
        application_id, lambda a, when: interviews.planned(a, when, starts=NOW + 3 * HOUR, location=MEETING)
    )
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("enter")
        await d.shows("When and where")
        await d.press("L")
        await d.shows(f"Opened {MEETING}")
        await d.shows("When and where")
        assert (tmp_path / "opened").read_text() == MEETING
