"""Themes: ours, the user's own, and the one that was chosen last."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from app import locations
from app.settings import Settings
from app.ui import themes
from app.ui.presentation import QUIET
from app.ui.themes import OURS, TERMINAL, own_themes, register_themes, remember_theme, without_color
from tests.storage.hunts import SETTINGS
from tests.ui.driving import driven, one_interview


def themed(name: str, text: str) -> None:
    """Write a theme of the user's."""
    locations.themes_folder().mkdir(parents=True, exist_ok=True)
    (locations.themes_folder() / f"{name}.toml").write_text(text, "utf-8")


def contrast(one: Color, other: Color) -> float:
    """Return how well one color can be read on another (WCAG 2.2, contrast ratio)."""

    def luminance(color: Color) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _share_in(style: str) -> float:
    """Return how much of its color a style such as "$accent 20%" has."""
    return float(style.split()[1].rstrip("%")) / 100


STYLES = Path(themes.__file__).with_name("styles")
(CURSOR,) = {
    _share_in(share)
    for name in ("dashboard", "dialogs")
    for share in re.findall(r"(?:cursor|focus) \{ background: (\$accent \d+%)", (STYLES / f"{name}.tcss").read_text())
}
"""The share of the accent in what is under the cursor of a list, and in a field that has the keys."""


def with_look(**look: str) -> Settings:
    """Return settings with a look."""
    return Settings(policy=SETTINGS.policy, look=look)


async def test_the_theme_that_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        assert d.dashboard.theme == "dark"
        await d.press("T")
        assert d.dashboard.theme == "light"
    async with driven(path) as d:
        assert d.dashboard.theme == "light"
        assert d.dashboard.has_class("-light-mode")
    assert stat.S_IMODE(locations.theme_file().stat().st_mode) == 0o600


async def test_a_theme_that_the_settings_name_after_that_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path, settings=with_look(theme="light")) as d:
        assert d.dashboard.theme == "light"
        await d.press("T")
        assert d.dashboard.theme == "sand"
    async with driven(path, settings=with_look(theme="light")) as d:
        assert d.dashboard.theme == "sand"
    async with driven(path) as d:
        assert d.dashboard.theme == "dark"
    remember_theme("light", {})
    async with driven(path, settings=with_look(theme="dark")) as d:
        assert d.dashboard.theme == "dark"


async def test_a_memory_that_cannot_be_read_is_done_without(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    locations.theme_file().parent.mkdir(parents=True)
    for data in (b"", b"light", b"\xff\n\n", b"no such theme\n\n", b"light\nand\nmore\n"):
        locations.theme_file().write_bytes(data)
        app: App[None] = App()
        register_themes(app, {})
        assert app.theme == "dark", data
    async with driven(path) as d:
        assert d.dashboard.theme == "dark"


async def test_a_theme_of_ones_own_is_used_and_one_that_cannot_be_is_said(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    themed("mine", 'primary = "#123456"\ndark = false\n')
    themed("wrong", 'primary = "octarine"\n')
    async with driven(path, settings=with_look(theme="mine")) as d:
        assert d.dashboard.theme == "mine"
        assert any("primary is not a color" in notice.message for notice in d.dashboard.history)
        await d.press("T")
        assert d.dashboard.theme == "dark"


async def test_a_theme_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path, settings=with_look(theme="gone")) as d:
        assert d.dashboard.theme == "dark"
        assert any("There is no theme called 'gone'" in notice.message for notice in d.dashboard.history)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "a theme needs at least primary"),
        ('primary = "octarine"', "primary is not a color"),
        ("primary = 7", "primary is not a color"),
        ('primary = "red"\nbackground = "$primary"', "background is not a color"),
        ('primary = "red"\ndark = "no"', "dark should be true or false"),
        ('primary = "red"\nborder = "blue"', "there is no color called “border”"),
        ("primary", "is not valid TOML"),
    ],
)
def test_what_a_theme_cannot_use_is_said(text: str, sentence: str) -> None:
    themed("mine", text)
    usable, problems = own_themes()
    assert usable == []
    assert [sentence in problem and "mine.toml" in problem for problem in problems] == [True]


def test_every_color_of_a_theme_is_taken() -> None:
    names = (
        "primary",
        "secondary",
        "accent",
        "warning",
        "error",
        "success",
        "background",
        "surface",
        "panel",
        "foreground",
    )
    themed("mine", "".join(f'{name} = "#{number:06x}"\n' for number, name in enumerate(names)))
    (theme,), problems = own_themes()
    assert problems == []
    assert [getattr(theme, name) for name in names] == [f"#{number:06x}" for number in range(len(names))]


@pytest.mark.parametrize("theme", [theme for theme in OURS if not theme.ansi], ids=lambda theme: theme.name)
@pytest.mark.parametrize("in_color", [True, False])
def test_what_is_written_can_be_read_on_every_ground(theme: Theme, in_color: bool) -> None:
    theme = theme if in_color else without_color(theme)
    text, accent = Color.parse(theme.foreground), Color.parse(theme.accent)
    colors = [Color.parse(color) for color in (theme.primary, theme.accent, theme.warning, theme.error, theme.success)]
    for name in (theme.background, theme.surface, theme.panel):
        plain = Color.parse(name)
        for ground in (plain, plain.blend(accent, CURSOR)) if name != theme.panel else (plain,):
            for color in (text, ground.blend(text, _share_in(QUIET)), *colors):
                assert contrast(ground, color) >= 4.5, (ground.hex, color.hex)


def test_there_are_two_light_themes_one_of_high_contrast_and_the_terminals_own_colors() -> None:
    assert sum(not theme.dark for theme in OURS) == 2
    strong = next(theme for theme in OURS if theme.name == "high contrast")
    assert contrast(Color.parse(strong.background), Color.parse(strong.foreground)) > 20
    assert TERMINAL.background == "ansi_default"


async def test_the_terminals_own_colors_are_not_turned_into_others(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    remember_theme(TERMINAL.name, {})
    async with driven(path) as d:
        assert d.dashboard.theme == TERMINAL.name
        assert d.dashboard.native_ansi_color
        assert d.hunt_screen.styles.background.ansi is not None


async def test_without_color_what_is_overdue_is_not_fainter_than_what_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    monkeypatch.setenv("NO_COLOR", "1")
    async with driven(path) as d:
        variables = d.dashboard.theme_variables
        assert variables["error"] == variables["warning"] == variables["accent"] == variables["foreground"]
