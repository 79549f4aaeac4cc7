"""What SMTP and IMAP accounts have in common, and how their sections of the settings are read. Opens no connection."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from app.etiquette.addresses import ascii_domain
from app.etiquette.errors import SettingsError
from app.etiquette.text import clean
from app.locations import expanded

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]{2,39}")


class Account(Protocol):
    """A mail server, and as whom to sign in there. It never holds a password."""

    @property
    def section(self) -> str:
        """How its section of the settings is called."""

    @property
    def undone(self) -> str:
        """The sentence that ends every complaint: what was not done, and what is kept."""

    @property
    def host(self) -> str:
        """The server's name in ASCII, or its address."""

    @property
    def port(self) -> int:
        """The port."""

    @property
    def user(self) -> str:
        """As whom; "": the server wants no sign-in."""

    @property
    def password_command(self) -> tuple[str, ...]:
        """Program and arguments that print the password; empty: the keyring, else the user is asked."""

    @property
    def use_keyring(self) -> bool:
        """Whether the system's keyring is asked."""

    @property
    def ca_file(self) -> Path | None:
        """Certificates to trust instead of the system's; None: the system's."""


class Section:
    """A section of the settings that describes an account, read key by key; each refusal names its key."""

    def __init__(self, name: str, table: Mapping[str, object], keys: frozenset[str]):
        """Take a section.

        Args:
            keys: all that it may hold.

        Raises:
            SettingsError: it holds a password, or a key that there is not.
        """
        self._name, self._table = name, table
        if "password" in table:
            raise self.refused(
                "password",
                f"a password is never read from the settings. Remove it and set {name}.password_command, use the"
                " system's keyring, or be asked.",
            )
        unknown = sorted(set(table) - keys)
        if unknown:
            raise self.refused(clean(unknown[0]), f"no such setting. Choose one of: {', '.join(sorted(keys))}.")

    def refused(self, key: str, why: str) -> SettingsError:
        """Return the error that says why a key's value cannot be used."""
        return SettingsError(f"{self._name}.{key}: {why}")

    def text(self, key: str) -> str:
        """Return one line of text, "" when it is not set."""
        value = self._table.get(key, "")
        if not isinstance(value, str) or clean(value) != value:
            raise self.refused(key, "should be one line of text in quotes.")
        return value

    def host(self, example: str) -> str:
        """Return the server's name in ASCII (RFC 5890), or its address."""
        host = self.text("host")
        try:
            ascii_host = host if ":" in host else ascii_domain(host)
        except UnicodeError:
            ascii_host = ""
        if not _HOST.fullmatch(ascii_host):
            raise self.refused("host", f'should be the name of your mail server alone, like "{example}".')
        return ascii_host

    def port(self, default: int) -> int:
        """Return the port."""
        value = self._table.get("port", default)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 65535:
            raise self.refused("port", "should be a whole number from 1 to 65535.")
        return value

    def command(self, key: str, example: str) -> tuple[str, ...]:
        """Return a program with its arguments, () when it is not set."""
        value = self._table.get(key, "")
        if isinstance(value, list) and value and all(isinstance(word, str) and word for word in value):
            return tuple(value)
        if not isinstance(value, str):
            raise self.refused(key, f'should be a command in quotes, like "{example}".')
        try:
            return tuple(shlex.split(value))
        except ValueError as error:
            raise self.refused(key, f"{error}. Close every quote in it.") from None

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self._table.get(key, default)
        if not isinstance(value, bool):
            raise self.refused(key, "should be true or false.")
        return value

    def seconds(self, key: str, default: float) -> float:
        """Return a span of time."""
        value = self._table.get(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0.05 <= value <= 600:
            raise self.refused(key, "should be seconds, at most 600.")
        return float(value)

    def names(self, key: str) -> tuple[str, ...]:
        """Return a list of names, () when it is not set."""
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(name, str) and name == clean(name) for name in value):
            raise self.refused(key, 'should be names in quotes, like ["INBOX", "Jobs"].')
        return tuple(name for name in value if name)

    def path(self, key: str) -> Path | None:
        """Return a file's path, None when it is not set."""
        named = self.text(key)
        return expanded(named) if named else None
