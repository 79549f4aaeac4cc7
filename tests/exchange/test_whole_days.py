"""Days without a time, through our JSON and the CSV."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.records import Application, Interview, Me
from app.exchange.csv_export import csv_document
from app.exchange.json_.reading import read_whole
from app.exchange.json_.writing import whole_document

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
DAY = datetime(2026, 12, 1, tzinfo=UTC)
APPLICATION = Application(
    7, "Northwind", "Data Engineer", interviews=(Interview(5, 1, DAY, day_only=True, timezone="America/Los_Angeles"),)
)


def _read(**fields: object) -> Interview:
    interview = {"day_only": True, **fields}
    document = {"afterword": 1, "applications": [{"company": "N", "role": "D", "interviews": [interview]}]}
    return read_whole(json.dumps(document).encode(), LOS_ANGELES).applications[0].application.interviews[0]


def test_what_is_exported_comes_back_as_the_same_day() -> None:
    document = json.dumps(whole_document(Me(), [(APPLICATION, [])]))
    (interview,) = read_whole(document.encode(), LOS_ANGELES).applications[0].application.interviews
    assert replace(interview, id=5) == APPLICATION.interviews[0]


@pytest.mark.parametrize(
    "starts", ["2026-12-01", "2026-12-01T00:00:00+00:00", "2026-12-01T00:00:00+09:00", "2026-12-01 15:00"]
)
def test_a_day_is_the_one_that_is_written(starts: str) -> None:
    assert (_read(starts=starts).starts, _read(starts=starts).ends) == (DAY, None)


def test_several_days_are_kept() -> None:
    assert _read(starts="2026-12-01", ends="2026-12-04").ends == datetime(2026, 12, 4, tzinfo=UTC)


def test_a_table_shows_the_day() -> None:
    assert "2026-12-01" in csv_document([APPLICATION])
