"""The interview form: its times are the interview's own, and saving it unchanged changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from textual.widgets import Input, Static

from app.etiquette.policy import Policy
from app.etiquette.records import Interview, Me
from app.hunt.verbs import interviews
from app.settings import Settings
from app.ui.dialogs.form import FormDialog
from tests.storage.hunts import NOW, add, open_hunt
from tests.ui.driving import Driven, driven

STARTS = datetime(2026, 12, 3, 14, tzinfo=UTC)
"""15:00 in Berlin, where the user is, 9:00 in New York."""


def _invited(path: Path, **fields: Any) -> Interview:
    hunt = open_hunt(path)
    application_id = add(hunt)
    details: dict[str, Any] = {
        "starts": STARTS,
        "timezone": "America/New_York",
        "uid": "u1",
        "sequence": 4,
        "stamped": NOW - timedelta(days=1),
        "names": "Dana Lee",
        **fields,
    }
    done = hunt.do(application_id, lambda a, when: interviews.planned(a, when, **details))
    assert done.application is not None
    return done.application.interviews[0]


async def _opened(d: Driven) -> None:
    await d.press("p", "j", "i", "e")
    await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")


def _field(d: Driven, name: str) -> Input:
    return d.dashboard.screen.query_one(f"#field-{name}", Input)


def _echo(d: Driven, name: str) -> str:
    return str(d.dashboard.screen.query_one(f"#notice-{name}", Static).content)


async def _echoes(d: Driven, name: str, words: str) -> None:
    await d.until(lambda: _echo(d, name) == words, f"{_echo(d, name)} is said instead of {words}")


async def _saved(d: Driven) -> Interview:
    await d.press("ctrl+s")
    await d.until(lambda: not isinstance(d.dashboard.screen, FormDialog), d.screen_text())
    interview: Interview = d.application().interviews[0]
    return interview


AS_IT_IS: tuple[dict[str, Any], ...] = (
    {},
    {"ends": STARTS + timedelta(minutes=45)},
    {"ends": STARTS + timedelta(hours=30)},
    {"starts": STARTS + timedelta(seconds=30)},
    {"timezone": ""},
    {"starts": datetime(2026, 11, 1, 6, 30, tzinfo=UTC)},
    {"starts": datetime(2027, 11, 7, 6, 30, tzinfo=UTC)},
    {"names": "Dana Lee <dana@northwind.example>, Dana Smith", "noted": "  late\n events  "},
)


async def test_an_interview_that_is_opened_and_saved_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    before = [_invited(path, **fields) for fields in AS_IT_IS]
    async with driven(path) as d:
        await d.press("p")
        for number, fields in enumerate(AS_IT_IS, start=1):
            assert d.hunt_screen.lists.pipeline.select_application(number)
            await d.quiet()
            await d.press("i", "e")
            await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
            await _saved(d)
            assert d.application(number).interviews[0] == before[number - 1], fields


async def test_its_start_is_shown_in_its_own_zone_and_said_in_both(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    _invited(path)
    async with driven(path) as d:
        await _opened(d)
        assert _field(d, "starts").value == "Thu, Dec 3, 2026 at 9:00 AM"
        assert _echo(d, "starts") == "→ Thu, Dec 3 at 9:00 AM in New York, 3:00 PM your time"


async def test_a_new_start_is_read_in_its_own_zone_and_keeps_the_revision(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    before = _invited(path)
    async with driven(path) as d:
        await _opened(d)
        _field(d, "starts").value = "2026-12-03 10:30"
        await d.quiet()
        after = await _saved(d)
    assert after == replace(before, starts=STARTS + timedelta(minutes=90))


async def test_the_echo_follows_the_zone_that_is_typed_below_it(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    add(hunt)
    async with driven(path) as d:
        await d.press("p", "j", "i")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
        _field(d, "starts").value = "Thu 3 Dec 15:00"
        await _echoes(d, "starts", "→ Thu, Dec 3 at 3:00 PM, in 9 days")
        _field(d, "timezone").value = "PST"
        await _echoes(d, "starts", "→ Thu, Dec 3 at 3:00 PM in Los Angeles, Fri, Dec 4 at 12:00 AM your time")
        await _echoes(d, "timezone", "→ Los Angeles, where it is 1:00 AM now")
        _field(d, "timezone").value = "IST"
        await _echoes(d, "timezone", "IST could be the time in Kolkata, Jerusalem or Dublin. Type the city.")
        await _echoes(d, "starts", "→ Thu, Dec 3 at 3:00 PM, once you've set the time zone below")
        _field(d, "timezone").value = "los angeles"
        await d.quiet()
        interview = await _saved(d)
    assert interview.starts == datetime(2026, 12, 3, 23, tzinfo=UTC)
    assert interview.timezone == "America/Los_Angeles"
    assert interview.ends is None


async def test_a_zone_that_nobody_knows_keeps_the_form_open(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    before = _invited(path)
    async with driven(path) as d:
        await _opened(d)
        _field(d, "timezone").value = "Los Angelas"
        await d.press("ctrl+s")
        await _echoes(d, "timezone", "No time zone is called “Los Angelas”. Did you mean Los Angeles?")
        assert isinstance(d.dashboard.screen, FormDialog)
        assert d.application().interviews[0] == before


async def test_how_long_says_until_when(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    before = _invited(path)
    async with driven(path) as d:
        await _opened(d)
        _field(d, "length").value = "1h 15"
        await _echoes(d, "length", "→ 75 min, until 10:15 AM")
        after = await _saved(d)
    assert after == replace(before, ends=STARTS + timedelta(minutes=75))


async def test_a_day_alone_is_an_interview_whose_time_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    add(hunt)
    async with driven(path) as d:
        await d.press("p", "j", "i")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
        _field(d, "starts").value = "5/12"
        await _echoes(d, "starts", "5/12 could be two different days. Write Dec 5 or May 12.")
        _field(d, "starts").value = "Tue 1 Dec"
        await _echoes(d, "starts", "→ Tue, Dec 1, in 7 days, time not known yet")
        interview = await _saved(d)
        assert (interview.starts, interview.ends, interview.day_only) == (
            datetime(2026, 12, 1, tzinfo=UTC),
            None,
            True,
        )
        screen = d.screen_text()
        assert "Tue, Dec 1            ◇ Round 1, time not known" in screen
        assert "Tue, Dec 1 at" not in screen
        await d.press("i")
        await d.shows("Edit or move: Round 1 on Tue, Dec 1")
        await d.press("e")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
        assert _field(d, "starts").value == "Tue, Dec 1, 2026"
        assert await _saved(d) == interview
        await d.press("i", "e")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
        _field(d, "starts").value = "Tue 1 Dec 10:00"
        await d.quiet()
        timed = await _saved(d)
    assert (timed.starts, timed.ends, timed.day_only) == (datetime(2026, 12, 1, 9, tzinfo=UTC), None, False)


async def test_an_earlier_round_can_be_edited_once_there_is_another(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    first = _invited(path)
    hunt = open_hunt(path)
    hunt.do(1, lambda a, when: interviews.planned(a, when, starts=STARTS + timedelta(days=7)))
    async with driven(path) as d:
        await d.press("p", "j", "i", "o")
        await d.shows("1  Round 1 on Thu, Dec 3 at 3:00 PM")
        await d.press("1", "e")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
        _field(d, "location").value = "Room 4"
        await d.quiet()
        assert await _saved(d) == replace(first, location="Room 4")


async def test_what_stood_out_is_asked_of_an_interview_that_has_begun_and_of_no_other(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    async with driven(path) as d:
        await d.press("p", "i")
        for typed, is_asked in (("", False), ("tomorrow 2 pm", False), ("yesterday 2 pm", True), ("Dec 4", False)):
            _field(d, "starts").value = typed
            await d.quiet()
            assert ("What stood out" in d.screen_text()) is is_asked, typed


async def test_what_stood_out_is_shown_as_the_sentence_of_the_letter(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    _invited(path, starts=NOW - timedelta(hours=3), ends=NOW - timedelta(hours=2))
    open_hunt(path).set_me(Me("Robin Vale", "robin@mail.example", ""))
    async with driven(path) as d:
        await _opened(d)
        d.dashboard.screen.query_one("#field-noted").focus()
        await d.quiet()
        await d.type("asked about my thesis")
        await d.until(lambda: _echo(d, "noted").startswith("Who asked?"), d.screen_text())
        await d.press(*["backspace"] * 21)
        await d.type("their data arrives late")
        await d.until(lambda: _echo(d, "noted").endswith("your data arrives late."), d.screen_text())
        shown = _echo(d, "noted").removeprefix("→ ")
        await _saved(d)
        await d.press("w")
        await d.until(
            lambda: d.hunt_screen.letter_pane.body != "" or d.dashboard.screen is not d.hunt_screen, "no letter"
        )
        await d.press("enter")
        await d.until(lambda: shown in d.hunt_screen.letter_pane.body, f"{shown} is not in the letter")


async def test_of_several_people_each_is_shown_their_own_sentence(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    names = "Dana Lee, Omar Haddad"
    _invited(path, starts=NOW - timedelta(hours=3), ends=NOW - timedelta(hours=2), names=names)
    async with driven(path) as d:
        await _opened(d)
        d.dashboard.screen.query_one("#field-noted").focus()
        await d.quiet()
        await d.type("Omar showed me the rig. Dana explained the on-call week")
        await d.until(lambda: len(_echo(d, "noted").splitlines()) == 2, d.screen_text())
        danas, omars = _echo(d, "noted").removeprefix("→ ").splitlines()
        assert danas.startswith("Dana: ")
        assert "on-call week" in danas
        assert omars.startswith("Omar: ")
        assert "the rig" in omars


async def test_in_a_zone_without_a_name_an_interview_names_none(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    _invited(path)
    with as_file(files("tzdata.zoneinfo").joinpath("Europe/Berlin")) as zone_file, zone_file.open("rb") as zone:
        settings = Settings(policy=Policy(zone=ZoneInfo.from_file(zone)))
    async with driven(path, settings=settings) as d:
        await _opened(d)
        _field(d, "timezone").value = ""
        await d.quiet()
        assert (await _saved(d)).timezone == ""
