"""Passwords come from a command, the keyring or the user; what goes wrong with one way leads to the next."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from app.etiquette.errors import DeliveryError
from app.letters.cancelling import Cancellation
from app.letters.passwords import PasswordMemory, PasswordNeededError, password_for
from app.letters.smtp_settings import Security, SmtpAccount

ACCOUNT = SmtpAccount("localhost", 465, Security.TLS, "me@example.org")


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Give a module in which a test puts the backend that the user has set."""
    import keyring

    before = keyring.get_keyring()
    module = ModuleType("a_backend")
    monkeypatch.setitem(sys.modules, "a_backend", module)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "a_backend.Keyring")
    yield module
    keyring.set_keyring(before)


def with_keyring(module: ModuleType, get: object) -> None:
    """Make a backend whose passwords are read by `get`, and have the library load it."""
    import keyring
    from keyring.backend import KeyringBackend
    from keyring.core import load_env

    module.Keyring = type(  # type: ignore[attr-defined]
        "Keyring",
        (KeyringBackend,),
        {"priority": 1, "get_password": get, "set_password": get, "delete_password": get},
    )
    loaded = load_env()
    assert loaded is not None
    keyring.set_keyring(loaded)


def failing(error: Exception) -> object:
    def get(self: object, service: str, user: str) -> str:
        raise error

    return get


@pytest.mark.parametrize(
    "error",
    [ValueError("bad padding"), KeyError("x"), ModuleNotFoundError("No module named 'x'"), AssertionError()],
)
def test_a_keyring_that_fails_in_any_way_says_so_and_lets_the_user_type(backend: ModuleType, error: Exception) -> None:
    with_keyring(backend, failing(error))
    with pytest.raises(PasswordNeededError, match="The system's keyring failed"):
        password_for(ACCOUNT, PasswordMemory())
    memory = PasswordMemory()
    assert password_for(ACCOUNT, memory, lambda: "typed") == "typed"
    assert password_for(ACCOUNT, memory) == "typed"


def test_a_keyring_that_is_not_installed_says_so(tmp_path: Path) -> None:
    """In a process of its own, since the library chooses its backend once."""
    import subprocess

    script = (
        "from app.letters.passwords import *\n"
        "from app.letters.smtp_settings import *\n"
        "try: password_for(SmtpAccount('h', 1, Security.TLS, 'me'), PasswordMemory())\n"
        "except PasswordNeededError as error: print(error)\n"
    )
    environment = {"PYTHON_KEYRING_BACKEND": "keyrings.alt.file.PlaintextKeyring", "HOME": str(tmp_path)}
    said = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert "The system's keyring failed: No module named 'keyrings" in said.stdout
    assert "Type the password this once" in said.stdout


def test_what_a_keyring_holds_is_the_password(backend: ModuleType) -> None:
    with_keyring(backend, lambda self, service, user: f"{service} {user}")
    assert password_for(ACCOUNT, PasswordMemory()) == "afterword me@example.org"


def test_a_command_that_takes_long_can_be_called_off() -> None:
    account = SmtpAccount("localhost", 465, Security.TLS, "me", ("sh", "-c", "sleep 60; echo pw"))
    cancellation = Cancellation()
    clock = threading.Timer(0.2, cancellation.cancel)
    clock.start()
    began = time.monotonic()
    with pytest.raises(DeliveryError, match="it was canceled"):
        password_for(account, PasswordMemory(), cancellation=cancellation)
    assert time.monotonic() - began < 30
    clock.join()
