"""Email addresses as text: a domain in the form that mail servers know, and when two spellings are one address.

IDNA 2008 (RFC 5891), never IDNA 2003, which makes another domain of faß.de (fass.de) and of ς.
"""

from __future__ import annotations

from unicodedata import normalize


def ascii_domain(domain: str) -> str:
    """Return a domain in ASCII, its labels in their xn-- form (RFC 5890); an ASCII one is returned as it is.

    Raises:
        UnicodeError: IDNA 2008 does not allow the name.
    """
    if domain.isascii():
        return domain
    # The tables take 10 ms to import, and hardly any address needs them.
    import idna

    return idna.encode(domain, uts46=True).decode("ascii")


def address_key(address: str) -> str:
    """Return what two spellings of one address share: case aside, the domain in ASCII; "" for none.

    A local part's case means something to its server alone (RFC 5321 2.4), and no server in use tells them apart.
    """
    address = address.strip()
    local, at, domain = address.rpartition("@")
    if address.isascii():
        return address.lower()
    try:
        domain = ascii_domain(domain).lower()
    except UnicodeError:
        domain = normalize("NFC", domain).lower()
    return f"{normalize('NFC', local).lower()}{at}{domain}"
