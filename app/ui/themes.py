"""Themes: two dark and two light ones of ours, the terminal's own colors, and the user's from the themes folder."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.app import App
from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from app import locations
from app.etiquette.errors import AfterwordError, SettingsError
from app.etiquette.text import clean
from app.user_files import read_own, read_toml

DARK = Theme(
    name="dark",
    primary="#7aa2f7",
    secondary="#9ece6a",
    accent="#e0af68",
    warning="#e0af68",
    error="#f88298",
    success="#9ece6a",
    background="#16161e",
    surface="#1a1b26",
    panel="#24283b",
    foreground="#c8d0f0",
    dark=True,
)
LIGHT = Theme(
    name="light",
    primary="#2a539f",
    secondary="#3a7d34",
    accent="#7d4b00",
    warning="#7c5000",
    error="#a6211b",
    success="#2a6226",
    background="#fbfaf7",
    surface="#f3f1ea",
    panel="#e8e4d9",
    foreground="#22252b",
    dark=False,
)
SAND = Theme(
    name="sand",
    primary="#7a4023",
    secondary="#4f6f52",
    accent="#774b0a",
    warning="#7a4600",
    error="#97231a",
    success="#35602b",
    background="#fbf3e4",
    surface="#f5ebd8",
    panel="#ebddc3",
    foreground="#30261d",
    dark=False,
)
CONTRAST = Theme(
    name="high contrast",
    primary="#79c0ff",
    secondary="#ffffff",
    accent="#ffd60a",
    warning="#ffb000",
    error="#ff7b7b",
    success="#5ee65e",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    foreground="#ffffff",
    dark=True,
)
TERMINAL = Theme(
    name="terminal colors",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    foreground="ansi_default",
    dark=True,
    variables=dict(BUILTIN_THEMES["ansi-dark"].variables),
)
OURS = (DARK, LIGHT, SAND, CONTRAST, TERMINAL)
_COLOURS = (
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


def register_themes(app: App[Any], look: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Register the themes and use the one chosen last, otherwise the one that the settings name.

    Returns:
        All names in turn, and a sentence for each theme that cannot be used.
    """
    own, problems = own_themes()
    themes = [without_color(theme) if app.no_color else theme for theme in (*OURS, *own)]
    for theme in themes:
        app.register_theme(theme)
    names = [theme.name for theme in themes]
    wanted = look.get("theme", DARK.name)
    if wanted not in app.available_themes:
        problems.append(
            f"There is no theme called {wanted!r}. Choose one of: {', '.join(names)}. T switches between them."
        )
    chosen = chosen_theme(look) or wanted
    _begin_with(app, app.available_themes[chosen if chosen in app.available_themes else DARK.name])
    return names if app.theme in names else [*names, app.theme], problems


def without_color(theme: Theme) -> Theme:
    """Return a theme whose colors are all that of its text.

    As grays they would turn the emphasis around: the red of what is overdue is darker than the yellow of what is not.
    """
    text = theme.foreground
    same = dict.fromkeys(("primary", "secondary", "accent", "warning", "error", "success"), text)
    return replace(theme, **same)


def chosen_theme(look: Mapping[str, str]) -> str:
    """Return the theme that was chosen by key, "" for none. A theme that the settings name since then goes first."""
    try:
        name, configured = read_own(locations.theme_file()).splitlines()[:2]
    except (OSError, ValueError, AfterwordError):
        return ""
    return name if configured == look.get("theme", "") else ""


def remember_theme(name: str, look: Mapping[str, str]) -> None:
    """Remember the chosen theme for the next start, with the one the settings name; ignore it if that fails."""
    from app.hunt.private_files import write_privately

    with suppress(OSError, AfterwordError):
        path = locations.theme_file()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_privately(path, f"{name}\n{look.get('theme', '')}\n".encode())


def _begin_with(app: App[Any], theme: Theme) -> None:
    """Have a program that is not running yet start in a theme, without reading its style sheets once for another."""
    app.set_reactive(App.theme, theme.name)
    app.set_class(theme.dark, "-dark-mode", update=False)
    app.set_class(not theme.dark, "-light-mode", update=False)
    app.stylesheet.set_variables(app.get_css_variables())


def own_themes() -> tuple[list[Theme], list[str]]:
    """Return the user's themes, a TOML file each: colors by name and `dark`; and why others cannot be used."""
    themes, problems = [], []
    try:
        files = sorted(locations.themes_folder().glob("*.toml"))
    except OSError:
        files = []
    for file in files:
        try:
            themes.append(_theme(file))
        except (OSError, AfterwordError) as error:
            problems.append(str(error))
    return themes, problems


def _theme(file: Path) -> Theme:
    """Return the theme of a file.

    Raises:
        OSError, SettingsError: it cannot be read, or has a color that is none.
    """
    table = read_toml(file)
    for name in table:
        if name not in (*_COLOURS, "dark"):
            raise SettingsError(f"{file}: there is no color called “{clean(name)}”. Use {', '.join(_COLOURS)}.")
    colours = {name: table[name] for name in _COLOURS if name in table}
    if "primary" not in colours:
        raise SettingsError(f'{file}: a theme needs at least primary = "#7aa2f7" or another color.')
    for name, value in colours.items():
        try:
            Color.parse(value)
        except (ColorParseError, TypeError, AttributeError):
            raise SettingsError(f'{file}: {name} is not a color. Write it like "#7aa2f7".') from None
    if not isinstance(table.get("dark", True), bool):
        raise SettingsError(f"{file}: dark should be true or false.")
    return Theme(name=clean(file.stem), dark=table.get("dark", True), **colours)
