"""The settings file: what every key does, and what is said of a value that cannot be used."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from app import locations
from app.etiquette.errors import SettingsError
from app.etiquette.letter_kinds import Tone
from app.etiquette.letter_style import English, LetterFilter, Style
from app.etiquette.policy import Policy
from app.etiquette.reminder_addresses import Remind
from app.letters.smtp_settings import Security, smtp_account
from app.settings import Settings, load

NUMBERS = [field.name for field in fields(Policy) if field.name not in ("zone", "holidays")]


def loaded(text: str) -> Settings:
    """Load settings of this text."""
    path = locations.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return load()


def refused(text: str) -> str:
    """Return what is said of settings that cannot be used."""
    with pytest.raises(SettingsError) as error:
        loaded(text)
    assert str(error.value).startswith(str(locations.settings_file()))
    return str(error.value)


def test_without_a_file_there_are_the_defaults_and_none_is_written() -> None:
    assert load() == Settings(policy=Policy(zone=load().policy.zone))
    assert not locations.settings_file().exists()


def test_the_zone_is_the_one_named() -> None:
    assert str(loaded('timezone = "Asia/Tokyo"').policy.zone) == "Asia/Tokyo"
    assert "timezone" in refused("timezone = 9")
    assert "Mars/Base" in refused('timezone = "Mars/Base"')


def test_holidays_are_the_days_listed_and_those_of_a_country() -> None:
    assert loaded("holidays = [2026-12-24]").policy.holidays == {date(2026, 12, 24)}
    assert loaded("holidays = 2026-12-24").policy.holidays == {date(2026, 12, 24)}
    assert refused('holidays = ["2026-12-24"]').endswith("should be dates without quotes, like [2026-12-25].")
    assert refused("holidays = [2026-12-24T10:00:00]").endswith("like [2026-12-25].")


def test_a_country_brings_its_holidays_and_a_region_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_NOW", "2026-11-24T10:00:00+01:00")
    both = loaded('holidays = [2026-12-24]\nholidays_country = "DE"').policy.holidays
    assert {date(2026, 12, 24), date(2026, 10, 3), date(2027, 1, 1)} <= both
    assert date(2026, 11, 1) not in both
    assert date(2026, 11, 1) in loaded('holidays_country = "DE-BY"').policy.holidays


@pytest.mark.parametrize(
    "country", ["__class__", "XX", "", "DE-XX", "registry", "HolidayBase", "sys", "D E", "DE\\u0000"]
)
def test_a_country_that_is_none_is_said(country: str) -> None:
    assert "no holidays are known for" in refused(f'holidays_country = "{country}"')


@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_of_the_etiquette_can_be_set(name: str) -> None:
    default = getattr(Policy(), name)
    text, value = {
        bool: ("false", False),
        time: (default.isoformat() if isinstance(default, time) else "", default),
        timedelta: ("30", timedelta(hours=30)),
        int: ("3", 3),
    }[type(default)]
    apart = {"thank_opens": "1", "thank_due": "30", "thank_late": "60", "answer_rejection_due": "20"}
    one = {"missed_late_business_days": 1}
    text = apart.get(name, str(one.get(name, text)))
    value = one.get(name, value)
    wanted = timedelta(hours=int(apart[name])) if name in apart else value
    assert getattr(loaded(f"[etiquette]\n{name} = {text}").policy, name) == wanted


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", ['"soon"', "-1", "99999999", "nan", "[]", "{}"])
def test_every_number_refuses_what_is_none(name: str, value: str) -> None:
    assert f"etiquette.{name}: should be" in refused(f"[etiquette]\n{name} = {value}")


def test_numbers_out_of_order_and_unknown_ones_are_said() -> None:
    assert "etiquette.thank_due: should be no more than thank_late" in refused("[etiquette]\nthank_due = 60")
    assert "etiquette.day_opens: should be no more than day_closes" in refused("[etiquette]\nday_opens = 18:00:00")
    assert "etiquette.thanks: no such number" in refused("[etiquette]\nthanks = 1")
    assert "should be a section" in refused("etiquette = 1")


@pytest.mark.parametrize("way", ["elsewhere", "mail program", "clipboard", "file", "smtp"])
def test_every_way_of_sending_can_be_the_usual_one(way: str) -> None:
    assert loaded(f'[sending]\nby = "{way}"').sending == {"by": way}


def test_the_ways_that_the_settings_know_are_those_of_the_send_dialog() -> None:
    from app.settings import _WAYS
    from app.ui.acts.sending import WAYS

    assert set(_WAYS) == set(WAYS)


def test_a_way_that_is_none_is_said() -> None:
    assert "sending.by: should be one of elsewhere, mail program" in refused('[sending]\nby = "pigeon"')
    assert "sending.by: should be text in quotes" in refused("[sending]\nby = 1")
    assert "sending.via: no such setting. Choose one of: by." in refused('[sending]\nvia = "smtp"')
    assert "should be a section" in refused('sending = "smtp"')


def test_look_and_keys_hold_texts() -> None:
    assert loaded('[look]\ntheme = "light"').look == {"theme": "light"}
    assert "look.theme: should be text in quotes" in refused('[look]\ntheme = ["light"]')
    assert loaded('[look]\ndates = "day first"').look == {"dates": "day first"}
    assert "look.dates: should be one of month first, day first." in refused('[look]\ndates = "5/12"')
    assert loaded('[look]\nmouse = "off"').look == {"mouse": "off"}
    assert "look.mouse: should be on or off." in refused('[look]\nmouse = "no"')
    assert "look.colour: no such setting. Choose one of: dates, mouse, theme." in refused('[look]\ncolour = "light"')
    assert loaded('[keys]\nadd = "a,insert"').keys == {"add": "a,insert"}
    assert "keys.add: should be text in quotes" in refused("[keys]\nadd = 1")


def test_the_calendar_file_is_a_whole_path() -> None:
    assert loaded('calendar_file = "~/a.ics"').calendar_file == "~/a.ics"
    assert loaded('calendar_file = ""').calendar_file == ""
    assert "should be a whole path" in refused('calendar_file = "a.ics"')
    assert "a character that no path should have" in refused('calendar_file = "/a\\u0000b"')
    assert "no such home folder" in refused('calendar_file = "~nobody-is-called-so/a.ics"')


def test_a_setting_that_is_none_is_said_with_those_that_are() -> None:
    assert "zone: no such setting. Choose one of: calendar_file, etiquette," in refused('zone = "Asia/Tokyo"')


def test_every_key_of_smtp_is_read() -> None:
    table = loaded(
        '[smtp]\nhost = "smtp.mail.example"\nport = 2525\nsecurity = "starttls"\nuser = "robin"\n'
        'password_command = "pass show mail"\nkeyring = false\nca_file = "/etc/own.pem"\ntimeout = 5\n'
    ).smtp
    account = smtp_account(table)
    assert (account.host, account.port, account.security) == ("smtp.mail.example", 2525, Security.STARTTLS)
    assert (account.user, account.password_command) == ("robin", ("pass", "show", "mail"))
    assert (account.use_keyring, account.ca_file, account.timeout) == (False, Path("/etc/own.pem"), 5.0)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("host", '"no host!"'),
        ("port", "0"),
        ("port", "true"),
        ("security", '"none"'),
        ("user", "1"),
        ("password_command", '"pass \'"'),
        ("password_command", "[1]"),
        ("keyring", '"no"'),
        ("ca_file", "1"),
        ("timeout", "0"),
        ("password", '"secret"'),
        ("hostname", '"smtp.mail.example"'),
    ],
)
def test_what_smtp_cannot_use_is_said_by_key(key: str, value: str) -> None:
    host = "" if key == "host" else 'host = "smtp.mail.example"\n'
    table = loaded(f"[smtp]\n{host}{key} = {value}").smtp
    with pytest.raises(SettingsError, match=rf"smtp\.{key}: ") as error:
        smtp_account(table)
    assert "secret" not in str(error.value)


def test_letters_sound_and_are_spelt_as_set() -> None:
    assert loaded("").letter == Style(Tone.PLAIN, English.US)
    assert loaded('[letter]\ntone = "warm"\nenglish = "british"').letter == Style(Tone.WARM, English.BRITISH)
    assert refused('[letter]\ntone = "chatty"').endswith("letter.tone: should be one of warm, plain, formal.")
    assert refused("[letter]\nenglish = 1").endswith("letter.english: should be text in quotes.")
    assert "letter.font: no such setting" in refused('[letter]\nfont = "x"')


def test_reminders_go_where_they_are_told_to() -> None:
    assert loaded("").remind == Remind(("desktop",), names=False)
    to = '["desktop", "mailto:me@example.org", "ntfy://ntfy.sh/mine", "desktop"]'
    assert loaded(f"[remind]\nto = {to}\nnames = true").remind == Remind(
        ("desktop", "mailto:me@example.org", "ntfy://ntfy.sh/mine"), names=True
    )
    assert loaded('[remind]\nto = "mailto:me@example.org"').remind.to == ("mailto:me@example.org",)
    assert loaded("[remind]\nto = []").remind.to == ()
    for value in ('"nowhere"', "[1]", "true", '["mailto:me"]', '["ntfy://a\\u0007"]'):
        assert "remind.to: should be addresses in quotes, like" in refused(f"[remind]\nto = {value}")
    assert "remind.names: should be true or false." in refused('[remind]\nnames = "no"')
    assert "remind.at: no such setting. Choose one of: names, to." in refused("[remind]\nat = 9")
    assert "etiquette.remind_from: should be no more than remind_until" in refused(
        "[etiquette]\nremind_from = 21:00:00"
    )


def test_a_program_that_rewrites_letters_is_a_command_with_its_arguments() -> None:
    set_ = loaded('[letter]\ntone = "warm"\nfilter = ["llm", "-m", "mistral 7b"]\nfilter_seconds = 30')
    assert set_.letter_filter == LetterFilter(("llm", "-m", "mistral 7b"), 30.0)
    assert set_.letter.tone == "warm"
    assert loaded("[letter]").letter_filter == LetterFilter((), 120.0)
    for value in ('"llm -m x"', '["llm", 1]', "{}"):
        assert "letter.filter: should be a program and its arguments" in refused(f"[letter]\nfilter = {value}")
    assert "letter.filter: should begin with the name of a program." in refused('[letter]\nfilter = ["", "x"]')
    for value in ("0", "true", '"soon"', "nan"):
        assert "letter.filter_seconds: should be seconds" in refused(f"[letter]\nfilter_seconds = {value}")


def test_the_folder_that_machines_share_is_a_whole_path() -> None:
    assert loaded("").sync == {}
    assert loaded('[sync]\nfolder = "~/Sync/afterword"').sync == {"folder": "~/Sync/afterword"}
    assert "sync.folder: should be a whole path, like ~/Sync/afterword." in refused('[sync]\nfolder = "Sync"')
    assert "sync.folder: should be text in quotes." in refused("[sync]\nfolder = 1")
    assert "sync.server: no such setting. Choose one of: folder." in refused('[sync]\nserver = "x"')
