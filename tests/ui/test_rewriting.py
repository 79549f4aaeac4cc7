"""ctrl+r in a draft: what would leave is shown first, the answer beside the draft, and only a second key takes it."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from textual.widgets import Static

from app.etiquette.letter_style import LetterFilter
from app.storage.system_files import is_running
from app.ui.dialogs.text_dialog import DecideDialog
from app.ui.dialogs.words import ProblemDialog, WaitDialog
from app.ui.letter_difference import difference_lines
from app.ui.registry.commands import BY_ID
from app.ui.registry.here import Here, Pane
from tests.storage.hunts import SETTINGS
from tests.ui.driving import driven, one_interview
from tests.words.case import NOW, POLICY, drafted

BODY = "Dear Dana,\n\n[bold]Thank you for Monday.\n\nRobin Vale"
BETTER = """
import json, os, sys, time
letter = json.load(sys.stdin)
wants = open({wish!r}).read()
open({wish!r} + ".pid", "w").write(str(os.getpid()))
if wants == "slow": time.sleep(60)
if wants == "fail": sys.exit("out of ink")
print(letter["body"] if wants == "same" else {answer!r})
"""


async def test_a_draft_is_rewritten_only_as_the_user_says(tmp_path: Path) -> None:
    path, wish = tmp_path / "hunt.db", tmp_path / "wish"
    one_interview(path)
    command = (sys.executable, "-SEc", BETTER.format(wish=str(wish), answer=f"Subject: Thanks, Dana\n\n{BODY}"))
    prefs = replace(SETTINGS, letter_filter=LetterFilter(command))
    async with driven(path, settings=prefs) as d:

        async def rewrite(wanted: str, dialog: type) -> None:
            wish.write_text(wanted)
            await d.press("ctrl+r")
            await d.until(lambda: isinstance(d.dashboard.screen, dialog), "no answer")

        await d.press("enter")
        (before,) = d.application().letters
        await rewrite("new", DecideDialog)
        assert "python" in d.screen_text()
        assert '"company": "Northwind"' in d.screen_text()
        await d.press("n")
        assert d.application().letters == (before,)

        await d.press("ctrl+r", "y")
        await d.shows("Use this one (y)")
        assert "+ [bold]Thank you for Monday." in d.screen_text()
        assert "The checker says of the new text:" in d.screen_text()
        await d.press("enter", "n")
        assert d.application().letters == (before,)

        await rewrite("fail", ProblemDialog)
        sentence = str(d.dashboard.screen.query_one(".dialog--text", Static).content)
        assert sentence.endswith("failed with exit code 1: out of ink. Your draft is unchanged.")
        await d.press("enter")
        await rewrite("slow", WaitDialog)
        await d.press("escape")
        await d.shows("Canceled. Your draft is unchanged.")
        wish.write_text("same")
        await d.press("ctrl+r")
        await d.shows("would change nothing.")
        assert d.application().letters == (before,)

        await rewrite("new", DecideDialog)
        await d.press("y")
        (after,) = d.application().letters
        assert (after.subject, after.body) == ("Thanks, Dana", f"{BODY}\n")
        assert d.hunt_screen.letter_pane.body == after.body
        await d.press("escape", "u")
        (back,) = d.application().letters
        assert (back.subject, back.body) == (before.subject, before.body)
        await d.press("enter")
        pid = wish.with_suffix(".pid")
        pid.write_text("")
        await rewrite("slow", WaitDialog)
        await d.until(pid.read_text, "the program is not started")
        number = int(pid.read_text())
        assert is_running(number)
    deadline = time.monotonic() + 60
    while is_running(number):  # left with the dashboard, it ends
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_without_a_program_it_says_where_one_is_named() -> None:
    here = Here(Pane.LETTER, None, drafted(), drafted().letters[0], POLICY, NOW)
    assert BY_ID["rewrite"].refuse(here) == (
        "No program is set up for this. Name one in your settings: [letter] filter."
    )
    assert not BY_ID["rewrite"].has_use(here)
    assert BY_ID["rewrite"].refuse(replace(here, has_filter=True)) is None


def test_where_there_is_room_the_texts_stand_beside_each_other() -> None:
    titles = ("Your draft", "From llm")
    wide = [line.plain for line in difference_lines("a\nb c", "a\nb d\ne", titles, 83)]
    columns = [("Your draft", "From llm"), ("  a", "  a"), ("- b c", "+ b d"), ("", "+ e")]
    assert [line for line in wide if line] == [f"{left:40} │ {right}" for left, right in columns]
    narrow = [line.plain.rstrip() for line in difference_lines("a\nb c", "a\nb d\ne", titles, 60)]
    assert narrow == ["  a", "- b c", "+ b d", "+ e"]
