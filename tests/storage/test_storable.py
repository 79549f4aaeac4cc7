"""What SQLite cannot hold is refused, whether rows are looked at one by one or a column at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.etiquette.errors import InvalidFieldError
from app.storage import storable

_NOW = datetime(2026, 11, 27, 13, 30, tzinfo=UTC)
_SOUND = {"id": 1, "company": "Northwind", "stage": "applied", "applied_on": date(2026, 11, 1), "added": _NOW}
_BAD: dict[str, tuple[str, object]] = {
    "half a character": ("company", "North\ud800wind"),
    "a NUL": ("company", "North\0wind"),
    "a text that is missing": ("company", None),
    "a number for a text": ("company", 7),
    "a number too large": ("id", 2**63),
    "a moment for a day": ("applied_on", _NOW),
    "a day for a moment": ("added", date(2026, 11, 1)),
    "a moment without a zone": ("added", _NOW.replace(tzinfo=None)),
    "a moment before the year 1": ("added", datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=2)))),
}


@pytest.mark.parametrize("name", _BAD)
def test_a_column_with_one_bad_value_is_refused_as_its_row_alone_is(name: str) -> None:
    column, value = _BAD[name]
    with pytest.raises(InvalidFieldError) as alone:
        storable.check("application", [_SOUND | {column: value}])
    with pytest.raises(InvalidFieldError) as among_others:
        storable.check_columns("application", [_SOUND, _SOUND | {column: value}, _SOUND])
    assert alone.value.field == among_others.value.field == column
    assert str(alone.value) == str(among_others.value)


def test_a_column_is_sound_with_other_scripts_gaps_and_other_zones() -> None:
    rows = [
        _SOUND,
        _SOUND | {"company": "株式会社", "applied_on": None},
        _SOUND | {"added": _NOW.astimezone(timezone(timedelta(hours=-5)))},
    ]
    storable.check_columns("application", rows)
    assert storable._are_sound(["a", None], storable._Accepts(str, nullable=True))
    assert not storable._are_sound(["a", "ü"], storable._Accepts(str, nullable=True)), "these are looked at one by one"
