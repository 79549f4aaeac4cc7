"""The line above a letter keeps to one line, and says the most that there is room for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Letter, LetterStatus, Person
from app.ui.letter_lines import letter_heading
from tests.storage.hunts import add, log_interview, open_hunt
from tests.ui.driving import driven

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
INES = Person(1, "Ines", "Ferreira", email="ines.ferreira@contoso.example")
DRAFT = Letter(1, Kind.FOLLOW_UP, 1)
SENT = replace(DRAFT, status=LetterStatus.SENT, sent=NOW, how="smtp")


def heading(letter: Letter, width: int, saved_at: datetime | None = NOW) -> str:
    """Return the heading of one of two letters to Ines."""
    shown = letter_heading(Application(people=(INES,)), letter, NOW, UTC, width, saved_at, "1 of 2")
    assert shown.cell_length <= width
    return shown.plain


@pytest.mark.parametrize(
    ("width", "says"),
    [
        (100, "Follow-up to Ines Ferreira <ines.ferreira@contoso.example>  draft, saved 9:00 AM  1 of 2"),
        (84, "Follow-up to Ines Ferreira <ines.ferreira@contoso.example>  saved 9:00 AM  1 of 2"),
        (78, "Follow-up to Ines Ferreira <ines.ferreira@contoso.example>  saved  1 of 2"),
        (58, "Follow-up to Ines Ferreira  draft, saved 9:00 AM  1 of 2"),
        (40, "Follow-up to Ines Fer…ira  saved  1 of 2"),
    ],
)
def test_a_draft_s_heading_keeps_to_one_line(width: int, says: str) -> None:
    assert heading(DRAFT, width) == says


def test_a_sent_letter_s_heading_keeps_to_one_line_with_its_day_and_way() -> None:
    assert heading(SENT, 80) == "Follow-up to Ines Ferreira  sent Tue, Nov 24 at 9:00 AM, by mail server  1 of 2"
    assert heading(SENT, 70) == "Follow-up to Ines Ferreira  sent Tue, Nov 24, by mail server  1 of 2"
    assert heading(SENT, 54) == "Follow-up to Ines Ferreira  sent Tue, Nov 24  1 of 2"


async def test_the_third_pane_is_called_by_what_it_shows_wherever_the_cursor_goes(tmp_path: Path) -> None:
    hunt = open_hunt(tmp_path / "hunt.db")
    for _ in range(2):
        log_interview(hunt, add(hunt))
    async with driven(tmp_path / "hunt.db") as d:
        pane = d.hunt_screen.letter_pane
        await d.press("enter", "escape", "escape")
        await d.until(lambda: str(pane.border_title) == "3 Letter", "it is no letter")
        await d.press("j")
        await d.until(lambda: pane.letter is None, "the letter stays")
        assert str(pane.border_title) == "3 Details"
