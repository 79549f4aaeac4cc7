"""Where files live. Functions without side effects: nothing is made or read here."""

from __future__ import annotations

import os
from pathlib import Path

NAME = "afterword"


def data_folder() -> Path:
    """Return the platform's folder for this user's data."""
    import platformdirs

    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def database_file(given: str | None = None) -> Path:
    """Return the database: as given, else `AFTERWORD_DB`, else the one in the data folder."""
    named = given or os.environ.get("AFTERWORD_DB")
    return Path(named).expanduser() if named else data_folder() / "hunt.db"


def backup_folder(database: Path) -> Path:
    """Return where the backups of a database are kept: beside it."""
    return database.with_name(f"{database.stem}-backups")


def settings_folder() -> Path:
    """Return the folder of settings.toml, the user's templates, phrases and words; `AFTERWORD_SETTINGS` moves it."""
    named = os.environ.get("AFTERWORD_SETTINGS")
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_config_dir(NAME, appauthor=False))


def settings_file() -> Path:
    """Return the settings file, whether it exists or not."""
    return settings_folder() / "settings.toml"


def templates_folder() -> Path:
    """Return where the user's own letter templates are looked for."""
    return settings_folder() / "templates"


def themes_folder() -> Path:
    """Return where the user's own themes are looked for."""
    return settings_folder() / "themes"


def state_folder() -> Path:
    """Return the folder of the log and of crash reports; `AFTERWORD_STATE` moves it."""
    named = os.environ.get("AFTERWORD_STATE")
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_state_dir(NAME, appauthor=False))


def log_file() -> Path:
    """Return the log file."""
    return state_folder() / "afterword.log"
