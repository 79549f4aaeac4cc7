"""Where files live, and whether they are there. Nothing is made or read here."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from app.etiquette.errors import StorageError

NAME = "afterword"
_XDG = {"data": ".local/share", "config": ".config", "state": ".local/state"}
"""Where the folders of each kind are in a Linux home, unless `XDG_..._HOME` says otherwise."""


def expanded(path: str) -> Path:
    """Return a path that the user gave, with `~` as their home.

    Raises:
        StorageError: there is no such home.
    """
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise StorageError(f"{path}: there is no such home folder. Write the whole path, starting with /.") from None


def shown(path: Path) -> str:
    """Return a path as a person would write it: `~` for their home."""
    with suppress(RuntimeError, ValueError):
        return f"~{os.sep}{path.relative_to(Path.home())}"
    return str(path)


def documents_folder() -> Path:
    """Return where the user's documents are likely to be: Documents in their home, else their home."""
    home = expanded("~")
    return home / "Documents" if is_folder(home / "Documents") else home


def is_there(path: Path) -> bool:
    """Return whether something is there; at a path that no file can have, such as one too long, nothing is."""
    with suppress(OSError):
        return path.exists()
    return False


def is_link(path: Path) -> bool:
    """Return whether a link is there, wherever it leads; see `is_there`."""
    with suppress(OSError):
        return path.is_symlink()
    return False


def is_folder(path: Path) -> bool:
    """Return whether a folder is there; see `is_there`."""
    with suppress(OSError):
        return path.is_dir()
    return False


def data_folder() -> Path:
    """Return the platform's folder for this user's data.

    Raises:
        StorageError: the user has no home; so do all below.
    """
    return _own("data", "AFTERWORD_DB, or --db, with a file")


def database_file(named: str | None = None) -> Path:
    """Return the database: as given, else `AFTERWORD_DB`, else the one in the data folder."""
    named = named or os.environ.get("AFTERWORD_DB")
    return expanded(named) if named else data_folder() / "hunt.db"


def backup_folder(database: Path) -> Path:
    """Return where the backups of a database are kept: beside it, and no other database's in that folder."""
    return database.with_name(f"{database.stem}-backups" if database.suffix == ".db" else f"{database.name}.backups")


def files_folder(database: Path) -> Path:
    """Return where the files are kept that companies have of the user: beside the database, and no other database's."""
    return database.with_name(f"{database.stem}-files" if database.suffix == ".db" else f"{database.name}.files")


def settings_folder() -> Path:
    """Return the folder of settings.toml, the user's templates, phrases and words; `AFTERWORD_SETTINGS` moves it."""
    folder = os.environ.get("AFTERWORD_SETTINGS")
    return expanded(folder) if folder else _own("config", "AFTERWORD_SETTINGS with a folder")


def settings_file() -> Path:
    """Return the settings file, whether it exists or not."""
    return settings_folder() / "settings.toml"


def templates_folder() -> Path:
    """Return where the user's own letter templates are looked for."""
    return settings_folder() / "templates"


def themes_folder() -> Path:
    """Return where the user's own themes are looked for."""
    return settings_folder() / "themes"


def hooks_folder() -> Path:
    """Return where the user's own programs are looked for that hear of each verb."""
    return settings_folder() / "hooks"


def state_folder() -> Path:
    """Return the folder of the log, of crash reports and of the chosen theme; `AFTERWORD_STATE` moves it."""
    folder = os.environ.get("AFTERWORD_STATE")
    return expanded(folder) if folder else _own("state", "AFTERWORD_STATE with a folder")


def theme_file() -> Path:
    """Return the file that holds the theme that was chosen last."""
    return state_folder() / "theme"


def log_file() -> Path:
    """Return the log file."""
    return state_folder() / "afterword.log"


def _own(kind: str, instead: str) -> Path:
    """Return the platform's folder of this program of one kind: data, config or state.

    An ordinary Linux home is dealt with here, as platformdirs would (XDG Base Directory Specification 0.8), all else
    there: importing it is a tenth of the time of `afterword due`, for the compressors that it brings along.
    """
    home, named = Path(os.environ.get("HOME", "")), Path(os.environ.get(f"XDG_{kind.upper()}_HOME", ""))
    if sys.platform == "linux" and home.is_absolute():
        return (named if named.is_absolute() else home / _XDG[kind]) / NAME
    import platformdirs

    folder = {"data": platformdirs.user_data_dir, "config": platformdirs.user_config_dir}
    try:
        return Path(folder.get(kind, platformdirs.user_state_dir)(NAME, appauthor=False))
    except RuntimeError:
        raise StorageError(
            f"This user has no home folder, so there is no place for the program's {kind}. Set HOME, or {instead}."
        ) from None
