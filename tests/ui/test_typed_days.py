"""What a form says of a day as it is typed."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import cast

import pytest

from app.etiquette.errors import InvalidFieldError
from app.etiquette.time.plain_dates import say_example, understand_day
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


def test_a_day_of_application_is_none_that_is_to_come() -> None:
    say = day_words(cast(Work, SimpleNamespace(now=NOW, settings=SETTINGS)), "past")
    assert say("today").startswith("Tue, Nov 24")
    for text in ("next friday", "dec 11 2026", "2026-11-25"):
        with pytest.raises(InvalidFieldError, match="that day hasn't come yet"):
            say(text)


def test_an_example_lies_where_the_days_of_its_field_lie() -> None:
    for ahead in range(0, 400, 7):
        today = NOW.date() + timedelta(days=ahead)
        assert understand_day(say_example(today, "past"), today, prefer="past").day < today
        assert understand_day(say_example(today), today).day > today
