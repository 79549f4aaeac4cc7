"""Calendar text as components and properties (RFC 5545 3.1), read with patience: broken lines, missing ends, bare CRs.

A parser of our own, since the well-kept one remembers one file's time zones for the next, drops the text behind a raw
line break, and takes many seconds over what is made to take long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.etiquette.errors import ImportFileError

MOST_COMPONENTS = 500
"""Events, to-dos, time zones and the like in one file."""
_MOST_PARTS = 5_000
"""Whatever begins and ends, alarms and daylight-saving rules included."""
_DEEPEST = 6
_LONGEST_VALUE = 100_000
_MOST_LINES = 120_000
"""Of a file, unfolded."""
_MOST_PROPERTIES = 1_000
"""Of one component; the rest is left unread."""
_COUNTED = frozenset(("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"))
_LINE = re.compile(r"([A-Za-z0-9-]{1,60})((?:;[^:;\"]*(?:\"[^\"]*\"[^:;\"]*)*)*):(.*)", re.DOTALL)
_UNQUOTED_ZONE = re.compile(r"TZID=(tzone://[^:;\"]+)", re.IGNORECASE)
"""Outlook's name for UTC, with a colon that should be in quotes."""
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=((?:\"[^\"]*\"|[^;\"])*)")
_KNOWN = """
BEGIN END UID DTSTART DTEND DTSTAMP DURATION SUMMARY DESCRIPTION LOCATION ORGANIZER ATTENDEE STATUS SEQUENCE
METHOD RRULE RDATE EXDATE EXRULE RECURRENCE-ID URL CLASS PRIORITY TRANSP CREATED LAST-MODIFIED CATEGORIES
COMMENT CONTACT GEO RESOURCES ATTACH TZID TZOFFSETFROM TZOFFSETTO TZNAME TZURL VERSION PRODID CALSCALE ACTION
TRIGGER REPEAT REQUEST-STATUS RELATED-TO CONFERENCE COLOR IMAGE NAME REFRESH-INTERVAL SOURCE DUE COMPLETED
PERCENT-COMPLETE FREEBUSY ACKNOWLEDGED STYLED-DESCRIPTION
"""
_NAMES = frozenset(_KNOWN.split())
"""Properties that are no part of a text with raw line breaks, which `Passcode: 1` is."""


@dataclass(slots=True)
class Property:
    """One content line. The value is as it stands, escapes and all."""

    name: str
    parameters: dict[str, str]
    value: str
    line: int


@dataclass(slots=True)
class Component:
    """What stands between a BEGIN and its END."""

    name: str
    line: int
    """Of its BEGIN, from 1."""
    properties: list[Property] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)

    def get(self, name: str) -> Property | None:
        """Return the first property of a name."""
        return next((each for each in self.properties if each.name == name), None)

    def text(self, name: str) -> str:
        """Return the first value of a name, escapes resolved (3.3.11); "" when there is none."""
        found = self.get(name)
        return unescaped(found.value) if found else ""

    def all(self, name: str) -> list[Property]:
        """Return every property of a name."""
        return [each for each in self.properties if each.name == name]


def unescaped(value: str) -> str:
    """Return a text value with its escapes resolved."""
    if "\\" not in value:
        return value
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.DOTALL)


def components_of(text: str) -> list[Component]:
    """Return the outermost components of a file.

    Raises:
        ImportFileError: there are more than are read.
    """
    root = Component("", 0)
    open_: list[Component] = [root]
    parts = counted = 0
    for name, property_ in _properties(text):
        if name == "BEGIN":
            kind = property_.value.strip().upper()
            parts += 1
            counted += kind in _COUNTED
            if counted > MOST_COMPONENTS or parts > _MOST_PARTS:
                raise ImportFileError(
                    f"It has more than {MOST_COMPONENTS} entries. Export a shorter time, or one calendar at a time."
                )
            if kind in ("VEVENT", "VCALENDAR"):
                _close(open_, kind)
            if len(open_) <= _DEEPEST:
                component = Component(kind, property_.line)
                open_[-1].children.append(component)
                open_.append(component)
        elif name == "END":
            _close(open_, property_.value.strip().upper())
        elif len(open_[-1].properties) < _MOST_PROPERTIES:
            open_[-1].properties.append(property_)
    return root.children


def _close(open_: list[Component], kind: str) -> None:
    """Close the innermost open component of a kind and what was left open in it."""
    place = next((i for i in range(len(open_) - 1, 0, -1) if open_[i].name == kind), None)
    if place is not None:
        del open_[place:]


def _properties(text: str) -> list[tuple[str, Property]]:
    """Return the content lines, unfolded; a line that is none belongs to the text of the one before it."""
    found: list[tuple[str, Property]] = []
    for number, line in _unfolded(text):
        parsed = _LINE.fullmatch(_UNQUOTED_ZONE.sub(r'TZID="\1"', line[: _LONGEST_VALUE + 2000], count=1))
        name = parsed[1].upper() if parsed else ""
        is_known = name in _NAMES or name.startswith("X-")
        if parsed is None or not is_known or parsed[1] not in (name, name.lower()):
            if found and found[-1][0] not in ("BEGIN", "END") and len(found[-1][1].value) < _LONGEST_VALUE:
                found[-1][1].value += f"\\n{line.strip()}"
            continue
        parameters = {key.upper(): _unquoted(value) for key, value in _PARAMETER.findall(parsed[2][:4000])}
        found.append((name, Property(name, parameters, parsed[3][:_LONGEST_VALUE], number)))
    return found


def _unquoted(value: str) -> str:
    return value.strip().strip('"').replace("^n", "\n").replace("^'", '"').replace("^^", "^")


def _unfolded(text: str) -> list[tuple[int, str]]:
    """Return each logical line with the number of its first line; a blank one ends nothing and says nothing."""
    lines: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line[:1] in (" ", "\t") and lines:
            lines[-1][1].append(line[1:])
        elif line.strip():
            lines.append((number, [line]))
    if len(lines) > _MOST_LINES:
        raise ImportFileError(f"It has more than {_MOST_LINES} lines. Export a shorter time.")
    return [(number, "".join(parts)) for number, parts in lines]
