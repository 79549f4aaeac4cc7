"""A name that is given while a draft is open is signed below it at once, as one change."""

from __future__ import annotations

from pathlib import Path

from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from app.ui.registry.here import Pane
from tests.ui.driving import Driven, driven
from tests.ui.test_sent_letters import findings, two_people

BLANK = "[your name]"


async def _open_unsigned(d: Driven) -> None:
    """Open the first letter and leave the question about the user's name."""
    await d.press("enter")
    await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "nobody asks")
    await d.press("escape")
    await d.until(lambda: d.hunt_screen.pane is Pane.LETTER, "the letter is not opened")
    await d.until(lambda: "✗" in findings(d), "the draft is not judged")
    assert BLANK in d.hunt_screen.letter_pane.body


async def _give_name(d: Driven, *keys: str) -> None:
    await d.press(*keys)
    await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "nobody asks")
    await d.type("Robin Vale")
    await d.press("ctrl+s")


async def test_a_name_given_while_sending_reaches_the_letter_before_it_goes(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db", me="")
    async with driven(tmp_path / "hunt.db") as d:
        await _open_unsigned(d)
        pane = d.hunt_screen.letter_pane
        unsigned = pane.body
        await _give_name(d, "ctrl+s")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "nobody asks how to send it")
        assert "✗" not in d.screen_text()
        assert pane.body == unsigned.replace(BLANK, "Robin Vale")
        await d.press("escape")
        await d.until(lambda: "✗" not in findings(d), "the findings are not made anew")
        application_id = pane.application_id
        assert d.application(application_id).letters[0].body.endswith("Robin Vale\n")
        await d.press("escape", "u")
        await d.until(lambda: BLANK in d.application(application_id).letters[0].body, "undo does not take it back")
        assert d.application(application_id).letters[0].body == unsigned


async def test_what_was_typed_stays_when_the_letter_is_signed(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db", me="")
    async with driven(tmp_path / "hunt.db") as d:
        await _open_unsigned(d)
        pane = d.hunt_screen.letter_pane
        await d.press("ctrl+home")
        await d.type("Oh, ")
        await _give_name(d, "ctrl+s")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "nobody asks how to send it")
        assert pane.body.startswith("Oh, ")
        assert pane.body.endswith("Robin Vale\n")


async def test_a_name_given_by_its_own_key_reaches_the_letter_too(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db", me="")
    async with driven(tmp_path / "hunt.db") as d:
        await _open_unsigned(d)
        pane = d.hunt_screen.letter_pane
        await d.press("escape")
        await _give_name(d, "Y")
        await d.until(lambda: BLANK not in pane.body, "the letter is not signed")
        assert pane.body.endswith("Robin Vale\n")


async def test_a_letter_signed_so_is_not_out_of_date_afterward(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db", me="")
    async with driven(tmp_path / "hunt.db") as d:
        await _open_unsigned(d)
        await _give_name(d, "ctrl+s")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "nobody asks how to send it")
        await d.press("escape", "ctrl+s")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "it is brought up to date first")
