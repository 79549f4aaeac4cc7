"""Setting the mailbox up: which server a provider has, and a section added to the settings. No password is written."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

from app import locations, settings
from app.etiquette.errors import SettingsError
from app.hunt.intake.evidence import domain_of
from app.hunt.settings_file import SettingValue, write_section

_SERVERS = {
    "gmail.com": "imap.gmail.com",
    "googlemail.com": "imap.gmail.com",
    "icloud.com": "imap.mail.me.com",
    "me.com": "imap.mail.me.com",
    "mac.com": "imap.mail.me.com",
    "yahoo.com": "imap.mail.yahoo.com",
    "aol.com": "imap.aol.com",
    "outlook.com": "outlook.office365.com",
    "hotmail.com": "outlook.office365.com",
    "live.com": "outlook.office365.com",
    "fastmail.com": "imap.fastmail.com",
    "gmx.net": "imap.gmx.net",
    "gmx.de": "imap.gmx.net",
    "gmx.com": "imap.gmx.com",
    "web.de": "imap.web.de",
    "t-online.de": "secureimap.t-online.de",
}
"""Where providers with many users have their mailboxes, by the domain of an address."""


def server_of(address: str) -> str:
    """Return the server that an address's mailbox is likely to be on, "" where nothing tells."""
    domain = domain_of(address) if "@" in address else ""
    return _SERVERS.get(domain, f"imap.{domain}" if domain else "")


def table_of(values: Mapping[str, str]) -> dict[str, SettingValue]:
    """Return the section that a form's values make, with the provider's usual server where none is named.

    Raises:
        SettingsError: a value cannot be used.
    """
    user = values["user"].strip()
    table: dict[str, SettingValue] = {"host": values["host"].strip() or server_of(user), "user": user}
    port, command = values["port"].strip(), values["password_command"].strip()
    if port not in ("", "993"):
        table["port"] = int(port) if port.isdecimal() and port.isascii() else port
    if command:
        try:
            table["password_command"] = shlex.split(command)
        except ValueError as error:
            raise SettingsError(f"Password command: {error}. Close every quote in it.") from None
    return table


def add_section(table: Mapping[str, SettingValue]) -> Path:
    """Add [inbox] to the settings file, which is made where there is none; return the file.

    Raises:
        SettingsError: it has such a section already, or cannot be read or made; it is as it was.
        StorageError: it cannot be written; it is as it was.
    """
    path = locations.settings_file()
    if settings.load(path).inbox:
        raise SettingsError(f"{path} already has an [inbox] section. Change it there.")
    write_section(path, "inbox", table)
    return path
