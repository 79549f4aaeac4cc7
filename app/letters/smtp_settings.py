"""The [smtp] section of the settings as one checked record. It reads no file and opens no connection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from app.etiquette.errors import SettingsError
from app.letters.accounts import Section


class Security(StrEnum):
    """How the connection is secured; there is no other way."""

    TLS = "tls"
    """From the first byte (RFC 8314: preferred)."""
    STARTTLS = "starttls"
    """Asked for before anything else, and required (RFC 3207)."""


PORTS = {Security.TLS: 465, Security.STARTTLS: 587}


@dataclass(frozen=True, slots=True)
class SmtpAccount:
    """Where letters are handed over, and as whom. It never holds a password."""

    section: ClassVar[str] = "smtp"
    undone: ClassVar[str] = "Nothing was sent; the draft is kept."

    host: str
    port: int
    security: Security
    user: str = ""
    """"": the server wants no sign-in."""
    password_command: tuple[str, ...] = ()
    """Program and arguments that print the password; empty: the keyring, else the user is asked."""
    use_keyring: bool = True
    ca_file: Path | None = None
    """Certificates to trust instead of the system's, for a private authority; None: the system's."""
    timeout: float = 30.0
    """Seconds that the server may take for each answer; four times that for the whole letter."""


class ReminderAccount(SmtpAccount):
    """The same account for a reminder to the user, where there is no draft to speak of."""

    undone: ClassVar[str] = "No reminder was sent."


def smtp_account(table: Mapping[str, object], kind: type[SmtpAccount] = SmtpAccount) -> SmtpAccount:
    """Return the account that [smtp] describes.

    Raises:
        SettingsError: the section is missing, or a value cannot be used; the sentence names the key.
    """
    if not table:
        raise SettingsError("smtp: nothing is set. Add [smtp] with host and user to the settings, or send another way.")
    section = Section("smtp", table, _KEYS)
    security = _security(section, table.get("security", Security.TLS))
    return kind(
        host=section.host("smtp.example.org"),
        port=section.port(PORTS[security]),
        security=security,
        user=section.text("user"),
        password_command=section.command("password_command", "pass show mail"),
        use_keyring=section.flag("keyring", default=True),
        ca_file=section.path("ca_file"),
        timeout=section.seconds("timeout", 30.0),
    )


_KEYS = frozenset({"host", "port", "security", "user", "password_command", "keyring", "ca_file", "timeout"})


def _security(section: Section, value: object) -> Security:
    try:
        return Security(value)  # type: ignore[arg-type]
    except ValueError:
        raise section.refused("security", 'should be "tls" (port 465) or "starttls" (port 587).') from None
