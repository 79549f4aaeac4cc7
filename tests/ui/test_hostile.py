"""Text from outside is text: shown as typed in every pane, dialog and notification, obeyed nowhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

from app.etiquette.letter_kinds import Kind
from app.etiquette.text import clean
from app.hunt.hunt import Hunt
from app.hunt.verbs import applications, interviews, letters
from app.hunt.verbs.postings import posting_kept
from tests.storage.hunts import NOW, open_hunt
from tests.ui.driving import Driven, driven

HOSTILE = (
    "[/foo]", "Senior Dev [Remote]", "[red", "[@click=app.quit]x[/]", "[bold]hi", "C++ [/] dev", "a[1]",
    "[link=https://x]y", "[$accent]x", "[b]unclosed [i]", "[=]", "[0]", "[/]", "\\[x]", "[foo=bar]", "[on]",
    "[a b='c]", "[@click]", "[@click=x(]y", "\x1b[31mred", "\x1b]0;title\x07", "\u202ertl\u200f", "👩‍👩‍👧 漢字",
)  # fmt: skip


OF_EACH_SORT = ("[@click=app.quit]x[/]", "[red", "\x1b[31mred", "\u202ertl\u200f", "👩‍👩‍👧 漢字")


def written(hunt: Hunt, text: str) -> int:
    """Write an application that holds a text wherever it can; return its id."""
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


def is_obeyed(d: Driven) -> bool:
    """Return whether what a terminal obeys is on screen."""
    return "\x1b" in d.screen_text() or "\u202e" in d.screen_text()


def shown(d: Driven) -> int:
    """Return the id of the application that all panes show, 0 when there is none."""
    detail = d.work.shown.detail
    return detail.application.id if detail and detail.application.id == d.hunt_screen.lists.selected_id else 0


async def goes_through(d: Driven, texts: dict[int, str], back: tuple[str, ...] = ()) -> AsyncIterator[str]:
    """Go from one application in the pipeline to the next, and give what it is to show.

    Args:
        back: keys that lead back to the pipeline from where the caller went.
    """
    await d.press("p", "g", "j")
    left = dict(texts)
    for _ in texts:
        await d.until(lambda: shown(d) in left, "it does not go on")
        yield left.pop(shown(d))
        await d.press(*back, "j")


async def test_panes_show_it_as_typed(tmp_path: Path) -> None:
    hunt = open_hunt(tmp_path / "hunt.db")
    texts = {written(hunt, text): clean(text) for text in HOSTILE}
    async with driven(tmp_path / "hunt.db") as d:
        due, pipeline = d.hunt_screen.lists.due, d.hunt_screen.lists.pipeline
        drawn = d.text_of(due)
        while due.row is not due.rows[-1]:
            assert not is_obeyed(d)
            await d.press("pagedown")
            drawn += d.text_of(due)
        assert [text for text in texts.values() if text[:8] not in drawn] == []
        async for text in goes_through(d, texts, ("escape",)):
            row = d.text_of(pipeline).splitlines()[pipeline.cursor - pipeline.scroll_offset.y]
            assert text[:8] in row
            assert text[:8] in d.text_of(d.hunt_screen.timeline), text
            assert not is_obeyed(d), text
            await d.press("3")
            assert d.hunt_screen.letter_pane.body == text


async def test_dialogs_show_it_as_typed(tmp_path: Path) -> None:
    hunt = open_hunt(tmp_path / "hunt.db")
    texts = {written(hunt, text): clean(text) for text in OF_EACH_SORT}
    async with driven(tmp_path / "hunt.db") as d:
        async for text in goes_through(d, texts, ("escape", "p")):
            for key in ("e", "i", "P", "D", "w", "n", "J"):
                await d.press(key)
                assert "\x1b" not in d.screen_text(), f"{text} by {key}"
                await d.press("escape", "escape")
        await d.press("N")
        assert {number: d.application(number).company for number in texts} == texts
