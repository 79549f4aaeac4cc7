"""Zones are understood as people type them, or asked about where several go by one name."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.etiquette.errors import InvalidFieldError
from app.etiquette.time.dates import zone_named
from app.hunt.plain_zones import say_zone, understand_zone, zone_of, zones_by_name
from app.hunt.zone_words import NAMES, SEVERAL, SHARED

BERLIN, NEW_YORK, SHANGHAI = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("PST", "America/Los_Angeles"),
        ("pt", "America/Los_Angeles"),
        ("Pacific Time", "America/Los_Angeles"),
        ("Pacific Daylight Time", "America/Los_Angeles"),
        ("Pacific Standard Time", "America/Los_Angeles"),
        ("los angeles", "America/Los_Angeles"),
        ("Los_Angeles", "America/Los_Angeles"),
        ("San Francisco", "America/Los_Angeles"),
        ("ET", "America/New_York"),
        ("EST", "America/New_York"),
        ("Eastern Time (US & Canada)", "America/New_York"),
        ("New York", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("US Mountain Standard Time", "America/Phoenix"),
        ("Central Standard Time", "America/Chicago"),
        ("Berlin", "Europe/Berlin"),
        (" berlin. ", "Europe/Berlin"),
        ("Munich", "Europe/Berlin"),
        ("München", "Europe/Berlin"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
        ("CET", "Europe/Berlin"),
        ("Central European Summer Time", "Europe/Berlin"),
        ("London time", "Europe/London"),
        ("BST", "Europe/London"),
        ("British Summer Time", "Europe/London"),
        ("Zürich", "Europe/Zurich"),
        ("São Paulo", "America/Sao_Paulo"),
        ("India Standard Time", "Asia/Calcutta"),
        ("UTC", "UTC"),
        ("GMT", "UTC"),
        ("UTC+2", "Etc/GMT-2"),
        ("GMT-5", "Etc/GMT+5"),
        ("+09:00", "Etc/GMT-9"),
    ],
)
def test_a_zone_is_understood_as_it_is_typed_in_berlin(typed: str, name: str) -> None:
    assert understand_zone(typed, BERLIN) == name


@pytest.mark.parametrize(
    ("typed", "own", "name"),
    [
        ("CST", NEW_YORK, "America/Chicago"),
        ("CST", ZoneInfo("America/Chicago"), "America/Chicago"),
        ("CST", SHANGHAI, "Asia/Shanghai"),
        ("IST", ZoneInfo("Asia/Kolkata"), "Asia/Kolkata"),
        ("IST", ZoneInfo("Europe/Dublin"), "Europe/Dublin"),
        ("Portland", ZoneInfo("America/Los_Angeles"), "America/Los_Angeles"),
        ("CET", ZoneInfo("Europe/Paris"), "Europe/Paris"),
        ("CET", NEW_YORK, "Europe/Brussels"),
    ],
)
def test_the_user_s_own_zone_decides_between_several(typed: str, own: ZoneInfo, name: str) -> None:
    assert understand_zone(typed, own) == name


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("IST", "IST could be the time in Kolkata, Jerusalem or Dublin. Type the city."),
        ("CST", "CST could be the time in Chicago or Shanghai. Type the city."),
        ("Portland", "Portland could be the time in Los Angeles or New York. Type the city."),
        ("+05:30", "+05:30 is used in several places. Type a city there."),
        ("Los Angelas", "No time zone is called “Los Angelas”. Did you mean Los Angeles?"),
        ("Nowhere at all", "No time zone is called “Nowhere at all”. Type a large city there, like Berlin"),
        ("10", "No time zone is called “10”."),
        ("\x1b[31m", "No time zone is called"),
    ],
)
def test_what_is_not_clear_is_asked_about(typed: str, sentence: str) -> None:
    with pytest.raises(InvalidFieldError) as caught:
        understand_zone(typed, BERLIN)
    assert str(caught.value).startswith(sentence)
    assert caught.value.field == "timezone"
    assert "\x1b" not in str(caught.value)


def test_every_word_of_the_tables_names_a_zone_that_is_there() -> None:
    named = {*NAMES.values(), *(zone for zones in SEVERAL.values() for zone in zones)}
    assert named <= available_timezones()
    assert set(NAMES) >= SHARED
    assert not set(NAMES) & set(SEVERAL)


def test_every_iana_name_is_understood_as_itself_or_as_one_with_its_clock() -> None:
    for name in sorted(available_timezones()):
        if "/" in name and not name.startswith(("Etc/", "US/", "posix", "right", "SystemV")):
            assert understand_zone(name, BERLIN) == name


@given(st.text(max_size=100))
def test_nothing_that_is_typed_ends_in_another_error(typed: str) -> None:
    try:
        name = understand_zone(typed, NEW_YORK)
    except InvalidFieldError:
        return
    assert zone_named(name)


@pytest.mark.parametrize(
    ("name", "words"),
    [("America/Los_Angeles", "Los Angeles"), ("Etc/GMT-2", "UTC+2"), ("Etc/GMT+5", "UTC-5"), ("UTC", "UTC")],
)
def test_a_zone_is_called_by_its_city(name: str, words: str) -> None:
    assert say_zone(name) == words


def test_nothing_typed_is_the_user_s_own_zone() -> None:
    assert zone_of(" ", BERLIN) is BERLIN
    assert zone_of("ET", BERLIN) == NEW_YORK


def test_a_zone_is_listed_by_its_city_and_by_every_other_name() -> None:
    listed = zones_by_name()
    assert ("Los Angeles (America/Los_Angeles)", "America/Los_Angeles") in listed
    assert ("PST (Los Angeles)", "America/Los_Angeles") in listed
    assert ("CST (Shanghai)", "Asia/Shanghai") in listed
    assert ("San Francisco (Los Angeles)", "America/Los_Angeles") in listed
    assert len({words for words, _ in listed}) == len(listed)
