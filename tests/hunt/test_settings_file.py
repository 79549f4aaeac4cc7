"""A section written into the settings: the user's own lines and comments stay, and a broken file is left alone."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest

from app.etiquette.errors import SettingsError
from app.hunt.settings_file import write_section

THEIRS = """# mine
timezone = "Europe/Berlin"  # home

[smtp]
# the old one
host = "old.example"
ca_file = "~/ca.pem"  # keep

[look]
theme = "nord"
"""


def test_their_comments_and_all_else_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(THEIRS)
    write_section(path, "smtp", {"host": "smtp.example.org", "port": 587})
    text = path.read_text()
    expected = THEIRS.replace("old.example", "smtp.example.org").replace("# keep\n", "# keep\nport = 587\n")
    assert text == expected
    assert tomllib.loads(text)["smtp"] == {"host": "smtp.example.org", "ca_file": "~/ca.pem", "port": 587}


def test_a_file_and_its_folder_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    write_section(path, "smtp", {"host": "smtp.example.org", "user": 'a "quoted" name'})
    assert tomllib.loads(path.read_text()) == {"smtp": {"host": "smtp.example.org", "user": 'a "quoted" name'}}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_a_link_leads_to_is_changed_in_its_place(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    real.write_text(THEIRS)
    link.symlink_to(real)
    write_section(link, "smtp", {"host": "smtp.example.org"})
    assert link.is_symlink()
    assert tomllib.loads(real.read_text())["smtp"]["host"] == "smtp.example.org"


@pytest.mark.parametrize("broken", ["smtp = 3\n", "[smtp\n", 'a = "\n'])
def test_a_file_that_cannot_be_changed_is_left_as_it_is(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(broken)
    with pytest.raises(SettingsError, match=r"settings\.toml.*Fix it"):
        write_section(path, "smtp", {"host": "smtp.example.org"})
    assert path.read_text() == broken
