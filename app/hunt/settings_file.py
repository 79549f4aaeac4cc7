"""Writes one section of the user's settings file; their comments, their order and all else stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from app.etiquette.errors import SettingsError
from app.hunt.private_files import write_privately
from app.storage.protected_files import resolved
from app.user_files import read_own

SettingValue: TypeAlias = str | int | bool | list[str]


def write_section(path: Path, name: str, values: Mapping[str, SettingValue]) -> None:
    """Write the values of a section into a settings file, which is made when there is none (0600).

    Args:
        values: what the section is to say; what else stands in it stays.

    Raises:
        SettingsError: the file cannot be read, is not TOML, or has no folder; it is as it was.
        StorageError: it cannot be written; it is as it was.
    """
    try:
        text = read_own(path)
    except FileNotFoundError:
        text = ""
    changed = with_section(text, name, values, path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}.") from None
    write_privately(resolved(path), changed.encode())


def with_section(text: str, name: str, values: Mapping[str, SettingValue], path: Path) -> str:
    """Return the text of a settings file with the values of one section in it.

    Args:
        path: the file's, for the sentence that says what is wrong with it.

    Raises:
        SettingsError: the text is not TOML, or has something else by that name.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError
    from tomlkit.items import InlineTable, Table

    try:
        document = tomlkit.parse(text)
        section = document.get(name)
        if section is None:
            section = tomlkit.table()
            document[name] = section
        if not isinstance(section, Table | InlineTable):
            raise SettingsError(f"{path}: {name} should be a section, [{name}]. Fix it, then try again.")
        section.update(values)
        return tomlkit.dumps(document)
    except TOMLKitError as error:
        raise SettingsError(f"{path} is not valid TOML: {error}. Fix it, then try again.") from None
