"""Themes: a dark and a light one of ours, and the user's own from the themes folder."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.theme import Theme

from app import locations

DARK = Theme(
    name="dark",
    primary="#7aa2f7",
    secondary="#9ece6a",
    accent="#e0af68",
    warning="#e0af68",
    error="#f7768e",
    success="#9ece6a",
    background="#16161e",
    surface="#1a1b26",
    panel="#24283b",
    foreground="#c8d0f0",
    dark=True,
)
LIGHT = Theme(
    name="light",
    primary="#2e5aac",
    secondary="#3a7d34",
    accent="#9a5b00",
    warning="#8a5a00",
    error="#b3261e",
    success="#2f6b2a",
    background="#fbfaf7",
    surface="#f3f1ea",
    panel="#e6e2d6",
    foreground="#22252b",
    dark=False,
)
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


def register_themes(app: App[Any], look: dict[str, Any]) -> list[str]:
    """Make the themes known, take the one that the settings name, and return all names in turn."""
    themes = [DARK, LIGHT, *own_themes()]
    for theme in themes:
        app.register_theme(theme)
    names = [theme.name for theme in themes]
    wanted = look.get("theme", DARK.name)
    _begin_with(app, app.available_themes[wanted if wanted in app.available_themes else DARK.name])
    return names if app.theme in names else [*names, app.theme]


def _begin_with(app: App[Any], theme: Theme) -> None:
    """Have a program that is not running yet start in a theme, without reading its style sheets once for another."""
    app.set_reactive(App.theme, theme.name)
    app.set_class(theme.dark, "-dark-mode", update=False)
    app.set_class(not theme.dark, "-light-mode", update=False)
    app.stylesheet.set_variables(app.get_css_variables())


def own_themes() -> list[Theme]:
    """Return the user's themes, a TOML file each: colours by name and `dark`. One with an error is left out."""
    found = []
    try:
        files = sorted(locations.themes_folder().glob("*.toml"))
    except OSError:
        return []
    if files:
        import tomllib
    for file in files:
        try:
            table = tomllib.loads(file.read_text("utf-8"))
            colours = {name: table[name] for name in _COLOURS if isinstance(table.get(name), str)}
            theme = Theme(name=file.stem, dark=table.get("dark", True) is True, **colours)
            theme.to_color_system().generate()
        except Exception:  # noqa: S112
            continue
        found.append(theme)
    return found
