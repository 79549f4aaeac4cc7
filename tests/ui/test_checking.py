"""The checker beside the editor: it knows the pipeline, and a letter with a fault is stopped before it goes."""

from __future__ import annotations

from pathlib import Path

from app.etiquette.records import LetterStatus
from app.ui.dialogs.words import ConfirmDialog
from tests.storage.hunts import add, open_hunt
from tests.ui.driving import driven, one_interview


async def test_another_companys_name_is_found_and_stopped(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    add(open_hunt(path), "Contoso")
    async with driven(path) as d:
        await d.press("enter")
        await d.shows("✓ greets Dana Lee")
        await d.type("Contoso ")
        await d.shows("Contoso belongs")
        await d.press("ctrl+s", "c")
        assert isinstance(d.dashboard.screen, ConfirmDialog)
        await d.shows("isn't ready to send")
        await d.press("n")
        assert d.application().letters[0].status is LetterStatus.DRAFT


async def test_a_panel_gets_a_letter_each(tmp_path: Path) -> None:
    from app.hunt.sample import SAMPLE_ME, sample_hunt
    from tests.storage.hunts import NOW, SETTINGS

    path = tmp_path / "hunt.db"
    panel = [pair for pair in sample_hunt(SETTINGS.policy, NOW) if pair[0].company == "Proseware"]
    open_hunt(path).take_in("Panel", panel, me=SAMPLE_ME)
    async with driven(path) as d:
        for _ in range(3):
            await d.press("enter", "ctrl+s", "e")
            await d.quiet()
        letters = d.application().letters
        assert len({letter.to for letter in letters if letter.status is LetterStatus.SENT}) == 3
        assert len({letter.body for letter in letters}) == 3


async def test_what_is_underlined_may_be_deleted(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("enter")
        editor = d.hunt_screen.letter_pane.editor
        end = len(editor.text)
        editor.underline([(end - 5, end, "warn")])
        editor.replace("", editor.document.start, editor.document.end)
        assert editor.text == ""
