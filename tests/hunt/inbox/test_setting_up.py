"""Setting the mailbox up: the usual server of a provider, and a section added to whatever settings there are."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from app import locations, settings
from app.etiquette.errors import SettingsError
from app.hunt.inbox.setting_up import add_section, server_of, table_of
from app.hunt.settings_file import SettingValue

VALUES = {"user": "sam@example.org", "host": "", "port": "993", "password_command": ""}


def test_the_usual_server_of_an_address_is_known_or_guessed() -> None:
    assert server_of("sam@gmail.com") == "imap.gmail.com"
    assert server_of("sam@mail.northwind.co.uk") == "imap.northwind.co.uk"
    assert server_of("sam") == ""


def test_a_form_makes_the_least_that_is_needed() -> None:
    assert table_of(VALUES) == {"host": "imap.example.org", "user": "sam@example.org"}
    more = VALUES | {"host": "mx.example.org", "port": "1993", "password_command": "pass show 'my mail'"}
    assert table_of(more) == {
        "host": "mx.example.org",
        "user": "sam@example.org",
        "port": 1993,
        "password_command": ["pass", "show", "my mail"],
    }
    with pytest.raises(SettingsError, match="Close every quote"):
        table_of(VALUES | {"password_command": "pass 'x"})


@pytest.mark.parametrize("before", [None, "", 'timezone = "Europe/Berlin"', '[look]\ntheme = "light"\n'])
def test_the_section_is_added_and_what_was_there_stays(before: str | None) -> None:
    file = locations.settings_file()
    if before is not None:
        file.parent.mkdir()
        file.write_text(before)
    table: dict[str, SettingValue] = {
        "host": "imap.example.org",
        "user": 'quote " \\ ü',
        "password_command": ["a", "b c"],
    }
    assert add_section(table) == file
    assert settings.load().inbox == table
    assert file.read_text().startswith(before or "[inbox]")
    if before is None:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_section_that_is_there_is_not_written_over() -> None:
    add_section({"host": "a.example", "user": "sam"})
    with pytest.raises(SettingsError, match="already has an \\[inbox\\] section"):
        add_section({"host": "b.example", "user": "sam"})


def test_settings_that_cannot_be_written_say_so(tmp_path: Path) -> None:
    locations.settings_file().mkdir(parents=True)
    with pytest.raises(SettingsError):
        add_section({"host": "a.example", "user": "sam"})
