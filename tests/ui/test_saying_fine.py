"""f9 in the letter: "it's fine", which the checker believes, also after a restart, until f9 takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.driving import driven, one_interview

RUDE = "Nobody called me back and nobody answers my emails. "
FINE = "✓ you said it's fine: “Nobody"


async def test_a_finding_is_silenced_across_a_restart_and_said_again_after_the_same_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERWORD_STATE", str(tmp_path / "state"))
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("enter")
        await d.shows("✓ greets Dana Lee")
        editor = d.hunt_screen.letter_pane.editor
        editor.cursor_to(editor.text.index("\n\n") + 2)
        await d.type(RUDE)
        await d.shows("“Nobody called me back")
        editor.cursor_to(editor.text.index("Nobody") + 3)
        await d.press("f9")
        await d.shows(FINE)
        assert "Nobody" not in d.work.typing.open_findings()
    async with driven(path) as d:
        await d.press("enter")
        await d.shows(FINE)
        editor = d.hunt_screen.letter_pane.editor
        editor.cursor_to(editor.text.index("Nobody") + 3)
        await d.press("f9")
        await d.until(lambda: FINE not in d.screen_text(), "it still passes")
        assert "Nobody" in d.work.typing.open_findings()
