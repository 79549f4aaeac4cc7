"""A mail that may be an answer, read and named by keys, on a real file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.from_them import Standing
from app.etiquette.records import OutcomeKind, StepName
from app.etiquette.stages import Stage
from app.hunt.verbs import answers
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.text_dialog import TextDialog
from tests.storage.hunts import NOW, add, open_hunt
from tests.ui.driving import Driven, driven

CAME = NOW - timedelta(hours=2)


def _unread(path: Path, text: str = "Things have [changed] here.") -> None:
    hunt = open_hunt(path)
    add(hunt)
    hunt.do(
        1,
        lambda a, when: answers.they_answered(a, when, text=text, at=CAME, subject="Your application", is_read=False),
    )


def _step(d: Driven) -> StepName | None:
    selected = d.hunt_screen.lists.selected_due
    return None if selected is None else selected.step.name


@pytest.mark.parametrize("key", ["enter", "x"])
async def test_the_mail_is_shown_and_a_key_says_that_it_was_a_reply(tmp_path: Path, key: str) -> None:
    path = tmp_path / "hunt.db"
    _unread(path)
    async with driven(path) as d:
        await d.shows("did they reply?")
        assert _step(d) is StepName.READ_ANSWER
        await d.press(key)
        assert isinstance(d.dashboard.screen, ChoiceDialog)
        await d.shows("Things have [changed] here.")
        await d.press("a")
        await d.until(lambda: d.application(1).replies[0].standing is Standing.ANSWER, "it is not recorded")
        assert _step(d) is not StepName.READ_ANSWER
        await d.press("u")
        await d.until(lambda: d.application(1).replies[0].standing is Standing.UNREAD, "it is not undone")


async def test_a_rejection_ends_it_on_the_day_of_the_mail(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    _unread(path)
    async with driven(path) as d:
        await d.press("enter", "t")
        await d.until(lambda: isinstance(d.dashboard.screen, TextDialog), "the text is not shown")
        await d.press("escape", "enter", "r")
        await d.until(lambda: d.application(1).outcome, "no outcome")
        outcome = d.application(1).outcome
        assert outcome is not None
        assert (outcome.kind, outcome.at) == (OutcomeKind.REJECTED, CAME)


async def test_a_new_date_is_asked_for_with_the_one_in_the_mail_and_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    _unread(path, "Things have [changed] here: we decide by next Friday.")
    async with driven(path) as d:
        await d.press("enter", "d")
        assert isinstance(d.dashboard.screen, FormDialog)
        await d.shows("from their message;")
        await d.press("escape")
        await d.until(lambda: d.dashboard.screen is d.hunt_screen, "a proposal is taken for what was typed")
        await d.press("enter", "d")
        await d.shows("from their message;")
        await d.press("ctrl+s")
        await d.until(lambda: d.application(1).reply_by, "no date")
        reply_by = d.application(1).reply_by
        assert reply_by is not None
        assert (reply_by.date.isoformat(), reply_by.stated) == ("2026-12-04", True)


async def test_what_was_no_reply_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    _unread(path)
    async with driven(path) as d:
        await d.press("enter", "n")
        await d.until(lambda: d.application(1).replies[0].standing is Standing.NOTHING, "it is not recorded")
        assert d.application(1).stage is Stage.APPLIED
        assert _step(d) is not StepName.READ_ANSWER
