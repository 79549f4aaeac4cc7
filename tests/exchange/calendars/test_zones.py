"""The instant of a wall-clock time: by the file's own zone, by a name of whatever sort, or not told at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.calendars import invitations_of
from app.exchange.calendars.writing.zones import zone_definition
from tests.exchange.calendars.writing import EASTERN, calendar, event, only, starting, utc


@pytest.mark.parametrize(
    ("start", "instant", "timezone"),
    [
        ("DTSTART:20261127T130000Z", "2026-11-27T13:00", "UTC"),
        ("DTSTART;TZID=America/New_York:20261127T130000Z", "2026-11-27T13:00", "America/New_York"),
        ("DTSTART:20261127T140000+0100", "2026-11-27T13:00", ""),
        ("DTSTART:2026-11-27T14:00:00+01:00", "2026-11-27T13:00", ""),
        ("DTSTART;TZID=Europe/Berlin:20261127T140000", "2026-11-27T13:00", "Europe/Berlin"),
        ("DTSTART;TZID=europe/berlin:20261127T140000", "2026-11-27T13:00", "Europe/Berlin"),
        ('DTSTART;TZID="Europe/Berlin":20261127T140000', "2026-11-27T13:00", "Europe/Berlin"),
        ("DTSTART;TZID=America/New York:20261127T080000", "2026-11-27T13:00", "America/New_York"),
        ("DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20261127T140000", "2026-11-27T13:00", "Europe/Berlin"),
        ("DTSTART;TZID=/citadel.org/20190914_1/Asia/Tokyo:20261127T220000", "2026-11-27T13:00", "Asia/Tokyo"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires:20261127T100000",
         "2026-11-27T13:00", "America/Argentina/Buenos_Aires"),
        ("DTSTART;TZID=Eastern Standard Time:20260727T090000", "2026-07-27T13:00", "America/New_York"),
        ("DTSTART;TZID=FLE Standard Time:20211127T090000", "2021-11-27T07:00", "Europe/Kiev"),
        ('DTSTART;TZID="W. Europe Standard Time:20200609T090000"', "2020-06-09T07:00", "Europe/Berlin"),
        ("DTSTART;TZID=(UTC-05:00) Eastern Time (US & Canada):20201102T133000", "2020-11-02T18:30", "America/New_York"),
        ('DTSTART;TZID="(UTC-05:00) Eastern Time (US and Canada)":20150706T120000', "2015-07-06T16:00",
         "America/New_York"),
        ('DTSTART;TZID="(GMT+10:00) Canberra, Melbourne, Sydney":20201028T133000', "2020-10-28T02:30",
         "Australia/Sydney"),
        ('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna":20261127T140000',
         "2026-11-27T13:00", "Europe/Berlin"),
        ('DTSTART;TZID="Amsterdam, Belgrade, Berlin, Brussels, Budapest, Madrid, Paris":20240415T190000',
         "2024-04-15T17:00", "Europe/Berlin"),
        ("DTSTART;TZID=(UTC-05) Bogota:20260903T090000", "2026-09-03T14:00", "America/Bogota"),
        ("DTSTART;TZID=tzone://Microsoft/Utc:20261127T130000", "2026-11-27T13:00", "UTC"),
        ("DTSTART;TZID=GMT+0200:20261127T150000", "2026-11-27T13:00", ""),
        ("DTSTART;TZID=Etc/GMT-2:20261127T150000", "2026-11-27T13:00", "Etc/GMT-2"),
        ("DTSTART;TZID=Asia/Kathmandu:20261127T184500", "2026-11-27T13:00", "Asia/Kathmandu"),
        ("DTSTART;TZID=America/New_York:20260308T023000", "2026-03-08T07:30", "America/New_York"),
        ("DTSTART;TZID=America/New_York:20261101T013000", "2026-11-01T05:30", "America/New_York"),
        ("DTSTART;TZID=Australia/Lord_Howe:20261004T021500", "2026-10-03T15:45", "Australia/Lord_Howe"),
        ("DTSTART;TZID=Pacific/Apia:20111231T120000", "2011-12-30T22:00", "Pacific/Apia"),
        ("DTSTART;TZID=Europe/Berlin:20260329T240000", "2026-03-29T22:00", "Europe/Berlin"),
        ("DTSTART;TZID=Europe/Berlin:20161231T235960", "2016-12-31T22:59:59", "Europe/Berlin"),
    ],
)  # fmt: skip
def test_a_zone_known_by_its_name(start: str, instant: str, timezone: str) -> None:
    invitation = starting(start)
    assert (invitation.starts, invitation.timezone) == (utc(instant), timezone)
    assert (invitation.floating, invitation.problem, invitation.unknown_zone) == (False, "", "")


@pytest.mark.parametrize(
    "name",
    ["Mars/Olympus", "Customized Time Zone", "tzone://Microsoft/Custom", "PST", "CEST", "Eastern", "London",
     "(GMT +01:00)", "(UTC+03:00) Amsterdam, Berlin", "Paris, Texas", "../../etc/passwd",
     "Mitteleuropäische Zeit", "1", "\x1b[31mred"],
)  # fmt: skip
def test_an_unknown_zone_is_asked_for_and_never_taken_for_another(name: str) -> None:
    invitation = only(calendar(event(f"DTSTART;TZID={name}:20261127T140000", "DURATION:PT1H", "SUMMARY:Interview")))
    assert (invitation.starts, invitation.ends, invitation.timezone, invitation.summary) == (
        None,
        None,
        "",
        "Interview",
    )
    assert invitation.unknown_zone.replace("␛", "\x1b") == name
    assert (str(invitation.wall_starts), str(invitation.wall_ends)) == ("2026-11-27 14:00:00", "2026-11-27 15:00:00")
    assert invitation.unknown_zone in invitation.problem or repr(invitation.unknown_zone) in invitation.problem
    assert "asked" in invitation.problem
    assert "\x1b" not in invitation.problem


@pytest.mark.parametrize(
    ("start", "instant"),
    [
        ("20260727T090000", "2026-07-27T13:00"),
        ("20260115T080000", "2026-01-15T13:00"),
        ("20260308T015959", "2026-03-08T06:59:59"),
        ("20260308T023000", "2026-03-08T07:30"),
        ("20260308T030000", "2026-03-08T07:00"),
        ("20261101T005959", "2026-11-01T04:59:59"),
        ("20261101T013000", "2026-11-01T05:30"),
        ("20261101T020000", "2026-11-01T07:00"),
        ("20261231T235959", "2027-01-01T04:59:59"),
        ("99990727T090000", "9999-07-27T13:00"),
    ],
)
def test_a_zone_that_only_the_file_knows(start: str, instant: str) -> None:
    invitation = starting(f"DTSTART;TZID=Customized Time Zone:{start}", EASTERN.format(name="Customized Time Zone"))
    assert (invitation.starts, invitation.timezone, invitation.problem) == (utc(instant), "", "")


def test_the_files_own_zone_comes_before_the_name_and_may_follow_the_event() -> None:
    own = EASTERN.format(name="Europe/Berlin")
    assert starting("DTSTART;TZID=Europe/Berlin:20260727T090000", own).starts == utc("2026-07-27T13:00")
    late = only(calendar(event("DTSTART;TZID=Mine:20260727T090000"), EASTERN.format(name="Mine")))
    assert late.starts == utc("2026-07-27T13:00")


@pytest.mark.parametrize(
    ("name", "zone", "timezone"),
    [
        ("Eastern Standard Time", EASTERN, "America/New_York"),
        ("W. Europe Standard Time", EASTERN, ""),
        ("Mine", EASTERN.replace("TZID:", "X-LIC-LOCATION:America/Toronto\nTZID:"), "America/Toronto"),
        (" 1", EASTERN, ""),
    ],
)
def test_a_zone_is_named_only_when_the_name_says_the_same(name: str, zone: str, timezone: str) -> None:
    invitation = starting(f"DTSTART;TZID={name}:20260727T090000", zone.format(name=name))
    assert (invitation.starts, invitation.timezone) == (utc("2026-07-27T13:00"), timezone)


def test_a_zone_is_believed_for_the_years_that_it_tells_of() -> None:
    one_year = zone_definition("America/New_York", 2024, 2024).decode().replace("RRULE", "X-RULE")
    within = starting("DTSTART;TZID=America/New_York:20240727T090000", one_year)
    beyond = starting("DTSTART;TZID=America/New_York:20260727T090000", one_year)
    assert (within.starts, beyond.starts) == (utc("2024-07-27T13:00"), utc("2026-07-27T13:00"))


STANDARD_ALONE = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:{before}
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


@pytest.mark.parametrize("before", ["+0100", "+0200"])
def test_half_a_definition_does_not_outdo_a_well_known_name(before: str) -> None:
    """Many programs write but the standard time of a zone; Windows names without summer time are meant so."""
    for name, instant in (
        ("Europe/Warsaw", "2026-07-27T13:00"),
        ("/mozilla.org/1/Europe/Warsaw", "2026-07-27T13:00"),
        ("Central European Standard Time", "2026-07-27T14:00"),
        ("Mine", "2026-07-27T14:00"),
    ):
        zone = STANDARD_ALONE.format(name=name, before=before)
        assert starting(f"DTSTART;TZID={name}:20260727T150000", zone).starts == utc(instant), name
        assert starting(f"DTSTART;TZID={name}:20260127T150000", zone).starts == utc("2026-01-27T14:00"), name


ERAS = """BEGIN:VTIMEZONE
TZID:Mine
BEGIN:STANDARD
DTSTART:19671029T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10{old}
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19870405T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4{old_summer}
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
"""


@pytest.mark.parametrize(
    ("old", "old_summer"),
    [("", ""), (";UNTIL=20061029T060000Z", ";UNTIL=20060402T070000Z"), (";UNTIL=20061029T020000", ";UNTIL=20060402")],
)
def test_of_the_rules_of_several_eras_each_counts_in_its_own(old: str, old_summer: str) -> None:
    zone = ERAS.format(old=old, old_summer=old_summer)
    new_york = ZoneInfo("America/New_York")
    for year in (1990, 2005, 2006, 2007, 2008, 2025):
        for month, day in ((1, 15), (3, 20), (4, 5), (10, 26), (10, 30), (11, 2), (11, 10)):
            local = datetime(year, month, day, 14)
            invitation = starting(f"DTSTART;TZID=Mine:{local:%Y%m%dT%H%M%S}", zone)
            assert invitation.starts == local.replace(tzinfo=new_york).astimezone(UTC), local


@pytest.mark.parametrize(
    "broken",
    [
        EASTERN.replace("TZOFFSETTO:-0400", "TZOFFSETTO:+5744"),
        EASTERN.replace("DTSTART:16010101T020000", "DTSTART:whenever"),
        EASTERN.replace("FREQ=YEARLY", "FREQ=SECONDLY"),
        "BEGIN:VTIMEZONE\nTZID:{name}\nEND:VTIMEZONE\n",
        EASTERN.replace("BEGIN:DAYLIGHT", "TZID:Africa/Abidjan\nBEGIN:DAYLIGHT"),
    ],
)
def test_a_definition_that_cannot_be_relied_on_gives_way_to_the_name(broken: str) -> None:
    invitation = starting("DTSTART;TZID=Asia/Tokyo:20260727T220000", broken.format(name="Asia/Tokyo"))
    assert (invitation.starts, invitation.timezone) == (utc("2026-07-27T13:00"), "Asia/Tokyo")
    assert starting("DTSTART;TZID=Mine:20260727T220000", broken.format(name="Mine")).unknown_zone == "Mine"


def test_each_calendar_of_a_file_has_its_own_zones() -> None:
    one = calendar(EASTERN.format(name="Mine"), event("DTSTART;TZID=Mine:20260727T090000"))
    other = calendar(event("DTSTART;TZID=Mine:20260727T090000", uid="2"))
    first, second = invitations_of(one + other, ZoneInfo("UTC"))[0]
    assert (first.starts, second.starts, second.unknown_zone) == (utc("2026-07-27T13:00"), None, "Mine")


def test_without_a_zone_the_users_is_meant_or_the_calendars() -> None:
    floating = starting("DTSTART:20261127T140000", EASTERN.format(name="Eastern Standard Time"))
    assert (floating.starts, floating.floating, floating.timezone) == (utc("2026-11-27T13:00"), True, "")
    invitation = starting("DTSTART:20021028T012030", "X-WR-TIMEZONE;VALUE=TEXT:US/Pacific")
    assert (invitation.starts, invitation.floating, invitation.timezone) == (
        utc("2002-10-28T09:20:30"),
        False,
        "US/Pacific",
    )
    assert starting("DTSTART:20261127T130000Z", "X-WR-TIMEZONE:US/Pacific").starts == utc("2026-11-27T13:00")
    gap = starting("DTSTART:20260329T023000")
    assert (gap.starts, gap.floating) == (utc("2026-03-29T01:30"), True)


NAMES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "America/Sao_Paulo",
         "Asia/Tehran", "Europe/Dublin", "Pacific/Apia", "America/St_Johns"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.datetimes(datetime(1995, 1, 1), datetime(2035, 1, 1)), st.sampled_from([0, 1, -1]))
def test_a_defined_zone_gives_the_instants_of_the_known_one(name: str, local: datetime, jump: int) -> None:
    zone = ZoneInfo(name)
    local = local.replace(microsecond=0, second=0)
    if jump:
        turns = (local + timedelta(days=n) for n in range(1, 366))
        turn = next(
            (day for day in turns if day.replace(tzinfo=zone).utcoffset() != local.replace(tzinfo=zone).utcoffset()),
            local,
        )
        local = turn.replace(hour=2, minute=30) + timedelta(hours=jump)
    definition = zone_definition(name, local.year - 1, local.year + 1).decode().replace("\r\n", "\n")
    invitation = starting(f"DTSTART;TZID=Mine:{local:%Y%m%dT%H%M%S}", definition.replace(f"TZID:{name}", "TZID:Mine"))
    assert invitation.starts == local.replace(tzinfo=zone).astimezone(UTC)
