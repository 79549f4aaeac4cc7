"""The user's own dictionary: one word a line in a file of the settings folder."""

from __future__ import annotations

from pathlib import Path

from app import locations
from app.etiquette.errors import SettingsError, StorageError
from app.user_files import must_be_regular, read_own


def own_words_file() -> Path:
    """Return where the words are kept."""
    return locations.settings_folder() / "words.txt"


def own_words() -> frozenset[str]:
    """Return the user's words; none if there is no file or it cannot be read."""
    try:
        return frozenset(read_own(own_words_file()).split())
    except (OSError, SettingsError):
        return frozenset()


def add_word(word: str) -> None:
    """Add a word.

    Raises:
        StorageError: the file cannot be written.
        SettingsError: it is no regular file.
    """
    path = own_words_file()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists():
            must_be_regular(path, path.stat())
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{word}\n")
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {error.strerror}.") from None
