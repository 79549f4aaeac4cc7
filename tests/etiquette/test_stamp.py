"""What makes every stored agenda anew: a number that steps depend on, and no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, time, timedelta, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import app.etiquette
from app.etiquette.policy import APART_FROM_STEPS, Policy
from app.etiquette.steps.agenda import stamp_of

OTHER: dict[type, Callable[[Any], Any]] = {
    bool: lambda value: not value,
    int: lambda value: value + 1,
    time: lambda value: value.replace(minute=value.minute + 1),
    timedelta: lambda value: value + timedelta(minutes=1),
    frozenset: lambda value: value | {date(2026, 12, 25)},
}


def test_only_a_number_that_steps_depend_on_makes_the_agendas_anew() -> None:
    policy = Policy(zone=UTC)
    for field in fields(Policy):
        value = getattr(policy, field.name)
        other: Any = ZoneInfo("Europe/Berlin") if isinstance(value, tzinfo) else OTHER[type(value)](value)
        is_another = stamp_of(replace(policy, **{field.name: other})) != stamp_of(policy)
        assert is_another == (field.name not in APART_FROM_STEPS), field.name


def test_nothing_that_works_out_steps_reads_a_number_that_is_apart_from_them() -> None:
    rooms = Path(app.etiquette.__file__).parent
    texts = [path.read_text("utf-8") for room in ("steps", "state", "time") for path in (rooms / room).glob("*.py")]
    assert len(texts) > 10
    assert {name for name in APART_FROM_STEPS if any(f".{name}" in text for text in texts)} == set()
