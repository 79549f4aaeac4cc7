"""When an interview is, as it is typed: the zone has a field of its own, and says which of two moments is meant."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.errors import UnreadableDateError
from app.etiquette.records import Interview
from app.hunt.gathering import Source
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.planning import plan_for
from app.hunt.typed.interview_times import InterviewTimes
from app.storage import reading
from tests.cli.test_import import invitation
from tests.storage.hunts import NOW, SETTINGS, add, open_hunt, reader

TIMES = InterviewTimes(datetime(2026, 10, 20, 14, tzinfo=UTC), ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("Friday 10am PST", "PST"), ("Oct 27 14:30 CET", "CET"), ("Fri 3 PM los angeles", "los angeles")],
)
def test_a_zone_behind_the_time_is_asked_into_its_field(typed: str, zone: str) -> None:
    with pytest.raises(UnreadableDateError, match=f"^Type the time zone, {zone}, under “Their time zone”.$"):
        TIMES.moment_words(typed, "")


def test_what_is_no_zone_is_not_called_one() -> None:
    with pytest.raises(UnreadableDateError, match="can't be read as a date and time"):
        TIMES.moment_words("Friday 10am Jones", "")


def test_a_start_in_the_hour_that_comes_twice_for_them_is_read_back_as_it_is_shown() -> None:
    for hour, name in ((6, "CDT"), (7, "CST")):
        starts = datetime(2026, 11, 1, hour, 30, tzinfo=UTC)
        shown = TIMES.shown(Interview(starts=starts, timezone="America/Chicago"))
        assert shown == f"Sun, Nov 1, 2026 at 1:30 AM {name}"
        assert TIMES.start(shown, ZoneInfo("America/Chicago")) == (starts, False)
        assert TIMES.moment_words(shown, "America/Chicago").startswith(f"Sun, Nov 1 at 1:30 AM {name} in Chicago, ")


def test_an_invitation_whose_time_is_written_in_utc_says_nothing_of_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    zoned = invitation("20261203T140000")
    in_utc = zoned.replace(b";TZID=Europe/Berlin:20261203T140000", b":20261204T140000Z").replace(
        b"SEQUENCE:0", b"SEQUENCE:1"
    )
    zones = []
    for data in (zoned, in_utc, in_utc.replace(b"UID:7", b"UID:8")):
        carry_out(plan_for(path, [Source("a.ics", data)], SETTINGS.policy, NOW), open_hunt(path))
        with reader(path) as connection:
            zones.append([interview.timezone for interview in reading.application(connection, 1).interviews])
    assert zones == [["Europe/Berlin"], ["Europe/Berlin"], ["Europe/Berlin", ""]]
