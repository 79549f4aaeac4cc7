"""Forms: what stands in a field gives way to what is typed, and a link is no name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.hunt.kept_forms import KeptForm, form_file, keep_form, left_forms
from app.ui.dialogs.form import FormDialog
from tests.ui.driving import driven, one_interview


async def test_what_is_prefilled_gives_way_to_what_is_typed_and_a_link_is_no_company(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("a")
        await d.type("https://jobs.example/1")
        await d.press("tab")
        await d.type("Writer")
        await d.press("tab", *"yesterday", "ctrl+s")
        await d.shows("That's a link. Enter a name here;")
        assert isinstance(d.dashboard.screen, FormDialog)
        await d.shows("→ Mon, Nov 23, yesterday")
        await d.press(*"Kite", "ctrl+s")
        await d.until(lambda: d.dashboard.screen is d.hunt_screen, "the form stays open")
        added = d.application(2)
        assert (added.company, added.role, f"{added.applied_on}") == ("Kite", "Writer", "2026-11-23")


async def test_what_was_typed_into_a_form_is_there_again_after_the_program_died(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("r")
        await d.type("We decide in May.")
        await d.until(lambda: left_forms(path) == ["Northwind replied"], "it is not kept")
    async with driven(path) as d:
        await d.shows("Typed but not saved: “Northwind replied”.")
        await d.press("r")
        await d.shows("We decide in May.")
        await d.shows("This was typed before and never saved.")
        await d.press("escape")
        assert left_forms(path), "escape asks first"
        await d.shows("esc leave without saving  ctrl+s save")
        await d.press("escape")
        await d.until(lambda: d.dashboard.screen is d.hunt_screen, "the form stays open")
        assert left_forms(path) == []
        await d.press("r")
        await d.type("I am out of the office until Nov 30.")
        await d.shows("→ Mon, Nov 30, in 6 days · from their message;")
        await d.until(lambda: left_forms(path), "it is not kept")
        await d.press("ctrl+s")
        await d.until(lambda: d.application().replies, "not saved")
        (reply,) = d.application().replies
        assert (reply.text, reply.away_until) == ("I am out of the office until Nov 30.", date(2026, 11, 30))
        assert left_forms(path) == []


async def test_a_choice_comes_back_with_what_was_typed_and_each_form_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    typed = {"notes": "They ship on Fridays.", "priority": "low"}
    keep_form(form_file(path, "edit 1"), KeptForm("Edit Northwind", typed))
    async with driven(path) as d:
        await d.shows("Typed but not saved: “Edit Northwind”.")
        await d.press("a")
        assert "They ship on Fridays." not in d.screen_text(), "another form has it"
        await d.press("escape", "p", "e")
        await d.shows("They ship on Fridays.")
        await d.press("ctrl+s")
        await d.until(lambda: d.dashboard.screen is d.hunt_screen, "the form stays open")
        assert (d.application().notes, d.application().priority) == ("They ship on Fridays.", 1)
        assert left_forms(path) == []


async def test_a_form_in_which_nothing_stands_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("r", "x")
        await d.until(lambda: left_forms(path), "it is not kept")
        await d.press("backspace")
        await d.until(lambda: not left_forms(path), "an empty form is kept")
