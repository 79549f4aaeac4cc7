"""Where reminders go: the section [remind] of the settings as one checked record."""

from __future__ import annotations

from collections.abc import Mapping

from app.etiquette.errors import SettingsError
from app.etiquette.frozen import dataclass
from app.etiquette.text import clean

DESKTOP = "desktop"
"""The address of this desktop's notifications."""
MAIL = "mailto:"
"""How the address of the user's own mailbox begins."""


@dataclass(frozen=True, slots=True)
class Remind:
    """[remind]: whom `afterword remind` tells, and how much."""

    to: tuple[str, ...] = (DESKTOP,)
    """`desktop`; `mailto:` and an address of the user's; else an address that Apprise knows, such as `ntfy://...`."""
    names: bool = False
    """Whether companies and people are named where others could see it: everywhere but in mail to the user."""


def is_own_mail(address: str) -> bool:
    """Return whether an address is a mailbox that [smtp] sends to; Apprise has `mailto://` for its own way."""
    return address.startswith(MAIL) and "@" in address and "://" not in address


def is_plain(address: str) -> bool:
    """Return whether an address holds no password, as one of Apprise may."""
    return address == DESKTOP or is_own_mail(address)


def remind_in(table: Mapping[str, object]) -> Remind:
    """Return what a section [remind] says.

    Raises:
        SettingsError: it has an unknown key, or a value that cannot be used.
    """
    unknown = sorted(set(table) - {"to", "names"})
    if unknown:
        raise SettingsError(f"remind.{clean(unknown[0])}: no such setting. Choose one of: names, to.")
    default = Remind()
    to, names = table.get("to", [*default.to]), table.get("names", default.names)
    listed = [to] if isinstance(to, str) else to
    if not isinstance(listed, list) or not all(isinstance(address, str) and _is_one(address) for address in listed):
        raise SettingsError(
            'remind.to: should be addresses in quotes, like ["desktop", "mailto:sam@example.org", "ntfy://ntfy.sh/sam"].'
        )
    if not isinstance(names, bool):
        raise SettingsError("remind.names: should be true or false.")
    return Remind(tuple(dict.fromkeys(listed)), names)


def _is_one(address: str) -> bool:
    return clean(address) == address and (is_plain(address) or "://" in address)
