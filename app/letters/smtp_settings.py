"""The [smtp] section of the settings as one checked record. It reads no file and opens no connection."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.etiquette.addresses import ascii_domain
from app.etiquette.errors import SettingsError
from app.etiquette.text import clean
from app.locations import expanded

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]{2,39}")


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


def smtp_account(table: Mapping[str, object]) -> SmtpAccount:
    """Return the account that [smtp] describes.

    Raises:
        SettingsError: the section is missing, or a value cannot be used; the sentence names the key.
    """
    if not table:
        raise SettingsError("smtp: nothing is set. Add [smtp] with host and user to the settings, or send another way.")
    if "password" in table:
        raise SettingsError(
            "smtp.password: a password is never read from the settings. Remove it and set smtp.password_command, "
            "use the system's keyring, or be asked."
        )
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise SettingsError(f"smtp.{clean(unknown[0])}: no such setting. Choose one of: {', '.join(sorted(_KEYS))}.")
    security = _security(table.get("security", Security.TLS))
    ca_file = _text(table, "ca_file")
    return SmtpAccount(
        host=_host(table),
        port=_port(table.get("port", PORTS[security])),
        security=security,
        user=_text(table, "user"),
        password_command=_command(table.get("password_command", "")),
        use_keyring=_flag(table.get("keyring", True)),
        ca_file=expanded(ca_file) if ca_file else None,
        timeout=_seconds(table.get("timeout", 30.0)),
    )


_KEYS = {"host", "port", "security", "user", "password_command", "keyring", "ca_file", "timeout"}


def _text(table: Mapping[str, object], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str) or clean(value) != value:
        raise SettingsError(f"smtp.{key}: should be one line of text in quotes.")
    return value


def _host(table: Mapping[str, object]) -> str:
    """Return the server's name in ASCII (RFC 5890), or its address."""
    host = _text(table, "host")
    try:
        ascii_host = host if ":" in host else ascii_domain(host)
    except UnicodeError:
        ascii_host = ""
    if not _HOST.fullmatch(ascii_host):
        raise SettingsError('smtp.host: should be the name of your mail server alone, like "smtp.example.org".')
    return ascii_host


def _security(value: object) -> Security:
    try:
        return Security(value)  # type: ignore[arg-type]
    except ValueError:
        raise SettingsError('smtp.security: should be "tls" (port 465) or "starttls" (port 587).') from None


def _port(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 65535:
        raise SettingsError("smtp.port: should be a whole number from 1 to 65535.")
    return value


def _command(value: object) -> tuple[str, ...]:
    if isinstance(value, list) and value and all(isinstance(word, str) and word for word in value):
        return tuple(value)
    if not isinstance(value, str):
        raise SettingsError('smtp.password_command: should be a command in quotes, like "pass show mail".')
    try:
        return tuple(shlex.split(value))
    except ValueError as error:
        raise SettingsError(f"smtp.password_command: {error}. Close every quote in it.") from None


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise SettingsError("smtp.keyring: should be true or false.")
    return value


def _seconds(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0.05 <= value <= 600:
        raise SettingsError("smtp.timeout: should be seconds, at most 600.")
    return float(value)
