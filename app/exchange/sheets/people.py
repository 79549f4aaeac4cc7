"""The people whom a row names: a contact with an address, and the addresses of others. Knows no columns."""

from __future__ import annotations

import re

from app.etiquette.text import clean
from app.exchange.sheets.columns.holding import emails_in
from app.exchange.sheets.folding import plain

_NOBODY = frozenset(
    {"unknown", "none named", "not found", "tbd", "nobody", "unbekannt", "not named", "inconnu", "hiring team"}
)


def named_people(name: str, addresses_cell: str, own_address: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Return name and address of the person named, and the addresses of others; the user's own is left out.

    Args:
        name: the cell of the contact, in which an address may stand too.
        addresses_cell: the cell of the contact's address.
        own_address: the user's, folded; "" where it is not known.
    """
    addresses = [address for address in emails_in(addresses_cell) if address.casefold() != own_address]
    if plain(name) in _NOBODY:
        name = ""
    inside = emails_in(name)
    for address in inside:
        name = name.replace(address, " ")
    if inside:
        name = " ".join(re.sub(r"[<>()\[\]]", " ", name).split()).strip(" ,;:-|/")
    addresses += [address for address in inside if address not in addresses]
    others = tuple(("", clean(address)) for address in addresses[1:])
    return name, clean(addresses[0]) if addresses else "", others
