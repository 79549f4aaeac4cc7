"""The file picker takes what was typed, however it was typed: in one burst, quoted, as a URL; never something else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.ui.dialogs.files import FileDialog
from app.ui.typed_paths import typed_paths
from tests.torture.terminal_keys import post_key
from tests.ui.driving import Driven, driven, one_interview

NAMES = ("allday.ics", "i_declined.ics", "old i_declined.ics")


@pytest.fixture
async def d(tmp_path: Path) -> AsyncIterator[Driven]:
    one_interview(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as driving:
        yield driving


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with another in it, whose name has a space."""
    folder = tmp_path / "home"
    inner = folder / "in bo'x"
    inner.mkdir(parents=True)
    for name in NAMES:
        (inner / name).touch()
        (folder / f"here {name}").touch()
    return folder


async def answer(d: Driven, folder: Path, text: str, *keys: str) -> list[Path] | None:
    """Type something in one burst into a picker, press enter, and return what was chosen."""
    answers: list[list[Path] | None] = []
    await d.dashboard.push_screen(FileDialog("Which?", folder), answers.append)
    for key in (*text, *keys, "enter"):
        post_key(d, {"/": "slash", " ": "space", ".": "full_stop", "_": "underscore"}.get(key, key))
    await d.quiet()
    return answers[0] if answers else None


async def test_a_path_in_one_burst_is_the_file_that_is_taken(d: Driven, folder: Path) -> None:
    inner = folder / "in box"
    (folder / "in bo'x").rename(inner)
    assert await answer(d, folder, "in box/i_declined.ics") == [inner / "i_declined.ics"]


async def test_a_whole_path_in_one_burst_is_taken(d: Driven, folder: Path) -> None:
    wanted = folder / "here i_declined.ics"
    assert await answer(d, Path("/"), str(wanted)) == [wanted]


async def test_a_whole_path_in_one_burst_is_what_the_key_for_the_folder_takes(d: Driven, folder: Path) -> None:
    wanted = folder / "here i_declined.ics"
    assert await answer(d, Path("/"), str(wanted), "ctrl+s") == [wanted]


async def test_what_is_not_there_takes_nothing_else(d: Driven, folder: Path) -> None:
    assert await answer(d, folder, "nowhere/x.ics") is None
    await d.shows("There is no nowhere/x.ics here.")


async def test_the_name_that_was_typed_whole_comes_before_the_row_of_the_cursor(d: Driven, folder: Path) -> None:
    dialog_folder = folder / "in bo'x"
    assert await answer(d, dialog_folder, "i_declined.ics") == [dialog_folder / "i_declined.ics"]
    assert await answer(d, dialog_folder, "i_declined.ics", "down") == [dialog_folder / "old i_declined.ics"]


async def test_a_path_that_is_dropped_is_listed_and_taken(d: Driven, folder: Path) -> None:
    wanted = folder / "in bo'x" / "i_declined.ics"
    answers: list[list[Path] | None] = []
    await d.dashboard.push_screen(FileDialog("Which?", Path("/")), answers.append)
    await d.quiet()
    await d.type(f"{wanted.as_uri()} ")
    await d.shows("  i_declined.ics")
    await d.press("enter")
    assert answers == [[wanted]]


async def test_what_is_typed_goes_with_what_is_marked(d: Driven, folder: Path) -> None:
    inner = folder / "in bo'x"
    assert await answer(d, inner, "", "ctrl+t", *"i_declined.ics") == [inner / "allday.ics", inner / "i_declined.ics"]


FORMS = (
    "{path}",
    '"{path}"',
    "'{quoted}'",
    "{escaped}",
    "{escaped} ",
    "{uri}",
    "'{uri_quoted}'",
    "FILE://localhost{uri_path}",
)


@pytest.mark.parametrize("form", FORMS)
def test_a_path_is_read_however_a_terminal_types_it(folder: Path, form: str) -> None:
    path = folder / "in bo'x" / "i_declined.ics"
    text = form.format(
        path=path,
        quoted=str(path).replace("'", "'\\''"),
        escaped=str(path).replace(" ", "\\ ").replace("'", "\\'"),
        uri=path.as_uri(),
        uri_quoted=path.as_uri().replace("'", "%27"),
        uri_path=path.as_uri().removeprefix("file://"),
    )
    assert typed_paths(text, Path("/")) == [path]


def test_several_that_are_dropped_at_once_are_all_read(folder: Path) -> None:
    paths = [folder / f"here {name}" for name in NAMES]
    assert typed_paths(" ".join(f"'{path}'" for path in paths), Path("/")) == paths
    assert typed_paths(" ".join(path.as_uri() for path in paths), Path("/")) == paths


def test_a_home_is_understood_and_what_is_elsewhere_is_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert typed_paths("~/here allday.ics", Path("/")) == [folder / "here allday.ics"]
    assert typed_paths("'~/here allday.ics'", Path("/")) == [folder / "here allday.ics"]
    for nothing in ("", " ", "'", "~nobody-by-that-name/x", "file://elsewhere/etc", "file://[x", "missing"):
        assert typed_paths(nothing, folder) == []
