"""What a form says of a day as it is typed."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import cast

from app.ui.typed_days import day_words, reader_of
from app.ui.work import Work
from tests.storage.hunts import NOW, SETTINGS


def test_a_form_that_stands_open_past_midnight_says_the_day_that_it_stores() -> None:
    work = cast(Work, SimpleNamespace(now=NOW, settings=SETTINGS))
    say = day_words(work)
    assert say("tomorrow").startswith("Wed, Nov 25")
    work.now = NOW + timedelta(days=1)  # type: ignore[misc]
    day = reader_of(work).day("tomorrow")
    assert day is not None
    assert say("tomorrow").startswith(f"{day:%a, %b %d}")
    assert day.day == 26
