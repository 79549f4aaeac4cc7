"""The user's own phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.etiquette.errors import SettingsError
from app.letters.phrases import STARTERS, Phrase, load_phrases


def of(tmp_path: Path, text: str) -> tuple[Phrase, ...]:
    """Load phrases of this text."""
    path = tmp_path / "phrases.toml"
    path.write_text(text, "utf-8")
    return load_phrases(path)


def test_there_are_a_few_until_a_file_has_some(tmp_path: Path) -> None:
    assert load_phrases(tmp_path / "none.toml") == STARTERS
    assert of(tmp_path, "") == STARTERS
    assert of(tmp_path, "[phrases]\n") == STARTERS
    assert of(tmp_path, '[phrases]\nbye = "Goodbye,"\n') == (Phrase("bye", "Goodbye,"),)


def test_phrases_keep_their_order_and_lines_and_lose_what_a_terminal_obeys(tmp_path: Path) -> None:
    text = '[phrases]\n"b\\u001b[31m" = "two\\nlines \\u001b[0m"\na = "[bold]x[/]"\n'
    assert of(tmp_path, text) == (Phrase("b␛[31m", "two\nlines ␛[0m"), Phrase("a", "[bold]x[/]"))


@pytest.mark.parametrize("text", ["phrases = 1", "phrases = []", "[phrases]\na = 1", "[phrases.a]\nb = 'c'"])
def test_what_is_no_phrase_is_said(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"phrases\.toml: \[phrases\] should hold"):
        of(tmp_path, text)
