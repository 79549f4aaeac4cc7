"""Keeps the key of sync in the system's keyring, or else in a file in the state folder that only its owner can read.

Unlike a password, it cannot be remembered: whoever has it can read what the machines exchange, and nobody else can.
"""

from __future__ import annotations

from pathlib import Path

from app import locations
from app.etiquette.errors import StorageError
from app.hunt.private_files import write_privately
from app.letters.passwords import KEYRING_SERVICE
from app.user_files import read_own

_IN_KEYRING = "the system's keyring"


def key_file(device: str) -> Path:
    """Return the file that holds the key where there is no keyring."""
    return locations.state_folder() / f"sync-{device}.key"


def keep_key(device: str, key: str) -> str:
    """Keep the key of this machine; return where it is now.

    A keyring may ask the user to unlock it, however long that takes: call it in a thread.

    Raises:
        StorageError: the file cannot be written where there is no keyring, or removed where there is one.
    """
    path, is_in_keyring = key_file(device), _into_keyring(device, key)
    try:
        if is_in_keyring:
            path.unlink(missing_ok=True)  # an older key, which would be read first
            return _IN_KEYRING
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"{locations.shown(path)} can't be written: {error.strerror}. Check the permissions of its folder."
        ) from error
    write_privately(path, f"{key}\n".encode())
    return locations.shown(path)


def kept_key(device: str) -> str:
    """Return the key of this machine, "" when it has none anymore."""
    try:
        return read_own(key_file(device)).strip()
    except FileNotFoundError:
        return _from_keyring(device)


def _user(device: str) -> str:
    return f"sync {device}"


def _into_keyring(device: str, key: str) -> bool:
    """Return whether a keyring has it now. The backend is the user's choice, so it may fail in any way; one that
    accepts a key and doesn't keep it is noticed."""
    try:
        import keyring

        keyring.set_password(KEYRING_SERVICE, _user(device), key)
        return keyring.get_password(KEYRING_SERVICE, _user(device)) == key
    except Exception:
        return False


def _from_keyring(device: str) -> str:
    try:
        import keyring

        return keyring.get_password(KEYRING_SERVICE, _user(device)) or ""
    except Exception:
        return ""
