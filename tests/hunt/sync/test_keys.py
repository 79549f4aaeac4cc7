"""The key of sync: in a keyring where there is one, else in a file that only its owner can read."""

from __future__ import annotations

from pathlib import Path

import keyring.backend
import keyring.backends.null
import keyring.core
import pytest

from app.etiquette.errors import StorageError
from app.hunt.sync.keys import keep_key, kept_key, key_file


class InMemory(keyring.backend.KeyringBackend):
    """A keyring that works."""

    priority = 1

    def __init__(self) -> None:
        self.passwords: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        self.passwords[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        """Return a password."""
        return self.passwords.get((service, username))


def test_a_keyring_keeps_it_and_no_file_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", InMemory())
    assert keep_key("9f", "KEY") == "the system's keyring"
    assert not key_file("9f").exists()
    assert (kept_key("9f"), kept_key("b7")) == ("KEY", "")


def test_a_keyring_that_keeps_nothing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", keyring.backends.null.Keyring())  # type: ignore[no-untyped-call]
    assert keep_key("9f", "KEY").endswith("sync-9f.key")
    assert (kept_key("9f"), key_file("9f").stat().st_mode & 0o777) == ("KEY", 0o600)


def test_a_file_that_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", keyring.backends.null.Keyring())  # type: ignore[no-untyped-call]
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("AFTERWORD_STATE", str(tmp_path / "file"))
    with pytest.raises(StorageError, match=r"sync-9f\.key can't be written: File exists"):
        keep_key("9f", "KEY")
