"""Text from outside is text: shown as typed in every pane, dialog and notification, obeyed nowhere."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.letter_kinds import Kind
from app.etiquette.text import clean
from app.hunt.verbs import applications, interviews, letters
from app.hunt.verbs.postings import posting_kept
from tests.storage.hunts import NOW, open_hunt
from tests.ui.driving import driven

HOSTILE = (
    "[/foo]", "Senior Dev [Remote]", "[red", "[@click=app.quit]x[/]", "[bold]hi", "C++ [/] dev", "a[1]",
    "[link=https://x]y", "[$accent]x", "[b]unclosed [i]", "[=]", "[0]", "[/]", "\\[x]", "[foo=bar]", "[on]",
    "[a b='c]", "[@click]", "[@click=x(]y", "\x1b[31mred", "\x1b]0;title\x07", "\u202ertl\u200f", "👩‍👩‍👧 漢字",
)  # fmt: skip


OF_EACH_SORT = ("[@click=app.quit]x[/]", "[red", "\x1b[31mred", "\u202ertl\u200f", "👩‍👩‍👧 漢字")


def written(path: Path, text: str) -> int:
    """Write an application that holds a text wherever it can; return its id."""
    hunt = open_hunt(path)
    added = hunt.add(lambda when: applications.added(when, text, text, location=text, notes=text))
    assert added.application_id is not None
    starts = NOW - timedelta(hours=20)
    hunt.do(
        added.application_id,
        lambda a, when: interviews.planned(
            a, when, starts=starts, kind=text, names=text.replace("@", ""), noted=text, location=text
        ),
    )
    hunt.do(added.application_id, lambda a, when: applications.noted(a, when, text))
    hunt.do(added.application_id, lambda a, when: posting_kept(a, when, text=f"{text}\n{text}", title=text))
    hunt.do(added.application_id, lambda a, when: letters.drafted(a, when, Kind.THANK_YOU, None, text, text))
    return added.application_id


@pytest.mark.parametrize("text", HOSTILE)
async def test_panes_show_it_as_typed(tmp_path: Path, text: str) -> None:
    written(tmp_path / "hunt.db", text)
    shown = clean(text)
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("escape", "p", "j")
        screen = d.screen_text()
        assert shown[:8] in screen
        assert "\x1b" not in screen
        assert "\u202e" not in screen
        await d.press("3")
        assert d.hunt_screen.letter_pane.body == shown


@pytest.mark.parametrize("text", OF_EACH_SORT)
async def test_dialogs_show_it_as_typed(tmp_path: Path, text: str) -> None:
    application_id = written(tmp_path / "hunt.db", text)
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("escape", "p", "j")
        for key in ("e", "i", "P", "D", "w", "n", "J"):
            await d.press(key)
            assert "\x1b" not in d.screen_text()
            await d.press("escape", "escape")
        await d.press("N")
        assert d.application(application_id).company == clean(text)
