"""Files that the user writes: whatever editor saved them, and whatever lies where they should be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app import locations
from app.cli.kept_calendar import rewrite
from app.etiquette.errors import AfterwordError, SettingsError, StorageError
from app.etiquette.policy import Policy
from app.hunt.calendar_file import write_calendar
from app.hunt.own_words import add_word, own_words, own_words_file
from app.letters.phrases import Phrase, load_phrases
from app.settings import Settings, load
from app.ui.themes import own_themes
from app.user_files import LARGEST, read_own, read_toml
from tests.cli.test_cli import HUNT, afterword
from tests.storage.hunts import NOW, open_hunt

MARK = b"\xef\xbb\xbf"
DEEP = b"x = " + b"[" * 20_000 + b"]" * 20_000


def written(path: Path, data: bytes) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read_own(written(tmp_path / "a", MARK + "é\r\n".encode())) == "é\r\n"
    assert read_toml(written(tmp_path / "a", MARK + b'x = "y"\r\n')) == {"x": "y"}


def test_a_mark_before_settings_phrases_themes_and_words_changes_nothing() -> None:
    written(locations.settings_file(), MARK + b'timezone = "Asia/Tokyo"\n')
    phrases = written(locations.settings_folder() / "phrases.toml", MARK + b'[phrases]\nhello = "Hello there."\n')
    written(locations.themes_folder() / "mine.toml", MARK + b'primary = "#123456"\n')
    written(own_words_file(), MARK + b"kubectl\n")
    assert str(load().policy.zone) == "Asia/Tokyo"
    assert load_phrases(phrases) == (Phrase("hello", "Hello there."),)
    assert [theme.primary for theme in own_themes()[0]] == ["#123456"]
    assert own_words() == {"kubectl"}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("name = 'é'".encode("latin-1"), "line 1: this is not UTF-8 text. Save the file as UTF-8."),
        ("x = 1\ny = 'é'".encode("utf-16"), "this is not UTF-8 text"),
        (b"x" * (LARGEST + 1), "is larger than 1 MB"),
        (DEEP, "brackets are nested too deep"),
        (b"x = " + b"9" * 5_000, "is not valid TOML"),
        (b"x = 2026-13-40", "is not valid TOML"),
        (b"x = ", "is not valid TOML"),
        (b"x\0 = 1", "is not valid TOML"),
    ],
)
def test_what_is_not_toml_is_said_with_the_file_and_what_to_do(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = written(tmp_path / "settings.toml", data)
    for read in (read_toml, load, load_phrases):
        with pytest.raises(SettingsError) as refused:
            read(path)
        assert str(path) in str(refused.value)
        assert sentence in str(refused.value)


@pytest.fixture(params=["pipe", "folder", "device"])
def irregular(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Make something that is no file."""
    path = tmp_path / "odd"
    if request.param == "pipe":
        os.mkfifo(path)
    elif request.param == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    return path


def test_what_is_no_file_is_refused_at_once(irregular: Path) -> None:
    for read in (read_own, read_toml, load, load_phrases):
        with pytest.raises(SettingsError, match="not a file"):
            read(irregular)


def test_words_that_are_no_file_are_none_and_take_no_word(irregular: Path) -> None:
    own_words_file().parent.mkdir(parents=True)
    own_words_file().symlink_to(irregular)
    assert own_words() == frozenset()
    with pytest.raises(SettingsError, match="not a file"):
        add_word("kubectl")


def test_a_theme_that_is_no_file_is_left_out_and_said(irregular: Path) -> None:
    locations.themes_folder().mkdir(parents=True)
    (locations.themes_folder() / "odd.toml").symlink_to(irregular)
    themes, problems = own_themes()
    assert (themes, ["odd.toml" in problem for problem in problems]) == ([], [True])


def test_a_calendar_that_is_no_file_is_left_alone(irregular: Path, tmp_path: Path) -> None:
    database = tmp_path / "hunt.db"
    open_hunt(database)
    with pytest.raises(AfterwordError, match=r"not a file|device or a pipe"):
        write_calendar(irregular, database, Policy(), NOW)


def test_a_calendar_behind_a_circle_of_links_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = tmp_path / "one.ics", tmp_path / "other.ics"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(StorageError):
        write_calendar(one, tmp_path / "hunt.db", Policy(), NOW)
    rewrite(Settings(calendar_file=str(one)), tmp_path / "hunt.db")
    assert str(one) in capsys.readouterr().err


def test_settings_that_are_broken_do_not_fail_a_restore_that_is_done(tmp_path: Path) -> None:
    assert afterword("import", "-", stdin=repr(HUNT).replace("'", '"').encode()).returncode == 0
    assert afterword("backup", "-o", str(tmp_path / "kept.db")).returncode == 0
    written(locations.settings_file(), DEEP)
    done = afterword("restore", str(tmp_path / "kept.db"))
    assert done.returncode == 0
    assert b"Restored " in done.stdout
    assert b"brackets are nested too deep" in done.stderr


def test_the_doctor_says_which_file_of_the_user_cannot_be_read() -> None:
    folder = locations.settings_folder()
    written(folder / "words.txt", b"kubectl\n")
    assert b"words.txt" not in afterword("doctor").stdout
    written(folder / "phrases.toml", b"phrases = 1")
    written(locations.themes_folder() / "odd.toml", DEEP)
    written(locations.templates_folder() / "thank_you.j2", b"Subject: \xff")
    os.mkfifo(locations.templates_folder() / "follow_up.j2")
    (locations.themes_folder() / "gone.toml").symlink_to(folder / "nothing")
    done = afterword("doctor")
    assert done.returncode == 1
    wrong = [line for line in done.stdout.decode().splitlines() if line.startswith("NO ")]
    for name in ("phrases.toml", "odd.toml", "thank_you.j2", "follow_up.j2", "gone.toml"):
        assert any(name in line for line in wrong), name


def test_no_broken_file_of_the_user_ends_a_command_with_an_unforeseen_error() -> None:
    for data in (DEEP, MARK + b'holidays_country = "__class__"', b'calendar_file = "/a\\u0000b"', b"\xff"):
        written(locations.settings_file(), data)
        done = afterword("due")
        assert done.returncode == 1
        assert b"settings.toml" in done.stderr
        assert b"went wrong inside" not in done.stderr
