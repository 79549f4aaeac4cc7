"""Decides which computers may be asked for a page: those on the internet, and one on the user's own network only if
they typed its address."""

from __future__ import annotations

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from app.etiquette.addresses import ascii_domain
from app.etiquette.errors import ImportFileError
from app.etiquette.text import clean

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_LONGEST = 2_000
_PORTS = {"https": 443, "http": 80}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that hold one of IPv4 (RFC 6052)."""
_KEPT_IN_PATH = "/%:=&?~+!$,;'@()*[]"


class Target(NamedTuple):
    """What is requested, and from whom."""

    scheme: str
    host: str
    """In ASCII, without brackets."""
    port: int
    path: str
    """With its query."""

    @property
    def address(self) -> str:
        """The address as it is shown and kept."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.is_default_port else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"

    @property
    def is_default_port(self) -> bool:
        """Whether the port is the usual one of its scheme."""
        return self.port == _PORTS[self.scheme]


def is_web_address(text: str) -> bool:
    """Return whether a text is meant as the address of a page: one word that begins with http:// or https://."""
    words = text.split()
    return len(words) == 1 and words[0].lower().startswith(("http://", "https://"))


def target(text: str) -> Target:
    """Return the request that an address stands for.

    Raises:
        ImportFileError: it is no address of a page, or carries a password.
    """
    shown = clean(text)[:200]
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ImportFileError(f"{shown} isn't the address of a page.") from None
    if parts.scheme not in _PORTS or not host or len(text) > _LONGEST or not text.strip().isprintable():
        raise ImportFileError(f"{shown} isn't the address of a page. It should begin with https:// or http://.")
    if "@" in parts.netloc:
        raise ImportFileError(f"Leave the name and password out of the link: {parts.hostname} would get them.")
    try:
        name = host if _as_address(host) else ascii_domain(host)
    except ValueError:
        raise ImportFileError(f"{shown} isn't the address of a page: no site can have that name.") from None
    return Target(parts.scheme, name, port or _PORTS[parts.scheme], _path(parts))


def is_own_address(host: str) -> bool:
    """Return whether a host, as it is typed, is plainly the user's own computer or one on their network."""
    address = _as_address(host)
    return host.lower() == "localhost" or (address is not None and not is_public(address))


def addresses_of(asked: Target, *, is_typed: bool) -> list[str]:
    """Return the numeric addresses of a host, so that exactly what was checked is contacted.

    Args:
        is_typed: whether the user typed this host; an address of their own network is refused unless they did, and a
            name that leads there always is.

    Raises:
        ImportFileError: there is no such host, or it is one that is not to be asked.
    """
    try:
        listed = socket.getaddrinfo(asked.host, asked.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ImportFileError(f"There is no server called {asked.host}, or you are offline.") from None
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in listed))
    if is_typed and is_own_address(asked.host):
        return numbers
    for number in numbers:
        address = _as_address(number)
        if address is None or not is_public(address):
            raise ImportFileError(
                f"{asked.host} is a computer on your own network ({number}), so nothing was sent to it. If you mean"
                " that computer, type its address."
            )
    return numbers


def is_public(address: Address) -> bool:
    """Return whether an address is on the public internet, and so is any address that it embeds."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not is_public(inner):
            return False
        if address.ipv4_mapped:
            return True
    return address.is_global and not address.is_multicast


def _as_address(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None


def _path(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_KEPT_IN_PATH)
    return f"{path}?{quote(parts.query, safe=_KEPT_IN_PATH)}" if parts.query else path
