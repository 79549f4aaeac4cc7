"""Who is named in an invitation: organizer and attendees, without rooms and other things that can be booked."""

from __future__ import annotations

import re
from urllib.parse import unquote

from app.etiquette.addresses import address_key
from app.etiquette.text import clean
from app.exchange.calendars.components import Component
from app.exchange.calendars.lines import ContentLine
from app.exchange.contents import Attendee

MOST = 200
_IN_BRACKETS = re.compile(r"\s*<[^<>]*@[^<>]*>\s*$")
_ADDRESS = re.compile(r"[^\s@<>,;:\"]{1,200}@[^\s@<>,;:\"]{1,250}")
_THINGS = frozenset({"ROOM", "RESOURCE"})


def organizer_of(event: Component) -> Attendee | None:
    """Return who invites, None when nobody is named."""
    line = event.first("ORGANIZER")
    return _person(line) if line is not None else None


def attendees_of(event: Component) -> tuple[Attendee, ...]:
    """Return who is invited, each once, in the file's order."""
    people: dict[str, Attendee] = {}
    for line in event.all("ATTENDEE"):
        person = None if line.parameters.get("CUTYPE", "").upper() in _THINGS else _person(line)
        if person is not None and len(people) < MOST:
            people.setdefault(address_key(person.email) or person.name.casefold(), person)
    return tuple(people.values())


def declined_by(event: Component) -> tuple[str, ...]:
    """Return the addresses, in lower case, of those who said that they will not come."""
    lines = (
        line for line in event.all("ATTENDEE") if line.parameters.get("PARTSTAT", "").strip().upper() == "DECLINED"
    )
    people = (person for line in lines if (person := _person(line)) is not None)
    return tuple(dict.fromkeys(person.email.casefold() for person in people if person.email))[:MOST]


def _person(line: ContentLine) -> Attendee | None:
    address = re.sub(r"^\s*(?:mailto\s*:\s*)+", "", line.value, flags=re.IGNORECASE).partition("?")[0]
    email = _address(unquote(address))
    for parameter in ("EMAIL", "CN"):
        email = email or _address(re.sub(r"mailto:", "", line.parameters.get(parameter, ""), flags=re.IGNORECASE))
    name = clean(line.parameters.get("CN", "").strip().strip("\"'")[:200])
    name = _IN_BRACKETS.sub("", name).strip() or ("" if email or ":" in address else clean(address.strip()[:200]))
    if not name and not email:
        return None
    return Attendee("" if name.casefold() == email.casefold() else name, email)


def _address(text: str) -> str:
    match = _ADDRESS.search(text[:1000])
    return clean(match[0]) if match is not None else ""
