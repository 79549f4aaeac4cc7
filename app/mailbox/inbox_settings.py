"""The [inbox] section of the settings as one checked record. It reads no file and opens no connection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from app.etiquette.errors import SettingsError
from app.letters.accounts import Section

PORT = 993
"""IMAP inside TLS from the first byte (RFC 8314); there is no other way."""
_KEYS = frozenset(
    {"host", "port", "user", "password_command", "token_command", "keyring", "ca_file", "timeout", "folders"}
)


@dataclass(frozen=True, slots=True)
class InboxAccount:
    """Which mailbox is read, and as whom. It never holds a password."""

    section: ClassVar[str] = "inbox"
    undone: ClassVar[str] = "Nothing was read, and nothing in your mailbox has changed."

    host: str
    user: str
    port: int = PORT
    password_command: tuple[str, ...] = ()
    """Program and arguments that print the password; empty: the keyring, else the user is asked."""
    token_command: tuple[str, ...] = ()
    """Program and arguments that print an access token for XOAUTH2, in place of a password."""
    use_keyring: bool = True
    ca_file: Path | None = None
    """Certificates to trust instead of the system's, for a private authority; None: the system's."""
    timeout: float = 30.0
    """Seconds that the server may take for each answer."""
    folders: tuple[str, ...] = ()
    """The folders to read; empty: the inbox. The folder of sent mail is read as well, whatever its name."""

    @property
    def name(self) -> str:
        """What tells this mailbox apart from others."""
        return f"{self.user}@{self.host}".casefold()


def inbox_account(table: Mapping[str, object]) -> InboxAccount:
    """Return the account that [inbox] describes.

    Raises:
        SettingsError: the section is missing, or a value cannot be used; the sentence names the key.
    """
    if not table:
        raise SettingsError("No inbox is set up. Set one up in the dashboard.")
    section = Section("inbox", table, _KEYS)
    user = section.text("user")
    if not user:
        raise section.refused("user", 'should be the name you sign in with, like "sam@example.org".')
    password, token = section.command("password_command", "pass show mail"), section.command("token_command", "oama")
    if password and token:
        raise section.refused("token_command", "set either this or inbox.password_command, not both.")
    return InboxAccount(
        host=section.host("imap.example.org"),
        port=section.port(PORT),
        user=user,
        password_command=password,
        token_command=token,
        use_keyring=section.flag("keyring", default=True),
        ca_file=section.path("ca_file"),
        timeout=section.seconds("timeout", 30.0),
        folders=section.names("folders"),
    )
